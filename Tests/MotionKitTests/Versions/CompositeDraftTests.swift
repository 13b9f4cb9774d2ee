import MotionKit
import Testing

@Suite("Composites")
struct CompositeDraftTests {
  private static let first = """
    ---
    title: Bus fares
    number: M1
    mover: Riverside branch
    numbering: frozen
    ---
    This branch notes:

    1. Bus fares rose by 12% in April.
    2. Many members rely on buses to get to work.

    This branch resolves:

    3. To campaign for a fares freeze (see 2 above).

    """

  private static let second = """
    ---
    title: Fares on the buses
    number: M4
    mover: Harbour branch
    ---
    This branch notes:

    1. Many members rely on buses to get to work.
    2. The last bus from the harbour leaves at six.

    This branch believes:

    3. Public transport is a public service.

    This branch resolves:

    4. To campaign for a fares freeze this year (see 1 above).
    5. To ask for a later bus, for the reason in 2 above.

    """

  private func draft(_ texts: [String]) throws -> CompositeDraft {
    let sources = texts.map { text in
      let document = Document(parsing: text)
      return CompositeDraft.Source(
        name: document.fields["number"]?.string ?? "?", document: document, mover: document.fields["mover"]?.string)
    }
    return try #require(CompositeDraft(of: sources))
  }

  @Test("what is common comes once, what is not comes where its own text has it, and references follow")
  func composite() throws {
    let draft = try draft([Self.first, Self.second])
    #expect(
      String(decoding: draft.bytes, as: UTF8.self) == """
        ---
        title: Bus fares
        mover: Riverside branch, Harbour branch
        kind: composite
        composite_of: M1, M4
        ---
        This branch notes:

        1. Bus fares rose by 12% in April.
        2. Many members rely on buses to get to work.
        3. The last bus from the harbour leaves at six.

        This branch believes:

        4. Public transport is a public service.

        This branch resolves:

        5. To campaign for a fares freeze (see 2 above).
        6. To ask for a later bus, for the reason in 3 above.

        """)
    #expect(
      draft.parts.map { "\($0.path): \($0.from.joined(separator: " "))" } == [
        "1: M1", "2: M1 M4", "3: M4", "4: M4", "5: M1 M4", "6: M4",
      ])
    #expect(draft.parts[4].variants.map(\.text) == ["To campaign for a fares freeze this year (see 1 above)."])
  }

  @Test("a text composited with itself is itself, and every clause is said to come from both")
  func same() throws {
    let draft = try draft([Self.first, Self.first])
    #expect(draft.parts.count == 3)
    #expect(draft.parts.allSatisfy { $0.from.count == 2 && $0.variants.isEmpty })
  }

  @Test("no clause of any original is lost: each stands in the draft, word for word or as a variant")
  func nothingLost() throws {
    var chance = Chance(seed: 4)
    let clauses = [
      "Buses cost more than they did.", "Trains are late on every day of the week.", "To write to the mayor.",
      "To write to the mayor and the council.", "Members cannot get home at night.", "To hold a rally in the square.",
    ]
    for seed in 0..<60 {
      let texts = (0..<3).map { number in
        var text = "---\nnumber: M\(number + 1)\n---\n"
        for section in ["notes", "believes", "resolves"].shuffled(using: &chance).prefix(1 + chance.below(3)) {
          text += "This branch \(section):\n\n"
          for label in 1...(1 + chance.below(4)) { text += "\(label). \(chance.pick(clauses))\n" }
          text += "\n"
        }
        return text
      }
      let draft = try draft(texts)
      let said = draft.parts.map(\.text) + draft.parts.flatMap { $0.variants.map(\.text) }
      for text in texts {
        let document = Document(parsing: text)
        for node in document.nodes.indices where document.nodes[node].kind == .clause {
          #expect(said.contains(document.text(of: node)), "case \(seed): \(document.text(of: node))\n\(texts)")
        }
      }
    }
  }
}
