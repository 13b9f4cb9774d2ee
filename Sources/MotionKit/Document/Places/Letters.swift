/// What a byte or a run of bytes is, as far as instructions care.
enum Letters {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  /// Letters, digits and every byte of a letter beyond ASCII; the punctuation of U+2000 to U+206F is told apart by
  /// whoever looks at whole characters.
  static func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isASCIILetter(byte) || byte >= 0x80 }

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Lower case with plain apostrophes and without invisible characters: the form that tables are written in.
  static func folded(_ text: String) -> String {
    // Nearly every word is plain; building a string scalar by scalar took most of the time of reading.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.allSatisfy { lower($0) == $0 } ? text : String(decoding: text.utf8.map(lower), as: UTF8.self)
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x02BC: result.unicodeScalars.append("'")
      case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: continue
      default: result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// Without blanks at either end, and every run of blanks inside one space.
  static func flowed(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var pending = false
    for byte in bytes {
      if isBlank(byte) {
        pending = !result.isEmpty
      } else {
        if pending { result.append(0x20) }
        pending = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without blanks at either end.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let first = slice.first, isBlank(first) { slice.removeFirst() }
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}
