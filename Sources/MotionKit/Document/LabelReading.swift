/// Reads what may be a label at the start of a line. Whether it is one, its neighbours decide.
struct LabelReading {
  let bytes: [UInt8]
  let end: Int
  private var at: Int

  private init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = end
    self.at = start
  }

  /// Reads from `start`, not beyond `end` (the end of the line's text).
  static func candidate(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    guard start < end else { return nil }
    let first = bytes[start]
    guard first == UInt8(ascii: "(") || isDigit(first) || isLetter(first) else {
      if first == UInt8(ascii: "[") {
        var reading = LabelReading(bytes, start, end)
        return reading.readSquare(start)
      }
      return DressedLabel.candidate(in: bytes, from: start, to: end)
    }
    if let candidate = plain(in: bytes, from: start, to: end) { return candidate }
    return isLetter(first) ? nil : DressedLabel.wideBehindDigits(in: bytes, from: start, to: end)
  }

  /// A label in plain letters and signs.
  static func plain(in bytes: [UInt8], from start: Int, to end: Int) -> LabelCandidate? {
    var reading = LabelReading(bytes, start, end)
    return reading.read(start)
  }

  /// `2` and a blank: no label by itself.
  static func bareNumber(in bytes: [UInt8], _ line: SourceLine) -> LabelCandidate? {
    var reading = LabelReading(bytes, line.textStart, line.textEnd)
    guard let number = reading.digits(), isBlank(reading.byte) else { return nil }
    let shape = LabelShape(style: .decimal, opened: false, closing: 0, parts: [.init(number: number)])
    return reading.finish(line.textStart, [shape], needsBlank: true)
  }

  private var byte: UInt8 { at < end ? bytes[at] : 0 }
  private func byte(_ ahead: Int) -> UInt8 { at + ahead < end ? bytes[at + ahead] : 0 }

  private mutating func read(_ start: Int) -> LabelCandidate? {
    let opened = byte == UInt8(ascii: "(")
    if opened { at += 1 }
    if isDigit(byte) { return readNumber(start, opened: opened) }
    if isLetter(byte) { return readLetters(start, opened: opened) }
    return nil
  }

  /// `[1]`, `[a]`.
  private mutating func readSquare(_ start: Int) -> LabelCandidate? {
    at += 1
    let close = UInt8(ascii: "]")
    if let number = digits() {
      guard byte == close else { return nil }
      at += 1
      return finish(
        start, [LabelShape(style: .decimal, opened: true, closing: close, last: .init(number: number))],
        needsBlank: true)
    }
    let letters = at
    let upper = isUpper(byte)
    while at < end, isLetter(byte), isUpper(byte) == upper, at - letters < 5 { at += 1 }
    guard at > letters, byte == close else { return nil }
    let readings = LabelLetters.readings(bytes[letters..<at], upper: upper, opened: true, closing: close)
    at += 1
    return readings.isEmpty ? nil : finish(start, readings, needsBlank: true)
  }

  private mutating func digits() -> Int? {
    var value = 0
    var count = 0
    while isDigit(byte) {
      value = value * 10 + Int(byte - 48)
      count += 1
      if count > 7 { return nil }
      at += 1
    }
    return count == 0 ? nil : value
  }

  /// `2`, `2A`, `2ZA`; the letters must be followed by what ends a number.
  private mutating func part() -> LabelShape.Part? {
    guard let number = digits() else { return nil }
    var length = 0
    while length < 5, isUpper(byte(length)) { length += 1 }
    guard length > 0 else { return LabelShape.Part(number: number) }
    let after = byte(length)
    let ends =
      at + length >= end || after == UInt8(ascii: ".") || after == UInt8(ascii: ")") || isBlank(after)
    guard ends else { return LabelShape.Part(number: number) }
    let insertion = String(decoding: bytes[at..<at + length], as: UTF8.self)
    at += length
    return LabelShape.Part(number: number, insertion: insertion)
  }

  private mutating func readNumber(_ start: Int, opened: Bool) -> LabelCandidate? {
    guard let first = part() else { return nil }
    var parts = [first]
    while byte == UInt8(ascii: "."), isDigit(byte(1)), parts.count < 8 {
      let back = at
      at += 1
      // A leading zero is money or a decimal fraction, never a clause.
      if byte == UInt8(ascii: "0") { return nil }
      guard let next = part() else {
        at = back
        break
      }
      parts.append(next)
    }
    if !opened, let mixed = readMixed(start, parts) { return mixed }
    if !opened, isBlank(byte), byte(1) == UInt8(ascii: ".") || byte(1) == UInt8(ascii: ")"),
      !isPunctuationRun(at + 1)
    {
      at += 1
    }
    var closing: UInt8 = 0
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") {
      closing = byte
      at += 1
      if opened && closing == UInt8(ascii: ".") { return nil }
    } else if opened {
      return nil
    }
    if closing == 0, parts.count == 1, !first.hasInsertion { return nil }
    let shape = LabelShape(style: .decimal, opened: opened, closing: closing, parts: parts)
    return finish(start, [shape], needsBlank: closing == 0)
  }

  /// `3(b)`, `3b)`, `2.1(a)`: a number and the letter below it, written as one.
  private mutating func readMixed(_ start: Int, _ head: [LabelShape.Part]) -> LabelCandidate? {
    guard head.allSatisfy({ !$0.hasInsertion }) else { return nil }
    let back = at
    // `1.(a)` too.
    let isDotted = byte == UInt8(ascii: ".") && byte(1) == UInt8(ascii: "(")
    if isDotted { at += 1 }
    let isOpened = byte == UInt8(ascii: "(")
    if isOpened { at += 1 }
    let letters = at
    let upper = isUpper(byte)
    while at < end, isLetter(byte), isUpper(byte) == upper, at - letters < 6 { at += 1 }
    let closing = byte
    let length = at - letters
    guard isOpened ? length > 0 && closing == UInt8(ascii: ")") : length == 1 && !upper,
      closing == UInt8(ascii: ")") || closing == UInt8(ascii: ".")
    else {
      at = back
      return nil
    }
    let readings = LabelLetters.readings(bytes[letters..<at], upper: upper, opened: false, closing: closing)
    at += 1
    guard !readings.isEmpty,
      let candidate = finish(
        start,
        readings.map {
          LabelShape(
            style: $0.style, opened: false, closing: closing, parts: head + $0.parts,
            joint: isDotted ? ".(" : isOpened ? "(" : "")
        }, needsBlank: true)
    else {
      at = back
      return nil
    }
    return candidate
  }

  /// `1. .` or `2 ...`: dots that are text.
  private func isPunctuationRun(_ offset: Int) -> Bool {
    offset + 1 < end && (bytes[offset + 1] == UInt8(ascii: ".") || isDigit(bytes[offset + 1]))
  }

  private mutating func readLetters(_ start: Int, opened: Bool) -> LabelCandidate? {
    let letters = at
    let upper = isUpper(byte)
    while at < end, isLetter(byte), isUpper(byte) == upper {
      at += 1
      if at - letters > 7 { return nil }
    }
    let run = letters..<at
    if isDigit(byte) {
      return upper ? readCode(start, run, opened: opened) : nil
    }
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") else { return nil }
    let closing = byte
    at += 1
    if opened && closing == UInt8(ascii: ".") { return nil }
    let readings = LabelLetters.readings(bytes[run], upper: upper, opened: opened, closing: closing)
    if readings.isEmpty { return nil }
    if let candidate = finish(start, readings, needsBlank: closing == UInt8(ascii: ".")) { return candidate }
    // "a.To write" lost its blank; "e.g." and "p.m." are words.
    guard closing == UInt8(ascii: "."), run.count == 1 || readings.contains(where: \.isRoman), isLetter(byte),
      byte(1) != UInt8(ascii: "."), byte(1) != 0
    else { return nil }
    return LabelCandidate(span: start..<at, textStart: at, readings: readings, isTight: true)
  }

  /// `EC501 Insert`, `A1. To note`.
  private mutating func readCode(_ start: Int, _ run: Range<Int>, opened: Bool) -> LabelCandidate? {
    let digitsStart = at
    guard let number = digits() else { return nil }
    let stem = String(decoding: bytes[run], as: UTF8.self)
    var closing: UInt8 = 0
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") {
      closing = byte
      at += 1
    }
    if opened && closing != UInt8(ascii: ")") { return nil }
    let part = LabelShape.Part(stem: stem, number: number)
    if (2...3).contains(run.count) && at - digitsStart >= 3 {
      let shape = LabelShape(style: .code, opened: opened, closing: closing, last: part)
      return finish(start, [shape], needsBlank: true)
    }
    guard closing != 0,
      run.count == 1 || stem.allSatisfy({ $0 == "A" })
        || run.count <= 5 && (stem.utf8.first == UInt8(ascii: "Z") || stem.utf8.dropLast().last == UInt8(ascii: "Z")),
      number < 1000
    else { return nil }
    let shape = LabelShape(style: .decimal, opened: opened, closing: closing, last: part)
    return finish(start, [shape], needsBlank: true)
  }

  private mutating func finish(_ start: Int, _ readings: [LabelShape], needsBlank: Bool) -> LabelCandidate? {
    let labelEnd = at
    if at < end {
      let next = byte
      if isBlank(next) || (next == 0xC2 && byte(1) == 0xA0) {
        while at < end, isBlank(byte) || byte == 0xC2 && byte(1) == 0xA0 { at += byte == 0xC2 ? 2 : 1 }
      } else if needsBlank {
        return nil
      } else if !isLetter(next) && next < 0x80 && !isOpeningMark(next) {
        return nil
      }
    }
    return LabelCandidate(span: start..<labelEnd, textStart: min(at, end), readings: readings)
  }

  private func isOpeningMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }
}

