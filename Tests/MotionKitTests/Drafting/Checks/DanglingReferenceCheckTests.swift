import MotionKit
import Testing

@Suite("DanglingReferenceCheck")
struct DanglingReferenceCheckTests {
  @Test(
    "A reference to a clause that is not there is found; other texts’ clauses are not ours",
    arguments: [
      CheckCase("1. a\n2. see clause ⟦7⟧\n"),
      CheckCase("1. a\n2. (see ⟦9⟧ above)\n"),
      CheckCase("1. a\n2. see clause 1\n"),
      CheckCase("1. clause 7 of the rule book\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("dangling-reference") }
}
