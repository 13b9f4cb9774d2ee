/// The lines of a text and what can be said of one without its neighbours' place in the tree.
struct SourcePage {
  let bytes: [UInt8]
  let lines: [SourceLine]
  /// Numbers in square brackets call footnotes in the midst of its lines, and so are no labels at their start.
  let hasNoteMarks: Bool

  init(bytes: [UInt8], lines: [SourceLine]) {
    self.bytes = bytes
    self.lines = lines
    let square = UInt8(ascii: "[")
    guard lines.contains(where: { !$0.isBlank && bytes[$0.textStart] == square }) else {
      hasNoteMarks = false
      return
    }
    hasNoteMarks = lines.contains { line in
      guard !line.isBlank else { return false }
      return (line.textStart + 1..<line.textEnd).contains { at in
        bytes[at] == square && at + 2 < line.textEnd && isDigit(bytes[at + 1])
          && (bytes[at + 2] == UInt8(ascii: "]") || isDigit(bytes[at + 2]))
      }
    }
  }

  func string(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// A label as printed, without the blanks some write inside it.
  func printedLabel(_ span: Range<Int>) -> String {
    bytes[span].contains(where: isBlank)
      ? String(decoding: bytes[span].filter { !isBlank($0) }, as: UTF8.self) : string(span)
  }

  /// Whether a node's own text, as far as it was read, ends in a colon.
  func endsInColon(_ node: Node) -> Bool {
    guard let end = node.textSpans.last?.upperBound, end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: ":")
  }

  /// What may be a label at the start of a line.
  func label(at line: SourceLine) -> LabelCandidate? {
    if hasNoteMarks, !line.isBlank, bytes[line.textStart] == UInt8(ascii: "[") { return nil }
    return LabelReading.candidate(in: bytes, from: line.textStart, to: line.textEnd)
  }

  /// Whether the line above ends a sentence or an item of a list.
  func endsSentence(before index: Int) -> Bool {
    guard index > 0, !lines[index - 1].isBlank else { return true }
    let line = lines[index - 1]
    var end = line.textEnd
    // "; and" and "; or" close an item.
    for word in ["and", "or"] where end - line.textStart > word.utf8.count + 1 {
      if bytes[end - word.utf8.count..<end].elementsEqual(word.utf8), isBlank(bytes[end - word.utf8.count - 1]) {
        end -= word.utf8.count + 1
        break
      }
    }
    while end > line.textStart {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: ","): return end < line.textEnd
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "_"), 32:
        end -= 1
      case 0x9D, 0x99:
        guard end - 3 >= line.textStart, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 else { return false }
        end -= 3
      default: return false
      }
    }
    return false
  }

  /// Whether the line above ends an item of a list that goes on: "…;", "…; and".
  func endsItem(before index: Int) -> Bool {
    guard index > 0, !lines[index - 1].isBlank else { return true }
    let line = lines[index - 1]
    if bytes[line.textEnd - 1] == UInt8(ascii: ";") { return true }
    var end = line.textEnd
    while end > line.textStart, isLetter(bytes[end - 1]) { end -= 1 }
    let word = bytes[end..<line.textEnd]
    guard word.elementsEqual("and".utf8) || word.elementsEqual("or".utf8) else { return false }
    while end > line.textStart, isBlank(bytes[end - 1]) { end -= 1 }
    return end > line.textStart && (bytes[end - 1] == UInt8(ascii: ";") || bytes[end - 1] == UInt8(ascii: ","))
  }

  func endsWithColon(_ line: SourceLine) -> Bool {
    var end = line.textEnd
    while end > line.textStart, bytes[end - 1] == UInt8(ascii: "*") || bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
    return end > line.textStart && bytes[end - 1] == UInt8(ascii: ":")
  }

  /// A line that is bold from end to end, its colon inside or outside.
  func boldText(_ line: SourceLine) -> Range<Int>? {
    let mark = bytes[line.textStart]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), line.textEnd - line.textStart > 4,
      bytes[line.textStart + 1] == mark
    else { return nil }
    var start = line.textStart + 2
    while start < line.textEnd, bytes[start] == mark { start += 1 }
    guard start < line.textEnd, !isBlank(bytes[start]) else { return nil }
    var close = line.textEnd
    let colon = bytes[close - 1] == UInt8(ascii: ":")
    if colon { close -= 1 }
    guard close - 2 > start, bytes[close - 1] == mark, bytes[close - 2] == mark else { return nil }
    var inner = close - 2
    while inner > start, bytes[inner - 1] == mark { inner -= 1 }
    var offset = start
    while offset + 1 < inner {
      if bytes[offset] == mark, bytes[offset + 1] == mark { return nil }
      offset += 1
    }
    return start..<(colon ? line.textEnd : inner)
  }

  func bulletMarker(_ start: Int, _ end: Int) -> Range<Int>? {
    let length: Int
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): length = 1
    case 0xE2:
      guard start + 2 < end, isBulletSign(bytes[start + 1], bytes[start + 2]) else { return nil }
      length = 3
    default: return nil
    }
    let after = start + length
    if after < end, !isBlank(bytes[after]), !(bytes[after] == 0xC2 && after + 1 < end && bytes[after + 1] == 0xA0) {
      // "•Buses" is a bullet, "–20 degrees" and "-5" are not.
      guard length == 3, bytes[start + 1] != 0x86, !isDash(start..<after) else { return nil }
    }
    return start..<after
  }

  /// • – ‣ ⁃, → , ■ □ ▪, ○ ● ◦, ☐: what word processors and people set before items.
  private func isBulletSign(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xA2 || third == 0x93 || third == 0xA3
    case 0x81: third == 0x83
    case 0x86: third == 0x92
    case 0x96: third == 0xA0 || third == 0xA1 || third == 0xAA
    case 0x97: third == 0x8B || third == 0x8F || third == 0xA6
    case 0x98: third == 0x90
    default: false
    }
  }

  /// A sign that may also stand inside a sentence, and so at the start of a wrapped line.
  func isDash(_ marker: Range<Int>) -> Bool {
    switch bytes[marker.upperBound - 1] {
    case 0x93, 0x92, UInt8(ascii: "+"): true
    default: false
    }
  }

  func fenceLength(_ line: SourceLine) -> Int? {
    var length = 0
    while line.textStart + length < line.textEnd, bytes[line.textStart + length] == bytes[line.textStart] {
      length += 1
    }
    return length >= 3 ? length : nil
  }
}
