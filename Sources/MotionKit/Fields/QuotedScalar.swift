/// Text between quotation marks, single or double, on one line.
enum QuotedScalar {
  /// The text, and the offset behind the closing mark; nil where it is not closed or an escape means nothing.
  static func read(_ bytes: [UInt8], from start: Int, to end: Int) -> (String, Int)? {
    bytes[start] == UInt8(ascii: "'") ? readSingle(bytes, start, end) : readDouble(bytes, start, end)
  }

  private static func readSingle(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (String, Int)? {
    var text: [UInt8] = []
    var at = start + 1
    while at < end {
      if bytes[at] == UInt8(ascii: "'") {
        guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "'") else {
          return (String(decoding: text, as: UTF8.self), at + 1)
        }
        at += 1
      }
      text.append(bytes[at])
      at += 1
    }
    return nil
  }

  private static func readDouble(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (String, Int)? {
    var text: [UInt8] = []
    var at = start + 1
    while at < end {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return (String(decoding: text, as: UTF8.self), at) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard at < end else { return nil }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "x"), UInt8(ascii: "u"):
        let length = escape == UInt8(ascii: "x") ? 2 : 4
        guard at + length <= end, bytes[at..<at + length].allSatisfy({ isDigit($0) || isLetter($0) }),
          let code = UInt32(String(decoding: bytes[at..<at + length], as: UTF8.self), radix: 16),
          let scalar = UnicodeScalar(code)
        else { return nil }
        text += Array(String(Character(scalar)).utf8)
        at += length
      default: return nil
      }
    }
    return nil
  }

  /// The text in double quotation marks, as every YAML parser reads it.
  static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\x" + (hex.utf8.count < 2 ? "0" : "") + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
