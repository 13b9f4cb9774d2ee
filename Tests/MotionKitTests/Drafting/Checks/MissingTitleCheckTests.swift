import MotionKit
import Testing

@Suite("MissingTitleCheck")
struct MissingTitleCheckTests {
  @Test(
    "A title is a field or the first heading",
    arguments: [
      CheckCase("# Fares\n\n1. a\n"),
      CheckCase("1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("missing-title") }

  @Test("A motion without a title, or with blanks for one, is not in order", arguments: ["", "title: \" \"\n"])
  func missing(_ field: String) {
    let draft = Draft(Document(parsing: "---\n\(field)mover: Ada\nseconder: Ben\n---\n1. a\n"))
    #expect(draft.findings.filter { $0.severity == .error }.map(\.code) == ["missing-title"])
  }
}
