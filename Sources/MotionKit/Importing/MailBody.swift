/// The body of a mail as lines of text, its transfer encoding undone.
enum MailBody {
  /// Every line keeps the number of the line of the file that it begins in.
  static func decode(_ lines: [MailMessage.Line], _ encoding: String) -> [PastedLine] {
    switch encoding {
    case "quoted-printable": return quotedPrintable(lines)
    case "base64":
      var decoder = Base64()
      for line in lines { decoder.take(line.bytes) }
      let first = lines.first?.number ?? 1
      return Paste(TextDecoding(decoder.output).scalars).lines.map { line in
        var line = line
        line.number = first
        return line
      }
    default:
      return lines.map { PastedLine(scalars: TextDecoding(Array($0.bytes)).scalars, number: $0.number) }
    }
  }

  private static func quotedPrintable(_ lines: [MailMessage.Line]) -> [PastedLine] {
    var result: [PastedLine] = []
    var open: (bytes: [UInt8], number: Int)?
    for line in lines {
      var bytes = line.bytes
      while let last = bytes.last, last == 0x20 || last == 9 { bytes.removeLast() }
      let isSoft = bytes.last == UInt8(ascii: "=")
      if isSoft { bytes.removeLast() }
      let whole = (open?.bytes ?? []) + unquote(bytes)
      let number = open?.number ?? line.number
      open = isSoft ? (whole, number) : nil
      if !isSoft { result.append(PastedLine(scalars: TextDecoding(whole).scalars, number: number)) }
    }
    if let open { result.append(PastedLine(scalars: TextDecoding(open.bytes).scalars, number: open.number)) }
    return result
  }

  /// `=E2=80=99` as the bytes it stands for; an `=` that begins none stays.
  static func unquote(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "=")) else { return Array(bytes) }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let high = rest.first.flatMap(hex), let low = rest.dropFirst().first.flatMap(hex) {
        result.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Lines that end with a blank go on in the next (RFC 3676), where both are quoted equally deep.
  static func joinFlowed(_ lines: [PastedLine], dropsBlank: Bool) -> [PastedLine] {
    var result: [PastedLine] = []
    var runsOn: Int?
    for line in lines {
      let depth = line.scalars.prefix { $0 == ">" }.count
      var text = line.scalars[depth...]
      if text.first == " " { text.removeFirst() }
      let isSignature = text.elementsEqual("-- ".unicodeScalars)
      let goesOn = text.last == " " && !isSignature
      if goesOn && dropsBlank { text.removeLast() }
      if runsOn == depth, !isSignature {
        result[result.count - 1].scalars += text
      } else {
        let marks = depth == 0 ? [] : Array(repeatElement(Unicode.Scalar(">"), count: depth)) + [" "]
        result.append(PastedLine(scalars: marks + text, number: line.number))
      }
      runsOn = goesOn ? depth : nil
    }
    return result
  }
}

/// Base64 (RFC 4648), read a line at a time; what is not of its alphabet is passed over.
struct Base64: Sendable {
  private(set) var output: [UInt8] = []
  private var held: UInt32 = 0
  private var count: UInt32 = 0

  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      held = held << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: held >> count))
      }
    }
  }
}

/// The words of a header field, where other letters than ASCII stand as `=?UTF-8?Q?…?=` (RFC 2047).
enum MailWords {
  static func decode(_ value: String) -> String {
    var result = ""
    var wasWord = false
    var blanks = ""
    for (index, word) in value.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let pieces = word.split(separator: "?", omittingEmptySubsequences: false)
      if pieces.count == 5, pieces[0] == "=", pieces[4] == "=", let bytes = bytes(pieces[2], pieces[3]) {
        // Between two such words the blank is only there to part them.
        result += (wasWord ? "" : blanks) + TextDecoding(bytes).scalars.text
        wasWord = true
      } else {
        result += (index == 0 ? "" : blanks) + word
        wasWord = false
      }
      blanks = " "
    }
    return result
  }

  private static func bytes(_ encoding: Substring, _ text: Substring) -> [UInt8]? {
    switch encoding.lowercased() {
    case "q": return MailBody.unquote(Array(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })[...])
    case "b":
      var decoder = Base64()
      decoder.take(text.utf8)
      return decoder.output
    default: return nil
    }
  }
}
