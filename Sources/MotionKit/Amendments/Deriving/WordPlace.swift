/// Where quoted words stand in a clause, and which blanks come and go with words, as an operation's reader will see it.
struct WordPlace {
  let text: [UInt8]

  /// Every place of the words, also inside other words and overlapping.
  func everywhere(_ words: [UInt8]) -> [Range<Int>] {
    guard let first = words.first, words.count <= text.count else { return [] }
    return (0...(text.count - words.count)).compactMap { start in
      guard text[start] == first, text[start..<(start + words.count)].elementsEqual(words) else { return nil }
      return start..<(start + words.count)
    }
  }

  /// The places that people count ("the second ‘the’"): whole words, one after the other.
  func counted(_ words: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for range in everywhere(words) where range.lowerBound >= (places.last?.upperBound ?? 0) {
      let opens = !isLetter(text[range.lowerBound]) || !hasLetter(at: range.lowerBound - 1)
      let closes = !isLetter(text[range.upperBound - 1]) || !hasLetter(at: range.upperBound)
      if opens && closes { places.append(range) }
    }
    return places
  }

  /// What goes when the words go: one of the blanks around them goes too.
  func taking(_ range: Range<Int>) -> Range<Int> {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : nil
    let after = range.upperBound < text.count ? text[range.upperBound] : nil
    if before.map(SegmentWriter.isSpace) ?? false, after.map({ SegmentWriter.isSpace($0) || isClosing($0) }) ?? true {
      return (range.lowerBound - 1)..<range.upperBound
    }
    if after.map(SegmentWriter.isSpace) ?? false, before.map(isOpening) ?? true {
      return range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }

  /// New words at a point, with the blanks that they need there.
  func fitting(_ words: [UInt8], at point: Int) -> [UInt8] {
    guard let first = words.first, let last = words.last else { return words }
    var fitted = words
    if point > 0, !isClosing(first), first != UInt8(ascii: "'") {
      let before = text[point - 1]
      if !SegmentWriter.isSpace(before), !isOpening(before) { fitted.insert(0x20, at: 0) }
    }
    if point < text.count, !isOpening(last) {
      let after = text[point]
      if !SegmentWriter.isSpace(after), !isClosing(after) { fitted.append(0x20) }
    }
    return fitted
  }

  /// Quotation marks, dashes and no-break spaces are no letters, though their bytes look like those of letters.
  private func hasLetter(at index: Int) -> Bool {
    guard index >= 0, index < text.count, isLetter(text[index]) else { return false }
    var start = index
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    if text[start] == 0xE2, start + 1 < text.count, text[start + 1] == 0x80 { return false }
    if text[start] == 0xC2, start + 1 < text.count { return [0xAA, 0xB5, 0xBA].contains(text[start + 1]) }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
  private func isClosing(_ byte: UInt8) -> Bool { ",.;:)]}!?".utf8.contains(byte) }
  private func isOpening(_ byte: UInt8) -> Bool { "([{-/".utf8.contains(byte) }
}
