/// A small random motion as a tree, printed in one style or another.
struct RandomText {
  struct Piece: Hashable {
    var words: [String]
    var kids: [Piece] = []
    /// Its sub-clauses have `-` and no letters.
    var isList = false
  }

  struct Part: Hashable {
    /// Without it the clauses stand at the top.
    var heading: String?
    var pieces: [Piece]
  }

  /// How it is laid out; the tree is the same.
  struct Style {
    var width = Int.max
    var closing = "."
    /// Before a letter: `a)` or `(a)`.
    var opening = ""
    /// Blank lines between clauses.
    var isAiry = false
    var lineEnd = "\n"
  }

  var parts: [Part]

  static let vocabulary = [
    "the", "a", "of", "and", "bus", "fares", "members", "branch", "to", "fund", "12%", "£500", "council", "new", "free",
    "local", "report", "may", "must", "not", "in", "spring", "libraries", "officers", "for",
  ]

  init(parts: [Part]) { self.parts = parts }

  init(_ chance: inout Chance, clauses: Int = 5) {
    parts = []
    let headings = ["This branch notes:", "This branch believes:", "This branch resolves:"]
    let sections = chance.below(3)
    if sections == 0 {
      parts = [Part(heading: nil, pieces: RandomText.pieces(&chance, upTo: clauses, depth: 0))]
    } else {
      for heading in headings.prefix(sections + 1).suffix(sections) {
        parts.append(Part(heading: heading, pieces: RandomText.pieces(&chance, upTo: clauses, depth: 0)))
      }
    }
  }

  static func piece(_ chance: inout Chance, depth: Int) -> Piece {
    let kids = depth < 2 && chance.below(4) == 0 ? pieces(&chance, upTo: 3, depth: depth + 1) : []
    return Piece(words: words(&chance), kids: kids, isList: !kids.isEmpty && depth == 0 && chance.below(4) == 0)
  }

  private static func pieces(_ chance: inout Chance, upTo limit: Int, depth: Int) -> [Piece] {
    (0...chance.below(limit)).map { _ in piece(&chance, depth: depth) }
  }

  /// A text does not end in a single letter: with a full stop at the start of a line, that is a label in any text.
  static func words(_ chance: inout Chance) -> [String] {
    let words = (0..<(2 + chance.below(10))).map { _ in chance.pick(vocabulary) }
    return words.last?.utf8.count == 1 ? words + ["bus"] : words
  }

  func text(_ style: Style = Style()) -> String {
    var lines: [String] = []
    var number = 0
    for part in parts {
      if let heading = part.heading {
        if !lines.isEmpty { lines.append("") }
        lines += [heading, ""]
      }
      for piece in part.pieces {
        number += 1
        RandomText.write(piece, "\(number)", 0, style, &lines)
      }
    }
    return lines.map { $0 + style.lineEnd }.joined()
  }

  private static func write(_ piece: Piece, _ label: String, _ depth: Int, _ style: Style, _ lines: inout [String]) {
    let indent = String(repeating: "   ", count: depth)
    if style.isAiry, lines.last?.isEmpty == false { lines.append("") }
    var line =
      indent + (depth == 0 ? label + style.closing : label == "-" ? label : style.opening + label + ")")
    for (index, word) in (piece.words.dropLast() + [(piece.words.last ?? "") + "."]).enumerated() {
      if index > 0, line.count + word.count > style.width {
        lines.append(line)
        line = indent + "  "
      }
      line += " " + word
    }
    lines.append(line)
    let letters = Array("abcdefghijklmnop").map(String.init)
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    for (index, kid) in piece.kids.enumerated() {
      let label = piece.isList ? "-" : depth == 0 ? letters[index % 16] : romans[index % 12]
      write(kid, label, depth + 1, style, &lines)
    }
  }

  /// Changes as an editor makes them.
  mutating func edit(_ chance: inout Chance) {
    let part = chance.below(parts.count)
    switch chance.below(20) {
    case 0 where parts[part].heading != nil:
      parts[part].heading = "This conference \(chance.pick(["agrees", "regrets"])):"
    case 1 where parts.count > 1 && parts[0].heading != nil: parts.remove(at: part)
    case 2 where parts[0].heading != nil:
      let pieces = RandomText.pieces(&chance, upTo: 2, depth: 0)
      parts.insert(Part(heading: "This meeting demands:", pieces: pieces), at: part)
    case 3, 4: carry(&chance)
    default: RandomText.edit(&parts[part].pieces, &chance, depth: 0)
    }
  }

  /// A clause goes to another section, or under another clause.
  private mutating func carry(_ chance: inout Chance) {
    let from = chance.below(parts.count)
    guard parts[from].pieces.count > 1 else { return }
    var piece = parts[from].pieces.remove(at: chance.below(parts[from].pieces.count))
    let to = chance.below(parts.count)
    let host = chance.below(parts[to].pieces.count)
    if chance.below(2) == 0 {
      piece.kids = []
      piece.isList = false
      parts[to].pieces[host].kids.insert(piece, at: chance.below(parts[to].pieces[host].kids.count + 1))
    } else {
      parts[to].pieces.insert(piece, at: host)
    }
  }

  private static func edit(_ pieces: inout [Piece], _ chance: inout Chance, depth: Int) {
    let index = chance.below(pieces.count)
    switch chance.below(10) {
    case 0 where depth < 2 || !pieces.isEmpty: pieces.insert(piece(&chance, depth: depth), at: index)
    case 1 where pieces.count > 1: pieces.remove(at: index)
    case 2 where pieces.count > 1:
      let piece = pieces.remove(at: index)
      pieces.insert(piece, at: chance.below(pieces.count + 1))
    case 3: pieces[index].words = words(&chance)
    case 4, 5: pieces[index].words.insert(chance.pick(vocabulary), at: chance.below(pieces[index].words.count + 1))
    case 6 where pieces[index].words.count > 2: pieces[index].words.remove(at: chance.below(pieces[index].words.count))
    case 7, 8:
      if pieces[index].kids.isEmpty {
        pieces[index].words[chance.below(pieces[index].words.count)] = chance.pick(vocabulary)
      } else {
        edit(&pieces[index].kids, &chance, depth: depth + 1)
      }
    default: pieces[index].words[chance.below(pieces[index].words.count)] = chance.pick(vocabulary)
    }
  }
}
