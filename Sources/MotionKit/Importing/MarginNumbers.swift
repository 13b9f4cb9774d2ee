/// Line numbers printed in the margin, as order papers have them: every line, or every fifth.
enum MarginNumbers {
  static func drop(from paste: inout Paste) {
    let written = paste.lines.indices.filter { !paste.lines[$0].isBlank }
    let found = everyFifth(written, paste) ?? everyLine(written, paste) ?? atTheEnd(written, paste) ?? []
    guard !found.isEmpty else { return }
    var doomed: [Int] = []
    for margin in found {
      paste.rewrite(margin.index, as: margin.rest, .lineNumber, "a line number of the page dropped")
      if margin.rest.isEmpty { doomed.append(margin.index) }
    }
    paste.drop(doomed)
  }

  private struct Margin {
    var index: Int
    var number: Int
    /// The line without the number.
    var rest: [Unicode.Scalar]
    /// The gap is wider than between words.
    var isWide: Bool
  }

  private static func margin(_ index: Int, _ paste: Paste) -> Margin? {
    var rest = paste.lines[index].scalars[...]
    _ = rest.takeBlanks()
    let width = rest.prefix(while: \.isASCIIDigit).count
    guard (1...4).contains(width), let number = rest.takeNumber(), number > 0 else { return nil }
    let gap = rest.takeBlanks()
    guard !gap.isEmpty || rest.isEmpty else { return nil }
    return Margin(
      index: index, number: number, rest: Array(rest), isWide: gap.count >= 2 || gap.contains("\t") || rest.isEmpty)
  }

  /// All figures in the margin are multiples of five and grow. One alone counts only where it can be the number of its
  /// line.
  private static func everyFifth(_ written: [Int], _ paste: Paste) -> [Margin]? {
    let margins = written.compactMap { margin($0, paste) }.filter(\.isWide)
    guard !margins.isEmpty, margins.allSatisfy({ $0.number.isMultiple(of: 5) }) else { return nil }
    guard grows(margins) else { return nil }
    let place = written.firstIndex(of: margins[0].index) ?? 0
    guard margins.count >= 2 || (margins[0].number <= 2 * place + 5 && !margins[0].rest.isEmpty) else { return nil }
    return margins
  }

  /// Nearly every line has the next number, and some begin in the middle of a sentence or with a label of their own: so
  /// the numbers are not the motion's.
  private static func everyLine(_ written: [Int], _ paste: Paste) -> [Margin]? {
    var run: [Margin] = []
    var last = 0
    for index in written {
      guard let margin = margin(index, paste), margin.number == last + 1 || (margin.number == 1 && last >= 3) else {
        continue
      }
      last = margin.number
      run.append(margin)
    }
    guard run.count >= 3, run.count * 10 >= written.count * 7 else { return nil }
    let inside = run.count { margin in
      margin.rest.first?.isLowercase == true || PrintedLabel(margin.rest[...])?.isDelimited == true
    }
    return inside > 0 && inside * 4 >= run.count ? run : nil
  }

  /// In the right margin: after a gap of three blanks or more.
  private static func atTheEnd(_ written: [Int], _ paste: Paste) -> [Margin]? {
    let margins = written.compactMap { index -> Margin? in
      let line = Array(paste.lines[index].trimmed)
      let width = line.reversed().prefix(while: \.isASCIIDigit).count
      guard (1...4).contains(width), width < line.count else { return nil }
      var digits = line[(line.count - width)...]
      let before = line[..<(line.count - width)]
      let gap = before.reversed().prefix(while: \.isBlank)
      guard gap.count >= 3 || gap.contains("\t"), gap.count < before.count, let number = digits.takeNumber() else {
        return nil
      }
      return Margin(
        index: index, number: number,
        rest: Array(paste.lines[index].scalars.prefix(while: \.isBlank)) + Array(before.trimmed), isWide: true)
    }
    guard margins.count >= 2, margins.allSatisfy({ $0.number > 0 && $0.number.isMultiple(of: 5) }), grows(margins)
    else { return nil }
    return margins
  }

  /// By five, or anew from five on a new page.
  private static func grows(_ margins: [Margin]) -> Bool {
    zip(margins, margins.dropFirst()).allSatisfy { $1.number > $0.number || $1.number == 5 }
  }
}
