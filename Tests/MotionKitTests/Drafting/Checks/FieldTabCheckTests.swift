import MotionKit
import Testing

@Suite("FieldTabCheck")
struct FieldTabCheckTests {
  @Test(
    "A tab that sets a field in is found",
    arguments: [
      CheckCase("---\ntitle: Fares\nmovers:\n⟦\t⟧- Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\tBell\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-tab") }
}
