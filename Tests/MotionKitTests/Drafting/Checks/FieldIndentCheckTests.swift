import MotionKit
import Testing

@Suite("FieldIndentCheck")
struct FieldIndentCheckTests {
  @Test(
    "A field set in further than its neighbours is found",
    arguments: [
      CheckCase("---\ntitle: Fares\n  ⟦mover: Ada⟧\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: Fares\nmovers:\n  - Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-indent") }
}
