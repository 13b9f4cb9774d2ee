import MotionKit
import Testing

@Suite("ResolvesNothingCheck")
struct ResolvesNothingCheckTests {
  @Test(
    "A motion that only notes is found; statements and plain clauses are not",
    arguments: [
      CheckCase("We note:\n\n1. a\n⟦2. b⟧\n"),
      CheckCase("We note:\n\n1. a\n\nWe resolve:\n\n2. b\n"),
      CheckCase("1. a\n2. b\n"),
      CheckCase("---\ntitle: Fares\nkind: Statement\nmover: Ada\nseconder: Ben\n---\nWe note:\n\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("resolves-nothing") }
}
