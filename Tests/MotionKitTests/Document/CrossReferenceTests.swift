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
}
