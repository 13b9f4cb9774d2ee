import MotionKit
import Testing

@Suite("MixedQuotesCheck")
struct MixedQuotesCheckTests {
  @Test(
    "Straight marks beside curly ones are found and curled where it is plain; inches are none",
    arguments: [
      CheckCase("1. a “b” c\n2. d ⟦\"e\"⟧ f\n", mended: "1. a “b” c\n2. d “e” f\n"),
      CheckCase("1. “b” (⟦\"c d\",\n   \"e\"⟧)\n", mended: "1. “b” (“c d”,\n   “e”)\n"),
      CheckCase("1. a \"b\" c\n"),
      CheckCase("1. a “b” and 6\" pipes\n"),
      CheckCase("1. „a“ ⟦\"b\"⟧\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("mixed-quotes") }
}
