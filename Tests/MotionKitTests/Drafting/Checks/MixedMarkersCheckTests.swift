import MotionKit
import Testing

@Suite("MixedMarkersCheck")
struct MixedMarkersCheckTests {
  @Test(
    "Another mark in the same list is found and written like the first; other lists keep theirs",
    arguments: [
      CheckCase("1. a\n⟦2)⟧ b\n3. c\n", mended: "1. a\n2. b\n3. c\n"),
      CheckCase("- a\n⟦*⟧ b\n", mended: "- a\n- b\n"),
      CheckCase("1. a:\n\n   a) x\n\n   b) y\n\n2. b\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a\n⟦2)⟧ b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("mixed-markers") }
}
