import MotionKit
import Testing

@Suite("RepeatedWordCheck")
struct RepeatedWordCheckTests {
  @Test(
    "A small word said twice is found and said once; what may follow itself is left",
    arguments: [
      CheckCase("1. To the ⟦the⟧ council\n", mended: "1. To the council\n"),
      CheckCase("1. by and\n   ⟦and⟧ by\n", mended: "1. by and by\n"),
      CheckCase("1. that that is, is\n"),
      CheckCase("1. The. The end\n"),
      CheckCase("1. of, of course\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("repeated-word") }
}
