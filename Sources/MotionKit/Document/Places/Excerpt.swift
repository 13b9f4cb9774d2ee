/// A few words of a text, for showing a place.
enum Excerpt {
  /// The first words, at most about sixty bytes.
  static func opening(_ text: [UInt8]) -> String { cut(text, 0..<text.count, limit: 60) }

  /// The words around a range.
  static func around(_ range: Range<Int>, in text: [UInt8]) -> String {
    var start = range.lowerBound
    var blanks = 0
    while start > 0, blanks < 5, range.lowerBound - start < 40 {
      start -= 1
      if text[start] == 0x20 { blanks += 1 }
    }
    if start > 0 {
      while start < range.lowerBound, text[start] != 0x20 { start += 1 }
      while start < range.lowerBound, text[start] == 0x20 { start += 1 }
    }
    let body = cut(text, start..<text.count, limit: range.upperBound - start + 30)
    return (start > 0 ? "… " : "") + body
  }

  private static func cut(_ text: [UInt8], _ range: Range<Int>, limit: Int) -> String {
    guard range.count > limit else { return String(decoding: text[range], as: UTF8.self) }
    var end = range.lowerBound + limit
    while end < range.upperBound, text[end] != 0x20 { end += 1 }
    guard end < range.upperBound else { return String(decoding: text[range], as: UTF8.self) }
    return String(decoding: text[range.lowerBound..<end], as: UTF8.self) + " …"
  }
}
