/// A text as it may be shown: it must not steer the terminal or the page it is shown on.
///
/// Control characters become U+FFFD, line ends and tabs stay. Characters that turn the direction of writing are named,
/// and where they changed also those that nobody sees.
enum VisibleText {
  static func string(_ text: String, isMarked: Bool = false) -> String {
    guard text.utf8.contains(where: isOdd) else { return text }
    let isBlank = isMarked && text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      switch scalar.value {
      case 0x09, 0x0A: visible.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: visible.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: visible.append(contentsOf: name(scalar))
      case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF:
        if isMarked { visible.append(contentsOf: name(scalar)) } else { visible.append(scalar) }
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        if isBlank { visible.append(contentsOf: name(scalar)) } else { visible.append(scalar) }
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// The same of bytes; a byte that is no UTF-8 is U+FFFD.
  static func bytes(_ text: [UInt8], isMarked: Bool = false) -> [UInt8] {
    guard text.contains(where: isOdd) else { return text }
    return Array(string(String(decoding: text, as: UTF8.self), isMarked: isMarked).utf8)
  }

  /// Anything but printable ASCII may need a second look.
  private static func isOdd(_ byte: UInt8) -> Bool { byte < 0x20 || byte >= 0x7F }

  private static func name(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+\(String(repeating: "0", count: max(4 - digits.count, 0)))\(digits)⟩".unicodeScalars
  }
}
