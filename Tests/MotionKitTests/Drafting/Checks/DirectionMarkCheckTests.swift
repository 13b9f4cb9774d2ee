import MotionKit
import Testing

@Suite("DirectionMarkCheck")
struct DirectionMarkCheckTests {
  @Test(
    "A mark that turns the direction is found where nothing runs that way, and what forces it everywhere",
    arguments: [
      CheckCase("1. pay ⟦\u{202E}⟧250\n", mended: "1. pay 250\n"),
      CheckCase("1. \u{5D0} ⟦\u{202E}⟧a\n", mended: "1. \u{5D0} a\n"),
      CheckCase("1. \u{200F}\u{645}\u{200E} and welcome\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("direction-mark") }
}
