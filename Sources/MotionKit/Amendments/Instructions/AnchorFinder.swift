/// Finds quoted words in the clauses of the base.
struct AnchorFinder {
  let base: LaidOutText

  struct Hit: Hashable {
    var node: Int
    /// In the node's own text.
    var range: Range<Int>
  }

  /// Every place of the words in a range of nodes, by the strictest way of comparing that finds any.
  func hits(of words: String, in nodes: Range<Int>, part: Range<Int>? = nil) -> [Hit] {
    let anchor = Anchor(words)
    for likeness in Anchor.Likeness.allCases {
      let found = nodes.flatMap { node in
        anchor.places(in: base.entries[node].text, likeness: likeness).map { Hit(node: node, range: $0) }
      }
      guard !found.isEmpty else { continue }
      guard let part else { return found }
      return found.filter { part.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= part.upperBound }
    }
    return []
  }
}
