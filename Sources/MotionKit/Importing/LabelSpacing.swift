/// Labels and bullets with the spacing of whatever program set them: tabs, none, a blank before the full stop, a line of
/// their own.
///
/// The label keeps its figures and its delimiters as printed; only what separates it from its text changes.
enum LabelSpacing {
  static func settle(_ paste: inout Paste) {
    joinLabelsOnLinesOfTheirOwn(&paste)
    var sequence = Sequence()
    var lastBullet: Int?
    let bare = bareLabels(paste)
    for index in paste.lines.indices where !paste.lines[index].isBlank {
      spreadIndent(index, &paste)
      if bullet(index, &paste, &lastBullet) { continue }
      label(index, &paste, &sequence, isBare: bare.contains(index))
      tabs(index, &paste)
    }
  }

  /// The last number and the last letter seen, which say whether the next is a label.
  private struct Sequence {
    var number = 0
    var letter: UInt8 = 0

    func follows(_ label: PrintedLabel) -> Bool {
      if let number = label.number { return number == 1 || number == self.number + 1 }
      if let letters = label.letters?.utf8, letters.count == 1, let letter = letters.first {
        return letter == UInt8(ascii: "a") || letter == UInt8(ascii: "i") || letter == self.letter + 1
      }
      return label.isDelimited
    }

    mutating func pass(_ label: PrintedLabel) {
      if let number = label.number { self.number = number }
      if let letters = label.letters?.utf8, letters.count == 1, let first = letters.first { letter = first & 0x7F }
    }
  }

  /// Three blanks for a tab: what a nested clause of a motion file is set in by.
  private static func spreadIndent(_ index: Int, _ paste: inout Paste) {
    let indent = paste.lines[index].scalars.prefix(while: \.isBlank)
    guard indent.contains("\t") else { return }
    let width = indent.reduce(0) { $0 + ($1 == "\t" ? 3 : 1) }
    paste.lines[index].scalars.replaceSubrange(0..<indent.count, with: repeatElement(" ", count: width))
  }

  private static func label(_ index: Int, _ paste: inout Paste, _ sequence: inout Sequence, isBare: Bool) {
    let line = paste.lines[index].scalars
    guard let label = PrintedLabel(line[...]) else { return }
    let indent = line.prefix(while: \.isBlank)
    let rest = line[label.length...]
    let gap = rest.prefix(while: \.isBlank)
    let text = rest.dropFirst(gap.count)
    guard !text.isEmpty else { return }
    let isPlain = line[indent.count..<label.length].elementsEqual(label.printed.unicodeScalars)
    if isBare {
      sequence.pass(label)
      let scalars = Array(indent) + label.printed.unicodeScalars + ". ".unicodeScalars + text
      paste.rewrite(index, as: scalars, .label, "a full stop set after the number, which had none")
      return
    }
    guard label.isDelimited || !gap.isEmpty && (label.number == nil) else { return }
    if gap.isEmpty {
      guard let next = label.next, sequence.follows(label), mayStartText(next, after: label) else { return }
    } else if !isPlain && !sequence.follows(label) {
      return
    }
    sequence.pass(label)
    let scalars = Array(indent) + label.printed.unicodeScalars + " ".unicodeScalars + text
    if gap.isEmpty || !isPlain {
      paste.rewrite(index, as: scalars, .label, "the label set apart from its text")
    } else {
      paste.lines[index].scalars = scalars
    }
  }

  private static func mayStartText(_ next: Unicode.Scalar, after label: PrintedLabel) -> Bool {
    if "“‘\"'([£$€".unicodeScalars.contains(next) { return true }
    if label.number != nil && label.printed.hasSuffix(")") { return next.isLetter }
    // "a.m." and "1.x" are no labels; "(s)he" is none because nothing precedes it in the alphabet.
    if label.letters != nil && !label.printed.hasSuffix(")") { return false }
    return next.isUppercase || (label.printed.hasPrefix("(") && next.isLetter)
  }

