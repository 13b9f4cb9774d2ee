/// The order in which people read names with numbers in them: A2 before A10.
package enum NaturalOrder {
  package static func precedes(_ one: String, _ other: String) -> Bool {
    let first = parts(one)
    let second = parts(other)
    for (a, b) in zip(first, second) where a != b {
      if a.isNumber, b.isNumber {
        if a.bytes.count != b.bytes.count { return a.bytes.count < b.bytes.count }
      } else if a.isNumber != b.isNumber {
        return a.isNumber
      }
      return a.bytes.lexicographicallyPrecedes(b.bytes)
    }
    if first.count != second.count { return first.count < second.count }
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  private struct Part: Equatable {
    var isNumber: Bool
    /// Numbers without leading zeros, so that the longer one is the greater.
    var bytes: [UInt8]
  }

  private static func parts(_ name: String) -> [Part] {
    var parts: [Part] = []
    for byte in name.utf8 {
      let isNumber = (0x30...0x39).contains(byte)
      if let last = parts.last, last.isNumber == isNumber {
        if isNumber, last.bytes == [0x30] {
          parts[parts.count - 1].bytes = [byte]
        } else {
          parts[parts.count - 1].bytes.append(byte)
        }
      } else {
        parts.append(Part(isNumber: isNumber, bytes: [byte]))
      }
    }
    return parts
  }
}
