import MotionKit
import Testing

@Suite("NumberInsertedCheck")
struct NumberInsertedCheckTests {
  @Test(
    "A number for circulated texts is found in a draft and nowhere else",
    arguments: [
      CheckCase("1. a\n2. b\n⟦2A.⟧ c\n3. d\n", mended: "1. a\n2. b\n3. c\n4. d\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a\n2. b\n2A. c\n3. d\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("number-inserted") }
}
