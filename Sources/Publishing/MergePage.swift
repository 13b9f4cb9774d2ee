internal import MotionKit

/// What came of taking amendments together, for people: linear text, nothing said by signs alone.
package struct MergePage {
  let merge: Merge

  package init(_ merge: Merge) { self.merge = merge }

  /// What can stand together, what to look at, what cannot both stand, and what could not be taken.
  package var report: String {
    let parts = [refused, conflicts, flags, notes, standing, falls].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : parts.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
      .joined(separator: "\n")
  }

  private var refused: String {
    var lines: [String] = []
    for clash in merge.clashes where clash.finding.severity == .error {
      lines.append("  \(clash.amendments.joined(separator: ", ")): \(clash.finding.message)")
      if let fix = clash.finding.fix { lines.append("    \(fix)") }
    }
    return section("Could not be taken:", lines)
  }

  private var conflicts: String {
    var lines: [String] = []
    for clash in merge.clashes where clash.finding.severity == .conflict && !clash.isSettled {
      lines.append(place(clash) + clash.finding.message)
      if !clash.base.isEmpty { lines.append("    now: \(clash.base)") }
      for side in clash.sides {
        lines.append("    \(side.amendment): \(side.text.isEmpty ? "(taken out)" : oneLine(side.text))")
      }
      if !clash.waysOut.isEmpty { lines.append("    ways out: " + clash.waysOut.joined(separator: "; ")) }
    }
    return section("Cannot both stand:", lines)
  }

  private var flags: String { section("Look at this:", said([.flag])) }

  private var notes: String { section("Worth knowing:", said([.warning, .note])) }

  private func said(_ severities: [Finding.Severity]) -> [String] {
    merge.clashes.filter { severities.contains($0.finding.severity) }.map { place($0) + $0.finding.message }
  }

  private var standing: String {
    let lines = merge.outcomes.filter { $0.verdict == .clean || $0.verdict == .flag }.map { outcome -> String in
      let said = Wording(of: outcome.operations, in: merge.base).sentence
      return indented("\(outcome.name): \(said)")
    }
    return section(lines.count > 1 ? "Can stand together:" : "Can stand:", lines)
  }

  private var falls: String {
    section(
      "If one is carried:",
      merge.composition.wouldFall.map { "  \($0.amendment) would fall because of \($0.because): \($0.reason)." })
  }

  private func place(_ clash: Composition.Clash) -> String {
    guard let path = clash.finding.path, !path.isEmpty, path != "title" else { return "  " }
    let line = clash.finding.span.map { merge.base.place(of: $0.lowerBound).line }
    return "  \(path)\(line.map { " (line \($0))" } ?? ""): "
  }

  private func oneLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    return String(lines.drop { $0 == " " })
  }

  // MARK: - The text with its changes

  /// What went as `[-…-]`, what came as `{+…+}`.
  package var tracked: [UInt8] {
    let segments = MergeSegment.all(of: merge)
    var text: [UInt8] = []
    for (index, segment) in segments.enumerated() {
      switch segment.kind {
      case .same: text += segment.bytes
      case .gone: text += "[-".utf8 + segment.bytes + "-]".utf8
      case .came:
        // One phrase has one pair of marks, whoever brought its words.
        if index == 0 || segments[index - 1].kind != .came { text += "{+".utf8 }
        let isLast = index + 1 == segments.count || segments[index + 1].kind != .came
        let inner = isLast ? MergeSegment.withoutBlanksAfter(segment.bytes) : segment.bytes[...]
        text += inner
        if isLast { text += "+}".utf8 + segment.bytes.dropFirst(inner.count) }
      }
    }
    return text
  }

  /// Each run of the text that an amendment brought, in brackets with the amendment's name.
  package var provenance: [UInt8] {
    merge.composition.provenance.flatMap { run -> [UInt8] in
      guard let name = run.amendment, run.bytes.contains(where: { !Phrase.isBlank($0) }) else { return run.bytes }
      let blanks = run.bytes.prefix { Phrase.isBlank($0) }
      let inner = MergeSegment.withoutBlanksAfter(run.bytes)
      let words = Array("[\(name): ".utf8) + inner.dropFirst(blanks.count) + Array("]".utf8)
      return blanks + words + run.bytes.dropFirst(inner.count)
    }
  }
}
