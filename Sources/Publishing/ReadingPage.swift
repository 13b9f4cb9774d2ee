package import MotionKit

/// A reading for people: the sentence and the clauses before and after, or the question with its numbered answers.
package struct ReadingPage {
  package var lines: [String] = []

  /// - Parameter instruction: the text that was read, for showing the place of what was not understood.
  package init(_ reading: Reading, of instruction: String, in base: Document) {
    switch reading.verdict {
    case .understood:
      lines = reading.sentence.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let changes = ReadingPreview(of: reading.operations, in: base).changes
      if !changes.isEmpty { lines.append("") }
      for change in changes {
        switch (change.before, change.after) {
        case (let before?, let after?):
          lines.append("\(change.name) before: \(before)")
          lines.append("\(change.name) after:  \(after)")
        case (let before?, nil): lines.append("\(change.name) goes: \(before)")
        case (nil, let after?): lines.append("\(change.name), new: \(after)")
        case (nil, nil): break
        }
      }
      if let check = reading.check {
        lines.append("")
        if check.matches {
          lines.append("It reads as the mover says.")
        } else {
          lines.append("It does not read as the mover says.")
          lines.append("mover: \(check.expected)")
          lines.append("text:  \(check.actual)")
        }
      }
    case .ambiguous, .notFound, .notUnderstood:
      explain(reading, instruction)
    }
    for note in reading.findings where note.severity == .note { lines.append("note: \(note.message)") }
  }

  private mutating func explain(_ reading: Reading, _ instruction: String) {
    guard let finding = reading.findings.first(where: { $0.severity == .error }) else { return }
    lines.append(finding.message)
    if let span = finding.span {
      let source = Document(parsing: instruction)
      let place = source.place(of: span.lowerBound)
      let end = source.place(of: span.upperBound)
      let width = end.line == place.line ? max(end.column - place.column, 1) : 1
      lines.append("  | " + source.line(containing: span.lowerBound))
      lines.append(
        "  | " + String(repeating: " ", count: max(place.column - 1, 0)) + String(repeating: "^", count: width))
    }
    for (number, candidate) in reading.candidates.enumerated() {
      lines.append("\(number + 1)) \(candidate.path): \(candidate.excerpt)")
    }
    if let fix = finding.fix { lines.append(fix) }
  }
}
