/// How a value is written in front matter so that any YAML reader reads the same text back.
package enum FieldText {
  /// Plain where nothing can be misread, else in double quotes, else in single ones.
  package static func scalar(_ value: String) -> String {
    // One line: a field has no other.
    let line = value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    var text = String(String.UnicodeScalarView(line))
    while let last = text.unicodeScalars.last, last == " " { text.unicodeScalars.removeLast() }
    while let first = text.unicodeScalars.first, first == " " { text.unicodeScalars.removeFirst() }
    if isPlain(text) { return text }
    if !text.utf8.contains(UInt8(ascii: "\"")) && !text.utf8.contains(UInt8(ascii: "\\")) { return "\"\(text)\"" }
    var quoted = "'"
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "'" { quoted += "'" }
    }
    return quoted + "'"
  }

  /// Begins with a letter, holds no mark that YAML reads, and is no word that some YAML version takes for a value.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCIILetter else { return false }
    let marks = ":#{}[],&*!|>'\"%@`\\"
    guard text.unicodeScalars.allSatisfy({ !marks.unicodeScalars.contains($0) && !isHidden($0) }) else { return false }
    return !reserved.contains(text.unicodeScalars.folded.text)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static let reserved = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
}
