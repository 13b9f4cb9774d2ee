/// The order in which people read names with numbers in them: A2 before A10.
package enum NaturalOrder {
  package static func precedes(_ one: String, _ other: String) -> Bool {
    let first = one.utf8
    let second = other.utf8
    var at = first.startIndex
    var place = second.startIndex
    while at != first.endIndex, place != second.endIndex {
      let isNumber = isDigit(first[at])
      if isNumber != isDigit(second[place]) { return isNumber }
      let end = first[at...].firstIndex { isDigit($0) != isNumber } ?? first.endIndex
      let stop = second[place...].firstIndex { isDigit($0) != isNumber } ?? second.endIndex
      let part = isNumber ? number(first[at..<end]) : first[at..<end]
      let counterpart = isNumber ? number(second[place..<stop]) : second[place..<stop]
      if !part.elementsEqual(counterpart) {
        if isNumber, part.count != counterpart.count { return part.count < counterpart.count }
        return part.lexicographicallyPrecedes(counterpart)
      }
      at = end
      place = stop
    }
    if at == first.endIndex, place == second.endIndex { return first.lexicographicallyPrecedes(second) }
    return at == first.endIndex
  }

  /// Without leading zeros, so that the longer one is the greater.
  private static func number(_ digits: Substring.UTF8View) -> Substring.UTF8View {
    let significant = digits.drop { $0 == 0x30 }
    return significant.isEmpty ? digits.suffix(1) : significant
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
