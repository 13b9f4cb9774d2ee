import MotionKit
import Testing

@Suite("CodeBlockCheck")
struct CodeBlockCheckTests {
  @Test(
    "Lines that Markdown takes for program text are found, and set where they are none",
    arguments: [
      CheckCase("Our demands:\n\n⟦    Freeze fares.\n⟧", mended: "Our demands:\n\n   Freeze fares.\n"),
      CheckCase("1. One\n\n    a) x\n"),
      CheckCase("1. One\n     goes on\n"),
      CheckCase("One\n    goes on\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("code-block") }
}
