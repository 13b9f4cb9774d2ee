import MotionKit
import Testing

@Suite("MarkdownNumberCheck")
struct MarkdownNumberCheckTests {
  @Test(
    "A number that Markdown shows as another is found in a text whose numbers are law",
    arguments: [
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a.\n2. b.\n⟦4.⟧ c.\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n1. a\n2. b\n3. c\n"),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nnumbering: frozen\n---\n3. a\n4. b\n"),
      CheckCase("1. a\n2. b\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("markdown-number") }
}
