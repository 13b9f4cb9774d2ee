/// The composed text as a tree: nodes of the base and of what amendments supplied, in their new order.
struct OutputTree {
  struct Item {
    var node: NodeReference
    /// Index of the parent item.
    var parent: Int?
    var children: [Int] = []
    /// Where it stands among the base's: the place it was put into, for what came or moved; nil for what stayed.
    var arrival: Arrival?
    /// In a fragment: the amendment that brought it.
    var amendment: String? { node.space.amendment }
    /// Whether it neither came nor moved.
    var stayed: Bool { if case nil = arrival { true } else { false } }
  }

  /// A root of what came or moved.
  struct Arrival: Hashable {
    var gap: Gap
    /// Whose neighbours it is set like: the gap itself, or, among clauses that came, the one that those came to.
    var setting: Gap
    /// It is there instead of this node.
    var replaced: NodeReference?
    var hunk: Int
    /// What it replaces was moved there.
    var isElsewhere = false

    /// The node that stood at this very place.
    var inPlaceOf: NodeReference? { isElsewhere ? nil : replaced }
  }

  private(set) var items: [Item] = []
  private(set) var roots: [Int] = []
  /// The text that took the place of the whole, where one did.
  private(set) var whole: Space?
  /// Nodes of the base and of fragments that are not in the text any more, with the hunk that took them out.
  private(set) var gone: [(node: NodeReference, hunk: Int)] = []

  private let hunks: [Hunk]
  private let texts: SuppliedTexts
  private var arrivals: [Gap: [Int]] = [:]
  private var taken: [NodeReference: Int] = [:]
  private var moved: [NodeReference: Int] = [:]
  private var visiting: Set<Int> = []

  /// `order` holds the indices of the hunks that apply, in the order of their amendments.
  init(_ hunks: [Hunk], applying order: [Int], texts: SuppliedTexts) {
    self.hunks = hunks
    self.texts = texts
    var whole: Int?
    for index in order {
      if hunks[index].range != nil { continue }
      let hunk = hunks[index]
      let node = hunk.node.map { NodeReference(space: hunk.space, index: $0) }
      switch hunk.change {
      case .words: break
      case .delete, .replace: if let node, taken[node] == nil { taken[node] = index }
      case .insert(let gap): arrivals[gap] = OutputTree.placing(index, in: arrivals[gap] ?? [], hunks)
      case .move(let gap):
        if let node, let earlier = moved[node], hunk.movesOn == hunks[earlier].amendment {
          if case .move(let left) = hunks[earlier].change { arrivals[left]?.removeAll { $0 == earlier } }
          moved[node] = nil
        }
        if let node, moved[node] == nil {
          moved[node] = index
          arrivals[gap] = OutputTree.placing(index, in: arrivals[gap] ?? [], hunks)
        }
      case .replaceAll:
        if whole.map({ hunk.follows.contains(hunks[$0].text) }) ?? true { whole = index }
      }
    }
    if let whole {
      for node in texts.children(of: .top(.base)) { gone.append((node, whole)) }
      let gap = Gap(container: .top(.base), index: 0)
      self.whole = hunks[whole].text
      roots = supplied(whole, Arrival(gap: gap, setting: gap, hunk: whole), parent: nil, isWhole: true)
    } else {
      roots = build(.top(.base), parent: nil)
    }
  }

  /// At one point the hunks stand in the order of their amendments, but for those that were read among others.
  private static func placing(_ index: Int, in here: [Int], _ hunks: [Hunk]) -> [Int] {
    let hunk = hunks[index]
    var place = here.count
    if let first = here.firstIndex(where: { hunk.precedes.contains(hunks[$0].text) }) { place = first }
    if let last = here.lastIndex(where: { hunk.follows.contains(hunks[$0].text) }) {
      place = hunk.precedes.isEmpty ? last + 1 : max(place, last + 1)
    }
    var result = here
    result.insert(index, at: min(place, here.count))
    return result
  }

  private mutating func build(_ container: Gap.Container, parent: Int?, setting: Gap? = nil) -> [Int] {
    let originals = texts.children(of: container)
    var built: [Int] = []
    for index in 0...originals.count {
      let gap = Gap(container: container, index: index)
      for hunk in arrivals[gap] ?? [] { built += arrive(hunk, gap, setting ?? gap, parent: parent) }
      guard index < originals.count else { break }
      let node = originals[index]
      if moved[node] != nil, taken[node].map({ hunks[$0].change == .replace }) ?? true { continue }
      if let hunk = taken[node] {
        gone.append((node, hunk))
        if hunks[hunk].change == .replace {
          let arrival = Arrival(gap: gap, setting: setting ?? gap, replaced: node, hunk: hunk)
          built += supplied(hunk, arrival, parent: parent)
        }
        continue
      }
      built.append(add(node, parent: parent, arrival: nil))
    }
    return built
  }

  private mutating func arrive(_ hunk: Int, _ gap: Gap, _ setting: Gap, parent: Int?) -> [Int] {
    guard visiting.insert(hunk).inserted else { return [] }
    defer { visiting.remove(hunk) }
    var arrival = Arrival(gap: gap, setting: setting, hunk: hunk)
    if case .move = hunks[hunk].change, let index = hunks[hunk].node {
      let node = NodeReference(space: hunks[hunk].space, index: index)
      guard let other = taken[node] else { return [add(node, parent: parent, arrival: arrival)] }
      guard hunks[other].change == .replace else { return [] }
      gone.append((node, other))
      arrival = Arrival(gap: gap, setting: setting, replaced: node, hunk: other, isElsewhere: true)
      return supplied(other, arrival, parent: parent)
    }
    return supplied(hunk, arrival, parent: parent)
  }

  /// The clauses that a hunk brings, and what others put among them.
  private mutating func supplied(_ hunk: Int, _ arrival: Arrival, parent: Int?, isWhole: Bool = false) -> [Int] {
    let built = build(.top(hunks[hunk].text), parent: parent, setting: isWhole ? nil : arrival.setting)
    for item in built where items[item].arrival == nil { items[item].arrival = arrival }
    return built
  }

  private mutating func add(_ node: NodeReference, parent: Int?, arrival: Arrival?) -> Int {
    let index = items.count
    items.append(Item(node: node, parent: parent, arrival: arrival))
    let children = build(.node(node), parent: index)
    items[index].children = children
    return index
  }

  /// All items, parents before children, in the order of the text: it is that in which they were made.
  var inOrder: Range<Int> { items.indices }
}
