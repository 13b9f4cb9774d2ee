import MotionKit
import Testing

@Suite("FieldListCheck")
struct FieldListCheckTests {
  @Test(
    "A list on one line that is not closed is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmovers: ⟦[⟧Ada, Ben\nseconder: Cy\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmovers: [Ada, Ben]\nseconder: Cy\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-list") }
}
