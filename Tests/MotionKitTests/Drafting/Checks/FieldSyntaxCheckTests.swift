import MotionKit
import Testing

@Suite("FieldSyntaxCheck")
struct FieldSyntaxCheckTests {
  @Test(
    "A line that is no field is found; a value with a colon gets its quotation marks",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\n⟦and nobody else⟧\n---\n1. a\n"),
      CheckCase(
        "---\ntitle: ⟦Buses: dear⟧\nmover: Ada\nseconder: Ben\n---\n1. a\n",
        mended: "---\ntitle: \"Buses: dear\"\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-syntax") }
}
