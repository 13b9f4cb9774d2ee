import MotionKit
import Testing

@Suite("FieldTwiceCheck")
struct FieldTwiceCheckTests {
  @Test(
    "A field that is there twice is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\n⟦mover⟧: Ben\nseconder: Cy\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Cy\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-twice") }
}
