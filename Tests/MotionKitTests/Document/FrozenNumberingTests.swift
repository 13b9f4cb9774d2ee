import MotionKit
import Testing

@Suite("Frozen numbering")
struct FrozenNumberingTests {
  @Test(
    "What is put between labels that are law gets the label that statutes would give it",
    arguments: [
      ("2.", "3.", "2A."), ("2A.", "3.", "2B."), ("2Z.", "3.", "2AA."), ("2AZ.", "3.", "2BA."), ("2.", "2A.", "2ZA."),
      ("2ZA.", "2A.", "2ZB."), ("2.", "2ZA.", "2ZZA."), ("2A.", "2B.", "2AZA."), ("2A.", "2C.", "2B."),
      ("2AZA.", "2B.", "2AZB."), (nil, "1.", "A1."), ("A1.", "1.", "B1."), (nil, "A1.", "ZA1."), ("1.", nil, "1A."),
      ("(a)", "(b)", "(aa)"), ("(aa)", "(b)", "(ab)"),
      ("(i)", "(ii)", "(ia)"), ("(ii)", "(iii)", "(iia)"), ("(ia)", "(ii)", "(ib)"), ("(iv)", "(v)", "(iva)"),
      ("(i)", "(ia)", "(iza)"), ("(h)", "(i)", "(ha)"), ("(i)", "(j)", "(ia)"), ("(iii)", nil, "(iiia)"),
      ("(A)", "(B)", "(AA)"), ("2.1", "2.2", "2.1A"), ("2.1.", "2.1A.", "2.1ZA."), ("2A", "2B", "2AZA"),
      (nil, "(a)", "(za)"), ("(za)", "(a)", "(zb)"), ("(a)", "(aa)", "(aza)"), ("(aza)", "(aa)", "(azb)"),
      ("ZA1.", "A1.", "ZB1."), (nil, "ZA1.", "ZZA1."),
    ] as [(String?, String?, String)])
  func inserted(previous: String?, next: String?, label: String) {
    #expect(Numbering.inserted(after: previous, before: next) == label)
  }

  @Test("Insertions between numerals pass over what is a numeral itself")
  func numerals() {
    var taken: Set<String> = ["i", "ii"]
    var given: [String] = []
    for _ in 0..<30 {
      guard let label = Numbering.inserted(after: given.last ?? "(i)", before: "(ii)", taken: taken, roman: true) else {
        break
      }
      given.append(label)
      taken.insert(Label(printed: label, span: 0..<0).bare)
    }
    #expect(given.count == 30)
    #expect(Set(given).isDisjoint(with: ["(ii)", "(iv)", "(ix)"]))
  }

  @Test("Two hundred insertions between two clauses have labels of their own, and the text stays in order")
  func twoHundred() {
    for seed in UInt64(1)...6 {
      var chance = Chance(seed: seed)
      var labels = ["1.", "2.", "3."]
      var taken: Set<String> = ["1", "2", "3"]
      for _ in 0..<200 {
        // All at the end, all at the front, or anywhere.
        let at = seed == 1 ? labels.count - 1 : seed == 2 ? 2 : Int.random(in: 0...labels.count, using: &chance)
        let label = Numbering.inserted(
          after: at > 0 ? labels[at - 1] : nil, before: at < labels.count ? labels[at] : nil, taken: taken)
        guard let label else {
          Issue.record("seed \(seed): nothing between \(labels[max(at - 1, 0)]) and its neighbour")
          return
        }
        #expect(taken.insert(Label(printed: label, span: 0..<0).bare).inserted, "seed \(seed): \(label) twice")
        labels.insert(label, at: at)
      }
      #expect(Set(labels).count == 203, "seed \(seed)")
      let text = "---\nnumbering: frozen\n---\n" + labels.map { "\($0) Words.\n" }.joined()
      let document = Document(parsing: text)
      #expect(document.nodes.map { $0.label?.printed ?? "–" } == labels, "seed \(seed)\n\(text)")
    }
  }

  @Test("Letters that were put in are read with the list that they were put into")
  func letters() {
    let labels = ["(za)", "(zb)", "(a)", "(aza)", "(azb)", "(aa)", "(ab)", "(b)", "(ba)", "(c)"]
    let text =
      "---\nnumbering: frozen\n---\n1. One:\n" + labels.map { "   \($0) words\n" }.joined()
      + "2. See (azb) of clause 1."
    let document = Document(parsing: text)
    #expect(document.nodes.map { $0.label?.printed ?? "–" } == ["1."] + labels + ["2."], "\(document.outline)")
    #expect(document.nodes.dropFirst().dropLast().allSatisfy { $0.parent == 0 })
    #expect(document.allFindings().map(\.code) == [])
  }

