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
    let names = Dictionary(
      relabelling.renumbered.map { ($0.node, Label(printed: $0.new, span: 0..<0).bare) },
      uniquingKeysWith: { first, _ in first })
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
}
