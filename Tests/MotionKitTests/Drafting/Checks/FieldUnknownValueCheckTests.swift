import MotionKit
import Testing

@Suite("FieldUnknownValueCheck")
struct FieldUnknownValueCheckTests {
  @Test(
    "A word that a field does not take is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: ⟦fixed⟧\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: live\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-unknown-value") }
}
