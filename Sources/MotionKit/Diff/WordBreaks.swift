/// Where Unicode divides a text into words, spaces and marks, on bytes.
///
/// A byte that is no UTF-8 stands for itself. Source: UAX #29, section 4.1; the numbers in comments are its rules.
package struct WordBreaks {
  let bytes: [UInt8]
  let end: Int
  /// As Unicode has it; without, `a:b` are two words and a mark.
  let colonJoinsLetters: Bool

  package init(bytes: [UInt8], end: Int, colonJoinsLetters: Bool) {
    self.bytes = bytes
    self.end = end
    self.colonJoinsLetters = colonJoinsLetters
  }

  /// The first boundary behind a boundary, `start`, that is not the end.
  package func boundary(after start: Int) -> Int {
    var (before, at) = scalar(at: start)
    if before == .newline {
      // WB3
      if bytes[start] == 0x0D, at < end, bytes[at] == 0x0A { at += 1 }
      return at
    }
    // What stands directly before, where that matters more than the letter it belongs to.
    var last = before
    var isHalfFlag = before == .regional
    while at < end {
      let (next, after) = scalar(at: at)
      if next == .extend || next == .joiner {  // WB4
        (last, at) = (next, after)
        continue
      }
      let joins: Bool
      if last == .joiner && next.isPictograph || last == .space && next == .space {  // WB3c, WB3d
        joins = true
      } else if before == .regional && next == .regional {  // WB15, WB16
        joins = isHalfFlag
        isHalfFlag = false
      } else {
        joins = belongs(next, after: before)
      }
      if joins {
        (before, last, at) = (next, next, after)
      } else if colonJoinsLetters || bytes[at] != 0x3A, let (inner, place) = bridged(before, next, after) {
        (before, last, at) = (inner, inner, place)
      } else {
        return at
      }
    }
    return end
  }

  /// WB5, WB8 to WB10, WB13 to WB13b
  private func belongs(_ next: WordBreakClass, after before: WordBreakClass) -> Bool {
    switch next {
    case .letter, .hebrewLetter, .pictographLetter, .numeric:
      before.isLetter || before == .numeric || before == .connector
    case .katakana: before == .katakana || before == .connector
    case .connector: before.isWordPart || before == .connector
    default: false
    }
  }

  /// A mark that is part of a word because of what stands on either side of it: `don't`, `3.5`. The class to go on from,
  /// and where.
  private func bridged(
    _ before: WordBreakClass, _ mark: WordBreakClass, _ place: Int
  ) -> (WordBreakClass, Int)? {
    let joinsLetters = mark == .midLetter || mark == .midNumberOrLetter || mark == .singleQuote
    let joinsDigits = mark == .midNumber || mark == .midNumberOrLetter || mark == .singleQuote
    guard joinsLetters || joinsDigits || mark == .doubleQuote else { return nil }
    if before.isLetter || before == .numeric, let (next, after) = base(at: place) {
      if joinsLetters, before.isLetter, next.isLetter { return (next, after) }  // WB6, WB7
      if joinsDigits, before == .numeric, next == .numeric { return (next, after) }  // WB11, WB12
      // WB7b, WB7c
      if mark == .doubleQuote, before == .hebrewLetter, next == .hebrewLetter { return (next, after) }
    }
    return mark == .singleQuote && before == .hebrewLetter ? (mark, place) : nil  // WB7a
  }

  /// The next scalar that is more than an addition to the one before, and where it ends.
  private func base(at start: Int) -> (WordBreakClass, Int)? {
    var at = start
    while at < end {
      let (found, after) = scalar(at: at)
      if found != .extend && found != .joiner { return (found, after) }
      at = after
    }
    return nil
  }

  /// The class of the scalar there and where it ends.
  func scalar(at index: Int) -> (WordBreakClass, Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (WordBreakClass(UInt32(byte)), index + 1) }
    guard let (value, length) = decoded(at: index) else { return (.other, index + 1) }
    return (WordBreakClass(value), index + length)
  }

  /// A well-formed scalar (Unicode, table 3-7) and its length, or nil.
  func decoded(at index: Int) -> (value: UInt32, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= end else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    if length == 3, value < 0x800 || (0xD800...0xDFFF).contains(value) { return nil }
    if length == 4, value < 0x10000 || value > 0x10FFFF { return nil }
    return (value, length)
  }
}
