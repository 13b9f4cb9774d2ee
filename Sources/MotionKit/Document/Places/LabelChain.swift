/// Reads the labels that name one place: `2`, `2.1(a)`, `(a)(i)`, the outer one first.
struct LabelChain {
  typealias Piece = (label: String, span: Range<Int>)

  private let bytes: [UInt8]
  private let limit: Int
  private let finder: LabelFinder
  /// Behind what was read.
  private(set) var at: Int

  /// From a place in a text, not beyond `limit`; the finder knows which labels the text has.
  init(bytes: [UInt8], from start: Int, to limit: Int, finder: LabelFinder) {
    self.bytes = bytes
    self.limit = limit
    self.finder = finder
    at = start
  }

  /// `2`, `2A`, `2.1`, `2.1(a)(i)`, `(a)`; after a noun `2a` and `A1` too.
  mutating func read(afterNoun: Bool) -> [Piece]? {
    var pieces: [Piece] = []
    let start = at
    if at < limit, isDigit(bytes[at]) || afterNoun && isUpper(bytes[at]) {
      guard let number = readNumber(afterNoun: afterNoun) else {
        at = start
        return nil
      }
      pieces = number
    }
    while at + 2 < limit, bytes[at] == UInt8(ascii: "(") {
      var end = at + 1
      while end < limit, isLetter(bytes[end]) || isDigit(bytes[end]) { end += 1 }
      guard end < limit, bytes[end] == UInt8(ascii: ")"), end > at + 1, end - at <= 6,
        !LabelChain.isYear(in: bytes, from: at, to: limit)
      else { break }
      pieces.append((string(at + 1..<end), at + 1..<end))
      at = end + 1
    }
    if pieces.isEmpty {
      at = start
      return nil
    }
    return pieces
  }

  private mutating func readNumber(afterNoun: Bool) -> [Piece]? {
    let start = at
    var end = at
    while end < limit, end - start < 5, isUpper(bytes[end]) { end += 1 }
    let hasStem = end > start
    while end < limit {
      let byte = bytes[end]
      if isDigit(byte) {
        end += 1
      } else if byte == UInt8(ascii: "."), end > start, end + 1 < limit, isDigit(bytes[end + 1]) {
        end += 1
      } else {
        break
      }
    }
    guard isDigit(bytes[end - 1]) else { return nil }
    let digits = end
    while end < limit, end - digits < 5, isUpper(bytes[end]) { end += 1 }
    if end == digits, afterNoun {
      while end < limit, end - digits < 2, isLetter(bytes[end]) { end += 1 }
    }
    guard end - start <= 12, endsLabel(end) else { return nil }
    let label = string(start..<end)
    // "clause A1" is one only where it is there.
    if hasStem, !finder.holds(label) { return nil }
    at = end
    if finder.holds(label) { return [(label, start..<end)] }
    return parts(start..<digits) + (isLetter(bytes[end - 1]) ? [(string(digits..<end), digits..<end)] : [])
  }

  /// `2.1` of a text that has 1 below 2 is two labels.
  private func parts(_ span: Range<Int>) -> [Piece] {
    let label = string(span)
    guard label.utf8.contains(UInt8(ascii: ".")), !finder.holds(label) else { return [(label, span)] }
    var pieces: [Piece] = []
    var from = span.lowerBound
    for end in span where bytes[end] == UInt8(ascii: ".") {
      pieces.append((string(from..<end), from..<end))
      from = end + 1
    }
    return pieces + [(string(from..<span.upperBound), from..<span.upperBound)]
  }

  /// Whether a label can end here: no letter or digit, percent sign or letter beyond ASCII follows.
  private func endsLabel(_ end: Int) -> Bool {
    guard end < limit else { return true }
    let byte = bytes[end]
    if byte == 0xE2 || byte == 0xC2 {
      return bytes[end..<limit].starts(with: "\u{A0}".utf8) || byte == 0xE2
    }
    return !isLetter(byte) && !isDigit(byte) && byte < 0x80 && byte != UInt8(ascii: "%")
  }

  /// "(2019)", which is no label.
  static func isYear(in bytes: [UInt8], from at: Int, to limit: Int) -> Bool {
    guard at + 5 < limit, bytes[at] == UInt8(ascii: "("), bytes[at + 5] == UInt8(ascii: ")") else { return false }
    return bytes[at + 1..<at + 5].allSatisfy(isDigit)
  }

  private func string(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }
}
