/// The body of a mail as lines of text, its transfer encoding undone.
struct MailBody: Sendable {
  /// Every line keeps the number of the line of the file that it begins in.
  var lines: [PastedLine] = []
  var guesses: [Guess] = []

  /// - Parameter charset: What the mail says its letters are encoded in.
  init(_ source: [MailMessage.Line], _ encoding: String, charset: TextEncoding?) {
    let packed: [(bytes: [UInt8], number: Int)]
    switch encoding {
    case "quoted-printable": packed = MailBody.quotedPrintable(source)
    case "base64": packed = MailBody.base64(source)
    default: packed = source.map { (Array($0.bytes), $0.number) }
    }
    // What was decoded may hold line ends of its own.
    let numbers = packed.flatMap { line in repeatElement(line.number, count: line.bytes.count { $0 == 10 } + 1) }
    guard let last = numbers.last else { return }
    // Whether the letters are what the mail says is seen only in all of them.
    let whole = Array(packed.map(\.bytes).joined(separator: [10]))
    let decoding = TextDecoding(whole, declared: charset ?? WebPage.encoding(in: whole))
    for (index, line) in decoding.scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      lines.append(PastedLine(scalars: Array(line), number: index < numbers.count ? numbers[index] : last))
    }
    if var guess = decoding.guess {
      guess.line = guess.line <= numbers.count ? numbers[guess.line - 1] : last
      guesses.append(guess)
    }
  }

  private static func base64(_ source: [MailMessage.Line]) -> [(bytes: [UInt8], number: Int)] {
    var decoder = Base64()
    var ends: [Int] = []
    for line in source {
      decoder.take(line.bytes)
      ends.append(decoder.output.count)
    }
    var place = 0
    return decoder.output.split(separator: 10, omittingEmptySubsequences: false).map { line in
      while place + 1 < ends.count, ends[place] <= line.startIndex { place += 1 }
      return (Array(line), place < source.count ? source[place].number : 1)
    }
  }

  private static func quotedPrintable(_ source: [MailMessage.Line]) -> [(bytes: [UInt8], number: Int)] {
    var result: [(bytes: [UInt8], number: Int)] = []
    // Lines that end with `=` go on in the next; the number is that of the first.
    var whole: [UInt8] = []
    var start: Int?
    for line in source {
      var bytes = line.bytes
      while let last = bytes.last, last == 0x20 || last == 9 { bytes.removeLast() }
      let isSoft = bytes.last == UInt8(ascii: "=")
      if isSoft { bytes.removeLast() }
      whole += unquote(bytes)
      let number = start ?? line.number
      start = isSoft ? number : nil
      guard !isSoft else { continue }
      result.append((whole, number))
      whole.removeAll(keepingCapacity: true)
    }
    if let start { result.append((whole, start)) }
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
  mutating func joinFlowed(dropsBlank: Bool) {
    var result: [PastedLine] = []
    var parts: [String] = []
    var runsOn: Int?
    for line in lines {
      let depth = line.scalars.prefix { $0 == ">" }.count
      var text = line.scalars[depth...]
      if text.first == " " { text.removeFirst() }
      let isSignature = text.elementsEqual("-- ".unicodeScalars)
      let goesOn = text.last == " " && !isSignature
      if goesOn && dropsBlank { text.removeLast() }
      if runsOn == depth, !isSignature {
        parts.append(line.text)
        result[result.count - 1].scalars += text
      } else {
        sayJoined(parts, result.last)
        parts = [line.text]
        let marks = depth == 0 ? [] : Array(repeatElement(Unicode.Scalar(">"), count: depth)) + [" "]
        result.append(PastedLine(scalars: marks + text, number: line.number))
      }
      runsOn = goesOn ? depth : nil
    }
    sayJoined(parts, result.last)
    lines = result
  }

  private mutating func sayJoined(_ parts: [String], _ line: PastedLine?) {
    guard parts.count > 1, let line else { return }
    guesses.append(
      Guess(
        .joined, line: line.number, message: "lines that the mail says run on joined",
        before: parts.joined(separator: "\n"), after: line.text, count: parts.count - 1))
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
        result += (wasWord ? "" : blanks) + TextDecoding(bytes, declared: charset(pieces[1])).scalars.text
        wasWord = true
      } else {
        result += (index == 0 ? "" : blanks) + word
        wasWord = false
      }
      blanks = " "
    }
    return result
  }

  /// A language may stand behind the name (RFC 2231).
  private static func charset(_ name: Substring) -> TextEncoding? {
    TextEncoding(named: name.utf8.prefix { $0 != UInt8(ascii: "*") })
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
