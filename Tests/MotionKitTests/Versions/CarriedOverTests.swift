import MotionKit
import Testing

@Suite("Amendments carried over to another text")
struct CarriedOverTests {
  private static let original = Document(
    parsing: """
      ---
      title: Buses
      ---
      This branch notes:

      1. Fares rose by 12% in April.
      2. The last bus leaves at six.

      This branch resolves:

      3. To ask for a later bus (see 2 above).

      """)

  private static let other = Document(
    parsing: """
      ---
      title: Buses and trains
      ---
      This branch notes:

      1. Trains are late.
      2. Fares rose by 12% in April.
      3. The last bus leaves at six.
      4. Stations are cold.

      This branch resolves:

      5. To ask for trains.
      6. To ask for a later bus (see 3 above).
      7. To meet again.
      8. To meet again.

      """)

  private func carried(_ instruction: String) -> CarriedOver {
    let reading = InstructionReader(base: Self.original).read(instruction)
    return CarriedOver(
      Amendment(name: "A1", operations: reading.operations), from: Self.original, to: Self.other)
  }

  @Test(
    "A clause is found by its words, whatever its number is there, and figures in it do not count",
    arguments: [
      ("In 2, delete “six” and insert “seven”.", "In 3, delete “six” and insert “seven”."),
      ("Delete clause 1.", "Delete clause 2."),
      ("After clause 3, insert the clause “To write.”.", "After clause 6, insert the clause “To write.”"),
      ("Move clause 1 after clause 2.", "Move clause 2 after clause 3."),
    ])
  func found(instruction: String, there: String) throws {
    let amendment = try #require(carried(instruction).amendment)
    #expect(Wording(of: amendment.operations, in: Self.other).sentence == there)
  }

  @Test("What it names and the other text does not have, is said")
  func missing() {
    let text = Document(parsing: "1. The last bus leaves at half past six.\n2. To meet again.\n3. To meet again.\n")
    let reading = InstructionReader(base: Self.original).read("In 2, delete “six” and insert “seven”.")
    let over = CarriedOver(Amendment(name: "A1", operations: reading.operations), from: Self.original, to: text)
    #expect(over.amendment == nil)
    #expect(over.missing == ["2"])
  }

  @Test("Of a clause that stands there twice none is chosen")
  func twice() {
    let base = Document(parsing: "1. To meet again.\n")
    let reading = InstructionReader(base: base).read("Delete clause 1.")
    let over = CarriedOver(Amendment(name: "A1", operations: reading.operations), from: base, to: Self.other)
    #expect(over.amendment == nil)
  }

  @Test(
    "What is said of the whole text or its title is said of that text alone",
    arguments: [
      Operation(.replaceAll, new: "1. All is well."), Operation(.globalReplace, old: "bus", new: "tram"),
      Operation(.setTitle, path: .title, new: "Trams"), Operation(.renumber),
    ])
  func whole(operation: MotionKit.Operation) {
    let over = CarriedOver(Amendment(name: "A1", operations: [operation]), from: Self.original, to: Self.other)
    #expect(over.amendment == nil)
  }

  @Test("A clause at the end of the text comes at the end of the other one")
  func atTheEnd() throws {
    let over = CarriedOver(
      Amendment(name: "A1", operations: [Operation(.insertBlock, new: "To write.", placement: .end)]),
      from: Self.original, to: Self.other)
    #expect(try #require(over.amendment).operations.first?.placement == .end)
  }
}
