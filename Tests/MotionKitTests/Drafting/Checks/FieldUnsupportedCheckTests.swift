import MotionKit
import Testing

@Suite("FieldUnsupportedCheck")
struct FieldUnsupportedCheckTests {
  @Test(
    "YAML that a motion does not need is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmovers: [Ada, ⟦[⟧Ben]]\nseconder: Cy\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmovers: [Ada, Ben]\nseconder: Cy\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-unsupported") }
}
