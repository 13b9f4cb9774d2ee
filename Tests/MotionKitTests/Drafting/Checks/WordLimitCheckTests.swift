import MotionKit
import Testing

@Suite("WordLimitCheck")
struct WordLimitCheckTests {
  @Test(
    "A text at the limit is in order",
    arguments: [
      CheckCase("1. one two\n")
    ])
  func rule(_ example: CheckCase) { example.hold("word-limit", expectations: Expectations(wordLimit: 2)) }

  @Test(
    "What counts is a setting of the body",
    arguments: [
      ("", 9), ("  title: true\n", 10), ("  headings: false\n", 7), ("  labels: true\n", 11),
      ("  recitals: false\n", 7),
      ("  quotes: false\n", 7), ("  tables: false\n", 8),
    ])
  func settings(_ setting: String, _ words: Int) throws {
    let rules =
      "name: R\ntime-zone: UTC\nkinds:\n  ordinary:\n    word-limit: 6\nword-count:\n  deleted: false\n\(setting)"
    let orders = StandingOrders(reading: Fields(parsing: rules))
    #expect(orders.findings.map(\.message) == [])
    let text = CheckCase.head + "Whereas so;\n\nWe resolve:\n\n1. one.\n2. two.\n\n> old rule\n\n| cell |\n"
    let draft = Draft(Document(parsing: text), expectations: Expectations(orders, kind: "ordinary"))
    #expect(draft.words == words)
    let finding = try #require(draft.findings.first { $0.code == "word-limit" })
    #expect(finding.message == "The motion has \(words) words, \(words - 6) more than the 6 that are allowed.")
    #expect(finding.severity == .error)
  }
}
