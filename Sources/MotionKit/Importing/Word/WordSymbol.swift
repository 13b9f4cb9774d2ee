/// A character of a symbol font, as the one that other fonts have for it.
enum WordSymbol {
  /// - Parameter code: As `w:char` has it: hexadecimal, often in the private range that begins at F000.
  static func text(_ code: String?, font: String?) -> String {
    guard let code, let number = UInt32(code, radix: 16) else { return "" }
    let place = number >= 0xF000 && number <= 0xF0FF ? number - 0xF000 : number
    let font = (font ?? "").lowercased()
    if font.hasPrefix("wingdings"), let known = wingdings[place] { return String(Character(known)) }
    if font.hasPrefix("symbol"), let known = symbols[place] { return String(Character(known)) }
    return Unicode.Scalar(number).map { String(Character($0)) } ?? ""
  }

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
    0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let symbols: [UInt32: Unicode.Scalar] = [
    0xA3: "≤", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0x61: "α", 0x62: "β", 0x6D: "μ",
  ]
}
