/// Labels in bold (`**1.** text`, `**1. Fares.** text`) and in the wide letters that East Asian keyboards type (`１．`).
enum DressedLabel {
  static func candidate(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    switch bytes[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"): bold(in: bytes, from: start, to: end)
    case 0xEF: wide(in: bytes, from: start, to: end)
    default: nil
    }
  }

  // MARK: Bold

  private static func bold(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    let mark = bytes[start]
    var inner = start
    while inner < end, bytes[inner] == mark { inner += 1 }
    let length = inner - start
    guard length <= 3, inner < end, isDigit(bytes[inner]) || isLetter(bytes[inner]) || bytes[inner] == UInt8(ascii: "(")
    else { return nil }
    // `**1.** text`: what stands between the marks is the label alone.
    var close = inner
    while close < end, close - inner < 16, bytes[close] != mark { close += 1 }
    if close < end, bytes[close] == mark, run(of: mark, at: close, in: bytes, to: end) == length {
      var text = close + length
      if let found = LabelReading.plain(in: bytes, from: inner, to: close), found.span.upperBound == close {
        while text < end, isBlank(bytes[text]) { text += 1 }
        return LabelCandidate(span: found.span, textStart: text, readings: found.readings)
      }
    }
    // `**1. Fares.** They rose`: the first words are bold too.
    guard length == 2, var found = LabelReading.plain(in: bytes, from: inner, to: end), !found.isBare,
      found.textStart < end
    else { return nil }
    var at = found.textStart
    while at + 1 < end, !(bytes[at] == mark && bytes[at + 1] == mark) { at += 1 }
    guard at + 1 < end, at > found.textStart, !isBlank(bytes[at - 1]), at + 2 == end || isBlank(bytes[at + 2]) else {
      return nil
    }
    found.boldEnd = at..<at + 2
    return found
  }

  private static func run(of mark: UInt8, at start: Int, in bytes: [UInt8], to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == mark { at += 1 }
    return at - start
  }

  // MARK: Wide letters

  /// `1．` with plain digits and a wide dot.
  static func wideBehindDigits(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    var at = start
    while at < end, at - start < 9, bytes[at] < 0x80, !isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == 0xEF else { return nil }
    return wide(in: bytes, from: start, to: end)
  }

  private static func wide(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    var plain: [UInt8] = []
    var origin: [Int] = []
    var at = start
    while at < min(end, start + 48) {
      let (byte, length) = folded(bytes, at, end)
      plain.append(byte)
      origin.append(at)
      at += length
    }
    origin.append(at)
    guard let first = plain.first, isDigit(first) || isLetter(first) || first == UInt8(ascii: "("),
      var found = LabelReading.plain(in: plain, from: 0, to: plain.count), found.span.upperBound < plain.count
    else { return nil }
    found.span = start..<origin[found.span.upperBound]
    found.textStart = origin[found.textStart]
    return found
  }

  /// Wide letters, digits and signs as plain ones.
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var plain: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (byte, length) = folded(bytes, at, bytes.count)
      if length == 1 || byte < 0x80 { plain.append(byte) }
      at += length
    }
    return plain
  }

  /// U+FF01 … U+FF5E are ASCII's signs in wide form, U+3000 is the wide blank.
  private static func folded(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (byte: UInt8, length: Int) {
    guard at + 2 < end else { return (bytes[at], 1) }
    switch (bytes[at], bytes[at + 1]) {
    case (0xEF, 0xBC) where (0x81...0xBF).contains(bytes[at + 2]): return (bytes[at + 2] - 0x60, 3)
    case (0xEF, 0xBD) where (0x80...0x9E).contains(bytes[at + 2]): return (bytes[at + 2] - 0x20, 3)
    case (0xE3, 0x80) where bytes[at + 2] == 0x80: return (32, 3)
    default: return (bytes[at], 1)
    }
  }
}
