package import Meeting
internal import MotionKit

/// One page for a sceptic: received, amended, counted, declared, corrected, adopted.
package struct Explanation: Sendable {
  let state: State
  let reader: Reader
  let motion: MotionState
  let seal: String

  package init(of motion: MotionState, in state: State, reader: Reader, seal: String) {
    self.motion = motion
    self.state = state
    self.reader = reader
    self.seal = seal
  }

  package var lines: [String] {
    var lines = [
      "\(motion.number) \(motion.titleNow ?? ""): \(motion.words)\(state.ending(of: motion))".trimmedAtEnd, "",
    ]
    lines.append("How it came about (the number is the entry in the record):")
    let versions = state.versionsMade
    for entry in state.log where entry.event.concerns(motion.number, in: state) {
      let version = versions[entry.seq].map { " [\($0)]" } ?? ""
      let mark = state.undone.contains(entry.seq) ? " (taken back)" : ""
      lines.append(
        "  \(entry.seq)  \(reader.time(entry.at))  \(state.spoken(entry.event) ?? entry.event.type)\(version)\(mark)")
      lines += details(entry.event).map { "      \($0)" }
    }
    lines += ["", "Where each phrase of the text comes from:"] + provenance + [""]
    lines += [
      "As received, the text has the SHA-256", "  \(motion.received.text.sha256)",
    ]
    if let adopted = motion.adopted { lines += ["As adopted:", "  \(adopted.sha256)"] }
    lines += ["", "Check it: motions verify", "Seal of the record: \(seal)"]
    return lines
  }

  private func details(_ event: Event) -> [String] {
    switch event {
    case .questionPut(let put):
      return ["by \(put.threshold.words)"] + (put.text.map { ["on the text \($0.sha256.prefix(16))…"] } ?? [])
    case .resultDeclared(let result):
      var lines = result.rulesReason.map { ["the rules give \(result.rulesGive ?? ""): \($0)"] } ?? []
      if result.basis == .castingVote, result.rulesGive == "undecided" || result.rulesReason == nil {
        lines.append("by the chair's casting vote \(result.casting ?? "")")
      }
      if result.basis == .ruling { lines.append("as the chair declared") }
      if let reason = result.reason { lines.append("reason: \(reason)") }
      if result.basis == .withoutCount { lines.append("without a count\(result.manner.map { " (\($0))" } ?? "")") }
      lines += result.flags.map { "flag: \($0.message)" }
      lines += result.falls.map { "\($0.item) fell: \($0.reason)" }
      return lines
    case .motionReceived(let received):
      return arrival(received.from, received.receivedAt, received.lateness)
        + received.flags.map { "flag: \($0.message)" }
    case .amendmentReceived(let received):
      return arrival(received.from, received.receivedAt, received.lateness)
        + received.flags.map { "flag: \($0.message)" }
    case .votesCounted(let count):
      return count.reason.map { ["reason: \($0)"] } ?? []
    case .motionsComposited(let composited):
      let agreed = composited.agreed.compactMap { reader.who($0) }
      return (agreed.isEmpty ? [] : ["agreed by \(Audit.listed(agreed))"])
        + composited.amendments.map { "\($0.item) was \($0.fate.words)\($0.name.map { " as \($0)" } ?? "")" }
    case .entryUndone(let undo): return undo.reason.map { ["reason: \($0)"] } ?? []
    default: return []
    }
  }

  private func arrival(_ from: Person?, _ at: String, _ late: Lateness?) -> [String] {
    ["at \(reader.time(at))\(reader.who(from).map { " from \($0)" } ?? "")"] + (late.map { ["late: \($0.rule)"] } ?? [])
  }

  /// The text in runs, each under the name of the amendment it came with.
  private var provenance: [String] {
    guard let composition = motion.composition(of: motion.carried) else {
      return ["  The text is not in this copy of the record."]
    }
    let bodyStart = Document(parsing: composition.bytes).body.lowerBound
    var offset = 0
    var lines: [String] = []
    for run in composition.provenance {
      let start = max(bodyStart - offset, 0)
      offset += run.bytes.count
      guard start < run.bytes.count else { continue }
      let text = String(decoding: run.bytes[start...], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard !text.isEmpty else { continue }
      lines.append("  [\(run.amendment ?? "as received")] \(text)")
    }
    return lines
  }
}
