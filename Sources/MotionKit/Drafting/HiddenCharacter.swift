/// Characters that nobody sees on the page, and what may be said of them.
package enum HiddenCharacter {
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x08, 0x0E...0x1F, 0x7F, 0xAD, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFC: true
    // Bytes of Windows-1252 without a character.
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: false
    }
  }

  package static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Shows whatever follows from right to left, or from left to right, whatever its letters are.
  package static func forcesDirection(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{202D}" || scalar == "\u{202E}" }

  package static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x061B, 0x061D...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  package static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

  /// Joiners shape the letters of Persian, Hindi and others, and make one emoji of several; between Latin letters they
  /// are strays.
  package static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before, let after else { return false }
    return before.value >= 0x0590 && after.value >= 0x0590
  }

  package static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether it can be printed as it is, neither unseen nor turning or cutting the line.
  package static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: false
    default: !isInvisible(scalar) && !isDirectionMark(scalar)
    }
  }

  /// A text with what nobody sees said by its name: `<U+200B>`.
  package static func shown(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { !isShown($0) }) else { return text }
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let joins =
        isJoiner(scalar)
        && self.joins(index > 0 ? scalars[index - 1] : nil, index + 1 < scalars.count ? scalars[index + 1] : nil)
      if isShown(scalar) || joins || scalar == "\t" {
        result.unicodeScalars.append(scalar)
      } else {
        result += "<\(name(scalar))>"
      }
    }
    return result
  }
}
