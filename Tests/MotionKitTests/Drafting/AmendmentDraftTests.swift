import MotionKit
import Testing

@Suite("Amendments that are checked")
struct AmendmentDraftTests {
  static let text = """
    ---
    amends: M7
    mover: Harbour branch
    ---
    In clause 1 delete "twelve per cent" and insert "a sixth of it all".
    After clause 3 insert:
    > 3A. To publish a survey.
    > 3C. To thank the drivers.

    5. Delete clause 9.

    """

  @Test("What holds of a motion's numbers, references and title is not asked of an amendment")
  func motionsOnly() {
    let draft = Draft(Document(parsing: Self.text))
    #expect(draft.isAmendment)
    #expect(draft.findings.map(\.code) == ["missing-seconder"])
    #expect(draft.findings.first?.message == "Nobody is named who seconds the amendment.")
  }

  @Test("What holds of every text is asked of an amendment too")
  func every() {
    let text = "---\namends: M7\nmover: A\nseconder: B\n---\nIn clause 1 insert “the [name] of\u{200B} it”.\n"
    let codes = Draft(Document(parsing: text)).findings.map(\.code)
    #expect(codes.contains("invisible-character"))
  }

  @Test(
    "The words of an amendment are counted as the body counts them",
    arguments: [(false, false, 13), (false, true, 16), (true, false, 28), (true, true, 31)])
  func words(instructions: Bool, deleted: Bool, expected: Int) {
    let rules = WordRules(countsInstructions: instructions, countsDeleted: deleted, amendmentLimit: 10)
    let draft = Draft(
      Document(parsing: Self.text),
      expectations: Expectations(wordLimit: 2, amendmentWords: rules, seconder: Expectations.Need.none))
    #expect(draft.words == expected)
    #expect(draft.wordLimit == 10)
    #expect(draft.findings.map(\.code) == ["word-limit"])
  }

  @Test(
    "Straight single marks are found where curly ones stand too, and apostrophes are no marks",
    arguments: [
      ("1. A ‘review’.\n2. We call it a 'cut', don't we.", "1. A ‘review’.\n2. We call it a ‘cut’, don't we."),
      ("1. A “review”.\n2. They said 'it's so'.", "1. A “review”.\n2. They said ‘it’s so’."),
      ("1. A ‘review’.\n2. Members' rights, and the '90s.", nil),
      ("1. A 'review'.\n2. It's a 'cut'.", nil),
    ])
  func singles(body: String, mended: String?) {
    let front = "---\ntitle: T\nmover: A\nseconder: B\n---\n"
    let draft = Draft(Document(parsing: front + body))
    #expect(draft.findings.contains { $0.code == "mixed-quotes" } == (mended != nil))
    #expect(draft.mended().map { String(decoding: $0, as: UTF8.self) } == mended.map { front + $0 })
  }
}