/// What letters may number: `a`, `aa`, `iv`.
enum LabelLetters {
  static func readings(
    _ letters: ArraySlice<UInt8>, upper: Bool, opened: Bool, closing: UInt8
  ) -> [LabelShape] {
    var shapes: [LabelShape] = []
    func shape(_ style: LabelShape.Style, _ number: Int) {
      shapes.append(LabelShape(style: style, opened: opened, closing: closing, last: .init(number: number)))
    }
    if let number = alphabetic(letters, closing) {
      shape(upper ? .upper : .lower, number)
      if letters.count == 2 && letters.first != letters.last || letters.count == 3 && number > 78 {
        shapes[0].last.insertion = String(decoding: letters, as: UTF8.self)
      }
    }
    if let number = roman(letters) {
      shape(upper ? .upperRoman : .lowerRoman, number)
    } else if opened, let numeral = insertedNumeral(letters) {
      shape(upper ? .upperRoman : .lowerRoman, numeral.number)
      shapes[shapes.count - 1].last.insertion = numeral.insertion
    }
    return shapes
  }

  /// (iia): what freezing puts after (ii).
  private static func insertedNumeral(_ letters: ArraySlice<UInt8>) -> (number: Int, insertion: String)? {
    for length in 1...2 where letters.count > length {
      guard let number = roman(letters.dropLast(length)) else { continue }
      return (number, String(decoding: letters.suffix(length), as: UTF8.self))
    }
    return nil
  }

