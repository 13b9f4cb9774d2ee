import MotionKit
import Testing

/// Puts the changes into the old sequence.
func applying(_ changes: [SequenceChange], to old: [Int32], from new: [Int32]) -> [Int32] {
  var result: [Int32] = []
  var position = 0
  for change in changes {
    result += old[position..<change.old.lowerBound]
    result += new[change.new]
    position = change.old.upperBound
  }
  return result + old[position...]
}

/// Sorted, disjoint, not touching, never a stretch by itself.
func isWellFormed(_ changes: [SequenceChange], from old: [Int32], to new: [Int32]) -> Bool {
  var (oldEnd, newEnd) = (-1, -1)
  for change in changes {
    if change.old.isEmpty && change.new.isEmpty { return false }
    if change.old.lowerBound <= oldEnd || change.new.lowerBound <= newEnd { return false }
    if old[change.old] == new[change.new] { return false }
    (oldEnd, newEnd) = (change.old.upperBound, change.new.upperBound)
  }
  return true
}

@Suite("Comparing sequences")
struct SequenceDiffTests {
  private func sequence(_ chance: inout Chance, length: Int, kinds: Int) -> [Int32] {
    (0..<chance.below(length + 1)).map { _ in Int32(chance.below(kinds)) }
  }

  @Test("Changes lead from old to new and back, in order and apart, and are as few as they can be", arguments: 0..<600)
  func laws(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let length = [6, 12, 40, 150][seed % 4]
    let kinds = 1 + chance.below(12)
    let old = sequence(&chance, length: length, kinds: kinds)
    let new = sequence(&chance, length: length, kinds: kinds)
    let diff = SequenceDiff(from: old, to: new)
    #expect(applying(diff.changes, to: old, from: new) == new, "seed \(seed)")
    #expect(applying(diff.inverse.changes, to: new, from: old) == old, "seed \(seed)")
    #expect(isWellFormed(diff.changes, from: old, to: new), "seed \(seed)")
    #expect(SequenceDiff(from: old, to: old).changes.isEmpty, "seed \(seed)")
    let size = diff.changes.reduce(0) { $0 + $1.old.count + $1.new.count }
    #expect(size == new.difference(from: old).count, "seed \(seed)")
  }

  @Test("Long runs lead from old to new too, and a few edits in a long text are found as such", arguments: 0..<4)
  func long(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let old = (0..<12_000).map { _ in Int32(chance.below(3000)) }
    var new = old
    for _ in 0..<40 { new[chance.below(new.count)] = 3000 + Int32(chance.below(10)) }
    let edited = SequenceDiff(from: old, to: new)
    #expect(applying(edited.changes, to: old, from: new) == new, "seed \(seed)")
    #expect(edited.changes.reduce(0) { $0 + $1.old.count } <= 60, "seed \(seed)")
    let other = (0..<12_000).map { _ in Int32(chance.below(3000)) }
    let unrelated = SequenceDiff(from: old, to: other)
    #expect(applying(unrelated.changes, to: old, from: other) == other, "seed \(seed)")
    #expect(isWellFormed(unrelated.changes, from: old, to: other), "seed \(seed)")
  }
}
