package import CanonicalJSON
package import Meeting

/// A text with the source of each of its phrases: what `motions blame` answers.
package struct BlamePage {
  private let blame: Blame
  private let state: State
  private let reader: Reader

  package init(_ blame: Blame, in state: State, reader: Reader) {
    self.blame = blame
    self.state = state
    self.reader = reader
  }

  package var lines: [String] {
    var lines = ["\(blame.version) \(blame.title ?? "without a title"), \(blame.words). Its phrases come from:"]
    lines += blame.sources.map { "  [\($0.item)] \(words(of: $0))" }
    lines.append("")
    for clause in blame.clauses {
      let label = clause.label.map { "\($0) " } ?? ""
      lines.append(label + clause.phrases.map { "[\($0.item)] \($0.text)" }.joined(separator: " "))
    }
    if !blame.gone.isEmpty { lines += ["", "Taken out, with the numbers of the text as received:"] }
    lines += blame.gone.map { "  \($0.path)  “\($0.text)” by \($0.item)" }
    return lines
  }

  /// Who brought it, what was decided of it, and the version that first had it.
  private func words(of source: Blame.Source) -> String {
    var parts: [String] = []
    if let mover = reader.who(source.mover) { parts.append(mover) }
    if let decision = source.decision {
      parts.append(decision + (source.count.map { ": \($0.figures.spoken)" } ?? ""))
    } else {
      parts.append("as received")
    }
    if let at = state.entry(source.seq)?.at { parts.append(reader.time(at)) }
    if !source.with.isEmpty { parts.append("as amended by \(Audit.listed(source.with))") }
    return parts.joined(separator: ", ") + " (\(source.version))"
  }

  package var json: JSON {
    [
      "schema": "motions.blame/1", "version": .string(blame.version), "words": .string(blame.words),
      "title": JSON(blame.title),
      "sources": .array(
        blame.sources.map { source in
          [
            "item": .string(source.item), "version": .string(source.version), "seq": .integer(source.seq),
            "at": JSON(state.entry(source.seq)?.at), "mover": JSON(reader.who(source.mover)),
            "decision": JSON(source.decision), "figures": source.count?.answer ?? .null, "with": JSON(source.with),
          ]
        }),
      "clauses": .array(
        blame.clauses.map { clause in
          [
            "path": .string(clause.path), "label": JSON(clause.label),
            "phrases": .array(clause.phrases.map { ["item": .string($0.item), "text": .string($0.text)] }),
          ]
        }),
      "taken_out": .array(
        blame.gone.map { ["path": .string($0.path), "text": .string($0.text), "item": .string($0.item)] }),
    ]
  }
}
