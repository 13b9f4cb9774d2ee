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

  /// The places that people count ("the second ‘the’") and that "throughout" takes: whole words, one after the other.
  func counted(_ words: [UInt8]) -> [Range<Int>] { Phrase.places(of: words, in: text) }

  /// What goes when the words go: one of the blanks around them goes too.
  func taking(_ range: Range<Int>) -> Range<Int> { Spacing.whole(deleting: range, from: text) }

  /// New words at a point, with the blanks that they need there.
  func fitting(_ words: [UInt8], at point: Int) -> [UInt8] { Spacing.fitted(words, into: text, at: point) }

  /// Whether words put in the place of others bring and take no blank.
  func isExact(_ range: Range<Int>, _ words: [UInt8]) -> Bool {
    let fitted = Spacing.replacing(range, of: text, with: words)
    return fitted.range == range && fitted.new.count == words.count
  }
}
