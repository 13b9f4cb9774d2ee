/// Finds where words and marks begin and end; the hot loop of every comparison, on bytes.
///
/// ASCII, which is nearly everything, is decided from a table of 128 classes; only other scalars are decoded.
struct TokenScanner {
  private enum Class: UInt8 {
    case space, letter, digit, mark
    /// A letter that is a word by itself, as in scripts without blanks.
    case ideograph
    /// Sits inside a word between letters or digits: an apostrophe or a hyphen.
    case joiner
    /// Belongs to the number after it: `£`.
    case currency
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    position = start
  }

  /// The next token: its range, whether it is a word, whether white space stood before it in the scanned range, and
  /// whether some of that was other than blanks and line ends (a no-break space, say).
  mutating func next() -> (range: Range<Int>, isWord: Bool, afterSpace: Bool, strangely: Bool)? {
    var afterSpace = false
    var strangely = false
    while position < end {
      let start = position
      let (kind, length) = classify(at: start)
      if kind == .space {
        afterSpace = true
        if length > 1 { strangely = true }
        position = start &+ length
        continue
      }
      switch kind {
      case .letter, .digit:
        position = endOfWord(from: start)
        return (start..<position, true, afterSpace, strangely)
      case .ideograph:
        position = start &+ length
        return (start..<position, true, afterSpace, strangely)
      case .currency where isDigit(at: start &+ length):
        position = endOfWord(from: start &+ length)
        return (start..<position, true, afterSpace, strangely)
      default:
        position = endOfRun(from: start, length)
        return (start..<position, false, afterSpace, strangely)
      }
    }
    return nil
  }

  private func isDigit(at index: Int) -> Bool {
    index < end && bytes[index] &- 0x30 < 10
  }

  private func endOfWord(from start: Int) -> Int {
    var index = start
    var lastIsDigit = false
    while index < end {
      let (kind, length) = classify(at: index)
      switch kind {
      case .letter:
        lastIsDigit = false
        index = index &+ length
        continue
      case .digit:
        lastIsDigit = true
        index = index &+ length
        continue
      case .joiner where index > start && joins(at: index &+ length):
        index = index &+ length
        continue
      default: break
      }
      if lastIsDigit {
        let byte = bytes[index]
        // 5,000 and 2.1 and 10:30 are one token each; so is 12%.
        if byte == 0x2C || byte == 0x2E || byte == 0x3A, isDigit(at: index &+ 1) {
          index = index &+ 1
          continue
        }
        if byte == 0x25 { index = index &+ 1 }
      }
      break
    }
    return index
  }

  private func joins(at index: Int) -> Bool {
    guard index < end else { return false }
    let kind = classify(at: index).0
    return kind == .letter || kind == .digit
  }

  /// `...` and `**` are one token, `).` are two.
  private func endOfRun(from start: Int, _ length: Int) -> Int {
    var index = start &+ length
    while index &+ length <= end {
      var offset = 0
      while offset < length, bytes[start &+ offset] == bytes[index &+ offset] { offset = offset &+ 1 }
      if offset < length { break }
      index = index &+ length
    }
    return index
  }

  /// The class of the scalar there and its length in bytes.
  @inline(__always)
  private func classify(at index: Int) -> (Class, Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (TokenScanner.ascii[Int(byte)], 1) }
    return classifyScalar(at: index)
  }

  private func classifyScalar(at index: Int) -> (Class, Int) {
    guard let (value, length) = decode(at: index) else { return (.mark, 1) }
    switch value {
    case 0x2019, 0x02BC, 0x2010, 0x2011: return (.joiner, length)
    case 0xA3, 0x20A0...0x20CF, 0xA2, 0xA5: return (.currency, length)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85: return (.space, length)
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return (.ideograph, length)
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: return (.letter, length)
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return (.mark, length) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .letterNumber, .otherNumber, .connectorPunctuation, .format:
      return (.letter, length)
    case .decimalNumber: return (.digit, length)
    case .currencySymbol: return (.currency, length)
    default: return (.mark, length)
    }
  }

  /// A well-formed scalar of two to four bytes (Unicode, table 3-7), or nil.
  private func decode(at index: Int) -> (UInt32, Int)? {
    let first = bytes[index]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index &+ length <= end else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    var offset = 1
    while offset < length {
      let byte = bytes[index &+ offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      offset = offset &+ 1
    }
    if length == 3, value < 0x800 || (0xD800...0xDFFF).contains(value) { return nil }
    if length == 4, value < 0x10000 || value > 0x10FFFF { return nil }
    return (value, length)
  }

  private static let ascii: [Class] = (0..<128).map { (byte: UInt8) -> Class in
    switch byte {
    case 0x09...0x0D, 0x20: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0x5F: .letter
    case 0x27, 0x2D: .joiner
    case 0x24: .currency
    default: .mark
    }
  }
}
