/// The sentences of a clause's text, for "the last sentence of 3".
enum Sentences {
  /// Byte ranges without the blanks between them.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < text.count {
      defer { at += 1 }
      guard text[at] == 0x2E || text[at] == 0x21 || text[at] == 0x3F else { continue }
      var end = at + 1
      while let mark = QuotationMark.at(end, in: text) { end += mark.length }
      while end < text.count, text[end] == 0x29 { end += 1 }
      guard end < text.count else { continue }
      guard text[end] == 0x20, end + 1 < text.count, beginsSentence(text, end + 1), !isAbbreviation(text, at) else {
        continue
      }
      result.append(start..<end)
      start = end + 1
      at = end
    }
    if start < text.count { result.append(start..<text.count) }
    return result
  }

  private static func beginsSentence(_ text: [UInt8], _ offset: Int) -> Bool {
    let byte = text[offset]
    if byte >= 0x61 && byte <= 0x7A { return false }
    return true
  }

  private static func isAbbreviation(_ text: [UInt8], _ stop: Int) -> Bool {
    var start = stop
    while start > 0, Letters.isASCIILetter(text[start - 1]) { start -= 1 }
    let word = Letters.folded(String(decoding: text[start..<stop], as: UTF8.self))
    return word.utf8.count == 1 || ["mr", "mrs", "ms", "dr", "st", "no", "vs", "cf", "para", "prof"].contains(word)
  }
}
