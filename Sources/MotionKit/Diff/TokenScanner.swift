/// Finds where words and marks begin and end, on bytes.
///
/// Words and marks are those of Unicode (UAX #29) in every script. Where a reader of motions sees one word and the rules
/// see several, these go on: over hyphens and apostrophes between letters or digits (`re-open`, `90’s`), over a colon
/// between digits (`10:30`), over raised and lowered figures and fractions (`CO₂`, `5½`), over the sign of a percentage
/// and from the sign of a currency (`12%`, `£5`). A colon between letters does not make one word, as it does for Unicode
/// for the sake of Swedish. A mark with its like behind it is one (`...`, `**`). White space is never part of anything.
/// Scripts without blanks have one token a letter, which is what a comparison needs.
struct TokenScanner {
  private let breaks: WordBreaks
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    breaks = WordBreaks(bytes: bytes, end: end, colonJoinsLetters: false)
    position = start
  }

  /// The next token at an offset or after it.
  mutating func next(from start: Int) -> (range: Range<Int>, isWord: Bool, afterSpace: Bool, strangely: Bool)? {
    position = start
    return next()
  }

  /// The next token: its range, whether it is a word, whether white space stood before it in the scanned range, and
  /// whether some of that was other than blanks and line ends (a no-break space, say).
  mutating func next() -> (range: Range<Int>, isWord: Bool, afterSpace: Bool, strangely: Bool)? {
    var afterSpace = false
    var strangely = false
    while position < end {
      let start = position
      let (kind, after) = kind(at: start)
      if kind == .space {
        afterSpace = true
        if after - start > 1 { strangely = true }
        position = after
        continue
      }
      switch kind {
      case .word:
        position = endOfWord(from: start)
      case .lonelyLetter:
        position = breaks.boundary(after: start)
      case .currency where after < end && isDigit(bytes[after]):
        position = endOfWord(from: after)
      default:
        position = endOfRun(from: start)
        return (start..<position, false, afterSpace, strangely)
      }
      return (start..<position, true, afterSpace, strangely)
    }
    return nil
  }

  private enum Kind {
    case space, mark, currency
    /// A letter, digit or `_` that can be part of a longer word.
    case word
    /// A letter of a script without blanks.
    case lonelyLetter
  }

  private func kind(at index: Int) -> (Kind, Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      if isLetterOrDigit(byte) || byte == 0x5F { return (.word, index + 1) }
      if byte == 0x20 || byte &- 0x09 < 5 { return (.space, index + 1) }
      return (byte == 0x24 ? .currency : .mark, index + 1)
    }
    guard let (value, length) = breaks.decoded(at: index) else { return (.mark, index + 1) }
    if WordBreakClass(value).isWordPart { return (.word, index + length) }
    guard let scalar = Unicode.Scalar(value) else { return (.mark, index + length) }
    if scalar.properties.isWhitespace { return (.space, index + length) }
    switch scalar.properties.generalCategory {
    case .currencySymbol: return (.currency, index + length)
    case .otherNumber, .connectorPunctuation: return (.word, index + length)
    case .otherLetter, .letterNumber, .modifierLetter, .lowercaseLetter, .uppercaseLetter, .decimalNumber:
      return (.lonelyLetter, index + length)
    default: return (.mark, index + length)
    }
  }

  // MARK: Words

  private func endOfWord(from start: Int) -> Int {
    var index = start
    while index < end, isLetterOrDigit(bytes[index]) { index += 1 }
    if endsPlainly(at: index) { return index }
    var place = breaks.boundary(after: start)
    while let further = goesOn(at: place) { place = further }
    return place
  }

  /// Whether a word of plain letters and digits ends here whatever the rules say of longer ones.
  private func endsPlainly(at index: Int) -> Bool {
    guard index < end else { return true }
    switch bytes[index] {
    case 0x09...0x0D, 0x20, 0x28, 0x29: return true
    case 0x2C, 0x2E, 0x3A, 0x3B:
      return index + 1 == end || bytes[index + 1] < 0x80 && !isLetterOrDigit(bytes[index + 1])
    default: return false
    }
  }

  /// Where a word goes on to that Unicode would end here; nil where it ends.
  private func goesOn(at index: Int) -> Int? {
    guard index < end, let (value, length) = breaks.decoded(at: index) else { return nil }
    let after = index + length
    switch value {
    case 0x27, 0x2D, 0x2019, 0x2010, 0x2011:
      return bytes[index - 1] != 0x25 && isWordPart(at: after) ? breaks.boundary(after: after) : nil
    case 0x3A:
      return isDigit(bytes[index - 1]) && after < end && isDigit(bytes[after]) ? breaks.boundary(after: after) : nil
    case 0x25:
      return isDigit(bytes[index - 1]) ? breaks.boundary(after: index) : nil
    default:
      if isFigure(value) || isFigure(before: index) && isWordPart(at: index) { return breaks.boundary(after: index) }
      return nil
    }
  }

  private func isWordPart(at index: Int) -> Bool { index < end && breaks.scalar(at: index).0.isWordPart }

  /// A figure that Unicode counts among marks: `²`, `½`, `①`.
  private func isFigure(_ value: UInt32) -> Bool {
    value >= 0xB2 && Unicode.Scalar(value)?.properties.generalCategory == .otherNumber
  }

  private func isFigure(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
    guard let (value, length) = breaks.decoded(at: start), start + length == index else { return false }
    return isFigure(value)
  }

  // MARK: Marks

  /// `...` and `**` are one token, `).` are two.
  private func endOfRun(from start: Int) -> Int {
    let first = breaks.boundary(after: start)
    let length = first - start
    var place = first
    while place + length <= end, (0..<length).allSatisfy({ bytes[start + $0] == bytes[place + $0] }),
      breaks.boundary(after: place) == place + length
    {
      place += length
    }
    return place
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
