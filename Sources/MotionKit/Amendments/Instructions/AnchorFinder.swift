/// Text with quotation marks, dashes and blanks made alike and invisible characters gone, with the way back.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// For each folded byte and the end, the offset in the original.
  private(set) var offsets: [Int] = []

  init(_ original: [UInt8], ignoringCase: Bool) {
    bytes.reserveCapacity(original.count)
    offsets.reserveCapacity(original.count + 1)
    var at = 0
    func byte(_ offset: Int) -> UInt8 { offset < original.count ? original[offset] : 0 }
    while at < original.count {
      let first = original[at]
      var length = 1
      var folded: UInt8? = first
      if let mark = QuotationMark.at(at, in: original) {
        length = mark.length
        folded = mark.family == .double ? 0x22 : 0x27
      } else if first == 0xE2, byte(at + 1) == 0x80 {
        switch byte(at + 2) {
        case 0x8B...0x8F, 0xAA...0xAE: (folded, length) = (nil, 3)
        case 0x80...0x8A, 0xAF: (folded, length) = (0x20, 3)
        case 0x90...0x95: (folded, length) = (0x2D, 3)
        default: break
        }
      } else if first == 0xE2, byte(at + 1) == 0x81, byte(at + 2) == 0xA0 {
        (folded, length) = (nil, 3)
      } else if first == 0xE2, byte(at + 1) == 0x88, byte(at + 2) == 0x92 {
        (folded, length) = (0x2D, 3)
      } else if first == 0xC2, byte(at + 1) == 0xA0 {
        (folded, length) = (0x20, 2)
      } else if first == 0xC2, byte(at + 1) == 0xAD {
        (folded, length) = (nil, 2)
      } else if first == 0xEF, byte(at + 1) == 0xBB, byte(at + 2) == 0xBF {
        (folded, length) = (nil, 3)
      } else if Letters.isBlank(first) {
        folded = 0x20
      }
      if let folded {
        if !(folded == 0x20 && bytes.last == 0x20) {
          bytes.append(ignoringCase ? Letters.lower(folded) : folded)
          offsets.append(at)
        }
      }
      at += length
    }
    offsets.append(original.count)
  }
}

/// Finds quoted words in the base: exactly, then with marks and blanks folded, then without case.
struct AnchorFinder {
  let base: BaseText

  struct Hit: Hashable {
    var node: Int
    /// In the node's own text.
    var range: Range<Int>
  }

  /// Every place of the words in a range of nodes, by the strictest way of comparing that finds any.
  func hits(of words: String, in nodes: Range<Int>, part: Range<Int>? = nil) -> [Hit] {
    let needle = Array(words.utf8)
    guard !needle.isEmpty else { return [] }
    var found: [Hit] = []
    for node in nodes {
      for range in Self.exact(needle, in: base.entries[node].text) { found.append(Hit(node: node, range: range)) }
    }
    for ignoringCase in [false, true] where found.isEmpty {
      let folded = FoldedText(needle, ignoringCase: ignoringCase).bytes
      guard !folded.isEmpty else { return [] }
      for node in nodes {
        let text = FoldedText(base.entries[node].text, ignoringCase: ignoringCase)
        for range in Self.exact(folded, in: text.bytes) {
          let start = text.offsets[range.lowerBound]
          found.append(Hit(node: node, range: start..<endOffset(text, range.upperBound, base.entries[node].text)))
        }
      }
    }
    guard let part else { return found }
    return found.filter { part.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= part.upperBound }
  }

  /// The end of the last folded byte's character, so that invisible characters after it stay outside.
  private func endOffset(_ text: FoldedText, _ end: Int, _ original: [UInt8]) -> Int {
    guard end > 0 else { return 0 }
    var at = text.offsets[end - 1] + 1
    while at < original.count, original[at] & 0xC0 == 0x80 { at += 1 }
    if original[text.offsets[end - 1]] == 0x60 || original[text.offsets[end - 1]] == 0x27,
      let mark = QuotationMark.at(text.offsets[end - 1], in: original)
    {
      at = text.offsets[end - 1] + mark.length
    }
    return min(at, original.count)
  }

  /// Places of whole words, one after the other.
  static func exact(_ needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let first = needle.first, let last = needle.last, needle.count <= text.count else { return [] }
    var result: [Range<Int>] = []
    var at = 0
    let stop = text.count - needle.count
    while at <= stop {
      guard text[at] == first else {
        at += 1
        continue
      }
      var length = 1
      while length < needle.count, text[at + length] == needle[length] { length += 1 }
      let end = at + needle.count
      if length == needle.count, !joins(text, at, first, before: true), !joins(text, end, last, before: false) {
        result.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return result
  }

  /// Whether a word runs over the border at an offset.
  private static func joins(_ text: [UInt8], _ offset: Int, _ inner: UInt8, before: Bool) -> Bool {
    guard isWord(inner) else { return false }
    if before {
      guard offset > 0 else { return false }
      let byte = text[offset - 1]
      if byte >= 0x80 { return !isPunctuation(text, endingAt: offset) }
      if (byte == 0x2E || byte == 0x2C), Letters.isDigit(inner), offset > 1 { return Letters.isDigit(text[offset - 2]) }
      return isWord(byte)
    }
    guard offset < text.count else { return false }
    let byte = text[offset]
    if byte >= 0x80 { return !(byte == 0xE2 || byte == 0xC2) }
    if (byte == 0x2E || byte == 0x2C), Letters.isDigit(inner), offset + 1 < text.count {
      return Letters.isDigit(text[offset + 1])
    }
    return isWord(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool { Letters.isWordByte(byte) }

  /// Whether the character before an offset is one of the marks of U+2000 to U+2BFF or Latin-1 punctuation.
  private static func isPunctuation(_ text: [UInt8], endingAt offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return text[start] == 0xE2 || text[start] == 0xC2
  }
}