  @Test(
    "A list below what was put in begins below it, and what was put in is known by its list",
    arguments: [
      ("1. One:\n   (za) x.\n   (zb) y:\n      (a) p.\n      (b) q.\n   (zc) z.\n", [0, 1, 1, 2, 2, 1]),
      (
        "1. x:\n   (a) y.\n   (b) z.\n      7. w:\n         (a) p.\n      (i) q.\n      (ii) r.\n",
        [0, 1, 1, 2, 3, 2, 2]
      ),
      ("1. x:\n   (a) y.\n   (aa) z.\n   (c) w.\n2. v.\n", [0, 1, 1, 1, 0]),
      ("1. x:\n   (a) y.\n   (aa) z:\n      (i) p.\n      (ii) q.\n   (ba) w.\n   (c) v.\n", [0, 1, 1, 2, 2, 1, 1]),
      ("1. x:\n   (a) y.\n      (ii) z.\n      (iia) w.\n   (b) v.\n", [0, 1, 2, 2, 1]),
      ("1. x\n   (aa) y:\n      (i) p.\n      (ii) q.\n   (ab) z.\n2. w.\n", [0, 1, 2, 2, 1, 0]),
      ("1. x:\n   (a) y.\n      (i) p.\n      (ia) q.\n   (ba) z.\n   (c) w.\n", [0, 1, 2, 2, 1, 1]),
      ("1. Chair\n3. Treasurer\n", [0, 0]), ("1. x:\n   (a) Chair\n   (c) Treasurer\n2. y.\n", [0, 1, 1, 0]),
      ("1. x:\n   (a) y.\n   (aa) Chair\n   (c) Treasurer\n2. z.\n", [0, 1, 1, 1, 0]),
      ("1. x:\n   (a) y.\n   (aa) z:\n      (a) p.\n      (c) q.\n   (c) w.\n", [0, 1, 1, 2, 2, 1]),
      ("1. as said in clause\n3. it is.\n", [0]), ("1. This took part in\n3. places.\n", [0]),
      ("(aa) x:\n   (a) p.\n   (b) q.\n", [0, 1, 1]), ("(aa) x:\n   (a) p.\n   (b) q.\n(b) y.\n", [0, 1, 1, 0]),
    ])
  func listsBelow(text: String, depths: [Int]) {
    let document = Document(parsing: text)
    #expect(document.nodes.map(\.depth) == depths, "\(document.outline)")
    #expect(document.nodes.allSatisfy { $0.label != nil })
  }

  @Test("A circulated text with clauses put in is read with their labels, and adopted in order")
  func circulated() {
    let text = """
      ---
      numbering: frozen
      ---
      A1. Before.
      1. One:
         (i) x;
         (ia) put in;
         (ii) y.
      1A. Put in, see 1(ia) above and clause A1.
      1B. Another:
         (a) x;
         (aa) put in;
         (b) y.
      2. Two.
      2ZA. Between.
      2A. After, but for clauses 1A and 1B.
      """
    let document = Document(parsing: text)
    #expect(
      document.nodes.map { $0.label?.bare ?? "–" } == [
        "A1", "1", "i", "ia", "ii", "1A", "1B", "a", "aa", "b", "2", "2ZA", "2A",
      ], "\(document.outline)")
    #expect(document.allFindings().map(\.code) == [])
    let adopted = Document(parsing: SourceEdits.applied(document.renumbering().edits, to: document.bytes))
    #expect(
      adopted.nodes.map { $0.label?.bare ?? "–" } == [
        "1", "2", "i", "ii", "iii", "3", "4", "a", "b", "c", "5", "6", "7",
      ])
    #expect(adopted.text(of: 5) == "Put in, see 2(ii) above and clause 1.")
    #expect(adopted.text(of: 12) == "After, but for clauses 3 and 4.")
  }
}

enum SourceEdits {
  static func applied(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for edit in edits.reversed() { result.replaceSubrange(edit.span, with: Array(edit.replacement.utf8)) }
    return result
  }
}
