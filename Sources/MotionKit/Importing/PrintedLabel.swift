/// A label at the start of a pasted line, in whatever spacing it came: `1.`, `2 .`, `(a)`, `2.1`, `iv)`, `EC501`.
///
/// Only what a label looks like; whether a number starts a clause is asked of its neighbours.
struct PrintedLabel: Hashable, Sendable {
  /// As it is to stand: without blanks.
  var printed: String
  /// The number, where the label is a single one.
  var number: Int?
  /// The letters, where the label is made of them alone; small.
  var letters: String?
  /// How many characters of the line it takes up, blanks before it included, blanks after it not.
  var length: Int
  /// It has a bracket or a full stop, or a point inside: it cannot be a bare figure in a sentence.
  var isDelimited: Bool
  /// The character straight after it; nil at the end of the line.
  var next: Unicode.Scalar?

  init?(_ line: ArraySlice<Unicode.Scalar>) {
    var rest = line
    _ = rest.takeBlanks()
    let opened = rest.first == "("
    if opened { rest.removeFirst() }
    var core: [Unicode.Scalar] = []
    var dotted = false
    if let first = rest.first, first.isASCIIDigit {
      let figures = rest.prefix(while: \.isASCIIDigit)
      guard figures.count <= 4 else { return nil }
      number = figures.reduce(0) { $0 * 10 + Int($1.value - 48) }
      core += figures
      rest.removeFirst(figures.count)
      while rest.first == ".", rest.dropFirst().first?.isASCIIDigit == true {
        let more = rest.dropFirst().prefix(while: \.isASCIIDigit)
        guard more.count <= 3 else { return nil }
        core += [rest[rest.startIndex]] + more
        rest.removeFirst(1 + more.count)
        dotted = true
        number = nil
      }
      if let letter = rest.first, letter.isUppercase, letter.isASCII, !(rest.dropFirst().first?.isLetter ?? false) {
        core.append(letter)
        rest.removeFirst()
        number = nil
      }
    } else {
      let run = rest.prefix(while: \.isASCIILetter)
      guard !run.isEmpty, run.count <= 6 else { return nil }
      core += run
      rest.removeFirst(run.count)
      let figures = rest.prefix(while: \.isASCIIDigit)
      if figures.count >= 2 && figures.count <= 5 && run.count >= 2 && run.count <= 4 && run.allSatisfy(\.isUppercase) {
        core += figures
        rest.removeFirst(figures.count)
      } else if figures.isEmpty && PrintedLabel.isOrdinal(Array(run)) {
        letters = run.folded.text
      } else {
        return nil
      }
    }
    let blanks = number == nil ? 0 : rest.prefix(while: \.isBlank).count
    let afterBlanks = rest.dropFirst(blanks).first
    var close: Unicode.Scalar?
    if rest.first == "." || rest.first == ")" {
      close = rest.removeFirst()
    } else if !opened, blanks > 0, afterBlanks == "." || afterBlanks == ")" {
      rest.removeFirst(blanks)
      close = rest.removeFirst()
    }
    if opened && close != ")" { return nil }
    if letters != nil && close == nil { return nil }
    printed = (opened ? "(" : "") + core.text + (close.map { String(Character($0)) } ?? "")
    isDelimited = close != nil || dotted
    length = rest.startIndex - line.startIndex
    next = rest.first
  }

  /// One letter, a small roman numeral, or one letter doubled: what lists are lettered with.
  private static func isOrdinal(_ letters: [Unicode.Scalar]) -> Bool {
    let folded = letters.folded
    if folded.count == 1 { return true }
    if folded.allSatisfy({ $0 == folded[0] }) && folded.count <= 3 { return true }
    return folded.allSatisfy { "ivxl".unicodeScalars.contains($0) }
  }
}
