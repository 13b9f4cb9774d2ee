/// A character reference of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum WebEntity {
  /// The characters it stands for and its length without the `&`; nil where the `&` is only an ampersand.
  static func read(_ rest: ArraySlice<Unicode.Scalar>) -> ([Unicode.Scalar], Int)? {
    guard let end = rest.prefix(12).firstIndex(of: ";") else { return nil }
    let name = rest[..<end]
    let length = name.count + 1
    if name.first == "#" {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst().text, radix: 16) : UInt32(digits.text)
      guard let value else { return nil }
      // Browsers read the numbers 128 to 159 as Windows-1252.
      if value < 0x100 { return ([Windows1252.scalar(UInt8(value))], length) }
      return Unicode.Scalar(value).map { ([$0], length) }
    }
    if let scalar = named[name.text] { return ([scalar], length) }
    // `Eacute` is the capital of `eacute`.
    guard let first = name.first, first.isUppercase, let small = named[([first.lowercased] + name.dropFirst()).text],
      small.value < 0x180, small.properties.isLowercase
    else { return nil }
    let capital = Array(small.properties.uppercaseMapping.unicodeScalars)
    return capital.count == 1 ? (capital, length) : nil
  }

  /// Those that motions hold; any other stays as typed.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "middot": "·", "pound": "£", "euro": "€", "cent": "¢", "yen": "¥", "copy": "©",
    "reg": "®", "trade": "™", "deg": "°", "frac12": "½", "frac14": "¼", "frac34": "¾", "times": "×", "sect": "§",
    "para": "¶", "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "agrave": "à",
    "egrave": "è", "igrave": "ì", "ograve": "ò", "ugrave": "ù", "acirc": "â", "ecirc": "ê", "icirc": "î",
    "ocirc": "ô", "ucirc": "û", "wcirc": "ŵ", "ycirc": "ŷ", "auml": "ä", "euml": "ë", "iuml": "ï", "ouml": "ö",
    "uuml": "ü", "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "aring": "å", "oslash": "ø", "zwj": "\u{200D}",
    "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}", "thinsp": "\u{2009}", "ensp": "\u{2002}",
    "emsp": "\u{2003}",
  ]
}
