import MotionKit
import Testing

@Suite("NumberRestartCheck")
struct NumberRestartCheckTests {
  @Test(
    "Numbers that begin again without a heading are found and run on",
    arguments: [
      CheckCase("1. a\n2. b\n⟦1.⟧ c\n2. d\n", mended: "1. a\n2. b\n3. c\n4. d\n"),
      CheckCase("# A\n\n1. a\n\n# B\n\n1. b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("number-restart") }
}
