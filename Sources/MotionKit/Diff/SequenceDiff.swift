/// A stretch of one sequence that stands where a stretch of another stood; one of the two may be empty, not both.
public struct SequenceChange: Hashable, Sendable {
  public var old: Range<Int>
  public var new: Range<Int>

  public init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// What turns one sequence of integers into another: changes in order, disjoint, none touching the next.
///
/// Minimal (as few elements changed as possible) up to `exactLimit` elements that both sides share, which is any clause
/// a person writes. Beyond it elements that occur once on either side are matched first and the cost of the rest is
/// bounded, so that two unrelated texts of 100,000 words cost no more than reading them a few times.
///
/// Elements are small non-negative integers, such as those of a `Vocabulary`. O((n + m)·d) time within the limit.
/// Source: E. Myers, "An O(ND) difference algorithm and its variations", 1986, in its linear-space form.
public struct SequenceDiff: Hashable, Sendable {
  public var changes: [SequenceChange]

  package static let exactLimit = 4096
  /// What a search beyond the limit may cost before the best way so far is taken.
  static let costLimit = 256

  public init(from old: [Int32], to new: [Int32]) {
    var comparison = SequenceComparison()
    changes = comparison.changes(from: old, to: new)
  }

  init(changes: [SequenceChange]) { self.changes = changes }

  /// What turns the second sequence into the first.
  public var inverse: SequenceDiff {
    SequenceDiff(changes: changes.map { SequenceChange(old: $0.new, new: $0.old) })
  }

  /// The pairs of equal stretches, in order, `oldCount` and `newCount` being the lengths that were compared.
  public func same(oldCount: Int, newCount: Int) -> [SequenceChange] {
    var pairs: [SequenceChange] = []
    var old = 0
    var new = 0
    for change in changes + [SequenceChange(old: oldCount..<oldCount, new: newCount..<newCount)] {
      if change.old.lowerBound > old {
        pairs.append(SequenceChange(old: old..<change.old.lowerBound, new: new..<change.new.lowerBound))
      }
      old = change.old.upperBound
      new = change.new.upperBound
    }
    return pairs
  }
}
