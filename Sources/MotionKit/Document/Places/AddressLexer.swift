/// Cuts an address into words, quotations and marks.
///
/// Spans are offsets into the address as it was written, though full-width letters, dashes and blanks of every kind are
/// made plain first.
struct AddressLexer {
  private var bytes: [UInt8] = []
  /// Where each plain byte came from.
  private var sources: [Range<Int>] = []
  private(set) var tokens: [PhraseToken] = []

  init(_ address: String) {
    makePlain(address)
    var at = 0
    while at < bytes.count {
      if Letters.isBlank(bytes[at]) {
        at += 1
      } else if let end = quotation(at) {
        at = end
      } else {
        at = mark(at) ?? word(at)
      }
    }
  }

  private mutating func makePlain(_ address: String) {
    var offset = 0
    for scalar in address.unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      let plain: String
      switch scalar.value {
      case 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: plain = " "
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: continue
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: plain = "–"
      case 0xFF01...0xFF5E: plain = Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) } ?? " "
      case 0xA7: plain = "section "
      case 0xB6: plain = "paragraph "
      default: plain = String(scalar)
      }
      for byte in plain.utf8 {
        bytes.append(byte)
        sources.append(offset..<offset + width)
      }
    }
  }

  private mutating func append(_ kind: PhraseToken.Kind, _ range: Range<Int>, text: String? = nil) {
    guard let first = sources[range].first, let last = sources[range].last else { return }
    tokens.append(
      PhraseToken(
        kind, first.lowerBound..<last.upperBound, text: text ?? String(decoding: bytes[range], as: UTF8.self)))
  }

  /// Any mark of a family closes any other of it; one that is not closed runs to the end.
  private mutating func quotation(_ start: Int) -> Int? {
    guard let mark = QuotationMark.at(start, in: bytes) else { return nil }
    let from = start + mark.length
    var at = from
    while at < bytes.count {
      if let other = QuotationMark.at(at, in: bytes), other.family == mark.family,
        // An apostrophe stands between letters.
        mark.family == .double
          || !(at + other.length < bytes.count && Letters.isWordByte(bytes[at + other.length])
            && QuotationMark.at(at + other.length, in: bytes) == nil)
      {
        append(.quotation, start..<at + other.length, text: text(from..<at))
        return at + other.length
      }
      at += 1
    }
    if from < bytes.count { append(.quotation, start..<bytes.count, text: text(from..<bytes.count)) }
    return bytes.count
  }

  private func text(_ range: Range<Int>) -> String { Letters.flowed(bytes[range]) }

  private mutating func mark(_ at: Int) -> Int? {
    switch bytes[at] {
    case 0x2C, 0x3A, 0x3B: append(.comma, at..<at + 1)
    case 0x2D: append(.dash, at..<at + 1)
    case 0x23, 0x2E, 0x21, 0x3F: break
    case 0xE2 where bytes[at...].starts(with: "–".utf8):
      append(.dash, at..<at + 3)
      return at + 3
    default: return nil
    }
    return at + 1
  }

  /// Letters, digits and what holds labels together; a hyphen ends a label ("3-5"), not a word ("sub-clause").
  private mutating func word(_ start: Int) -> Int {
    var end = start
    var hasDigit = false
    while end < bytes.count {
      let byte = bytes[end]
      if Letters.isBlank(byte) || [0x2C, 0x3A, 0x3B].contains(byte) || bytes[end...].starts(with: "–".utf8) { break }
      if byte == 0x2D, hasDigit || end > start && bytes[end - 1] == 0x29 { break }
      // "para.4" is two words.
      if byte == 0x2E, !hasDigit, end - start > 1, end + 1 < bytes.count, Letters.isDigit(bytes[end + 1]) { break }
      if end > start, QuotationMark.at(end, in: bytes) != nil, !isApostrophe(end) { break }
      hasDigit = hasDigit || Letters.isDigit(byte)
      end += 1
    }
    var wordEnd = max(end, start + 1)
    while wordEnd > start + 1, bytes[wordEnd - 1] == 0x2E || bytes[wordEnd - 1] == 0x3F { wordEnd -= 1 }
    let text = String(decoding: bytes[start..<wordEnd], as: UTF8.self)
    // "3's last sentence".
    if let possessive = ["'s", "’s"].first(where: { text.hasSuffix($0) }), text.utf8.count > possessive.utf8.count {
      append(.word, start..<wordEnd - possessive.utf8.count)
      append(.comma, wordEnd - possessive.utf8.count..<wordEnd)
    } else {
      append(.word, start..<wordEnd)
    }
    return max(end, start + 1)
  }

  private func isApostrophe(_ at: Int) -> Bool {
    guard let mark = QuotationMark.at(at, in: bytes), mark.family == .single, at + mark.length < bytes.count else {
      return false
    }
    return Letters.isASCIILetter(bytes[at + mark.length])
  }
}
