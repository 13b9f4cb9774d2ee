/// Lines that a page sets in from the margin although nothing stands above them that they could belong to.
enum Indentation {
  static func settle(_ paste: inout Paste) {
    var index = 0
    var isUnderClause = false
    while index < paste.lines.count {
      let line = paste.lines[index]
      if line.isBlank || line.indent == 0 {
        if !line.isBlank { isUnderClause = starts(line) || (isUnderClause && !isLeadIn(line)) }
        index += 1
        continue
      }
      var end = index
      while end < paste.lines.count, paste.lines[end].isBlank || paste.lines[end].indent > 0 { end += 1 }
      if !isUnderClause { pull(index..<end, in: &paste) } else { index = end }
      if let first = paste.lines[index..<max(index, end)].first(where: { !$0.isBlank }) {
        isUnderClause = starts(first)
      }
      index = max(end, index)
    }
  }

  private static func pull(_ range: Range<Int>, in paste: inout Paste) {
    let written = range.filter { !paste.lines[$0].isBlank }
    guard let least = written.map({ paste.lines[$0].indent }).min(), let first = written.first else { return }
    let before = paste.lines[first].text
    for index in written { paste.lines[index].scalars.removeFirst(least) }
    paste.guesses.append(
      Guess(
        .indent, line: paste.lines[first].number, message: "lines moved to the margin", before: before,
        after: paste.lines[first].text, count: written.count))
  }

  private static func starts(_ line: PastedLine) -> Bool {
    if let label = PrintedLabel(line.scalars[...]), label.isDelimited || label.number == nil { return true }
    let text = line.trimmed
    guard let mark = text.first, "-*•–".unicodeScalars.contains(mark) else { return false }
    return text.dropFirst().first?.isBlank == true
  }

  private static func isLeadIn(_ line: PastedLine) -> Bool { line.trimmed.last == ":" || line.trimmed.first == "#" }
}
