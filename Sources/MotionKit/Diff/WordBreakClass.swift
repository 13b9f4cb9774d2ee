/// What a scalar is where words are told apart: the values of Word_Break, with what never differs taken as one.
///
/// Source: UAX #29, table 3; CR, LF and Newline are `newline`, Extend and Format are `extend`.
package enum WordBreakClass: UInt8, Sendable {
  case other, newline, extend
  /// U+200D, which holds the parts of one picture together.
  case joiner
  case letter, hebrewLetter, numeric, katakana
  /// `_` and its like.
  case connector
  /// Between letters: `:` and `·`; between letters or digits: `.`; between digits: `,`.
  case midLetter, midNumberOrLetter, midNumber
  case singleQuote, doubleQuote
  /// Two of them are a flag.
  case regional
  case space
  case pictograph
  /// A picture that is a letter too, such as Ⓜ.
  case pictographLetter

  package init(_ scalar: UInt32) {
    let value =
      scalar < 0x800 ? WordBreakClass.low[Int(scalar)] : WordBreakClass.changes[WordBreakClass.entry(scalar)] & 31
    self = WordBreakClass(rawValue: UInt8(truncatingIfNeeded: value)) ?? .other
  }

  /// The last entry that begins at a scalar or before it, by binary search.
  private static func entry(_ scalar: UInt32) -> Int {
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] >> 5 <= scalar { low = middle } else { high = middle }
    }
    return low
  }

  /// Scalars of one or two bytes, the letters of most scripts of Europe and the Near East, without a search.
  private static let low: [UInt32] = (0..<0x800).map { changes[entry($0)] & 31 }

  var isLetter: Bool { self == .letter || self == .hebrewLetter || self == .pictographLetter }
  var isPictograph: Bool { self == .pictograph || self == .pictographLetter }
  /// A letter or digit that can be a part of a longer word.
  var isWordPart: Bool { isLetter || self == .numeric || self == .katakana }
}
