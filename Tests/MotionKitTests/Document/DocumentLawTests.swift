import MotionKit
import Testing

@Suite("Laws of documents")
struct DocumentLawTests {
  @Test("A tree printed in any style is read as that tree, with nothing to say of it, and renumbers to itself")
  func trees() {
    Cases.hold(300) { chance in
      let tree = RandomTree(with: &chance)
      let text = tree.printed(with: &chance)
      let document = Document(parsing: text)
      let found = document.nodes.indices.map { index in
        RandomTree.Line(
          depth: document.nodes[index].depth, label: document.nodes[index].label?.printed,
          text: document.nodes[index].kind == .section ? document.heading(of: index) : document.text(of: index))
      }
      var broken = Broken()
      broken.unless(found == tree.lines, "the tree is read as it was printed\n\(text)\n\(document.outline)")
      broken.unless(document.findings.isEmpty, "there is nothing to say of it\n\(text)\n\(document.findings)")
      broken.unless(document.renumbered().bytes == document.bytes, "sound labels renumber to themselves\n\(text)")
      return broken.law
    }
  }

  @Test("Renumbering a text twice is renumbering it once, and touches labels and references only")
  func renumbering() {
    // Case 1238 is one where new numbers made a label of the words of another clause.
    Cases.hold(1_300) { chance in
      let text = RandomTree(with: &chance).disturbed(with: &chance)
      let document = Document(parsing: text)
      let once = document.renumbered()
      var broken = Broken()
      broken.unless(DocumentLaws.renumbering(document))
      for index in document.nodes.indices where once.nodes.indices.contains(index) {
        broken.unless(once.text(of: index) == document.text(of: index), "the words stay")
      }
      return broken.law.map { "\($0)\n\(text)" }
    }
  }

  @Test("Whatever labels change, a reference points at the clause that it pointed at")
  func references() {
    var followed = 0
    for seed in UInt64(1)...300 {
      var chance = Chance(seed: seed)
      let tree = RandomTree(with: &chance)
      var text = tree.disturbed(with: &chance)
      for number in 1...3 { text += "\(text.isEmpty ? "" : "\n")As clause \(number) and 2(a) above say.\n" }
      let document = Document(parsing: text)
      let tidy = document.renumbered()
      let before = document.crossReferences()
      let after = tidy.crossReferences()
      #expect(before.count == after.count, "seed \(seed)\n\(text)")
      for (old, new) in zip(before, after) where old.target != nil {
        #expect(old.node == new.node, "seed \(seed)\n\(text)")
        #expect(old.target == new.target, "seed \(seed)\n\(text)")
        followed += 1
      }
      // Every byte but those of labels and references is as it was.
      let kept = document.reworded(in: tidy).count + document.relabelled(in: tidy).count
      #expect((kept == 0) == (tidy.bytes == document.bytes), "seed \(seed)\n\(text)")
    }
    #expect(followed > 200)
  }

  @Test("Any bytes at all are read, kept, and give spans in order and paths that are unique")
  func anyBytes() {
    let seeds = (Shape.all + MotionStyles.all).map { Array($0.text.utf8) }
    let odd: [UInt8] = [
      0, 9, 10, 12, 13, 32, 34, 35, 40, 41, 42, 45, 46, 48, 49, 50, 58, 60, 62, 92, 95, 96, 97, 105, 124, 0x80, 0x9C,
      0xA0, 0xBC, 0xC2, 0xE2, 0xEF, 0xFF,
    ]
    Cases.hold(600) { chance in
      var bytes = chance.pick(seeds)
      for _ in 0...chance.below(12) {
        let at = chance.below(bytes.count + 1)
        let byte = chance.below(4) == 0 ? UInt8(chance.below(256)) : chance.pick(odd)
        switch chance.below(4) {
        case 0: bytes.insert(byte, at: at)
        case 1 where at < bytes.count: bytes[at] = byte
        case 2 where at < bytes.count: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bytes.prefix(at).suffix(7), at: at)
        }
      }
      return DocumentLaws.broken(by: bytes).map { "\($0)\n\(bytes)\n\(String(decoding: bytes, as: UTF8.self))" }
    }
  }

  @Test(
    "A wide letter that breaks off is no label and no crash",
    arguments: [0x00, 0x0A, 0x1F, 0x20, 0x7F, 0x80, 0x9F, 0xFF])
  func brokenWideLetter(last: UInt8) {
    for second: UInt8 in [0xBC, 0xBD] {
      #expect(DocumentLaws.broken(by: [0xEF, second, last, 0x2E, 0x20, 0x61, 0x0A]) == nil)
    }
  }

  @Test(
    "What once broke a law keeps it",
    arguments: [
      "# Clean rivers\n\nThe branch\n**notes**\n\n1.\u{FFFD}abgv –  2.'In\n2019This goes on.\n  #  (i) one\n    (ii)x two\n"
        + "2A To sue, a s on.\n  #  (i) one\n    (ii)x two\n2A To sue, a s\n    Cle-(ii) ",
      "**2. Proposal**\n\n2.1 To keep it open.\n\n**3\t. Costs**\n\nNone.\n",
    ])
  func broken(text: String) {
    #expect(DocumentLaws.broken(by: Array(text.utf8)) == nil)
  }

  @Test("A text's hash is its words', not its label's or its layout's")
  func hashes() {
    let one = Document(parsing: "1. Bus fares rose\n   by 12%.")
    let other = Document(parsing: "- Bus fares\nrose by 12%.\n")
    #expect(one.hash(of: 0) == other.hash(of: 0))
    #expect(one.hash(of: 0) != Document(parsing: "1. Bus fares rose by 13%.").hash(of: 0))
    #expect(one.hash(of: 0) == 9_112_787_858_543_819_325, "the same on every machine and in every run")
    #expect(one.id(of: 3, in: "M1") == "M1#4")
  }
}

