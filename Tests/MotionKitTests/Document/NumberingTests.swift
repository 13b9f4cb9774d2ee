import MotionKit
import Testing

@Suite("Numbering")
struct NumberingTests {
  @Test(
    "Every style has a successor",
    arguments: [
      ("1.", "2."), ("9)", "10)"), ("(1)", "(2)"), ("1.9", "1.10"), ("1.1.", "1.2."), ("a)", "b)"), ("(a)", "(b)"),
      ("(z)", "(aa)"), ("(aa)", "(bb)"), ("a.", "b."), ("A.", "B."), ("EC501", "EC502"), ("2A.", "3."), ("A1.", "1."),
      ("-", "-"), ("2", "3"),
    ])
  func successors(label: String, next: String) {
    #expect(Numbering.successor(of: label) == next)
  }

  @Test(
    "Roman numerals go on as numerals", arguments: [("(i)", "(ii)"), ("iv)", "v)"), ("IX.", "X."), ("(xxxix)", "(xl)")])
  func romans(label: String, next: String) {
    #expect(Numbering.successor(of: label, roman: true) == next)
  }

  @Test(
    "A clause put between frozen ones gets a label of its own",
    arguments: [
      ("2.", "3.", [], "2A."), ("2.", "3.", ["2A"], "2B."), ("2A.", "3.", [], "2B."), ("2Z.", "3.", [], "2AA."),
      ("2.", "2A.", [], "2ZA."), ("2.", "2A.", ["2ZA"], "2ZB."), ("(a)", "(b)", [], "(aa)"), ("2.1", "2.2", [], "2.1A"),
    ] as [(String, String, [String], String)])
  func inserted(previous: String, next: String, taken: [String], label: String) {
    #expect(Numbering.inserted(after: previous, before: next, taken: Set(taken)) == label)
  }

  @Test("Before 1 comes A1, and what was ever used is not given again")
  func beforeFirst() {
    #expect(Numbering.inserted(after: nil, before: "1.") == "A1.")
    #expect(Numbering.inserted(after: nil, before: "1.", taken: ["A1"]) == "B1.")
    #expect(Numbering.inserted(after: nil, before: nil) == nil)
  }

  @Test(
    "What is odd about numbers is said once, with the label to write",
    arguments: [
      ("1. a.\n2. b.\n4. c.\n5. d.", ["number-gap 3."]), ("1. a.\n2. b.\n2. c.", ["number-repeated 3."]),
      ("1. a.\n3. b.\n3. c.", ["number-gap 2."]), ("1. a.\n2(a) b.\n2(b) c.\n3. d.", []),
      ("1. a.\n2. b.\n1. c.\n2. d.", ["number-restart 3."]),
      ("1. a.\n3. b.\n2. c.", ["number-gap 2.", "number-order 3."]),
      ("1. a:\n   b) x\n   c) y", ["number-gap a)"]),
      ("## Notes\n1. a\n2. b\n## Resolves\n4. c", ["number-gap 3."]),
      ("## Notes\n1. a\n2. b\n## Resolves\n1. c", []), ("3. a\n4. b", []),
      ("1. a\n2. b\n2A. c\n3. d", ["number-inserted 3."]),
      ("---\nnumbering: frozen\n---\n1. a.\n2A. b.\n4. c.", []),
      ("---\nnumbering: frozen\n---\n1. a.\n2. b.\n2. c.", ["number-repeated"]),
    ])
  func findings(text: String, expected: [String]) {
    let found = Document(parsing: text).findings.map { finding in
      finding.code + (finding.edit.map { " " + $0.replacement } ?? "")
    }
    #expect(found == expected)
  }

  @Test(
    "Renumbering follows the order and takes references along",
    arguments: [
      (
        "1. a\n2. b (see 4 above)\n4. c, as clause 2 says\n5. d",
        "1. a\n2. b (see 3 above)\n3. c, as clause 2 says\n4. d"
      ),
      ("2) a.\n4) b: clauses 2 and 4", "2) a.\n3) b: clauses 2 and 3"),
      ("1. x\n\n3. y\n3.1 z, see 3.1(b) above.\n   (b) q", "1. x\n\n2. y\n2.1 z, see 2.1(a) above.\n   (a) q"),
      (
        "1. x.\n3. y:\n3(a) z, see 3(c) above.\n3(c) w\n4. v",
        "1. x.\n2. y:\n2(a) z, see 2(b) above.\n2(b) w\n3. v"
      ),
      ("1. x\n2(a) y.\n2(c) z.\n3. v", "1. x\n2(a) y.\n2(b) z.\n3. v"),
      ("1. a.\n3. clause 3 of the rule book", "1. a.\n2. clause 3 of the rule book"),
      ("---\nnumbering: frozen\n---\n1. a.\n3. b.", "---\nnumbering: frozen\n---\n1. a.\n3. b."),
    ])
  func renumbered(text: String, expected: String) {
    #expect(String(decoding: Document(parsing: text).renumbered().bytes, as: UTF8.self) == expected)
  }

  @Test("Adoption gives a table of old and new, whatever the mode")
  func adoption() {
    let document = Document(parsing: "---\nnumbering: frozen\n---\n1. a\n2. b\n2A. c\n3. d")
    #expect(document.renumbering().changes.map { "\($0.old) → \($0.new)" } == ["2A → 3", "3 → 4"])
  }
}
