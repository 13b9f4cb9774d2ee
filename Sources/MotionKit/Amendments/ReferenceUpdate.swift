/// References of the base to its clauses, after labels changed or clauses went.
///
/// What an amendment supplies keeps the numbers that its mover wrote.
struct ReferenceUpdate {
  private(set) var rewordings: [NodeReference: [SourceEdit]] = [:]
  private(set) var dangling: [(reference: String, node: NodeReference, target: NodeReference, by: Int)] = []

  init(_ tree: OutputTree, hunks: [Hunk], applied: [Int], texts: SuppliedTexts, relabelling: Relabelling) {
    var gone: [Int: Int] = [:]
    for (node, hunk) in tree.gone where node.space == .base {
      for below in texts.subtree(node) where hunks[hunk].change != .replace || below != node.index {
        gone[below] = hunk
      }
    }
    var names = Dictionary(
      relabelling.renumbered.map { ($0.node, Label(printed: $0.new, span: 0..<0).bare) },
      uniquingKeysWith: { first, _ in first })
    // What took the place of a clause has its references too.
    for (item, label) in relabelling.labels {
      guard let replaced = tree.items[item].arrival?.replaced, replaced.space == .base, names[replaced.index] == nil,
        isFirst(item, in: tree), let old = texts.base.nodes[replaced.index].label
      else { continue }
      let new = Label(printed: label, span: 0..<0).bare
      if new != old.bare { names[replaced.index] = new }
    }
    if gone.isEmpty, names.isEmpty { return }
    let there = Set(tree.items.filter { $0.node.space == .base }.map(\.node.index))
    for reference in texts.base.crossReferences() where there.contains(reference.node) {
      let node = NodeReference(space: .base, index: reference.node)
      let edits = reference.edits(renaming: names)
      if !edits.isEmpty { rewordings[node, default: []] += edits }
      guard let target = reference.target, let hunk = gone[target], !there.contains(target) else { continue }
      let isTaken = applied.contains { index in
        hunks[index].space == .base && (hunks[index].range?.overlaps(reference.span) ?? false)
      }
      if isTaken { continue }
      let words = String(decoding: texts.base.bytes[reference.span], as: UTF8.self)
      dangling.append((words, node, NodeReference(space: .base, index: target), hunk))
    }
  }

  /// Whether an item is the first of those that came with it.
  private func isFirst(_ item: Int, in tree: OutputTree) -> Bool {
    let siblings = tree.items[item].parent.map { tree.items[$0].children } ?? tree.roots
    guard let at = siblings.firstIndex(of: item), at > 0 else { return true }
    return tree.items[siblings[at - 1]].arrival != tree.items[item].arrival
  }
}
