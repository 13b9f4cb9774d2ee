/// Words that a page broke over two lines.
///
/// Nobody can know whether "co-" and "operatives" are one word with a hyphen or without, so the rule is plain and every
/// case is listed: a soft hyphen goes; a printed one goes only where the text has the word without it elsewhere.
enum Hyphenation {
  static func join(_ paste: inout Paste) {
    var words: Set<String>?
    var doomed: [Int] = []
    var index = 0
    while index + 1 < paste.lines.count {
      defer { index += 1 }
      guard let broken = Broken(paste.lines[index], paste.lines[index + 1]) else {
        dropSoftHyphen(index, &paste)
        continue
      }
      let known = words ?? allWords(paste)
      words = known
      let isDropped = broken.isSoft || known.contains(broken.joined.folded.text)
      let word = broken.head + (isDropped ? [] : ["-"]) + broken.tail
      paste.guesses.append(
        Guess(
          .hyphen, line: paste.lines[index].number,
          message: isDropped
            ? "hyphen at the end of a line dropped: “\(word.text)”"
            : "hyphen at the end of a line kept: “\(word.text)”",
          before: (broken.head + ["-"]).text + "\n" + broken.tail.text, after: word.text))
      // The whole next line comes up, so that the word before and the words after stay in one line. It is taken out of
      // its place first: a line that many join is not copied for each.
      var line = paste.lines[index].scalars
      paste.lines[index].scalars = []
      line.removeLast(line.reversed().prefix(while: \.isBlank).count + 1)
      if !isDropped { line.append("-") }
      line += paste.lines[index + 1].trimmed
      paste.lines[index + 1].scalars = line
      paste.lines[index + 1].number = paste.lines[index].number
      paste.lines[index + 1].startsPage = paste.lines[index].startsPage
      doomed.append(index)
    }
    if let last = paste.lines.indices.last { dropSoftHyphen(last, &paste) }
    paste.drop(doomed)
  }

  private struct Broken {
    /// The letters before the hyphen, and those that the next line begins with.
    var head: [Unicode.Scalar]
    var tail: [Unicode.Scalar]
    var isSoft: Bool
    /// No word has more letters.
    private static let longest = 100
    var joined: [Unicode.Scalar] { head + tail }

    init?(_ above: PastedLine, _ below: PastedLine) {
      let line = above.trimmed
      guard let mark = line.last, mark == "-" || mark == "\u{2010}" || mark == "\u{AD}" else { return nil }
      isSoft = mark == "\u{AD}"
      head = Array(line.dropLast().suffix(Broken.longest + 1).reversed().prefix(while: \.isLetter).reversed())
      tail = Array(below.trimmed.prefix(Broken.longest + 1).prefix(while: \.isLetter))
      guard !head.isEmpty, head.count + tail.count <= Broken.longest, let first = tail.first,
        isSoft || first.isLowercase || head[0].isUppercase
      else {
        return nil
      }
      if let label = PrintedLabel(below.scalars[...]), label.isDelimited,
        label.next == nil || label.next?.isBlank == true
      {
        // "a) …" is the next clause, and the hyphen was a dash.
        if tail.count == 1 || label.printed.hasSuffix(")") { return nil }
      }
    }
  }

  private static func dropSoftHyphen(_ index: Int, _ paste: inout Paste) {
    let line = paste.lines[index]
    guard line.trimmed.last == "\u{AD}" else { return }
    var scalars = Array(
      line.scalars.prefix(line.scalars.count - line.scalars.reversed().prefix(while: \.isBlank).count))
    scalars.removeLast()
    paste.lines[index].scalars = scalars
    paste.guesses.append(
      Guess(
        .removed, line: line.number, subject: "U+00AD",
        message: "U+00AD removed: nobody sees it, and words with it are not found", before: line.text,
        after: scalars.text))
  }

  private static func allWords(_ paste: Paste) -> Set<String> {
    var words: Set<String> = []
    for line in paste.lines {
      var word: [Unicode.Scalar] = []
      for scalar in line.scalars + [" "] {
        if scalar.isLetter {
          word.append(scalar.lowercased)
        } else if !word.isEmpty {
          words.insert(word.text)
          word.removeAll(keepingCapacity: true)
        }
      }
    }
    return words
  }
}
