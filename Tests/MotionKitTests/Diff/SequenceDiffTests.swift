import MotionKit
import Testing

@Suite("Comparing sequences")
struct SequenceDiffTests {
  private func sequence(_ chance: inout Chance, length: Int, kinds: Int) -> [Int32] {
    (0..<chance.below(length + 1)).map { _ in Int32(chance.below(kinds)) }
  }

  @Test("Laws: changes lead from old to new and back, in order and apart, and are as few as they can be")
  func laws() {
    Cases.hold(600) { chance in
      let length = chance.pick([6, 12, 40, 150])
      let kinds = 1 + chance.below(12)
      let old = sequence(&chance, length: length, kinds: kinds)
      let new = sequence(&chance, length: length, kinds: kinds)
      let diff = SequenceDiff(from: old, to: new)
      var broken = Broken()
      broken.unless(DiffLaws.sequences(diff.changes, old, new))
      broken.unless(DiffLaws.sequences(diff.inverse.changes, new, old))
      broken.unless(SequenceDiff(from: old, to: old).changes.isEmpty, "a sequence does not differ from itself")
      let size = diff.changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      broken.unless(size == new.difference(from: old).count, "changes are as few as they can be")
      return broken.law.map { "\($0)\n\(old)\n\(new)\n\(diff.changes)" }
    }
  }

  @Test("Long runs lead from old to new too, and a few edits in a long text are found as such", arguments: 0..<4)
  func long(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let old = (0..<12_000).map { _ in Int32(chance.below(3000)) }
    var new = old
    for _ in 0..<40 { new[chance.below(new.count)] = 3000 + Int32(chance.below(10)) }
    let edited = SequenceDiff(from: old, to: new)
    #expect(DiffLaws.applying(edited.changes, to: old, from: new) == new, "seed \(seed)")
    #expect(edited.changes.reduce(0) { $0 + $1.old.count } <= 60, "seed \(seed)")
    let other = (0..<12_000).map { _ in Int32(chance.below(3000)) }
    let unrelated = SequenceDiff(from: old, to: other)
    #expect(DiffLaws.applying(unrelated.changes, to: old, from: other) == other, "seed \(seed)")
    #expect(DiffLaws.isWellFormed(unrelated.changes, from: old, to: other), "seed \(seed)")
  }
}
