internal import MotionKit

/// As much of a line as fits a terminal of 80 columns, with a mark under a place in it.
///
/// What nobody sees is shown by its name, so that it neither turns the line nor hides. A tab is shown as blanks. Where
/// words run from right to left no mark could be trusted to stand under its place; there the words are said instead.
package struct Excerpt {
  package private(set) var text = ""
  package private(set) var mark = ""

  /// - Parameters:
  ///   - start: a UTF-8 offset in the line.
  ///   - end: the end of what is meant; it may lie beyond the line.
  package init(of line: String, at start: Int, to end: Int) {
    var pieces: [(text: String, columns: Int)] = []
    var marked = 0
    var said = ""
    var runsLeft = false
    var offset = 0
    for character in line {
      let shown = Excerpt.shown(character)
      if offset <= start { marked = pieces.count }
      if offset >= start, offset < end { said += shown }
      runsLeft = runsLeft || character.unicodeScalars.contains(where: HiddenCharacter.isRightToLeft)
      pieces.append((shown, DisplayWidth.of(shown)))
      offset += String(character).utf8.count
    }
    if start >= offset { marked = pieces.count }
    let window = Excerpt.window(pieces.map(\.columns), around: marked)
    let head = window.lowerBound > 0 ? "…" : ""
    text = head + pieces[window].map(\.text).joined() + (window.upperBound < pieces.count ? "…" : "")
    if runsLeft {
      mark = said.isEmpty ? "(at the end of this line)" : "here: " + Excerpt.cut(said)
    } else {
      let before = head.unicodeScalars.count + pieces[window.lowerBound..<marked].reduce(0) { $0 + $1.columns }
      mark = String(repeating: " ", count: before) + "^"
    }
  }

  /// What two columns of margin and four of an ellipsis leave of eighty.
  private static let room = 74

  /// The pieces that are shown: the line's beginning where the place is in it, else from a third before it.
  private static func window(_ columns: [Int], around place: Int) -> Range<Int> {
    var from = 0
    if columns[..<place].reduce(0, +) > room - 20 {
      var width = 0
      from = place
      while from > 0, width + columns[from - 1] <= room / 2 {
        from -= 1
        width += columns[from]
      }
    }
    var to = from
    var width = 0
    while to < columns.count, width + columns[to] <= room {
      width += columns[to]
      to += 1
    }
    return from..<max(to, place)
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text
  }

  /// A character as it can be printed.
  private static func shown(_ character: Character) -> String {
    let scalars = Array(character.unicodeScalars)
    if scalars == ["\t"] { return "    " }
    return HiddenCharacter.shown(String(character))
  }
}
