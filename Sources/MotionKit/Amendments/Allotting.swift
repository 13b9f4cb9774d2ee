/// Gives the clauses that amendments add to a text with frozen labels theirs: after 2 comes 2A, then 2B.
struct Allotting {
  private let base: Document
  private var known: [NodeReference: String] = [:]
  /// Bare labels used at each level, by parent; none is given twice.
  private var taken: [Int: Set<String>] = [:]

  init(base: Document, already: [AllottedLabel]) {
    self.base = base
    for node in base.nodes {
      if let label = node.label { taken[node.parent ?? -1, default: []].insert(label.bare) }
    }
    for label in already {
      let space = Space.text(of: label.amendment, operation: label.operation, part: 0)
      known[NodeReference(space: space, index: label.clause)] = label.label
    }
  }

  /// The labels of all clauses that the hunks bring, those given before as they were given, and of those that they move
  /// to another level: a clause that two amendments move has one for each place.
  func byNode(_ hunks: [Hunk], _ texts: SuppliedTexts) -> [NodeReference: String] {
    var given = known
    var taken = taken
    for hunk in hunks {
      let nodes = numbered(hunk, texts)
      for node in nodes {
        if let label = given[node] { taken[parent(of: hunk), default: []].insert(Allotting.bare(label)) }
      }
    }
    for hunk in hunks {
      if leavesItsLevel(hunk, taken) {
        guard let (before, after, _) = neighbours(of: hunk, texts),
          let label = Numbering.inserted(after: before, before: after, taken: taken[parent(of: hunk)] ?? [])
        else { continue }
        given[Allotting.moved(by: hunk)] = label
        taken[parent(of: hunk), default: []].insert(Allotting.bare(label))
        continue
      }
      guard let (before, after, replaced) = neighbours(of: hunk, texts) else { continue }
      let parent = parent(of: hunk)
      var replacing = replaced
      for node in numbered(hunk, texts) where given[node] == nil {
        let label = replacing ?? Numbering.inserted(after: before, before: after, taken: taken[parent] ?? [])
        replacing = nil
        guard let label else { continue }
        given[node] = label
        taken[parent, default: []].insert(Allotting.bare(label))
      }
    }
    return given
  }

  private static func bare(_ printed: String) -> String { Label(printed: printed, span: 0..<0).bare }

  /// What a label is kept under that a clause has where a hunk moves it.
  static func moved(by hunk: Hunk) -> NodeReference { NodeReference(space: hunk.text, index: 0) }

  private func parent(of hunk: Hunk) -> Int {
    switch hunk.change {
    case .insert(let gap), .move(let gap):
      if case .node(let node) = gap.container, node.space == .base { return node.index }
      return -1
    case .replace: return hunk.node.flatMap { base.nodes[$0].parent } ?? -1
    case .words, .delete, .replaceAll: return -1
    }
  }

  /// A clause of the base that moves to where its label would be that of another level, or of another clause.
  private func leavesItsLevel(_ hunk: Hunk, _ taken: [Int: Set<String>]) -> Bool {
    guard case .move(let gap) = hunk.change, hunk.space == .base, let index = hunk.node, let own = base.shapes[index],
      base.nodes[index].parent ?? -1 != parent(of: hunk)
    else { return false }
    let siblings: [Int]
    switch gap.container {
    case .top(.base): siblings = base.children(of: nil)
    case .node(let node) where node.space == .base: siblings = base.children(of: node.index)
    default: return false
    }
    guard let near = siblings.lazy.compactMap({ base.shapes[$0] }).first else { return false }
    let isFree = !(taken[parent(of: hunk)] ?? []).contains(own.bare)
    return !own.isLikeButForDelimiters(near) || !isFree
  }

