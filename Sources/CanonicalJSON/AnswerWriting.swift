extension JSON {
  /// One line of JSON, members in the order they were given: the form of every `--json` answer.
  public var answer: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, inOrder: false)
    return bytes
  }

  /// Appends the value; `inOrder`, the members of every object stand in RFC 8785's order.
  func write(to bytes: inout [UInt8], inOrder: Bool) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .string(let value): JSON.writeString(value, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes, inOrder: inOrder)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in (inOrder ? members.inOrder : members).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSON.writeString(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes, inOrder: inOrder)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8785 §3.2.2.2: the short escapes, `\u00xx` in lower case for other controls, everything else as it is.
  package static func writeString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    // Whole, which is a copy of memory, and again from the first byte that has to be escaped: hardly any text has one.
    bytes += text.utf8
    var at = start
    while at < bytes.count, !needsEscape(bytes[at]) { at += 1 }
    if at < bytes.count {
      let rest = Array(bytes[at...])
      bytes.removeSubrange(at...)
      for byte in rest { writeEscaped(byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0..<0x20:
      let hex = Array("0123456789abcdef".utf8)
      bytes += "\\u00".utf8
      bytes += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}
