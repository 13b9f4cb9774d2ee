package import Meeting
internal import MotionKit

extension Now {
  /// Where the meeting is, in lines that read from top to bottom.
  package func lines(_ reader: Reader) -> [String] {
    var lines = [sittingLine]
    if let attendance { lines.append("Present: \(attendance.spoken). \(quorum ?? "")".trimmedAtEnd) }
    for line in notAdmitted { lines.append("Not admitted: \(line.item), \(line.words).") }
    if let motion {
      lines.append("Before the meeting: \(motion.number) \(motionTitle ?? ""), \(motion.words).".collapsed)
      if !motion.carried.isEmpty {
        lines.append("Amended so far by \(motion.carried.joined(separator: ", ")).")
      }
      if let words { lines.append("Words: \(words)\(wordLimit.map { " of \($0)" } ?? "").") }
      if let text { lines.append("The text has the SHA-256 \(text.sha256.prefix(16))….") }
    }
    for question in questions { lines.append(questionLine(question)) }
    if questions.isEmpty, sitting == .open { lines.append("No question has been put.") }
    for (index, line) in amendmentsLeft.enumerated() {
      lines.append("\(index == 0 ? "Next" : "Then") \(line.item): \(line.words)")
    }
    for line in motionsLeft { lines.append("Left: \(line.item) \(line.words).") }
    lines += unsettled.map { "Unsettled, for the chair to rule: \($0)" }
    if !inQuestion.isEmpty { lines.append("In question after a correction: \(inQuestion.joined(separator: ", ")).") }
    if let next { lines.append("To go on: \(next)") }
    return lines
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
    var line = "The question: \(question.put.words ?? "\(question.put.item)")"
    line += ", by \(question.put.threshold.words)"
    if let meaning = question.put.forMeans { line += "; FOR means \(meaning)" }
    if let count = question.lastCount { line += ". Counted: \(count.figures.spoken)" }
    return line + "."
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