  /// a = 1 … z = 26, aa = 27; bb and ab are both 28: people write either after aa.
  ///
  /// Two other letters are a label only in brackets, as what freezing puts after (c): (ca).
  static func alphabetic(_ letters: ArraySlice<UInt8>, _ closing: UInt8) -> Int? {
    guard let first = letters.first, letters.count <= 3 else { return nil }
    let position = Int((first | 0x20) - UInt8(ascii: "a")) + 1
    if letters.allSatisfy({ $0 == first }) { return (letters.count - 1) * 26 + position }
    guard let last = letters.last, letters.count == 2 || letters[letters.startIndex + 1] | 0x20 == UInt8(ascii: "z"),
      letters.count == 2 && position <= 2 || closing == UInt8(ascii: ")")
    else { return nil }
    // (aza), what freezing puts between (a) and (aa).
    if letters.count == 3 { return (position * 26 + 26) * 26 + Int((last | 0x20) - UInt8(ascii: "a")) + 1 }
    return position * 26 + Int((last | 0x20) - UInt8(ascii: "a")) + 1
  }

  /// Roman numerals in their usual form, up to 399.
  static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var previous = 0
    for byte in letters.reversed() {
      let digit: Int
      switch byte | 0x20 {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      case UInt8(ascii: "l"): digit = 50
      case UInt8(ascii: "c"): digit = 100
      default: return nil
      }
      value += digit < previous ? -digit : digit
      previous = max(previous, digit)
    }
    guard value > 0, value < 400, isUsual(letters, value) else { return nil }
    return value
  }

  private static let numerals: [(value: Int, letters: [UInt8])] = [
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ].map { ($0.0, Array($0.1.utf8)) }

  /// Whether letters are the numeral of a number as it is always written: iv, never iiii.
  private static func isUsual(_ letters: ArraySlice<UInt8>, _ number: Int) -> Bool {
    var rest = number
    var at = letters.startIndex
    for (value, numeral) in numerals {
      while rest >= value {
        for letter in numeral {
          guard at < letters.endIndex, letters[at] | 0x20 == letter else { return false }
          at += 1
        }
        rest -= value
      }
    }
    return at == letters.endIndex
  }

  static func roman(_ number: Int) -> String {
    var rest = min(max(number, 0), 399)
    var text: [UInt8] = []
    for (value, letters) in numerals {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// 1 = a … 26 = z, 27 = aa, 28 = bb (doubled) or ab.
  static func alphabetic(_ number: Int, doubled: Bool) -> String {
    guard number > 0 else { return "a" }
    let letter = { (index: Int) in String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26))) }
    let position = (number - 1) % 26
    let rounds = (number - 1) / 26
    if rounds == 0 { return letter(position) }
    if doubled { return String(repeating: letter(position), count: min(rounds, 2) + 1) }
    return letter(rounds - 1) + letter(position)
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
