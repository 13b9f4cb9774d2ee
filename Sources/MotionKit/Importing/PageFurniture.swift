/// What belongs to the page and not to the text: page numbers, running headers, rules of form feeds.
enum PageFurniture {
  static func drop(from paste: inout Paste) {
    var doomed = Set(paste.lines.indices.filter { isPageLine($0, in: paste) })
    // A running header is a line that stands at several page ends; once is not enough to tell it from the text.
    let beside = Set(doomed.flatMap { index in [-1, 1].compactMap { paste.written(from: index, by: $0) } })
      .filter { !doomed.contains($0) && isAlone($0, in: paste) && paste.lines[$0].trimmed.count <= 80 }
    var times: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for index in beside { times[paste.lines[index].trimmed, default: 0] += 1 }
    for index in beside where times[paste.lines[index].trimmed, default: 0] >= 2 {
      if PrintedLabel(paste.lines[index].scalars[...])?.isDelimited != true { doomed.insert(index) }
    }
    guard !doomed.isEmpty else { return }
    let sorted = doomed.sorted()
    for index in sorted {
      paste.guesses.append(
        Guess(
          .furniture, line: paste.lines[index].number, message: "a line of the page, not of the motion, dropped",
          before: paste.lines[index].text))
    }
    paste.drop((sorted + brokenBlanks(around: sorted, in: paste)).sorted())
  }

  /// Blank lines around what goes, where a sentence runs on across the page's end.
  private static func brokenBlanks(around sorted: [Int], in paste: Paste) -> [Int] {
    let doomed = Set(sorted)
    var blanks: [Int] = []
    // Lines that go together, with blanks between them, have the same neighbours and are looked at once.
    var end = 0
    for index in sorted where index >= end {
      let above = paste.written(from: index, by: -1)
      end = index + 1
      while end < paste.lines.count, doomed.contains(end) || paste.lines[end].isBlank { end += 1 }
      guard let above, end < paste.lines.count, runsOn(paste.lines[above], into: paste.lines[end]) else { continue }
      blanks += (above + 1..<end).filter { !doomed.contains($0) }
    }
    return blanks
  }

  /// Whether a sentence goes on from one line to the other.
  static func runsOn(_ above: PastedLine, into below: PastedLine) -> Bool {
    guard let last = above.trimmed.last, let first = below.trimmed.first, first.isLowercase else { return false }
    if PrintedLabel(below.scalars[...])?.isDelimited == true { return false }
    return !".:;!?".unicodeScalars.contains(last)
  }

  private static func isPageLine(_ index: Int, in paste: Paste) -> Bool {
    let line = paste.lines[index]
    let text = line.trimmed
    guard !text.isEmpty, text.count <= 80 else { return false }
    if let rest = besidePageNumber(text) { return rest || isAlone(index, in: paste) }
    let core = text.filter { !$0.isBlank && !"-–—|[]".unicodeScalars.contains($0) }
    guard core.count <= 4, !core.isEmpty, core.allSatisfy(\.isASCIIDigit) else { return false }
    // A bare figure is a page number only where a page ends; "- 3 -" wherever it stands alone.
    let endsPage =
      line.startsPage || paste.written(from: index, by: 1).map { paste.lines[$0].startsPage } ?? false
      || (index + 1 < paste.lines.count && paste.lines[index + 1].startsPage)
    return endsPage || (core.count != text.count && isAlone(index, in: paste))
  }

  /// Nil where the line has no page number at its start or end; whether it is surely one: nothing beside it, or a wide
  /// gap or a bar between.
  private static func besidePageNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool? {
    for place in text.indices where isWordStart(place, in: text) {
      var rest = text[place...]
      let capital = rest.first == "P"
      guard rest.take("page") else { continue }
      _ = rest.takeBlanks()
      if rest.first == "|" || rest.first == ":" {
        rest.removeFirst()
        _ = rest.takeBlanks()
      }
      guard rest.takeNumber() != nil else { continue }
      var after = rest
      _ = after.takeBlanks()
      var isCounted = false
      if after.take("of") || after.take("/") {
        _ = after.takeBlanks()
        if after.takeNumber() != nil {
          rest = after
          isCounted = true
        }
      }
      let before = text[..<place]
      if before.isEmpty && rest.isEmpty { return true }
      if before.isEmpty {
        if isSeparator(rest.prefix(2)) { return true }
        return isCounted && rest.first?.isBlank == true && !endsSentence(rest) ? false : nil
      }
      guard rest.isEmpty || !rest.contains(where: \.isLetter) else { continue }
      if isSeparator(before.suffix(2)) { return true }
      return capital && before.last?.isBlank == true ? false : nil
    }
    return nil
  }

  private static func isWordStart(_ place: Int, in text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text[place].lowercased == "p" else { return false }
    return place == text.startIndex || !text[place - 1].isLetter
  }

  private static func isSeparator(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
    gap.contains("\t") || gap.contains("|") || gap.contains("–") || gap.contains("—")
      || (gap.count == 2 && gap.allSatisfy(\.isBlank)) || gap.elementsEqual("- ".unicodeScalars)
  }

  private static func endsSentence(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.last == "." || text.last == ";"
  }

  /// Nothing stands straight above or below.
  private static func isAlone(_ index: Int, in paste: Paste) -> Bool {
    let above = index == 0 || paste.lines[index - 1].isBlank || paste.lines[index].startsPage
    let below = index + 1 == paste.lines.count || paste.lines[index + 1].isBlank || paste.lines[index + 1].startsPage
    return above && below
  }
}
