/// How words sit among others: the blanks that come and go with them.
enum Spacing {
  /// Line ends and indentations become one blank.
  static func oneLine(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    var line: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x0A || text[index] == 0x0D {
        while let last = line.last, Phrase.isBlank(last) { line.removeLast() }
        while index < text.endIndex, Phrase.isBlank(text[index]) { index += 1 }
        if index < text.endIndex, !line.isEmpty { line.append(0x20) }
      } else {
        line.append(text[index])
        index += 1
      }
    }
    return line
  }

  /// Without the blanks at both ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Array(text.drop(while: Phrase.isBlank).reversed().drop(while: Phrase.isBlank).reversed())
  }

  /// What goes when words go: one of the blanks around them goes too.
  static func whole(deleting range: Range<Int>, from text: [UInt8]) -> Range<Int> {
    guard let first = text[range].first, let last = text[range].last, !Phrase.isBlank(first), !Phrase.isBlank(last)
    else { return range }
    let opens = range.lowerBound == 0
    let closes = range.upperBound == text.count
    let blankBefore = !opens && Phrase.isBlank(text[range.lowerBound - 1])
    let blankAfter = !closes && Phrase.isBlank(text[range.upperBound])
    if blankBefore, closes || blankAfter || closing(text[range.upperBound]) {
      return (range.lowerBound - 1)..<range.upperBound
    }
    if blankAfter, opens || opening(text[range.lowerBound - 1]) {
      return range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }

  /// New words with the blanks they need at that point.
  static func fitted(_ new: [UInt8], into text: [UInt8], at point: Int) -> [UInt8] {
    fitted(new, into: text, replacing: point..<point)
  }

  static func fitted(_ new: [UInt8], into text: [UInt8], replacing range: Range<Int>) -> [UInt8] {
    guard let first = new.first, let last = new.last else { return new }
    var fitted = new
    if range.lowerBound > 0, !Phrase.isBlank(first), !closing(first), first != UInt8(ascii: "'") {
      let before = text[range.lowerBound - 1]
      if !Phrase.isBlank(before), !opening(before) { fitted.insert(0x20, at: 0) }
    }
    if range.upperBound < text.count, !Phrase.isBlank(last), !opening(last) {
      let after = text[range.upperBound]
      if !Phrase.isBlank(after), !closing(after) { fitted.append(0x20) }
    }
    return fitted
  }

  /// New words in the place of others: no blank stays before a mark that comes, and words that come in the place of a
  /// mark stand apart from those before it.
  static func replacing(
    _ range: Range<Int>, of text: [UInt8], with new: [UInt8]
  ) -> (range: Range<Int>, new: [UInt8]) {
    guard range.lowerBound > 0, let gone = text[range].first, let come = new.first, closing(gone) != closing(come),
      !Phrase.isBlank(gone), !Phrase.isBlank(come)
    else { return (range, new) }
    let isApart = Phrase.isBlank(text[range.lowerBound - 1])
    if closing(come), come != UInt8(ascii: ")"), isApart { return ((range.lowerBound - 1)..<range.upperBound, new) }
    let isMark = range.count == 1 || Phrase.isBlank(text[range.lowerBound + 1])
    if closing(gone), isMark, Phrase.isWordByte(come), Phrase.isWordByte(text[range.lowerBound - 1]) {
      return (range, [0x20] + new)
    }
    return (range, new)
  }

  private static func closing(_ byte: UInt8) -> Bool { ",.;:)]}!?".utf8.contains(byte) }
  private static func opening(_ byte: UInt8) -> Bool { "([{-/".utf8.contains(byte) }

  /// Several lines, or a line that begins with a label.
  static func looksLikeClauses(_ text: [UInt8]) -> Bool {
    var slice = text[...]
    while let last = slice.last, Phrase.isBlank(last) { slice.removeLast() }
    if slice.contains(0x0A) { return true }
    let bytes = Array(slice)
    guard let candidate = LabelReading.candidate(in: bytes, from: 0, to: bytes.count) else { return false }
    return candidate.textStart < bytes.count
  }
}
