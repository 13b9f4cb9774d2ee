/// Headings without a mark: "BACKGROUND", "Article 5 – Meetings", "Ordinary Resolution 3".
enum HeadingLine {
  /// Whether a line by itself is one: short, ending no sentence, in capitals throughout or a part's name and number.
  static func isHeading(_ bytes: [UInt8], _ line: SourceLine) -> Bool {
    let length = line.textEnd - line.textStart
    guard length >= 4, length <= 60, isUpper(bytes[line.textStart]) || isDigit(bytes[line.textStart]) else {
      return false
    }
    switch bytes[line.textEnd - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"): return false
    default: break
    }
    return isInCapitals(bytes, line) || namesPart(bytes, line)
  }

  private static func isInCapitals(_ bytes: [UInt8], _ line: SourceLine) -> Bool {
    var capitals = 0
    var longest = 0
    var word = 0
    for at in line.textStart..<line.textEnd {
      let byte = bytes[at]
      if isLetter(byte), !isUpper(byte) || byte == 9 { return false }
      if isUpper(byte) {
        capitals += 1
        word += 1
        longest = max(longest, word)
      } else {
        word = 0
      }
    }
    guard capitals >= 4, longest >= 4 else { return false }
    if SectionWords.beginsRecital(bytes, from: line.textStart, to: line.textEnd) { return false }
    return !SectionWords.beginsResolution(bytes, from: line.textStart, to: line.textEnd)
      && !bytes[line.textStart..<line.textEnd].starts(with: "THAT ".utf8)
  }

  /// "Article 5", "Clause 1: Name", "Ordinary Resolution 3 – Accounts"; "Rule 4 applies" is a sentence.
  private static func namesPart(_ bytes: [UInt8], _ line: SourceLine) -> Bool {
    var at = line.textStart
    for _ in 0..<3 {
      let start = at
      while at < line.textEnd, isLetter(bytes[at]) { at += 1 }
      guard at > start, isUpper(bytes[start]), at < line.textEnd, bytes[at] == 32 else { return false }
      let name = String(decoding: bytes[start..<at].map { $0 | 0x20 }, as: UTF8.self)
      at += 1
      if parts.contains(name), at < line.textEnd, isDigit(bytes[at]) { return endsNumber(bytes, at, line.textEnd) }
    }
    return false
  }

  private static func endsNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, isDigit(bytes[at]) || isUpper(bytes[at]) { at += 1 }
    if at == end || bytes[at] == UInt8(ascii: ":") { return true }
    while at < end, isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == 0xE2 else { return false }
    return at + 2 < end && (bytes[at] != 0xE2 || bytes[at + 1] == 0x80)
  }

  private static let parts: Set<String> = [
    "article", "section", "part", "chapter", "schedule", "clause", "rule", "resolution", "motion", "appendix", "annex",
    "item", "bylaw", "byelaw",
  ]
}
