import MotionKit
import Testing

@Suite("InvisibleCharacterCheck")
struct InvisibleCharacterCheckTests {
  @Test(
    "What nobody sees is found and taken out; joiners and a first byte order mark belong there",
    arguments: [
      CheckCase("1. pen⟦\u{AD}⟧sion ⟦\u{200B}⟧rose\n", mended: "1. pension rose\n"),
      CheckCase("1. a\u{300} \u{20AC}⟦\u{FEFF}⟧\n", mended: "1. a\u{300} \u{20AC}\n"),
      CheckCase("1. b⟦\u{200D}⟧c⟦\u{7}⟧\n", mended: "1. bc\n"),
      CheckCase("1. \u{1F469}\u{200D}\u{1F467}\n"),
      CheckCase("1. \u{645}\u{200C}\u{645}\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("invisible-character") }
}