  /// Lines "1⇥Text", "2⇥Text" … of a word processor's list without a delimiter: at least two, from 1 on; and the
  /// numbers above decimal ones.
  private static func bareLabels(_ paste: Paste) -> Set<Int> {
    var found: [Int] = []
    for index in paste.lines.indices {
      var rest = paste.lines[index].trimmed
      guard let number = rest.takeNumber(), number == found.count + 1 else { continue }
      let gap = rest.takeBlanks()
      if gap.contains("\t"), !rest.isEmpty { found.append(index) }
    }
    var bare = found.count >= 2 ? Set(found) : []
    // "1 Fares" above "1.1 In towns": the number of a part.
    for index in paste.lines.indices {
      var rest = paste.lines[index].trimmed
      guard let number = rest.takeNumber(), rest.first?.isBlank == true,
        let next = paste.written(from: index, by: 1), let label = PrintedLabel(paste.lines[next].scalars[...])
      else { continue }
      if label.printed == "\(number).1" || label.printed == "\(number).1." { bare.insert(index) }
    }
    return bare
  }

  private static func joinLabelsOnLinesOfTheirOwn(_ paste: inout Paste) {
    var sequence = Sequence()
    var doomed: [Int] = []
    for index in paste.lines.indices {
      guard let label = PrintedLabel(paste.lines[index].scalars[...]) else { continue }
      let isAlone = paste.lines[index].scalars[label.length...].allSatisfy(\.isBlank)
      guard label.isDelimited, sequence.follows(label) else { continue }
      sequence.pass(label)
      guard isAlone, index + 1 < paste.lines.count else { continue }
      let next = paste.lines[index + 1]
      guard !next.isBlank, PrintedLabel(next.scalars[...])?.isDelimited != true else { continue }
      let indent = paste.lines[index].scalars.prefix(while: \.isBlank)
      let joined = Array(indent) + label.printed.unicodeScalars + " ".unicodeScalars + next.trimmed
      paste.guesses.append(
        Guess(
          .label, line: paste.lines[index].number, message: "the label brought together with its text",
          before: paste.lines[index].text + "\n" + next.text, after: joined.text))
      paste.lines[index + 1].scalars = joined
      paste.lines[index + 1].number = paste.lines[index].number
      paste.lines[index + 1].startsPage = paste.lines[index].startsPage
      doomed.append(index)
    }
    paste.drop(doomed)
  }

  /// Whether the line is a bullet, which is then settled.
  private static func bullet(_ index: Int, _ paste: inout Paste, _ last: inout Int?) -> Bool {
    let line = paste.lines[index].scalars
    let indent = line.prefix(while: \.isBlank)
    guard let mark = line.dropFirst(indent.count).first else { return false }
    let rest = line[(indent.count + 1)...]
    let gap = rest.prefix(while: \.isBlank)
    let text = rest.dropFirst(gap.count)
    guard !text.isEmpty else { return false }
    let isOwn = "-*•–".unicodeScalars.contains(mark)
    let isForeign = foreignBullets.contains(mark.value)
    // Letters that a symbol font shows as marks; in words they are letters, so a tab must follow.
    let isLetter = "o§Øüvq".unicodeScalars.contains(mark) && gap.contains("\t")
    if isOwn {
      guard !gap.isEmpty || (mark == "•" && text.first != "•") else { return false }
      last = indent.count
      let scalars = Array(indent) + [mark, " "] + text
      if gap.isEmpty {
        paste.rewrite(index, as: scalars, .bullet, "the bullet set apart from its text")
      } else {
        paste.lines[index].scalars = scalars
      }
      tabs(index, &paste)
      return true
    }
    guard isForeign || isLetter else { return false }
    // The hollow mark is a word processor's second level.
    let isNested = (mark == "o" || mark == "◦" || mark == "○") && last.map { indent.count <= $0 } == true
    let nesting = isNested ? (last ?? 0) + 3 - indent.count : 0
    if !isNested && mark != "o" { last = indent.count }
    let scalars = Array(indent) + Array(repeatElement(" ", count: nesting)) + ["•", " "] + text
    paste.rewrite(index, as: scalars, .bullet, "the bullet of a symbol font made a plain one")
    tabs(index, &paste)
    return true
  }

  private static let foreignBullets: Set<UInt32> = [
    0xB7, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25BA, 0x25C6, 0x25CB,
    0x25CF, 0x25E6, 0x2713, 0x2714, 0x2756, 0x27A2, 0x27A4, 0xF076, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC,
  ]

  /// Tabs inside a line, and blanks that double up because one of them was of another kind, are one space.
  private static func tabs(_ index: Int, _ paste: inout Paste) {
    let line = paste.lines[index]
    guard line.hadOddBlanks || line.scalars.contains("\t") else { return }
    let indent = line.scalars.prefix(while: \.isBlank)
    var result = Array(indent)
    for scalar in line.scalars[indent.count...] {
      if !scalar.isBlank {
        result.append(scalar)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    paste.lines[index].scalars = result
  }
}
