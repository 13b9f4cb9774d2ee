import MotionKit
import Testing

@Suite("FieldUnknownCheck")
struct FieldUnknownCheckTests {
  @Test(
    "A field that means nothing here is found and kept",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\n⟦colour⟧: green\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumber: M1\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-unknown") }
}
