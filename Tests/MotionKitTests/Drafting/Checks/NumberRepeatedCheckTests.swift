import MotionKit
import Testing

@Suite("NumberRepeatedCheck")
struct NumberRepeatedCheckTests {
  @Test(
    "A number that is there twice is found; in a draft the second gets the next one",
    arguments: [
      CheckCase("1. a.\n2. b.\n⟦2.⟧ c.\n3. d.\n", mended: "1. a.\n2. b.\n3. c.\n4. d.\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a.\n2. b.\n⟦2.⟧ c.\n"),
      CheckCase("We note:\n\n1. a\n\nWe resolve:\n\n1. b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("number-repeated") }
}
