import MotionKit
import Testing

@Suite("AmbiguousReferenceCheck")
struct AmbiguousReferenceCheckTests {
  @Test(
    "A reference that two clauses answer to is found",
    arguments: [
      CheckCase("We note:\n\n1. a\n\nWe believe:\n\n1. b\n\nWe resolve:\n\n- as clause ⟦1⟧ says\n"),
      CheckCase("We note:\n\n1. a\n\nWe resolve:\n\n- as notes 1 says\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("ambiguous-reference") }
}
