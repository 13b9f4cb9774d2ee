/// UTF-8 that a program took for Windows-1252: `â€™` for `’`, `Â£` for `£`.
enum GarbledText {
  static func repair(in paste: inout Paste) {
    for index in paste.lines.indices {
      guard let repaired = repaired(paste.lines[index].scalars) else { continue }
      paste.rewrite(
        index, as: repaired, .garbled, "garbled letters put right: they were UTF-8 read as Windows-1252")
    }
  }

  /// Nil where nothing is garbled. A run of characters is garbled only if its bytes are whole, valid UTF-8, which real
  /// words never are.
  ///
  /// A text that went through such a program several times is put right as often, in one pass: what a run comes to may
  /// be the end of another that began before it.
  private static func repaired(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    var changed = false
    for scalar in scalars {
      // A control of the range that Windows-1252 uses for letters is such a letter.
      let isControl = (0x80...0x9F).contains(scalar.value)
      let plain = isControl ? Windows1252.scalar(UInt8(scalar.value)) : scalar
      changed = changed || plain != scalar
      result.append(plain)
      while let (whole, length) = sequence(endOf: result) {
        result.removeLast(length)
        result.append(whole)
        changed = true
      }
    }
    return changed ? result : nil
  }

  /// The character that the last ones are the bytes of, and how many they are.
  private static func sequence(endOf scalars: [Unicode.Scalar]) -> (Unicode.Scalar, Int)? {
    guard let last = scalars.last, last.value >= 0x80 else { return nil }
    var bytes: [UInt8] = []
    for scalar in scalars.suffix(4).reversed() {
      guard let byte = Windows1252.byte(scalar) else { return nil }
      bytes.insert(byte, at: 0)
      if (0x80...0xBF).contains(byte) { continue }
      guard (0xC2...0xF4).contains(byte), let text = String(validating: bytes, as: UTF8.self),
        let found = text.unicodeScalars.first, text.unicodeScalars.count == 1, found.value >= 0xA0
      else { return nil }
      return (found, bytes.count)
    }
    return nil
  }
}