/// A tree of clauses on a small vocabulary, and ways to print it.
struct RandomTree {
  struct Line: Equatable {
    var depth: Int
    var label: String?
    var text: String
  }

  private enum Style: CaseIterable {
    case dot, bracket, brackets, letterBracket, letters, romanBracket, romans, bullet

    func label(_ number: Int) -> String {
      let letter = String(UnicodeScalar(UInt8(96 + number)))
      let roman = ["i", "ii", "iii", "iv", "v"][min(number, 5) - 1]
      switch self {
      case .dot: return "\(number)."
      case .bracket: return "\(number))"
      case .brackets: return "(\(number))"
      case .letterBracket: return "\(letter))"
      case .letters: return "(\(letter))"
      case .romanBracket: return "\(roman))"
      case .romans: return "(\(roman))"
      case .bullet: return "-"
      }
    }
  }

  private(set) var lines: [Line] = []
  private let isSpaced: Bool

  init(with chance: inout Chance) {
    isSpaced = Int.random(in: 0..<2, using: &chance) == 0
    let styles: [[Style]] = [
      [.dot, .letterBracket, .romans], [.bracket, .letters, .romanBracket], [.brackets, .letters, .romans],
      [.dot, .bullet, .bullet], [.dot, .dot, .letters],
    ]
    let chosen = styles[Int.random(in: 0..<styles.count, using: &chance)]
    let sections = Int.random(in: 0...3, using: &chance)
    let runsOn = Int.random(in: 0..<2, using: &chance) == 0
    var number = 1
    for section in 0..<max(sections, 1) {
      if sections > 0 {
        lines.append(Line(depth: 0, label: nil, text: "This branch \(["notes", "believes", "resolves"][section]):"))
      }
      if !runsOn { number = 1 }
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        add(number, chosen, level: 0, depth: sections > 0 ? 1 : 0, &chance)
        number += 1
      }
    }
  }

  private mutating func add(_ number: Int, _ styles: [Style], level: Int, depth: Int, _ chance: inout Chance) {
    lines.append(Line(depth: depth, label: styles[level].label(number), text: Self.sentence(&chance)))
    guard level + 1 < styles.count else { return }
    let below = Int.random(in: -2...3, using: &chance)
    for child in 0..<max(below, 0) { add(child + 1, styles, level: level + 1, depth: depth + 1, &chance) }
  }

  private static func sentence(_ chance: inout Chance) -> String {
    let words = ["fares", "rose", "in", "2019.", "buses", "members", "£1.50", "(a)", "so", "the", "12%", "and"]
    let count = Int.random(in: 1...9, using: &chance)
    return "That "
      + (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &chance)] }.joined(separator: " ") + "."
  }

  /// The text, hard-wrapped or not, with or without blank lines.
  func printed(with chance: inout Chance) -> String {
    var text = ""
    let base = lines.contains { $0.label == nil } ? 1 : 0
    for (index, line) in lines.enumerated() {
      let indent = String(repeating: " ", count: 4 * max(line.depth - base, 0))
      if line.label == nil {
        text += (index > 0 ? "\n" : "") + line.text + "\n\n"
        continue
      }
      var words = (line.label.map { $0 + " " } ?? "") + line.text
      if Int.random(in: 0..<3, using: &chance) == 0, let blank = words.lastIndex(of: " "), line.text.contains(" ") {
        let hanging = Int.random(in: 0..<2, using: &chance) == 0 ? indent + "   " : ""
        let rest = words[words.index(after: blank)...]
        // A wrap before what could begin a clause is what the laws of labels are about, not this one.
        if rest != "(a).",
          blank > words.index(words.startIndex, offsetBy: 6, limitedBy: words.endIndex) ?? words.endIndex
        {
          words = words[..<blank] + "\n" + hanging + rest
        }
      }
      text += indent + words + "\n" + (isSpaced ? "\n" : "")
    }
    return text
  }

  /// The text with some lines of clauses left out, doubled or swapped.
  func disturbed(with chance: inout Chance) -> String {
    var kept = self
    for _ in 0..<Int.random(in: 1...3, using: &chance) where !kept.lines.isEmpty {
      let at = Int.random(in: 0..<kept.lines.count, using: &chance)
      guard kept.lines[at].label != nil else { continue }
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: kept.lines.remove(at: at)
      case 1: kept.lines.insert(kept.lines[at], at: at)
      default: kept.lines.swapAt(at, Int.random(in: 0..<kept.lines.count, using: &chance))
      }
    }
    return kept.printed(with: &chance)
  }
}
