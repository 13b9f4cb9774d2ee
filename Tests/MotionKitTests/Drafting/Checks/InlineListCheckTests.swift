import MotionKit
import Testing

@Suite("InlineListCheck")
struct InlineListCheckTests {
  @Test(
    "A list in a sentence is found, and split where it is plain how",
    arguments: [
      CheckCase("⟦1. To: (a) write; (b) meet.⟧\n", mended: "1. To:\n\n   (a) write;\n\n   (b) meet.\n"),
      CheckCase(
        "1. One\n⟦2. To: (i) write; and (ii) meet.⟧\r\n3. Three\n",
        mended: "1. One\n2. To:\r\n\r\n   (i) write; and\r\n\r\n   (ii) meet.\r\n3. Three\n"),
      CheckCase("⟦1. Either (a) write or (b) meet, as it likes.⟧\n"),
      CheckCase("⟦1. To: (a) write. It must; (b) meet.⟧\n"),
      CheckCase("1. (h) or not\n"),
      CheckCase("1. Only (a) here\n"),
      CheckCase(
        "---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n⟦1. To: (a) write; (b) meet.⟧\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("inline-list") }
}
