import MotionKit
import Testing

@Suite("MarkdownMergeCheck")
struct MarkdownMergeCheckTests {
  @Test(
    "Labels that Markdown does not know are found where they would run together; plain texts are left",
    arguments: [
      CheckCase(
        "# A\n\n1. x:\n\n   a) y\n   ⟦b) z\n   c)⟧ w\n", mended: "# A\n\n1. x:\n\n   a) y\n\n   b) z\n\n   c) w\n"),
      CheckCase("# A\n\n(1) x\r\n⟦(2)⟧ y\r\n", mended: "# A\n\n(1) x\r\n\r\n(2) y\r\n"),
      CheckCase("# A\n\n1. x\n2. y\n3. z\n"),
      CheckCase("1. x:\n\n   a) y\n   b) z\n"),
      CheckCase("# A\n\n(a) x\n\n(b) y\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("markdown-merge") }
}
