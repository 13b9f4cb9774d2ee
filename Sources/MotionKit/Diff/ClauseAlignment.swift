/// Which clause of a new text is which clause of the old one.
///
/// Equal text first (in order, then wherever it went), then likeness and label between neighbours that are settled,
/// then position; last, what was both moved and edited. A number that changed says nothing by itself.
struct ClauseAlignment {
  let old: TextTree
  let new: TextTree
  /// By old index: the new one, or -1.
  private(set) var newOf: [Int]
  /// By new index: the old one, or -1.
  private(set) var oldOf: [Int]
  /// The words of what had no equal, and how alike they are.
  var likeness: ClauseLikeness
  private let isFrozen: Bool

  /// - Parameter byLabel: whether what has the same label in the same place is the same clause, before its words are
  ///   looked at.
  init(_ old: TextTree, _ new: TextTree, byLabel: Bool = false, vocabulary: inout Vocabulary) {
    self.old = old
    self.new = new
    newOf = Array(repeating: -1, count: old.nodes.count)
    oldOf = Array(repeating: -1, count: new.nodes.count)
    likeness = ClauseLikeness(old, new)
    isFrozen = old.document.numbering == .frozen && new.document.numbering == .frozen
    if byLabel { matchNamed() }
    matchEqualInOrder()
    matchEqualElsewhere()
    guard oldOf.contains(-1), newOf.contains(-1) else { return }
    for index in newOf.indices where newOf[index] < 0 { likeness.read(old: index, &vocabulary) }
    for index in oldOf.indices where oldOf[index] < 0 { likeness.read(new: index, &vocabulary) }
    for (olds, news) in gaps() { matchAlike(olds[...], news[...]) }
    matchParentsOfMatched()
    for (olds, news) in gaps() { matchLonely(olds, news) }
    matchMovedAndEdited()
  }

  // MARK: Named

  private mutating func matchNamed() {
    for index in oldOf.indices where new.label(index) != nil || new.nodes[index].kind == .section {
      guard let candidate = old.document.node(at: new.nodes[index].path), newOf[candidate] < 0,
        old.nodes[candidate].kind == new.nodes[index].kind, sameParent(candidate, index),
        old.hasWords[candidate] == new.hasWords[index]
      else { continue }
      match(candidate, index)
    }
  }

  // MARK: Equal

  private mutating func matchEqualInOrder() {
    for run in SequenceDiff(from: old.whole, to: new.whole).same(oldCount: old.whole.count, newCount: new.whole.count) {
      for (oldIndex, newIndex) in zip(run.old, run.new) { matchWhole(oldIndex, newIndex) }
    }
  }

  private mutating func matchWhole(_ oldIndex: Int, _ newIndex: Int) {
    let size = old.sizes[oldIndex]
    for offset in 0..<size where newOf[oldIndex + offset] >= 0 || oldOf[newIndex + offset] >= 0 { return }
    for offset in 0..<size { match(oldIndex + offset, newIndex + offset) }
  }

  mutating func match(_ oldIndex: Int, _ newIndex: Int) {
    newOf[oldIndex] = newIndex
    oldOf[newIndex] = oldIndex
  }

  private mutating func matchEqualElsewhere() {
    let count = Int(max(old.whole.max() ?? 0, new.whole.max() ?? 0)) + 1
    // By number: the first old node of it that waits; by old node: the next one that is equal.
    var first = Array(repeating: -1, count: count)
    var next = Array(repeating: -1, count: newOf.count)
    for index in newOf.indices.reversed() where newOf[index] < 0 && old.hasWords[index] {
      next[index] = first[Int(old.whole[index])]
      first[Int(old.whole[index])] = index
    }
    for index in oldOf.indices where oldOf[index] < 0 && new.hasWords[index] {
      let number = Int(new.whole[index])
      while first[number] >= 0 {
        let candidate = first[number]
        first[number] = next[candidate]
        if newOf[candidate] < 0 {
          matchWhole(candidate, index)
          break
        }
      }
    }
  }

  // MARK: Alike

  /// The old nodes that are matched and kept their order through the whole text, ascending.
  func settled() -> [Int] {
    let matched = newOf.indices.filter { newOf[$0] >= 0 }
    let row = IncreasingRow.longest(in: matched.map { newOf[$0] })
    return row.count == matched.count ? matched : row.map { matched[$0] }
  }

  /// What is not matched yet, by the settled neighbours it lies between.
  private func gaps() -> [(old: [Int], new: [Int])] {
    var gaps: [(old: [Int], new: [Int])] = []
    var (oldStart, newStart) = (0, 0)
    for anchor in settled() + [newOf.count] {
      let newEnd = anchor == newOf.count ? oldOf.count : newOf[anchor]
      if oldStart < anchor, newStart < newEnd {
        let olds = (oldStart..<anchor).filter { newOf[$0] < 0 }
        let news = olds.isEmpty ? [] : (newStart..<newEnd).filter { oldOf[$0] < 0 }
        if !news.isEmpty { gaps.append((olds, news)) }
      }
      (oldStart, newStart) = (anchor + 1, newEnd + 1)
    }
    return gaps
  }