  /// The labels in the base around the place, or of the clause that is replaced.
  private func neighbours(of hunk: Hunk, _ texts: SuppliedTexts) -> (String?, String?, replaced: String?)? {
    switch hunk.change {
    case .insert(let gap), .move(let gap):
      let children = texts.children(of: gap.container)
      let before = children.prefix(gap.index).last { shape($0) != nil }
      let after = children.dropFirst(gap.index).first { shape($0) != nil }
      if before == nil, after == nil { return nil }
      return (label(before), label(after), nil)
    case .replace:
      guard hunk.space == .base, let index = hunk.node, base.shapes[index] != nil else { return nil }
      let node = NodeReference(space: .base, index: index)
      return (label(node), nil, label(node))
    case .words, .delete, .replaceAll: return nil
    }
  }

  private func shape(_ node: NodeReference) -> LabelShape? { node.space == .base ? base.shapes[node.index] : nil }

  private func label(_ node: NodeReference?) -> String? {
    node.flatMap { $0.space == .base ? base.nodes[$0.index].label?.printed : nil }
  }

  private func numbered(_ hunk: Hunk, _ texts: SuppliedTexts) -> [NodeReference] {
    guard let fragment = texts.fragment(hunk.text) else { return [] }
    let roots = fragment.document.children(of: nil)
    let labelled = roots.filter { fragment.label(of: $0) != nil && fragment.document.nodes[$0].kind != .bullet }
    let chosen =
      labelled.isEmpty && !hunk.asWritten
      ? roots.filter { fragment.document.nodes[$0].kind == .paragraph || leadsItsOwnList($0, hunk, texts) } : labelled
    return chosen.map { NodeReference(space: hunk.text, index: $0) }
  }

  private func leadsItsOwnList(_ root: Int, _ hunk: Hunk, _ texts: SuppliedTexts) -> Bool {
    let node = NodeReference(space: hunk.text, index: root)
    switch hunk.change {
    case .insert(let gap): return texts.leadsItsOwnList(node, at: gap)
    case .replace:
      guard hunk.space == .base, let index = hunk.node else { return false }
      let container: Gap.Container =
        base.nodes[index].parent.map { .node(NodeReference(space: .base, index: $0)) } ?? .top(.base)
      return texts.leadsItsOwnList(node, at: Gap(container: container, index: 0))
    case .words, .delete, .move, .replaceAll: return false
    }
  }
}

extension Composition {
  /// The labels of the clauses that amendments add to a text with frozen labels, given in the order of `amendments`.
  ///
  /// What was allotted before stays, and no label is given twice, so a body calls it whenever amendments arrive and
  /// records what is new. Empty where labels are not frozen.
  public static func allotting(
    _ base: Document, to amendments: [Amendment], already: [AllottedLabel] = [], knowing others: [Amendment] = []
  ) -> [AllottedLabel] {
    guard base.numbering == .frozen else { return already }
    let composer = Composer(
      base: base, known: amendments + others, allotted: already, rulings: [], policy: .baseStands)
    let result = composer.compose(amendments)
    var rank: [String: Int] = [:]
    for (index, amendment) in amendments.enumerated() where rank[amendment.name] == nil { rank[amendment.name] = index }
    let inOrder = result.hunks.enumerated().sorted {
      (rank[$0.element.amendment] ?? 0, $0.offset) < (rank[$1.element.amendment] ?? 0, $1.offset)
    }.map(\.element)
    let labels = Allotting(base: base, already: already).byNode(inOrder, result.texts)
    let had = Set(already.map { Place(amendment: $0.amendment, operation: $0.operation, clause: $0.clause) })
    var new: [AllottedLabel] = []
    for (node, label) in labels {
      guard case .text(let name, let operation, 0) = node.space, result.texts.fragment(node.space) != nil else {
        continue
      }
      if had.contains(Place(amendment: name, operation: operation, clause: node.index)) { continue }
      new.append(AllottedLabel(amendment: name, operation: operation, clause: node.index, label: label))
    }
    new.sort {
      (rank[$0.amendment] ?? 0, $0.operation, $0.clause) < (rank[$1.amendment] ?? 0, $1.operation, $1.clause)
    }
    return already + new
  }

  private struct Place: Hashable {
    var amendment: String
    var operation: Int
    var clause: Int
  }
}
