/// The order in which amendments are taken.
public enum TakingOrder: String, Hashable, Sendable, CaseIterable {
  /// By the place in the text where each first changes it; the usual order.
  case byPlace = "place"
  /// In the order of their names, which is the order of receipt.
  case asReceived = "as-received"
  /// The one that departs most from the motion first.
  case furthestFirst = "furthest-first"

  /// The names of the amendments in this order; what is equal stands in the natural order of names.
  public func names(of amendments: [Amendment], to base: Document, knowing others: [Amendment] = []) -> [String] {
    let composer = Composer(
      base: base, known: amendments + others, allotted: [], rulings: [], policy: .baseStands)
    return sorted(composer.compose(amendments))
  }

  func sorted(_ result: Composer.Result) -> [String] {
    let parents = parents(result.all)
    // What a ruling put in has a rank of its own, behind all others.
    var places = Array(repeating: Int.max, count: result.all.count + 1)
    var weights = Array(repeating: 0, count: result.all.count + 1)
    for index in result.hunks.indices {
      let rank = result.ranks[index]
      places[rank] = min(places[rank], TakingOrder.place(of: index, result, depth: 0))
      if self == .furthestFirst {
        weights[rank] += Phrase.count(result.hunks[index].supplied) + result.wordsRemoved(by: index)
      }
    }
    // What amends an amendment has no place but that one's.
    let own = places
    for (child, parent) in parents { places[child] = own[parent] }
    let received = Array(result.all.indices)
    let sorted: [Int]
    switch self {
    case .byPlace: sorted = stable(received) { places[$0] }
    case .asReceived: sorted = received
    case .furthestFirst: sorted = stable(stable(received) { places[$0] }) { -weights[$0] }
    }
    return innerFirst(sorted, parents).map { result.all[$0].name }
  }

  /// The amendments to amendments among these, each with the one it amends.
  private func parents(_ all: [FoundAmendment]) -> [Int: Int] {
    if all.allSatisfy({ $0.amendment.parent == nil }) { return [:] }
    let ranks = Dictionary(uniqueKeysWithValues: zip(all.map(\.name), all.indices))
    var parents: [Int: Int] = [:]
    for rank in all.indices {
      if let parent = all[rank].amendment.parent.flatMap({ ranks[$0] }), parent != rank { parents[rank] = parent }
    }
    return parents
  }

  /// An amendment to an amendment is voted on before it.
  private func innerFirst(_ sorted: [Int], _ parents: [Int: Int]) -> [Int] {
    if parents.isEmpty { return sorted }
    var children: [Int: [Int]] = [:]
    for rank in sorted {
      if let parent = parents[rank] { children[parent, default: []].append(rank) }
    }
    var ordered: [Int] = []
    var placed: Set<Int> = []
    func add(_ rank: Int) {
      guard placed.insert(rank).inserted else { return }
      for child in children[rank] ?? [] { add(child) }
      ordered.append(rank)
    }
    for rank in sorted where parents[rank] == nil { add(rank) }
    for rank in sorted { add(rank) }
    return ordered
  }

  /// What has the same key keeps its order.
  private func stable(_ ranks: [Int], _ key: (Int) -> Int) -> [Int] {
    ranks.enumerated().map { (key: key($0.element), offset: $0.offset, rank: $0.element) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.rank)
  }

  /// Where a hunk lies in the base; one in a supplied text lies where that text does.
  private static func place(of hunk: Int, _ result: Composer.Result, depth: Int) -> Int {
    let space = result.hunks[hunk].space
    if !space.isBase, depth < 8 {
      guard let supplier = result.hunks.firstIndex(where: { $0.text == space }) else { return .max }
      return place(of: supplier, result, depth: depth + 1)
    }
    switch result.hunks[hunk].change {
    case .words(let range): return range.lowerBound
    case .insert(let gap): return offset(of: gap, result.texts) ?? .max
    case .delete, .replace, .move:
      return result.hunks[hunk].node.map { result.texts.base.nodes[$0].span.lowerBound } ?? .max
    case .replaceAll: return result.texts.base.body.lowerBound
    }
  }

  /// The offset in the base where what comes at a gap would stand.
  static func offset(of gap: Gap, _ texts: SuppliedTexts) -> Int? {
    let siblings = texts.children(of: gap.container)
    if gap.index > 0, gap.index <= siblings.count, siblings[gap.index - 1].space == .base {
      return texts.span(of: siblings[gap.index - 1]).upperBound
    }
    if let next = siblings.first, next.space == .base { return texts.span(of: next).lowerBound }
    if case .node(let node) = gap.container, node.space == .base { return texts.base.nodes[node.index].span.upperBound }
    return gap.container == .top(.base) ? texts.base.body.lowerBound : nil
  }
}
