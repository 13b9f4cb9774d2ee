/// Finds the strings that members of one name hold, at any depth, by their bytes alone.
///
/// In canonical lines the name, its quotation marks and what follows it stand nowhere else: within a string they would be
/// escaped. A million lines are looked through in a tenth of the time that checking them takes.
struct MemberSearch {
  /// The name with the quotation mark that its value begins with.
  private let beginning: [UInt8]
  /// How far to go on from a byte that the window ends with (Horspool).
  private let skips: [Int]

  init(_ name: String) {
    let beginning = Array("\"\(name)\":\"".utf8)
    var skips = [Int](repeating: beginning.count, count: 256)
    for (index, byte) in beginning.dropLast().enumerated() { skips[Int(byte)] = beginning.count - 1 - index }
    self.beginning = beginning
    self.skips = skips
  }

  /// The next value with its quotation marks, from a place on; the place is moved behind it.
  func next(in bytes: [UInt8], from place: inout Int, upTo end: Int) -> Range<Int>? {
    var at = place + beginning.count - 1
    while at < end {
      if isEnd(at, in: bytes), let value = string(in: bytes, from: at, upTo: end) {
        place = value.upperBound
        return value
      }
      at += skips[Int(bytes[at])]
    }
    place = end
    return nil
  }

  private func isEnd(_ at: Int, in bytes: [UInt8]) -> Bool {
    var (at, index) = (at, beginning.count - 1)
    while bytes[at] == beginning[index] {
      if index == 0 { return true }
      at -= 1
      index -= 1
    }
    return false
  }

  /// A string from its quotation mark; nil where the line ends before it does.
  private func string(in bytes: [UInt8], from start: Int, upTo end: Int) -> Range<Int>? {
    var at = start + 1
    while at < end, bytes[at] != 10 {
      if bytes[at] == UInt8(ascii: "\"") { return start..<at + 1 }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
