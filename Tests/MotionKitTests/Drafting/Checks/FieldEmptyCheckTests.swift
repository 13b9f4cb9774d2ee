import MotionKit
import Testing

@Suite("FieldEmptyCheck")
struct FieldEmptyCheckTests {
  @Test(
    "An item of a list with nothing in it is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nmovers:\n  -⟦⟧\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nmovers:\n  - Cy\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-empty") }
}
