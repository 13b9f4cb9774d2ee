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
    var there: [Int: Int] = [:]
    for (item, placed) in tree.items.enumerated() where placed.node.space == .base { there[placed.node.index] = item }
    for reference in texts.base.crossReferences() where there[reference.node] != nil {
      let node = NodeReference(space: .base, index: reference.node)
      var edits = reference.edits(renaming: names)
      if let item = reference.target.flatMap({ there[$0] }), reference.range == nil,
        let name = movedName(item, tree, texts, relabelling)
      {
        edits = [SourceEdit(span: reference.span, replacement: name)]
      }
      if !edits.isEmpty { rewordings[node, default: []] += edits }
      guard let target = reference.target, let hunk = gone[target], there[target] == nil else { continue }
      let isTaken = applied.contains { index in
        hunks[index].space == .base && (hunks[index].range?.overlaps(reference.span) ?? false)
      }
      if isTaken { continue }
      let words = String(decoding: texts.base.bytes[reference.span], as: UTF8.self)
      dangling.append((words, node, NodeReference(space: .base, index: target), hunk))
    }
  }

  /// The whole name of a clause that went into another clause, or out of one: `2(a)`.
  private func movedName(
    _ item: Int, _ tree: OutputTree, _ texts: SuppliedTexts, _ relabelling: Relabelling
  ) -> String? {
    var labels: [String] = []
    var hasMoved = false
    var next: Int? = item
    while let at = next {
      let node = tree.items[at].node
      // A line with its list that became a clause is no section.
      guard let document = texts.document(node.space),
        document.nodes[node.index].kind != .section || relabelling.labels[at] != nil
      else { break }
      guard let label = relabelling.labels[at] ?? document.nodes[node.index].label?.printed else { return nil }
      labels.insert(Label(printed: label, span: 0..<0).bare, at: 0)
      next = tree.items[at].parent
      let parent = next.map { tree.items[$0].node }
      let isInClause = next.map { relabelling.labels[$0] != nil } ?? false
      let home = document.nodes[node.index].parent.map { NodeReference(space: node.space, index: $0) }
      if tree.items[at].arrival != nil, node.space == .base, home != parent,
        isInClause || isClause(home, texts) || isClause(parent, texts)
      {
        hasMoved = true
      }
    }
    guard hasMoved, var name = labels.first else { return nil }
    for label in labels.dropFirst() {
      name = label.utf8.starts(with: (name + ".").utf8) ? label : "\(name)(\(label))"
    }
    return name
  }

  private func isClause(_ node: NodeReference?, _ texts: SuppliedTexts) -> Bool {
    node.flatMap { node in texts.document(node.space).map { $0.nodes[node.index].kind != .section } } ?? false
  }

  /// Whether an item is the first of those that came with it.
  private func isFirst(_ item: Int, in tree: OutputTree) -> Bool {
    let siblings = tree.items[item].parent.map { tree.items[$0].children } ?? tree.roots
    guard let at = siblings.firstIndex(of: item), at > 0 else { return true }
    return tree.items[siblings[at - 1]].arrival != tree.items[item].arrival
  }
}
