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
  private static func repaired(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    var changed = false
    var index = 0
    while index < scalars.count {
      if let (scalar, length) = sequence(scalars, at: index) {
        result.append(scalar)
        index += length
        changed = true
      } else {
        // A control of the range that Windows-1252 uses for letters is such a letter.
        let value = scalars[index].value
        let plain = (0x80...0x9F).contains(value) ? Windows1252.scalar(UInt8(value)) : scalars[index]
        changed = changed || plain != scalars[index]
        result.append(plain)
        index += 1
      }
    }
    return changed ? result : nil
  }

  private static func sequence(_ scalars: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, Int)? {
    guard let first = Windows1252.byte(scalars[index]) else { return nil }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard index + length <= scalars.count else { return nil }
    var bytes = [first]
    for scalar in scalars[(index + 1)..<(index + length)] {
      guard let byte = Windows1252.byte(scalar), (0x80...0xBF).contains(byte) else { return nil }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count == 1,
      let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
    else { return nil }
    return (scalar, length)
  }
}
