import MotionKit
import Testing

@Suite("KindNotAdmittedCheck")
struct KindNotAdmittedCheckTests {
  @Test(
    "A kind that the body does not take is found, however it is spelt",
    arguments: [
      CheckCase("---\ntitle: Fares\nkind: ⟦emergancy⟧\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nkind: Rule-Change\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) {
    example.hold("kind-not-admitted", expectations: Expectations(kinds: ["ordinary", "rule change"]))
  }
}
