/// Characters that a person does not see, or sees as others: zero-width ones, controls, blanks of every width, joined
/// letters.
enum OddCharacters {
  static func clean(_ paste: inout Paste) {
    for index in paste.lines.indices { clean(index, of: &paste) }
  }

  private static func clean(_ index: Int, of paste: inout Paste) {
    let line = paste.lines[index]
    guard line.scalars.contains(where: { !$0.isASCII || ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F }) else {
      return
    }
    var tally = Tally()
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(line.scalars.count)
    let end = line.scalars.count - line.scalars.reversed().prefix(while: \.isBlank).count
    for (place, scalar) in line.scalars.enumerated() {
      let next = place + 1 < line.scalars.count ? line.scalars[place + 1] : nil
      if let letters = ligatures[scalar.value] {
        result += letters.unicodeScalars
        tally.add(.ligature, "")
      } else if isOddBlank(scalar) {
        result.append(" ")
        tally.add(.space, HiddenCharacter.name(scalar))
        paste.lines[index].hadOddBlanks = true
      } else if scalar == "\u{2011}" || scalar == "\u{1E}" {
        result.append("-")
        tally.add(.space, HiddenCharacter.name(scalar))
      } else if scalar == "\u{AD}" && place == end - 1 && result.last?.isLetter == true {
        // A soft hyphen at the end of a line is a broken word.
        result.append(scalar)
      } else if HiddenCharacter.isInvisible(scalar)
        || HiddenCharacter.isJoiner(scalar) && !HiddenCharacter.joins(result.last, next)
      {
        tally.add(.removed, HiddenCharacter.name(scalar))
      } else {
        result.append(scalar)
      }
    }
    if !result.contains(where: HiddenCharacter.isRightToLeft) { stripMarks(&result, &tally) }
    guard result != line.scalars else { return }
    paste.lines[index].scalars = result
    for entry in tally.entries {
      paste.guesses.append(
        Guess(
          entry.code, line: line.number, subject: entry.subject, message: message(entry.code, entry.subject),
          before: line.text, after: result.text, count: entry.count))
    }
  }

  /// Direction marks at the ends of a line, or of the text after its label, where no word runs from right to left.
  private static func stripMarks(_ scalars: inout [Unicode.Scalar], _ tally: inout Tally) {
    func strip(at place: Int) {
      let run = scalars[place...].prefix(while: HiddenCharacter.isDirectionMark)
      for mark in run { tally.add(.removed, HiddenCharacter.name(mark)) }
      scalars.removeSubrange(run.indices)
    }
    var blanks: [Unicode.Scalar] = []
    while let last = scalars.last, last.isBlank || HiddenCharacter.isDirectionMark(last) {
      scalars.removeLast()
      if last.isBlank { blanks.append(last) } else { tally.add(.removed, HiddenCharacter.name(last)) }
    }
    scalars += blanks.reversed()
    strip(at: scalars.prefix(while: \.isBlank).count)
    if let length = PrintedLabel(scalars[...])?.length {
      strip(at: length + scalars[length...].prefix(while: \.isBlank).count)
    }
  }

  private static let ligatures: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
  ]

  private static func isOddBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func message(_ code: Guess.Code, _ subject: String) -> String {
    switch code {
    case .ligature: "joined letters taken apart"
    case .space: "\(subject) (a character that does not break) made a plain one"
    default: "\(subject) removed: nobody sees it, and words with it are not found"
    }
  }

  private struct Tally {
    var entries: [(code: Guess.Code, subject: String, count: Int)] = []

    mutating func add(_ code: Guess.Code, _ subject: String) {
      if let place = entries.firstIndex(where: { $0.code == code && $0.subject == subject }) {
        entries[place].count += 1
      } else {
        entries.append((code, subject, 1))
      }
    }
  }
}
