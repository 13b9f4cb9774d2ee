/// Sections of a text whose numbers run on from one into the next, and how far the numbers of each row have come.
struct SectionChains {
  private struct Chain {
    /// What the first number of the row is.
    var first: LabelShape
    /// The last that was given, in the order of the composed text.
    var last: LabelShape?
  }

  private var chains: [Chain] = []
  private var chainOf: [Int: Int] = [:]

  init() {}

  init(_ base: Document) {
    var last: (parent: Int, shape: LabelShape)?
    var firsts: [Int: LabelShape] = [:]
    for (index, shape) in base.shapes.enumerated() {
      guard let shape, let parent = base.nodes[index].parent, base.nodes[parent].kind == .section else { continue }
      if last?.parent != parent, firsts[parent] == nil { firsts[parent] = shape }
      if let last, last.parent != parent, !shape.isFirst, shape.isLikeButForDelimiters(last.shape),
        shape.follows(last.shape), let first = firsts[last.parent], chainOf[parent] == nil
      {
        let chain = chainOf[last.parent] ?? chains.count
        if chain == chains.count {
          chains.append(Chain(first: first))
          chainOf[last.parent] = chain
        }
        chainOf[parent] = chain
      }
      last = (parent, shape)
    }
  }

  var isEmpty: Bool { chains.isEmpty }

  /// Whether the sections of a row stand in another order in the composed text.
  func changeOrder(in tree: OutputTree) -> Bool {
    if chains.isEmpty || !tree.items.contains(where: { $0.arrival != nil && $0.node.space == .base }) { return false }
    var latest: [Int: Int] = [:]
    for item in tree.inOrder where tree.items[item].node.space == .base {
      let node = tree.items[item].node.index
      guard let chain = chainOf[node] else { continue }
      if let before = latest[chain], before > node { return true }
      latest[chain] = node
    }
    return false
  }

  /// Whether a section is the first of a row.
  func isHead(_ container: Gap.Container) -> Bool {
    guard case .node(let node) = container, let chain = chain(of: container) else { return false }
    return !chainOf.contains { $0.value == chain && $0.key < node.index }
  }

  /// What the first number of a section follows; nil where it is in no row.
  func before(_ container: Gap.Container) -> LabelShape? {
    guard let chain = chain(of: container) else { return nil }
    return chains[chain].last ?? (chains[chain].first.isFirst ? chains[chain].first.zeroth : nil)
  }

  mutating func note(_ shape: LabelShape, for container: Gap.Container) {
    if let chain = chain(of: container) { chains[chain].last = shape }
  }

  private func chain(of container: Gap.Container) -> Int? {
    guard case .node(let node) = container, node.space == .base else { return nil }
    return chainOf[node.index]
  }
}
