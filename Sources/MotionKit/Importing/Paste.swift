/// A text on its way in: its lines, and what was decided about them so far.
struct Paste: Hashable, Sendable {
  var lines: [PastedLine] = []
  var guesses: [Guess] = []

  init(lines: [PastedLine]) { self.lines = lines }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var line = PastedLine(scalars: [], number: 1)
    var number = 1
    var previous: Unicode.Scalar?
    for scalar in scalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(line)
        // A soft line break of a word processor is a line to the person who looks at the paste.
        number += 1
        line = PastedLine(scalars: [], number: number)
      case "\u{0C}":
        lines.append(line)
        line = PastedLine(scalars: [], number: number, startsPage: true)
      default: line.scalars.append(scalar)
      }
    }
    if !line.scalars.isEmpty { lines.append(line) }
  }

  /// The lines, each with its end. Appended to a string one by one, a long paste took minutes: each copied all before it.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.scalars.count + 1 })
    for line in lines {
      for scalar in line.scalars { bytes.append(utf8: scalar) }
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether each line holds what it holds in another paste; lines that nobody touched are not compared.
  func hasSameLines(as other: [PastedLine]) -> Bool {
    lines.count == other.count && zip(lines, other).allSatisfy { $0.scalars == $1.scalars }
  }

  /// Puts another text in the place of a line's, and says so.
  mutating func rewrite(_ index: Int, as scalars: [Unicode.Scalar], _ code: Guess.Code, _ message: String) {
    guard lines[index].scalars != scalars else { return }
    guesses.append(
      Guess(code, line: lines[index].number, message: message, before: lines[index].text, after: scalars.text))
    lines[index].scalars = scalars
  }

  /// Drops lines, given by ascending index.
  mutating func drop(_ indices: [Int]) {
    guard !indices.isEmpty else { return }
    var kept: [PastedLine] = []
    kept.reserveCapacity(lines.count)
    var next = indices.makeIterator()
    var doomed = next.next()
    var breaks = false
    for (index, var line) in lines.enumerated() {
      if index == doomed {
        doomed = next.next()
        breaks = breaks || line.startsPage
      } else {
        line.startsPage = line.startsPage || breaks
        breaks = false
        kept.append(line)
      }
    }
    lines = kept
  }

  /// The nearest line above or below that is not blank.
  func written(from index: Int, by step: Int) -> Int? {
    var index = index + step
    while lines.indices.contains(index) {
      if !lines[index].isBlank { return index }
      index += step
    }
    return nil
  }

  /// No trailing blanks, no blank lines at either end, never two together.
  mutating func tidyBlanks() {
    for index in lines.indices {
      while let last = lines[index].scalars.last, last.isBlank { lines[index].scalars.removeLast() }
    }
    var kept: [PastedLine] = []
    kept.reserveCapacity(lines.count)
    for line in lines where !line.scalars.isEmpty || kept.last?.scalars.isEmpty == false { kept.append(line) }
    if kept.last?.scalars.isEmpty == true { kept.removeLast() }
    lines = kept
  }
}
