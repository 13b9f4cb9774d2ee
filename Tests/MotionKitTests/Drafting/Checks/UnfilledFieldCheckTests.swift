import MotionKit
import Testing

@Suite("UnfilledFieldCheck")
struct UnfilledFieldCheckTests {
  @Test(
    "What a model left open is found, in the fields too; a model itself may have such places",
    arguments: [
      CheckCase("1. In ⟦{{ place }}⟧ and ⟦{{b}}⟧ now.\n"),
      CheckCase("---\ntitle: On ⟦{{what}}⟧\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase(
        "---\ntitle: Fares\nmover: Ada\nseconder: Ben\nfields:\n  place:\n    question: \"Where?\"\n---\n1. In {{place}}.\n"
      ),
      CheckCase("1. {{ never closed\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("unfilled-field") }
}
