/// The `>` that mail programs put before every line of a message that is answered or passed on.
///
/// A `>` is also how a motion quotes a rule, so it is dropped only where mail is the one explanation: every written line
/// has it, nearly every one and the first, or the line above says who wrote.
enum MailQuoting {
  static func unquote(_ paste: inout Paste) {
    let written = paste.lines.indices.filter { !paste.lines[$0].isBlank }
    let quoted = written.filter { isQuoted(paste.lines[$0]) }
    guard let first = quoted.first else { return }
    let all = quoted.count == written.count
    let nearlyAll = first == written.first && quoted.count * 5 >= written.count * 4 && quoted.count >= 3
    let answered = paste.written(from: first, by: -1).map { isAttribution(paste.lines[$0]) } ?? false
    guard all || nearlyAll || answered else { return }
    for index in quoted {
      var text = paste.lines[index].trimmed
      // However often the mail was answered: between mails the depth says nothing of the motion.
      while text.first == ">" || (text.first == " " && text.dropFirst().first == ">") { text.removeFirst() }
      if text.first == " " { text.removeFirst() }
      paste.rewrite(index, as: Array(text), .quoting, "the > of an e-mail dropped")
    }
  }

  private static func isQuoted(_ line: PastedLine) -> Bool {
    // Up to three blanks, as in Markdown; mail programs put none.
    line.indent <= 3 && line.trimmed.first == ">"
  }

  /// "On 3 May 2027 at 10:12, Ada wrote:", "-----Original Message-----".
  private static func isAttribution(_ line: PastedLine) -> Bool {
    let text = line.trimmed.folded.text
    return text.hasSuffix("wrote:") || text.hasSuffix("writes:") || text.contains("original message")
      || text.contains("forwarded message")
  }
}
