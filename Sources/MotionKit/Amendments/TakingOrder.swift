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
    let names = Set(amendments.map(\.name))
    let received = result.names.filter(names.contains)
    var places: [String: Int] = [:]
    var weights: [String: Int] = [:]
    for index in result.hunks.indices {
      let name = result.hunks[index].amendment
      let place = TakingOrder.place(of: result.hunks[index], result, depth: 0)
      places[name] = min(places[name] ?? .max, place)
      if self == .furthestFirst {
        weights[name, default: 0] +=
          Phrase.count(result.hunks[index].supplied) + ClauseWords.removed(by: result.hunks[index], in: result.texts)
      }
    }
    func place(_ name: String) -> Int {
      if let own = places[name] { return own }
      if let parent = parents[name] ?? nil, parent != name { return places[parent] ?? .max }
      return .max
    }
    let sorted: [String]
    switch self {
    case .byPlace: sorted = stable(received) { place($0) }
    case .asReceived: sorted = received
    case .furthestFirst:
      sorted = stable(stable(received) { place($0) }) { -(weights[$0] ?? 0) }
    }
    // An amendment to an amendment is voted on before it.
    if parents.values.allSatisfy({ $0 == nil }) { return sorted }
    var children: [String: [String]] = [:]
    for name in sorted {
      if let parent = parents[name] ?? nil, parent != name, names.contains(parent) {
        children[parent, default: []].append(name)
      }
    }
    var ordered: [String] = []
    var placed: Set<String> = []
    func add(_ name: String) {
      guard placed.insert(name).inserted else { return }
      for child in children[name] ?? [] { add(child) }
      ordered.append(name)
    }
    let inner = Set(children.values.flatMap(\.self))
    for name in sorted where !inner.contains(name) { add(name) }
    for name in sorted { add(name) }
    return ordered
  }

  /// What has the same key keeps its order.
  private func stable(_ names: [String], _ key: (String) -> Int) -> [String] {
    names.enumerated().map { (key: key($0.element), offset: $0.offset, name: $0.element) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.name)
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
