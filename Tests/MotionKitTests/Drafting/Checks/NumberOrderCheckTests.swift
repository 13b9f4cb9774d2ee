import MotionKit
import Testing

@Suite("NumberOrderCheck")
struct NumberOrderCheckTests {
  @Test(
    "A number after a greater one is found, and clauses are numbered as they stand",
    arguments: [
      CheckCase("1. a.\n2. b.\n4. c.\n⟦3.⟧ d.\n", mended: "1. a.\n2. b.\n3. c.\n4. d.\n"),
      CheckCase("1. a\n2. b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("number-order") }
}
