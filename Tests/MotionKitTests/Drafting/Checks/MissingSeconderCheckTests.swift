import MotionKit
import Testing

@Suite("MissingSeconderCheck")
struct MissingSeconderCheckTests {
  @Test(
    "A seconder is named",
    arguments: [
      CheckCase("1. a\n")
    ])
  func rule(_ example: CheckCase) { example.hold("missing-seconder") }

  @Test(
    "Nobody named is an error where the rules ask for one, said where most bodies ask, and nothing where they do not",
    arguments: [
      (Expectations.Need.required, Finding.Severity.error), (.usual, Finding.Severity.note), (.none, nil),
    ] as [(Expectations.Need, Finding.Severity?)])
  func need(_ need: Expectations.Need, _ severity: Finding.Severity?) {
    let draft = Draft(
      Document(parsing: "---\ntitle: Fares\nmover: Ada\n---\n1. a\n"), expectations: Expectations(seconder: need))
    #expect(draft.findings.first { $0.code == "missing-seconder" }?.severity == severity)
  }
}
