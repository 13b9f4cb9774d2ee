import MotionKit
import Testing

@Suite("MissingMoverCheck")
struct MissingMoverCheckTests {
  @Test(
    "A mover may be one or several",
    arguments: [
      CheckCase("1. a\n"),
      CheckCase("---\ntitle: Fares\nmovers: [Ada, Cy]\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("missing-mover") }

  @Test(
    "Nobody named is an error where the rules ask for one, said where most bodies ask, and nothing where they do not",
    arguments: [
      (Expectations.Need.required, Finding.Severity.error), (.usual, Finding.Severity.warning), (.none, nil),
    ] as [(Expectations.Need, Finding.Severity?)])
  func need(_ need: Expectations.Need, _ severity: Finding.Severity?) {
    let draft = Draft(Document(parsing: "---\ntitle: Fares\n---\n1. a\n"), expectations: Expectations(mover: need))
    #expect(draft.findings.first { $0.code == "missing-mover" }?.severity == severity)
  }
}
