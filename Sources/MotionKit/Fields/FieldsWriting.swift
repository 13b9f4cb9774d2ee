/// How values are written so that every YAML parser reads them as we do.
enum FieldsWriting {
  /// Plain where that is read as the same text, else in double quotation marks.
  static func scalar(_ text: String, quoted: Bool = false, inList: Bool = false) -> String {
    quoted || needsQuotes(Array(text.utf8), inList: inList) ? QuotedScalar.quote(text) : text
  }

  private static func needsQuotes(_ bytes: [UInt8], inList: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if isBlank(first) || isBlank(last) || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return true }
    if PlainScalarStart.trouble(first) != nil { return true }
    if first == UInt8(ascii: "-"), bytes.count == 1 || isBlank(bytes[1]) || bytes.starts(with: "---".utf8) {
      return true
    }
    for (index, byte) in bytes.enumerated() {
      if byte < 32 || byte == 0x7F { return true }
      if byte == UInt8(ascii: ":"), index + 1 == bytes.count || isBlank(bytes[index + 1]) { return true }
      if byte == UInt8(ascii: "#"), index > 0, isBlank(bytes[index - 1]) { return true }
      if inList,
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
          || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":")
      {
        return true
      }
    }
    if case .text = PlainScalar.read(bytes[...]) { return false }
    return true
  }
}
