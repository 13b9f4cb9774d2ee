import CanonicalJSON

/// A reader of any JSON text with integers, keeping the order of members: for answers and for schemas.
///
/// The project's own strict parser is made for the ledger's narrow form, which schemas do not keep to.
struct JSONReader {
  struct Malformed: Error, CustomStringConvertible {
    var offset: Int
    var expected: String
    var description: String { "not JSON at byte \(offset): expected \(expected)" }
  }

  private let bytes: [UInt8]
  private var offset = 0

  static func read(_ text: String) throws(Malformed) -> JSON {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.offset == reader.bytes.count else { throw reader.malformed("the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func malformed(_ expected: String) -> Malformed { Malformed(offset: offset, expected: expected) }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func value() throws(Malformed) -> JSON {
    skipBlanks()
    if take("null") { return .null }
    if take("true") { return true }
    if take("false") { return false }
    if take("\"") { return .string(try string()) }
    if take("[") { return .array(try array()) }
    if take("{") { return .object(try object()) }
    let digits = bytes[offset...].prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw malformed("a value") }
    offset += digits.count
    return .integer(number)
  }

  private mutating func array() throws(Malformed) -> [JSON] {
    var values: [JSON] = []
    skipBlanks()
    if take("]") { return values }
    while true {
      values.append(try value())
      skipBlanks()
      if take("]") { return values }
      guard take(",") else { throw malformed("a comma or ]") }
    }
  }

  private mutating func object() throws(Malformed) -> [JSON.Member] {
    var members: [JSON.Member] = []
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      guard take("\"") else { throw malformed("a name") }
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else { throw malformed("another name than \(name)") }
      skipBlanks()
      guard take(":") else { throw malformed("a colon") }
      members.append(JSON.Member(name, try value()))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw malformed("a comma or }") }
    }
  }

  private mutating func string() throws(Malformed) -> String {
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw malformed("UTF-8") }
        return string
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw malformed("an escaped control character")
      default: text.append(byte)
      }
    }
    throw malformed("the end of a string")
  }

  private mutating func escape() throws(Malformed) -> [UInt8] {
    let plain: [(String, UInt8)] = [
      ("\"", 0x22), ("\\", 0x5C), ("/", 0x2F), ("b", 8), ("f", 12), ("n", 10), ("r", 13), ("t", 9),
    ]
    for (mark, byte) in plain where take(mark) { return [byte] }
    guard take("u") else { throw malformed("an escape") }
    var code = try unit()
    if (0xD800..<0xDC00).contains(code), take("\\u") {
      code = 0x10000 + (code - 0xD800) << 10 + (try unit()) - 0xDC00
    }
    guard let scalar = Unicode.Scalar(code) else { throw malformed("a Unicode scalar") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func unit() throws(Malformed) -> UInt32 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw malformed("four hexadecimal digits")
    }
    offset += 4
    return code
  }
}
