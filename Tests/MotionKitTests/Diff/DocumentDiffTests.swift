import MotionKit
import Testing

@Suite("What changed between two texts")
struct DocumentDiffTests {
  private func old(_ segments: [TextSegment]) -> [UInt8] {
    segments.filter { $0.kind != .insert }.flatMap(\.bytes)
  }

  private func new(_ segments: [TextSegment]) -> [UInt8] {
    segments.filter { $0.kind != .delete }.flatMap(\.bytes)
  }

  private func words(_ document: Document, _ path: Path) -> [UInt8]? {
    document.node(at: path).map { Array((document.text(of: $0) + document.heading(of: $0)).utf8) }
  }

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

  private func check(_ before: Document, _ after: Document, _ note: String) -> DocumentDiff {
    let diff = DocumentDiff(from: before, to: after)
    #expect(old(diff.segments) == before.bytes, "\(note)")
    #expect(new(diff.segments) == after.bytes, "\(note)")
    for change in diff.changes {
      if let path = change.oldPath, path != .title {
        #expect(words(before, path) == old(change.segments), "\(note), \(path)")
      }
      if let path = change.newPath, path != .title {
        #expect(words(after, path) == new(change.segments), "\(note), \(path)")
      }
      #expect(!change.segments.contains { $0.bytes.isEmpty }, "\(note)")
    }
    for pair in zip(diff.segments, diff.segments.dropFirst()) { #expect(pair.0.kind != pair.1.kind, "\(note)") }
    return diff
  }

  @Test("The segments are both files byte for byte, and every change is its clause word for word", arguments: 0..<150)
  func exact(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    var text = RandomText(&chance)
    let before = Document(parsing: text.text(.init(width: 20 + chance.below(60))))
    for _ in 0...chance.below(6) { text.edit(&chance) }
    let after = Document(parsing: text.text(.init(width: 20 + chance.below(60), closing: chance.pick([".", ")"]))))
    _ = check(before, after, "seed \(seed)")
    let unrelated = Document(parsing: RandomText(&chance).text())
    _ = check(before, unrelated, "seed \(seed), unrelated")
    #expect(DocumentDiff(from: before, to: before).changes.isEmpty, "seed \(seed)")
  }

  @Test("Any bytes at all can be compared", arguments: 0..<60)
  func bytes(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    var bytes = Array(RandomText(&chance).text(.init(width: 40)).utf8)
    let before = Document(parsing: bytes)
    for _ in 0..<8 {
      let place = chance.below(bytes.count)
      switch chance.below(3) {
      case 0: bytes[place] = UInt8(chance.below(256))
      case 1: bytes.remove(at: place)
      default: bytes.insert(chance.pick([0x0A, 0x0D, 0x20, 0x23, 0x2A, 0xE2, 0x31, 0x2E]), at: place)
      }
    }
    let after = Document(parsing: bytes)
    let diff = DocumentDiff(from: before, to: after)
    #expect(old(diff.segments) == before.bytes, "seed \(seed)")
    #expect(new(diff.segments) == after.bytes, "seed \(seed)")
    _ = Amendment(name: "A", deriving: after, from: before)
    _ = Amendment(name: "A", deriving: before, from: after)
  }

  @Test("The same words under other labels and in other lines are no change", arguments: 0..<60)
  func layout(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let text = RandomText(&chance)
    let before = Document(parsing: text.text(.init(width: 30)))
    let after = Document(parsing: text.text(.init(width: 55, closing: ")", opening: "(", lineEnd: "\r\n")))
    let diff = check(before, after, "seed \(seed)")
    #expect(diff.isSame && diff.renumbered.isEmpty, "seed \(seed)")
  }

  @Test("Clauses that only moved are that many moves and no edit", arguments: 0..<80)
  func moves(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let names = ["red", "blue", "green", "black", "white", "grey", "brown", "pink"]
    var pieces = names.map { RandomText.Piece(words: [$0] + RandomText.words(&chance)) }
    let before = Document(parsing: text(of: pieces))
    let count = 1 + chance.below(3)
    for _ in 0..<count {
      let piece = pieces.remove(at: chance.below(pieces.count))
      pieces.insert(piece, at: chance.below(pieces.count + 1))
    }
    let diff = check(before, Document(parsing: text(of: pieces)), "seed \(seed)")
    #expect(diff.changes.allSatisfy { $0.kind == .move } && diff.changes.count <= count, "seed \(seed)")
  }

  private func text(of pieces: [RandomText.Piece]) -> String {
    var chance = Chance(seed: 0)
    var text = RandomText(&chance)
    text.parts = [RandomText.Part(heading: nil, pieces: pieces)]
    return text.text()
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
    let diff = check(before, after, "told")
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
