/// How many columns of a terminal a text takes: two for letters of East Asia and for emoji, none for marks that stand on
/// the letter before them (Unicode Standard Annex 11).
package enum DisplayColumns {
  package static func count(_ text: some StringProtocol) -> Int {
    var count = 0
    for byte in text.utf8 {
      if byte >= 0x80 { return text.reduce(0) { $0 + columns(of: $1) } }
      count += 1
    }
    return count
  }

  private static func columns(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      // Shown as a picture.
      if scalar == "\u{FE0F}" { return 2 }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: continue
      default: widest = max(widest, isWide(scalar) ? 2 : 1)
      }
    }
    return widest
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
      0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
