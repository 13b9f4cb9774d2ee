package import CanonicalJSON
package import Meeting
internal import MotionKit

/// The papers of a meeting as plain text: agenda, motions with printed line numbers, amendments in order.
package struct Papers: Sendable {
  let state: State
  let reader: Reader
  let body: String
  /// Columns of a text line, its number not counted.
  let width: Int

  package init(of state: State, reader: Reader, body: String, width: Int = 72) {
    self.state = state
    self.reader = reader
    self.body = body
    self.width = width
  }

  package var text: String {
    var lines = [body, "Papers", ""]
    lines += ["AGENDA", ""]
    for motion in state.motions {
      lines.append("  \(motion.number)  \(motion.titleNow ?? "without a title")  (\(motion.words))")
    }
    for motion in state.motions { lines += [""] + section(motion) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `motions.papers/1`.
  package var json: JSON {
    [
      "schema": "motions.papers/1", "body": .string(body), "items": JSON(state.motions.map(\.number)),
      "text": .string(text),
    ]
  }

  private func section(_ motion: MotionState) -> [String] {
    var lines = ["\(motion.number)  \((motion.received.title ?? "without a title").uppercasedASCII)"]
    if let mover = reader.who(motion.received.mover) { lines.append("Mover: \(mover)") }
    if let seconder = reader.who(motion.received.seconder) { lines.append("Seconder: \(seconder)") }
    lines.append("Decided by \(state.rule(for: .motion(motion)).threshold.words).")
    lines.append("")
    lines += numbered(motion)
    let order = motion.orderOfTaking(state.orders)
    if !order.isEmpty { lines += ["", "Amendments to \(motion.number), in the order of taking:"] }
    for name in order {
      guard let amendment = motion.amendment(name) else { continue }
      lines.append("")
      let source = reader.who(amendment.received.from).map { " (\($0))" } ?? ""
      lines += PrintedLines.wrapped("\(amendment.item)\(source): \(amendment.received.sentence)", columns: width)
    }
    return lines
  }

  /// Every fifth line of the circulated text has its number. Narrow lines go on without a number of their own.
  private func numbered(_ motion: MotionState) -> [String] {
    guard let base = motion.base else { return ["The text is not in this copy of the record."] }
    return PrintedLines(base).lines.flatMap { line -> [String] in
      guard let number = line.number else { return [""] }
      let label = number % 5 == 0 || number == 1 ? String(number) : ""
      let margin = String(repeating: " ", count: max(0, 3 - label.utf8.count)) + label + "  "
      let rows = width < PrintedLines.columns ? PrintedLines.wrapped(line.text, columns: width) : [line.text]
      return rows.enumerated().map { ($0 == 0 ? margin : "     ") + $1 }
    }
  }
}

extension String {
  /// Headings in plain text; letters beyond ASCII keep their case, for no locale is known here.
  var uppercasedASCII: String {
    String(decoding: utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }
}
