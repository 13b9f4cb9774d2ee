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
    return sorted(composer.compose(amendments), amendments)
  }

  func sorted(_ result: Composer.Result, _ amendments: [Amendment]) -> [String] {
    let parents = Dictionary(amendments.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    let names = Set(amendments.map(\.name)).sorted(by: NaturalOrder.precedes)
    var places: [String: Int] = [:]
    var weights: [String: Int] = [:]
    for hunk in result.hunks {
      let place = TakingOrder.place(of: hunk, result, depth: 0)
      places[hunk.amendment] = min(places[hunk.amendment] ?? .max, place)
      weights[hunk.amendment, default: 0] +=
        Phrase.count(hunk.supplied) + ClauseWords.removed(by: hunk, in: result.texts)
    }
    func place(_ name: String) -> Int {
      if let own = places[name] { return own }
      if let parent = parents[name] ?? nil, parent != name { return places[parent] ?? .max }
      return .max
    }
    let sorted: [String]
    switch self {
    case .byPlace: sorted = stable(names) { place($0) < place($1) }
    case .asReceived: sorted = names
    case .furthestFirst:
      sorted = stable(names) { (-(weights[$0] ?? 0), place($0)) < (-(weights[$1] ?? 0), place($1)) }
    }
    // An amendment to an amendment is voted on before it.
    var ordered: [String] = []
    func add(_ name: String) {
      guard !ordered.contains(name) else { return }
      for child in sorted where (parents[child] ?? nil) == name && child != name { add(child) }
      if !ordered.contains(name) { ordered.append(name) }
    }
    for name in sorted where (parents[name] ?? nil).map({ !names.contains($0) || $0 == name }) ?? true { add(name) }
    for name in sorted where !ordered.contains(name) { ordered.append(name) }
    return ordered
  }

  private func stable(_ names: [String], _ precedes: (String, String) -> Bool) -> [String] {
    names.enumerated().sorted { one, other in
      if precedes(one.element, other.element) { return true }
      if precedes(other.element, one.element) { return false }
      return one.offset < other.offset
    }.map(\.element)
  }

  /// Where a hunk lies in the base; one in a supplied text lies where that text does.
  private static func place(of hunk: Hunk, _ result: Composer.Result, depth: Int) -> Int {
    if hunk.space != .base, depth < 8 {
      guard let supplier = result.hunks.first(where: { $0.text == hunk.space }) else { return .max }
      return place(of: supplier, result, depth: depth + 1)
    }
    switch hunk.change {
    case .words(let range): return range.lowerBound
    case .insert(let gap): return offset(of: gap, result.texts) ?? .max
    case .delete, .replace, .move:
      return hunk.node.map { result.texts.base.nodes[$0].span.lowerBound } ?? .max
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
