/// What the words of a motion are looked at by: scalars, since a paste has marks that are no characters of their own.
extension Unicode.Scalar {
  /// A space or a tab: what separates words inside a line once a paste has been cleaned.
  var isBlank: Bool { self == " " || self == "\t" }
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isLetter: Bool { isASCII ? isASCIILetter : properties.isAlphabetic }
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isLowercase: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }
  var isUppercase: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }
  var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) | 0x20) : self
  }
}

extension Sequence<Unicode.Scalar> {
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(underestimatedCount)
    for scalar in self { bytes.append(utf8: scalar) }
    return String(decoding: bytes, as: UTF8.self)
  }
  /// ASCII letters made small; enough for the English words that are looked for.
  var folded: [Unicode.Scalar] { map(\.lowercased) }
}

extension [UInt8] {
  mutating func append(utf8 scalar: Unicode.Scalar) {
    if scalar.isASCII { append(UInt8(truncatingIfNeeded: scalar.value)) } else { append(contentsOf: scalar.utf8) }
  }
}

extension ArraySlice<Unicode.Scalar> {
  var trimmed: ArraySlice<Unicode.Scalar> {
    var slice = self
    while let first = slice.first, first.isBlank { slice.removeFirst() }
    while let last = slice.last, last.isBlank { slice.removeLast() }
    return slice
  }

  /// Takes a prefix off and says whether it was there; letters in ASCII count alike whatever their case.
  mutating func take(_ word: String) -> Bool {
    var rest = self
    for scalar in word.unicodeScalars {
      guard let first = rest.first, first.lowercased == scalar.lowercased else { return false }
      rest.removeFirst()
    }
    self = rest
    return true
  }

  /// Takes the digits at the start off, as a number; nil where there are none or more than nine.
  mutating func takeNumber() -> Int? {
    let digits = prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    removeFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
  }

  mutating func takeBlanks() -> ArraySlice<Unicode.Scalar> {
    let blanks = prefix(while: \.isBlank)
    removeFirst(blanks.count)
    return blanks
  }
}
