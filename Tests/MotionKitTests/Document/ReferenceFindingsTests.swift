import MotionKit
import Testing

@Suite("What references are to")
struct ReferenceFindingsTests {
  static let list = "1. One.\n2. Two.\n3. Three.\n4. Four.\n"

  @Test(
    "A range of which one end is gone is said with the end that is there",
    arguments: [
      ("clauses 3 to 9", ["“3 to 9” ends with 9, and nothing in this text is numbered 9; 3 is there."], "3 to 5"),
      ("clauses 5–9", ["“5–9” ends with 9, and nothing in this text is numbered 9; 5 is there."], "or only 5"),
      ("clauses 0 to 2", ["“0 to 2” begins with 0, and nothing in this text is numbered 0; 2 is there."], "1 to 2"),
      (
        "clauses 8 to 9", ["Nothing in this text is numbered 8 or 9, so “8 to 9” names no clauses."],
        "Name clauses that are there"
      ),
      ("clauses 2 to 3", [], ""),
    ])
  func range(words: String, messages: [String], fix: String) {
    let findings = Document(parsing: Self.list + "5. See " + words + ".").referenceFindings()
    #expect(findings.map(\.message) == messages)
    #expect(findings.allSatisfy { $0.fix?.contains(fix) ?? false })
  }

  @Test(
    "What others decided is no part of this text",
    arguments: [
      "Ordinary Resolution 3", "resolution 72/1 of the Assembly", "Special Resolution 14", "UN Resolution 2334",
      "resolution 2334 (2016)", "Conference Resolution 3 (2019)", "Motion 40, paragraph 3", "composite 4, point 2",
      "item 3 on the agenda", "clause 3 of resolution 12", "Resolution A/RES/72/1", "resolution 9",
    ])
  func decisions(words: String) {
    let document = Document(parsing: Self.list + "5. As " + words + " says.")
    #expect(document.crossReferences().filter { $0.target != nil || $0.isCertain }.isEmpty)
    #expect(document.referenceFindings().isEmpty)
  }

  @Test("What this text resolves may be called a resolution")
  func ownResolution() {
    let document = Document(
      parsing: "This branch resolves:\n\n1. One.\n2. As resolution 1 above, and resolution 1, says.")
    #expect(document.crossReferences().map(\.target) == [1, 1])
  }

  @Test(
    "A change of another text speaks of that text's clauses",
    arguments: [
      "Replace clause 3 with:", "In clause 4 delete “may”.", "Delete the whole of clause 2 and renumber clause 3 as 2.",
      "After clause 3 insert: “3A. Officers”", "Clause 3 is amended to read “shall”.", "Clause 3 shall read: “x”.",
      "To amend the constitution as follows: (clause 2)", "Paragraph 2(a) to be replaced by “y”.",
      "insert a new clause 14A in the rules", "In clause 12, after the first sentence insert “z”.",
      "Amend rule 4, clause 20, to read “x”", "To change the party rules, clause 31.",
    ])
  func changes(words: String) {
    let document = Document(parsing: Self.list + "5. " + words)
    #expect(document.crossReferences().isEmpty)
  }

  @Test("What stands below the words that announce the change is of the other text too, unless it says otherwise")
  func changesBelow() {
    let text = Self.list + "5. To amend the rules as follows:\n   (a) Clause 2 falls.\n   (b) See clause 2 above."
    #expect(Document(parsing: text).crossReferences().map(\.target) == [1])
  }

  @Test(
    "Verbs that are said of other things than texts leave references what they are",
    arguments: [
      "To delete the data listed in clause 2.", "To replace the old buses as clause 2 says.",
      "To amend our practice (see clause 2).", "To change the heating, as clause 2 asks.", "We added clause 2 above.",
    ])
  func others(words: String) {
    #expect(Document(parsing: Self.list + "5. " + words).crossReferences().map(\.target) == [1])
  }

  @Test("A heading that names itself is no reference, and what others point at by that name")
  func headings() {
    let text =
      "Clause 1: Name\n\nThe name.\n\nClause 2 – Objects\n\nSubject to clause 1.\n\n1. Any.\n2. Clause 9: Quorum"
    let document = Document(parsing: text)
    #expect(document.crossReferences().map(\.target) == [0])
    #expect(document.referenceFindings().isEmpty)
  }

  @Test("A letter in brackets behind a blank belongs to the number before it, where it is there")
  func apart() {
    let document = Document(
      parsing: "1. One:\n   (a) x\n   (b) y\n2. See clause 1 (b) and clause 1 (c), not clause 1 (2019).")
    let found = document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } ?? "–" }
    #expect(found == ["1/b", "1", "1"])
  }

  @Test("A numbered lead-in is named as a section is")
  func leadIn() {
    let text =
      "1. This branch notes:\n   (a) x\n   (b) y\n2. This branch resolves to:\n   (a) act on notes (b)\n   (b) stop."
    let document = Document(parsing: text)
    #expect(document.crossReferences().map { $0.target.map { document.nodes[$0].path.text } } == ["1/b"])
  }
}
