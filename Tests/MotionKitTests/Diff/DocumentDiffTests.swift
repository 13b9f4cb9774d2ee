import MotionKit
import Testing

@Suite("What changed between two texts")
struct DocumentDiffTests {
  /// A change on one line, for tables.
  private func line(_ change: DocumentDiff.Change) -> String {
    let marked = change.segments.map { segment in
      switch segment.kind {
      case .same: segment.text
      case .delete: "[-\(segment.text)-]"
      case .insert: "{+\(segment.text)+}"
      }
    }
    return "\(change.kind.rawValue) \(change.oldPath?.text ?? "-") \(change.newPath?.text ?? "-"): \(marked.joined())"
  }

  @Test("Changes are told as a secretary would tell them")
  func told() {
    let before = Document(
      parsing: """
        ---
        title: Bus fares
        ---
        This branch notes:

        1. Bus fares rose by 12% in April.
        2. Many members rely on buses to:
           a) get to work;
           b) attend branch meetings.

        This branch resolves:

        3. To campaign for a fares freeze.
        4. To write to the council.

        """)
    let after = Document(
      parsing: """
        ---
        title: Bus and tram fares
        ---
        This branch notes:

        1. Many members rely on buses to:
           a) attend branch meetings;
           b) get to work;
           c) see friends.

        This branch resolves:

        2. To write to the county council.
        3. To campaign for a fares freeze.

        """)
    #expect(DiffLaws.texts(before, after) == nil)
    let diff = DocumentDiff(from: before, to: after)
    #expect(
      diff.changes.map(line) == [
        "edit title title: Bus {+and tram +}fares",
        "delete 1 -: [-Bus fares rose by 12% in April.-]",
        "move-edit 2/b 1/a: attend branch meetings[-.-]{+;+}",
        "insert - 1/c: {+see friends.+}",
        "move-edit 4 2: To write to the {+county +}council.",
      ])
    #expect(diff.renumbered.map { "\($0.old) \($0.new)" } == ["2 1", "2/b 1/a", "2/a 1/b", "4 2"])
  }
}
