import MotionKit
import Testing

@Suite("UnclosedQuoteCheck")
struct UnclosedQuoteCheckTests {
  @Test(
    "A quotation without its end or its beginning is found; one may go over several clauses",
    arguments: [
      CheckCase("1. a ⟦“⟧b\n2. c “d”\n"),
      CheckCase("1. a b⟦”⟧ c\n"),
      CheckCase("1. a “b\n2. c” d\n"),
      CheckCase("1. a “b\n\n   “c” d\n"),
      CheckCase("1. „a“ b\n"),
      CheckCase("1. a ⟦\"⟧b\n"),
      CheckCase("1. a \"b\" c\n"),
      CheckCase("1. a “b” 6\"\n"),
      CheckCase("1. `“` b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("unclosed-quote") }
}
