import MotionKit
import Testing

@Suite("NumberGapCheck")
struct NumberGapCheckTests {
  @Test(
    "A number left out is found and mended, references with it; in a frozen text it is law",
    arguments: [
      CheckCase("1. a\n⟦3.⟧ b, see 3 above\n4. c\n", mended: "1. a\n2. b, see 2 above\n3. c\n"),
      CheckCase("1. a:\n\n   ⟦b)⟧ x\n   c) y\n", mended: "1. a:\n\n   a) x\n   b) y\n"),
      CheckCase("We note:\n\n1. a\n\nWe resolve:\n\n⟦3.⟧ b\n", mended: "We note:\n\n1. a\n\nWe resolve:\n\n2. b\n"),
      CheckCase("3. a\n4. b\n"),
      CheckCase("In\n2019. It was.\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a\n4. b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("number-gap") }
}
