/// What a mail program or a telephone adds below the words.
enum MailSignature {
  /// The most lines that are taken for one.
  private static let longest = 10

  static func cut(_ paste: inout Paste) {
    cutBelowDashes(&paste)
    var doomed: [Int] = []
    for index in paste.lines.indices where isTelephone(paste.lines[index]) && isAlone(index, in: paste) {
      note([index], in: &paste)
      doomed.append(index)
    }
    paste.drop(doomed)
  }

  /// Two dashes on a line of their own, and a few lines to the end that hold no clause.
  private static func cutBelowDashes(_ paste: inout Paste) {
    guard let start = paste.lines.lastIndex(where: { $0.trimmed.elementsEqual("--".unicodeScalars) && $0.indent == 0 })
    else { return }
    let rest = paste.lines[(start + 1)...]
    let holdsClause = rest.contains { line in
      let text = line.trimmed
      return text.last == ":" || text.first == "#" || PrintedLabel(text)?.isDelimited == true
        || ("-*•".unicodeScalars.contains(text.first ?? "x") && text.dropFirst().first?.isBlank == true)
    }
    guard start > 0, rest.count <= longest, !holdsClause else { return }
    note(Array(start..<paste.lines.count), in: &paste)
    paste.lines.removeSubrange(start...)
  }

  private static func isTelephone(_ line: PastedLine) -> Bool {
    var text = line.trimmed
    guard text.count <= 80 else { return false }
    let openings = [
      "sent from my ", "sent from outlook", "sent from mail for ", "sent from yahoo", "sent from proton",
      "get outlook for ", "sent via my ",
    ]
    return openings.contains { text.take($0) }
  }

  private static func isAlone(_ index: Int, in paste: Paste) -> Bool {
    (index == 0 || paste.lines[index - 1].isBlank)
      && (index + 1 == paste.lines.count || paste.lines[index + 1].isBlank)
  }

  private static func note(_ indices: [Int], in paste: inout Paste) {
    guard let first = indices.first else { return }
    paste.guesses.append(
      Guess(
        .signature, line: paste.lines[first].number, message: "the signature of a mail cut off",
        before: indices.map { paste.lines[$0].text }.joined(separator: "\n")))
  }
}
