import MotionKit
import Testing

@Suite("FrontMatterOpenCheck")
struct FrontMatterOpenCheckTests {
  @Test(
    "Fields that no line of dashes ends are found",
    arguments: [
      CheckCase("⟦---⟧\ntitle: Fares\n\n1. a\n"),
      CheckCase("---\n\nA rule, not fields.\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("front-matter-open") }
}
