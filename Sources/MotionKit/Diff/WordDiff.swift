/// What turns the words of one text into those of another.
///
/// Line layout is no change: a line break and a space are alike. Spaces that people do not put between two words or
/// marks are (`( a` and `(a`), and so is a no-break space in the place of a space.
public struct WordDiff: Sendable {
  public let old: Tokens
  public let new: Tokens
  /// As few words as possible, then moved and joined so that people see phrases.
  public let changes: [SequenceChange]

  /// Both must have been read with one vocabulary.
  public init(from old: Tokens, to new: Tokens) {
    var comparison = SequenceComparison()
    self.init(from: old, to: new, comparison: &comparison)
  }

  /// One comparison serves for many clauses.
  init(from old: Tokens, to new: Tokens, comparison: inout SequenceComparison) {
    self.old = old
    self.new = new
    let raw = comparison.changes(from: old.spacedIDs, to: new.spacedIDs)
    changes =
      raw.isEmpty
      ? [] : Tidying(old: old, new: new, oldIDs: old.spacedIDs, newIDs: new.spacedIDs).tidied(raw)
  }

  /// The stretches of equal tokens between the changes.
  public var same: [SequenceChange] {
    SequenceDiff(changes: changes).same(oldCount: old.count, newCount: new.count)
  }

  /// How much of the two texts is the same, from 0 (nothing) to 1000 (all), small words counting little.
  public var likeness: Int {
    let total = WordDiff.weight(old, 0..<old.count) + WordDiff.weight(new, 0..<new.count)
    guard total > 0 else { return changes.isEmpty ? 1000 : 0 }
    let changed = changes.reduce(0) { $0 + WordDiff.weight(old, $1.old) + WordDiff.weight(new, $1.new) }
    return (total - changed) * 1000 / total
  }

  static func weight(_ tokens: Tokens, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + tokens.role($1).weight }
  }
}
