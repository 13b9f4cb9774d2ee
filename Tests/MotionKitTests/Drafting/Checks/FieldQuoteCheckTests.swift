import MotionKit
import Testing

@Suite("FieldQuoteCheck")
struct FieldQuoteCheckTests {
  @Test(
    "A quotation mark that nothing closes is found in a field",
    arguments: [
      CheckCase("---\ntitle: ⟦\"⟧Fares\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: \"Fares\"\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-quote") }
}
