import MotionKit
import Testing

@Suite("Cross-references")
struct CrossReferenceTests {
  static let base = """
    This branch notes:

    1. One.
    2. Two:

       a) x
       b) y

    This branch resolves:

    3. Three:
       (i) p
       (ii) q
    4.
    """

  @Test(
    "References are recognised in the words people use",
    arguments: [
      ("see 2 above", ["2"]), ("as in clause 2(a)", ["2/a"]), ("paragraphs 1 and 2", ["1", "2"]),
      ("clauses 1, 2 or 3", ["1", "2", "3"]), ("resolves 3", ["3"]), ("point 3 of resolves", ["3"]),
      ("Clause 3(ii) above", ["3/ii"]), ("clause 4 of the rule book", []), ("it rose by 2 points", []),
      ("£2 above", []), ("the 2 above", ["2"]), ("see page 2", []), ("2(b) above", ["2/b"]),
    ])
  func recognised(words: String, targets: [String]) {
    let document = Document(parsing: Self.base + " " + words)
    let found = document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } ?? "–" }
    #expect(found == targets)
  }

  @Test(
    "References are recognised in many more words",
    arguments: [
      ("clauses 1–3", ["1", "3"]), ("notes 1–2", ["1", "2"]), ("Notes 1 and 2", ["1", "2"]), ("clause\u{A0}2", ["2"]),
      ("see 2(a), below", ["2/a"]), ("clause 2a applies", ["2/a"]), ("(b) of clause 2", ["2"]),
      ("paragraph (b) of clause 2", ["2/b", "2"]), ("sub-clause (i) of clause 3", ["3/i", "3"]),
      ("under clause 2 in full", ["2"]), ("in clause 2 of this motion", ["2"]), ("point 2 of notes", ["2"]),
      ("resolves 3 and 4", ["3", "4"]), ("(resolves 3)", ["3"]), ("“clause 2” above", ["2"]),
      ("clauses 1, 2(a) and 3", ["1", "2/a", "3"]), ("clause 1 to clause 3", ["1", "3"]),
      ("clauses 1 through 3", ["1", "3"]),
      ("as 2(b) above says", ["2/b"]), ("points 1 & 2", ["1", "2"]), ("recital 9 above", ["–"]),
      ("clause 2 which says", ["2"]),
    ])
  func recognisedToo(words: String, targets: [String]) {
    let document = Document(parsing: Self.base + " " + words)
    let found = document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } ?? "–" }
    #expect(found == targets)
  }

  @Test(
    "Numbers of other things and clauses of other texts are no references",
    arguments: [
      "clause 3 of the Labour Party rule book", "Section 2 of the Act", "section 2", "Article 3 of the Constitution",
      "rule 3", "Rule 3(a)", "Schedule 2, paragraph 3", "the Housing Act 1988, section 2", "the rule book, clause 3",
      "the constitution at clause 2", "clause 3 in the rule book", "clause 2 of our standing orders",
      "this branch notes 3 buses", "see 3 people", "resolves 2 things", "inflation was 2 above target", "£2 above",
      "2% above", "agenda item 3", "item 3 of the agenda", "point 2 million", "clause IV", "part 2", "the 3-2 win",
      "2nd clause", "clause 2.5 of the 2019 report", "paragraph 3 of this Act", "2019", "page 2", "Appendix 1, para 2",
      "in 2 to 3 years", "A1 paper", "clause A1 roads", "the preceding paragraph",
    ])
  func otherTexts(words: String) {
    let document = Document(parsing: Self.base + " " + words)
    #expect(document.crossReferences().map { String(decoding: document.bytes[$0.span], as: UTF8.self) } == [])
    #expect(document.referenceFindings().isEmpty)
  }

  @Test("A letter alone is sought in the nearest list around it")
  func nearest() {
    let text = """
      1. One:
         (a) x
         (b) see paragraph (a) above
      2. Two, but for paragraph (b) below:
         (a) y
         (b) z, whatever (a) above says
      3. Three, as paragraph (a) says.
      """
    let document = Document(parsing: text)
    #expect(
      document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } } == ["1/a", "2/b", "2/a", nil])
    #expect(document.referenceFindings().map(\.code) == ["ambiguous-reference"])
  }

  @Test(
    "References keep their own wording when numbers change",
    arguments: [
      ("1. a.\n3. b.\n4. c: clauses 3 and 4, and 3 above", "1. a.\n2. b.\n3. c: clauses 2 and 3, and 2 above"),
      ("1. a.\n3. b.\n4. c\n5. d: clauses 3–5", "1. a.\n2. b.\n3. c\n4. d: clauses 2–4"),
      (
        "1. a.\n3. b:\n   (b) x.\n   (c) y: clause 3b and (c) of clause 3",
        "1. a.\n2. b:\n   (a) x.\n   (b) y: clause 2a and (b) of clause 2"
      ),
      (
        "1. a.\n3. b.\n3.1 x.\n3.2 y: see 3(2) above, or 3.1 above",
        "1. a.\n2. b.\n2.1 x.\n2.2 y: see 2(2) above, or 2.1 above"
      ),
      (
        "1. a.\n3. b:\n   (b) x: paragraph (b), sub-paragraph (b) of clause 3",
        "1. a.\n2. b:\n   (a) x: paragraph (a), sub-paragraph (a) of clause 2"
      ),
    ])
  func wording(text: String, expected: String) {
    #expect(String(decoding: Document(parsing: text).renumbered().bytes, as: UTF8.self) == expected)
  }

  @Test(
    "A reference that leads nowhere is said",
    arguments: [
      ("see clause 9", ["dangling-reference 9"]), ("9 above", ["dangling-reference 9"]),
      ("2(c) above", ["dangling-reference 2(c)"]), ("section 28", []), ("clause 2", []),
    ])
  func dangling(words: String, expected: [String]) {
    let document = Document(parsing: Self.base + " " + words)
    let found = document.referenceFindings().map { finding in
      "\(finding.code) " + String(decoding: document.bytes[finding.span ?? 0..<0], as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test("A label that occurs twice is ambiguous from outside, and one's own section's from inside")
  func ambiguous() {
    let text = "## Notes\n1. a\n2. b\n## Resolves\n1. c\n2. see clause 1 above\n## Other\nAs in clause 1 above."
    let document = Document(parsing: text)
    #expect(document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } } == ["resolves/1", nil])
    #expect(document.referenceFindings().map(\.code) == ["ambiguous-reference"])
  }

  @Test(
    "Where a new number alone would mean another clause, the section is named too, or the numbers stay",
    arguments: [
      (
        "## Notes\n1. a.\n2. b.\n## Resolves\n1. c.\n3. d.\n## Other\nAs clause 3 says, and 3 above.",
        "## Notes\n1. a.\n2. b.\n## Resolves\n1. c.\n2. d.\n"
          + "## Other\nAs clause 2 of resolves says, and resolves 2 above."
      ),
      (
        "## Buses\n1. a.\n2. b.\n## Trains\n1. c.\n3. d.\n## Other\nAs clause 3 says.",
        "## Buses\n1. a.\n2. b.\n## Trains\n1. c.\n3. d.\n## Other\nAs clause 3 says."
      ),
    ])
  func misled(text: String, expected: String) {
    let document = Document(parsing: text)
    let tidy = document.renumbered()
    #expect(String(decoding: tidy.bytes, as: UTF8.self) == expected)
    #expect(tidy.renumbered().bytes == tidy.bytes)
    #expect(tidy.renumbering().kept.isEmpty == (tidy.bytes != document.bytes))
  }

  @Test(
    "Thousands of references to one number, or of labels one below the other, are read in no time",
    arguments: [
      "1. clause 1 ", "1. One\n", "   (a) see 1(a) above\n", "clause 1(a)(a)", "(a)", "1. clause 1(a) above\n",
    ])
  func many(words: String) {
    let text = "1. One.\nclause 1" + String(repeating: words, count: 60_000 / words.utf8.count)
    let document = Document(parsing: text)
    let clock = ContinuousClock()
    var found: [CrossReference] = []
    let taken = clock.measure { found = document.crossReferences() }
    #expect(found.allSatisfy { $0.candidates.count < 200 })
    // Walking all duplicates for each took minutes.
    #expect(taken < .seconds(20))
  }
}