  func sameParent(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    switch (old.nodes[oldIndex].parent, new.nodes[newIndex].parent) {
    case (nil, nil): true
    case (let parent?, let other?): newOf[parent] == other
    default: false
    }
  }

  // MARK: Position

  /// A clause whose sub-clauses stayed is still that clause, however its own words changed.
  private mutating func matchParentsOfMatched() {
    for index in oldOf.indices.reversed() where oldOf[index] < 0 {
      for child in new.children[index] where oldOf[child] >= 0 {
        guard let parent = old.nodes[oldOf[child]].parent, newOf[parent] < 0,
          old.nodes[parent].kind == new.nodes[index].kind
        else { continue }
        match(parent, index)
        break
      }
    }
  }

  /// Alone between two settled neighbours, with the same label: the same clause, written anew. Where labels are frozen
  /// it needn't be alone: there the label is the clause's name.
  private mutating func matchLonely(_ olds: [Int], _ news: [Int]) {
    var siblings: [Int?: Int] = [:]
    for index in news { siblings[new.nodes[index].parent, default: 0] += 1 }
    for index in news {
      let isNamed = isFrozen && new.label(index) != nil
      guard isNamed || siblings[new.nodes[index].parent] == 1 else { continue }
      let candidates = olds.filter {
        newOf[$0] < 0 && sameParent($0, index) && (!isNamed || old.hasLabel($0, of: new, index))
      }
      guard candidates.count == 1, let candidate = candidates.first,
        old.nodes[candidate].kind == new.nodes[index].kind, old.hasLabel(candidate, of: new, index),
        old.hasWords[candidate], new.hasWords[index]
      else { continue }
      match(candidate, index)
    }
  }

  private mutating func matchMovedAndEdited() {
    let olds = newOf.indices.filter { newOf[$0] < 0 && likeness.old.weight($0) >= 8 }
    let news = oldOf.indices.filter { oldOf[$0] < 0 && likeness.new.weight($0) >= 8 }
    guard olds.count * news.count <= ClauseAlignment.pairLimit else { return }
    var pairs: [(likeness: Int, old: Int, new: Int)] = []
    for oldIndex in olds {
      for newIndex in news where old.nodes[oldIndex].kind == new.nodes[newIndex].kind {
        let alike = likeness.likeness(oldIndex, newIndex)
        // A few words in common say something among siblings only.
        let isLong = min(likeness.old.weight(oldIndex), likeness.new.weight(newIndex)) >= 16
        if alike >= 600 && isLong || alike >= 500 && sameParent(oldIndex, newIndex) {
          pairs.append((alike, oldIndex, newIndex))
        }
      }
    }
    pairs.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for pair in pairs where newOf[pair.old] < 0 && oldOf[pair.new] < 0 {
      if !matchThroughTwin(pair.old, pair.new) { match(pair.old, pair.new) }
    }
  }

  /// Where an equal clause beside the old one took its place, each goes to its own side instead of crossing over.
  private mutating func matchThroughTwin(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let siblings = old.nodes[oldIndex].parent.map { old.children[$0] } ?? old.roots
    guard old.sizes[oldIndex] == 1, let at = siblings.firstIndex(of: oldIndex) else { return false }
    for twin in [at + 1, at - 1].filter(siblings.indices.contains).map({ siblings[$0] })
    where old.whole[twin] == old.whole[oldIndex] && newOf[twin] >= 0 {
      let other = newOf[twin]
      guard new.whole[other] == old.whole[oldIndex], (oldIndex < twin) != (newIndex < other) else { continue }
      match(oldIndex, other)
      match(twin, newIndex)
      return true
    }
    return false
  }

  // MARK: Moves

  /// The new nodes, in order, that did not keep their place among what stayed: they have another parent, or went past
  /// siblings. What is inside a moved clause moved with it and is not listed.
  func moved() -> [Bool] {
    var moved = Array(repeating: false, count: new.nodes.count)
    markMoved(among: new.roots, of: nil, &moved)
    for parent in new.nodes.indices where !new.children[parent].isEmpty {
      markMoved(among: new.children[parent], of: parent, &moved)
    }
    return moved
  }

  private func markMoved(among siblings: [Int], of parent: Int?, _ moved: inout [Bool]) {
    let kids = siblings.filter { oldOf[$0] >= 0 }
    if let parent, oldOf[parent] < 0 {
      for kid in kids { moved[kid] = true }
      return
    }
    let home = parent.map { oldOf[$0] }
    let staying = kids.filter { old.nodes[oldOf[$0]].parent == home }
    let row = IncreasingRow.longest(in: staying.map { oldOf[$0] })
    guard row.count < kids.count else { return }
    for kid in kids { moved[kid] = true }
    for index in row { moved[staying[index]] = false }
  }

  // MARK: Loosening

  /// Makes a pair of an old and a new clause; whatever either was paired with before is left alone.
  mutating func pair(old oldIndex: Int, new newIndex: Int) {
    if newOf[oldIndex] >= 0 { oldOf[newOf[oldIndex]] = -1 }
    part(new: newIndex)
    match(oldIndex, newIndex)
  }

  /// Takes a pair apart again: what went and what came are told as such.
  mutating func part(new index: Int) {
    guard oldOf[index] >= 0 else { return }
    newOf[oldOf[index]] = -1
    oldOf[index] = -1
  }
}
