import MotionKit
import Testing

@Suite("An edited copy derived and applied")
struct DerivationLawTests {
  /// Kinds, nesting, order and words; labels follow the mode, the layout is the base's.
  private func tree(_ document: Document) -> [String] {
    document.nodes.indices.map { index in
      let node = document.nodes[index]
      return "\(node.depth) \(node.kind.rawValue) \(document.text(of: index))\(document.heading(of: index))"
    }
  }

  private func style(_ chance: inout Chance) -> RandomText.Style {
    RandomText.Style(
      width: 30 + chance.below(60), isAiry: chance.below(2) == 0, lineEnd: chance.below(5) == 0 ? "\r\n" : "\n")
  }

  @Test("What is derived from a copy and applied to the base gives the copy's tree", arguments: 0..<120)
  func law(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    var text = RandomText(&chance)
    let base = Document(parsing: text.text(style(&chance)))
    for _ in 0...chance.below(5) { text.edit(&chance) }
    let copy = Document(parsing: text.text(style(&chance)))
    let amendment = Amendment(name: "A", deriving: copy, from: base)
    let composition = Composition(of: base, with: [amendment])
    #expect(composition.verdict != .refused && composition.verdict != .conflict, "seed \(seed)")
    #expect(tree(Document(parsing: composition.bytes)) == tree(copy), "seed \(seed)")
  }

  @Test("A copy with nothing changed leaves every byte of the base", arguments: 0..<20)
  func nothing(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let base = Document(parsing: RandomText(&chance).text(style(&chance)))
    let amendment = Amendment(name: "A", deriving: base, from: base)
    #expect(amendment.operations.isEmpty && amendment.layout.isEmpty, "seed \(seed)")
    #expect(Composition(of: base, with: [amendment]).bytes == base.bytes, "seed \(seed)")
  }

  @Test(
    "Words that occur several times, marks, references and moves come out as in the copy",
    arguments: [
      ("1. Go to it, to “to” and to work.\n", "1. Go to it, to “to” and work.\n"),
      ("1. The cat (old) sat.\n", "1. The cat sat.\n"),
      ("1. The cat sat.\n", "1. The (old) cat sat.\n"),
      ("1. One, two, three.\n", "1. One, three.\n"),
      ("1. Say ‘yes’ now.\n", "1. Say ‘yes please’ now.\n"),
      ("1. Well-known facts\n", "1. Well known facts.\n"),
      ("1. One thing.\n2. Two more.\n3. Do it (see clause 2).\n", "1. Two more.\n2. Do it (see clause 1) now.\n"),
      ("1. The chairman.\n2. A chairman.\n", "1. The chair.\n2. A chair.\n"),
    ])
  func samples(base: String, copy: String) {
    let before = Document(parsing: base)
    let amendment = Amendment(name: "A", deriving: Document(parsing: copy), from: before)
    #expect(String(decoding: Composition(of: before, with: [amendment]).bytes, as: UTF8.self) == copy)
  }
}
