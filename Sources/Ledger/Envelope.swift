internal import CanonicalJSON

/// Where the members that every entry has stand in a line that was checked to be canonical.
struct Envelope {
  var at: Range<Int> = 0..<0
  var previous: Range<Int> = 0..<0
  var id: Range<Int>?
  var seq = -1
  var isOpening = false
  /// Whether it is one of the ledger's own entries.
  var isOwn = false

  /// What is missing or wrong; nil where the envelope is whole.
  private(set) var fault: String?

  /// Runs over every entry of a ledger: compares bytes and makes nothing.
  init(_ line: CanonicalLine, in bytes: [UInt8]) {
    guard line.isObject else {
      fault = "an entry is an object"
      return
    }
    var found = 0
    for member in line.members {
      let value = member.value
      switch member.name.count {
      case 1 where bytes[member.name.lowerBound] == UInt8(ascii: "v"):
        found |= 1
        if Envelope.number(bytes, value).map({ $0 < 1 }) ?? true { fault = "“v” is no number from 1" }
      case 2:
        switch (bytes[member.name.lowerBound], bytes[member.name.lowerBound + 1]) {
        case (UInt8(ascii: "a"), UInt8(ascii: "t")):
          found |= 2
          // A number may have one digit: only a string has something between its first byte and its last.
          at = bytes[value.lowerBound] == UInt8(ascii: "\"") ? value.lowerBound + 1..<value.upperBound - 1 : 0..<0
          if !Envelope.isInstant(bytes, at) { fault = "“at” is no instant such as \"2026-09-13T11:00:00Z\"" }
        case (UInt8(ascii: "b"), UInt8(ascii: "y")):
          found |= 4
          if !Envelope.isName(bytes, value) { fault = "“by” is no name" }
        case (UInt8(ascii: "i"), UInt8(ascii: "d")):
          id = value
          if !Envelope.isName(bytes, value) { fault = "“id” is no name" }
        default: break
        }
      case 3 where Envelope.equals(bytes, member.name, "seq"):
        found |= 8
        if let number = Envelope.number(bytes, value) { seq = number } else { fault = "“seq” is no number" }
      case 4 where Envelope.equals(bytes, member.name, "prev"):
        found |= 16
        previous = value
        if value.count != 46 || bytes[value.lowerBound] != UInt8(ascii: "\"") { fault = "“prev” is no digest" }
      case 4 where Envelope.equals(bytes, member.name, "type"):
        found |= 32
        isOwn = value.count > 8 && Envelope.equals(bytes, value.prefix(8), OwnEntries.prefix)
        isOpening = isOwn && Envelope.equals(bytes, value, "\"ledger.opened\"")
        if !Envelope.isName(bytes, value) { fault = "“type” is no name" }
      default: break
      }
    }
    if found != 63, fault == nil {
      let names = [(1, "v"), (2, "at"), (4, "by"), (8, "seq"), (16, "prev"), (32, "type")]
      fault = "“\(names.first { found & $0.0 == 0 }?.1 ?? "")” is missing"
    }
  }

  private static func equals(_ bytes: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    var index = range.lowerBound
    for byte in word.description.utf8 {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// A number of a checked line; nil where the value is something else or below zero.
  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count <= 16, !range.isEmpty else { return nil }
    var value = 0
    for index in range {
      guard bytes[index] &- 48 < 10 else { return nil }
      value = value * 10 + Int(bytes[index] &- 48)
    }
    return value
  }

  /// `2026-09-13T11:00:00Z`, a day of the calendar and a second of that day.
  private static func isInstant(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count == 20 else { return false }
    for index in 0..<20 {
      let byte = bytes[range.lowerBound + index]
      let isRight =
        switch index {
        case 4, 7: byte == UInt8(ascii: "-")
        case 10: byte == UInt8(ascii: "T")
        case 13, 16: byte == UInt8(ascii: ":")
        case 19: byte == UInt8(ascii: "Z")
        default: byte &- 48 < 10
        }
      guard isRight else { return false }
    }
    func two(_ index: Int) -> Int {
      Int(bytes[range.lowerBound + index] &- 48) * 10 + Int(bytes[range.lowerBound + index + 1] &- 48)
    }
    guard two(11) < 24, two(14) < 60, two(17) < 60 else { return false }
    let days =
      switch two(5) {
      case 1, 3, 5, 7, 8, 10, 12: 31
      case 4, 6, 9, 11: 30
      // Divided by 400, a year leaves what its hundreds leave of 4 and its last two digits.
      case 2: two(2) % 4 == 0 && (two(2) > 0 || two(0) % 4 == 0) ? 29 : 28
      default: 0
      }
    return two(8) >= 1 && two(8) <= days
  }

  /// Whether a value is a string that can be read in one way only: not empty, no control characters, and none that
  /// turn the direction of writing, which could make one name look like another.
  static func isName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return false }
    var index = range.lowerBound + 1
    let end = range.upperBound - 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        // Only a quotation mark and a backslash are escaped without being control characters.
        guard bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\\") else { return false }
        index += 2
        continue
      }
      if byte == 0x7F { return false }
      if byte == 0xC2, bytes[index + 1] < 0xA0 { return false }
      if byte == 0xD8, bytes[index + 1] == 0x9C { return false }
      if byte == 0xE2 {
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0x80, third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third) { return false }
        if second == 0x81, (0xA6...0xA9).contains(third) { return false }
      }
      index += 1
    }
    return true
  }
}
