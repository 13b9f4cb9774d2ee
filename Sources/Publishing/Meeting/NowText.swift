package import Meeting
internal import MotionKit

extension Now {
  /// Where the meeting is, in lines that read from top to bottom.
  package func lines(_ reader: Reader) -> [String] {
    var lines = [sittingLine]
    if let attendance { lines.append("Present: \(attendance.spoken). \(quorum ?? "")".trimmedAtEnd) }
    for question in questions { lines.append(questionLine(question)) }
    if questions.isEmpty, sitting == .open { lines.append("No question has been put.") }
    lines += motionLines
    for (index, line) in amendmentsLeft.enumerated() {
      lines.append("\(index == 0 ? "Next" : "Then") \(line.item): \(line.words)")
      lines += line.now.map { "  \($0)" }
    }
    for line in motionsLeft { lines.append("Left: \(line.item) \(line.words).") }
    for line in notAdmitted { lines.append("Not admitted: \(line.item) \(line.words).") }
    lines += unsettled.map { "Unsettled, for the chair to rule: \($0)" }
    lines += groundless.map { "\($0.item) was carried, but \(clause($0.words)): for the chair to rule." }
    if !inQuestion.isEmpty { lines.append("In question after a correction: \(inQuestion.joined(separator: ", ")).") }
    if let next { lines.append("To go on: \(next)") }
    return lines
  }

  private var motionLines: [String] {
    guard let motion else { return [] }
    let title = motionTitle ?? "without a title"
    guard sitting == .open || motion.isMoved || !motion.carried.isEmpty else {
      return ["Left: \(motion.number) \(title)."]
    }
    var lines = ["Before the meeting: \(motion.number) \(title), \(motion.words).".collapsed]
    let carried = motion.carriedToTheText
    if !carried.isEmpty { lines.append("Amended so far by \(Audit.listed(carried)).") }
    var text = words.map { "Words: \($0)\(wordLimit.map { " of \($0)" } ?? "")." } ?? ""
    if let name = self.text { text += " The text has the SHA-256 \(name.sha256.prefix(16))…." }
    if !text.isEmpty { lines.append(text) }
    return lines
  }

  /// A reason in the middle of a sentence.
  private func clause(_ reason: String) -> String {
    var reason = reason
    if reason.utf8.last == UInt8(ascii: ".") { reason.removeLast() }
    return reason
  }

  private var sittingLine: String {
    let title = sittingTitle.map { " (\($0))" } ?? ""
    return switch sitting {
    case .none: "No meeting is open."
    case .open: "The meeting is open\(title)."
    case .suspended: "The meeting is suspended\(title)."
    case .adjourned: "The meeting is adjourned\(title)\(until.map { " until \($0)" } ?? "")."
    case .closed: "The meeting is closed\(title)."
    }
  }

  private func questionLine(_ question: QuestionState) -> String {
    let put = question.put
    var line = "The question: \(put.item)"
    if let words = put.words { line += ", \(clause(words))" }
    if let amendment = motion?.amendments.first(where: { $0.item == put.item }) {
      line += ", \(clause(amendment.received.sentence))"
    }
    line += ". It takes \(put.threshold.words)"
    if let meaning = put.forMeans { line += "; FOR means that \(clause(meaning))" }
    if let text = put.text ?? put.on { line += "; the text put has the SHA-256 \(text.sha256.prefix(16))…" }
    line += "."
    if let count = question.lastCount { line += " Counted: \(count.figures.spoken)." }
    return line
  }
}

extension String {
  /// Without blanks at its end.
  var trimmedAtEnd: String {
    var text = self
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return text
  }

  /// Runs of blanks as one, none before a comma.
  var collapsed: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == " ", result.utf8.last == UInt8(ascii: " ") { continue }
      if scalar == ",", result.utf8.last == UInt8(ascii: " ") { result.removeLast() }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
