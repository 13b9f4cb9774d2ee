/// Forms of words that "throughout" leaves as they are: other capitals, the ending of a plural, of a verb or of a
/// possessor.
package enum OtherForms {
  /// Where the words stand in any capitals, with such an ending or without.
  package static func places(of sought: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    let small = sought.map(Letters.lower)
    guard let first = small.first, small.count <= text.count, small.contains(where: Letters.isASCIILetter) else {
      return []
    }
    var found: [Range<Int>] = []
    for start in 0...text.count - small.count where Letters.lower(text[start]) == first {
      guard start == 0 || !Phrase.isWordByte(text[start - 1]),
        zip(small, text[start...]).allSatisfy({ $0 == Letters.lower($1) })
      else { continue }
      var end = start + small.count
      while end < text.count, Letters.isASCIILetter(text[end]) { end += 1 }
      let ending = text[start + small.count..<end].map(Letters.lower)
      guard endings.contains(ending), end == text.count || text[end] < 0x80 || text[end] == 0xE2 else { continue }
      found.append(start..<end + possessive(text, at: end))
    }
    return found
  }

  /// The length of `’s` at a point; 0 where there is none.
  package static func possessive(_ text: [UInt8], at offset: Int) -> Int {
    for mark in ["’s", "'s"] where text[min(offset, text.count)...].starts(with: mark.utf8) {
      let end = offset + mark.utf8.count
      return end == text.count || !Phrase.isWordByte(text[end]) ? mark.utf8.count : 0
    }
    return 0
  }

  private static let endings: [[UInt8]] = ["", "s", "es", "d", "ed", "ing"].map { Array($0.utf8) }
}
