import MotionKit
import Testing

@Suite("FieldNotTextCheck")
struct FieldNotTextCheckTests {
  @Test(
    "A value that other programs read as no text gets quotation marks",
    arguments: [
      CheckCase(
        "---\ntitle: ⟦2030⟧\nmover: Ada\nseconder: Ben\n---\n1. a\n",
        mended: "---\ntitle: \"2030\"\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase(
        "---\ntitle: Fares\nmover: ⟦No⟧\nseconder: Ben\n---\n1. a\n",
        mended: "---\ntitle: Fares\nmover: \"No\"\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: Nobody\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-not-text") }
}
