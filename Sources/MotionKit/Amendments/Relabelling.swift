/// Gives the clauses of a composed text their labels.
///
/// Live and adopted: the labels of a run whose clauses changed follow the order. Frozen: every clause keeps its own, and
/// what came has the one that was allotted to it.
struct Relabelling {
  /// New labels as printed, by item; an item that keeps what its source has is not in it.
  private(set) var labels: [Int: String] = [:]
  /// Items of the base whose label changed.
  private(set) var renumbered: [(node: Int, old: String, new: String)] = []
  /// Labels typed in a new text that disagree with their place.
  private(set) var disagreements: [(item: Int, typed: String, given: String)] = []

  private let hunks: [Hunk]
  private let tree: OutputTree
  private let texts: SuppliedTexts
  private let layout: Layout
  private let mode: Numbering.Mode
  private let allotted: [NodeReference: String]
  /// What the label of each item says now, once it is known.
  private var shapes: [LabelShape?]
  /// The number that the last clause of a group got.
  private var lastOfGroup: [Gap.Container: LabelShape] = [:]
  /// The section of the base that was numbered last, and the number its last clause got, or the last clause of a
  /// section that came behind it.
  private var lastSection: (container: Gap.Container, shape: LabelShape)?
  /// Sections of the base whose numbers run on from one into another.
  private let rows: SectionChains
  /// Sections of the base, some of which moved, whose numbers run on through all of them.
  private var chains: SectionChains

  init(
    _ tree: OutputTree, hunks: [Hunk], texts: SuppliedTexts, layout: Layout, mode: Numbering.Mode,
    allotted: [NodeReference: String]
  ) {
    self.hunks = hunks
    self.tree = tree
    self.texts = texts
    self.layout = layout
    self.mode = mode
    self.allotted = allotted
    shapes = Array(repeating: nil, count: tree.items.count)
    let chains = SectionChains(texts.base)
    rows = chains
    self.chains = chains
    if mode == .frozen || !chains.changeOrder(in: tree) { self.chains = SectionChains() }
    number(.top(tree.whole ?? .base), parent: nil, tree.roots)
    for item in tree.inOrder where !tree.items[item].children.isEmpty {
      number(.node(tree.items[item].node), parent: item, tree.items[item].children)
    }
    defer { renumbered.sort { $0.node < $1.node } }
    for item in tree.inOrder {
      guard let new = labels[item] else { continue }
      let node = tree.items[item].node
      if node.space == .base, let old = texts.base.nodes[node.index].label?.printed, old != new {
        renumbered.append((node.index, old, new))
      } else if let fragment = texts.fragment(node.space), let span = fragment.label(of: node.index) {
        let typed = String(decoding: fragment.document.bytes[span], as: UTF8.self)
        let shape = Relabelling.shape(of: node, in: texts)
        let bare = Label(printed: typed, span: span).bare
        if shape != nil, bare != Label(printed: new, span: span).bare, bare != ownLabel(item) {
          disagreements.append((item, typed, new))
        }
      }
    }
  }

  /// The label that a clause which came would have if nothing else did: its mover could not know more.
  private func ownLabel(_ item: Int) -> String? {
    guard let arrival = tree.items[item].arrival, let document = texts.document(tree.items[item].node.space) else {
      return nil
    }
    let siblings = texts.children(of: arrival.gap.container)
    let before = siblings.prefix(arrival.gap.index).compactMap { Relabelling.shape(of: $0, in: texts) }.last
    let after = siblings.dropFirst(arrival.gap.index).lazy.compactMap { Relabelling.shape(of: $0, in: texts) }.first
    guard var shape = before?.successor ?? after else { return nil }
    for root in document.children(of: nil) {
      if root == tree.items[item].node.index { return shape.bare }
      if Relabelling.shape(of: NodeReference(space: tree.items[item].node.space, index: root), in: texts) != nil {
        shape = shape.successor
      }
    }
    return nil
  }

  /// What the label of a node says in the text it comes from.
  static func shape(of node: NodeReference, in texts: SuppliedTexts) -> LabelShape? {
    if node.space.isBase { return node.index < texts.base.shapes.count ? texts.base.shapes[node.index] : nil }
    guard let document = texts.document(node.space), node.index < document.shapes.count else { return nil }
    if let shape = document.shapes[node.index] { return shape }
    guard let fragment = texts.fragment(node.space), let span = fragment.label(of: node.index),
      document.nodes[node.index].kind != .bullet
    else { return nil }
    let candidate = LabelReading.candidate(in: document.bytes, from: span.lowerBound, to: document.bytes.count)
    return candidate?.readings.first
  }

  // MARK: - One group of siblings

  private struct Run {
    var members: [NodeReference] = []
    /// Where each of them stands among its siblings.
    var positions: [Int] = []
    var first: LabelShape
  }

  private mutating func number(_ container: Gap.Container, parent: Int?, _ children: [Int]) {
    let originals = texts.children(of: container)
    var runs: [Run] = []
    var last: LabelShape?
    for (position, node) in originals.enumerated() {
      guard let shape = Relabelling.shape(of: node, in: texts) else { continue }
      let goesOn = last.map { shape.isLikeButForDelimiters($0) && !shape.isFirst } ?? false
      if !goesOn { runs.append(Run(first: shape)) }
      runs[runs.count - 1].members.append(node)
      runs[runs.count - 1].positions.append(position)
      last = shape
    }
    if children.count == originals.count, children.allSatisfy({ tree.items[$0].stayed }) {
      for (index, run) in runs.enumerated() {
        number(run.positions.map { children[$0] }, as: run, isFirst: index == 0, container, parent)
      }
      return
    }
    // By the number of the node.
    var runOf: [Int: Int] = [:]
    for (index, run) in runs.enumerated() {
      for node in run.members { runOf[node.index] = index }
    }
    func ownRun(_ node: NodeReference) -> Int? { node.space == originals.first?.space ? runOf[node.index] : nil }
    // What came belongs to the run of its neighbour before it, or, at the front, after it; where nothing is left of a
    // run, to that of what stood there.
    var run = children.first { ownRun(tree.items[$0].node) != nil }.flatMap { ownRun(tree.items[$0].node) }
    if run == nil, !runs.isEmpty, let arrival = children.compactMap({ tree.items[$0].arrival }).first {
      run = originals.prefix(max(arrival.gap.index, 1)).compactMap { ownRun($0) }.last ?? 0
    }
    var groups: [(run: Int?, items: [Int])] = []
    for item in children {
      if tree.items[item].stayed, let own = ownRun(tree.items[item].node) { run = own }
      guard takesNumber(item, among: children, hasRun: run != nil) else { continue }
      if let last = groups.last, last.run == run {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((run, [item]))
      }
    }
    for group in groups {
      if let run = group.run {
        number(group.items, as: runs[run], isFirst: run == 0, container, parent)
      } else {
        begin(group.items, parent)
      }
    }
    if groups.isEmpty, let first = runs.first?.first {
      lastOfGroup[container] = predecessor(of: container, first) ?? (first.isFirst ? first.zeroth : nil)
    }
    markBullets(children)
  }

  /// Whether an item is one of a numbered run.
  private func takesNumber(_ item: Int, among children: [Int], hasRun: Bool) -> Bool {
    let node = tree.items[item].node
    if Relabelling.shape(of: node, in: texts) != nil { return true }
    if hasRun, isBulletAmongNumbers(item) { return true }
    guard let arrival = tree.items[item].arrival, hasRun, let fragment = texts.fragment(node.space),
      !hunks[arrival.hunk].asWritten
    else { return false }
    // What another amendment made a clause, and this one moves, is one there too.
    var isMoved = false
    if case .move = hunks[arrival.hunk].change { isMoved = true }
    guard
      fragment.document.nodes[node.index].kind == .paragraph || texts.leadsItsOwnList(node, at: arrival.setting)
        || isMoved && becameClause(node)
    else { return false }
    let roots = fragment.document.children(of: nil)
    if roots.contains(where: { fragment.label(of: $0) != nil }) { return false }
    if let replaced = arrival.inPlaceOf {
      return Relabelling.shape(of: replaced, in: texts) != nil || becameClause(replaced)
    }
    guard let model = layout.model(arrival.setting) else { return true }
    return texts.base.shapes[model] != nil
  }

  /// A bullet that is moved among numbered clauses is one of them there.
  private func isBulletAmongNumbers(_ item: Int) -> Bool {
    guard mode != .frozen, let arrival = tree.items[item].arrival, case .move = hunks[arrival.hunk].change,
      let document = texts.document(tree.items[item].node.space),
      document.nodes[tree.items[item].node.index].kind == .bullet
    else { return false }
    let siblings = texts.children(of: arrival.setting.container)
    let near = siblings.prefix(arrival.setting.index).last ?? siblings.first
    return near.map { Relabelling.shape(of: $0, in: texts) != nil } ?? false
  }

  /// Whether what another amendment brought without a number stands as a clause.
  private func becameClause(_ node: NodeReference) -> Bool {
    guard node.space != .base, let bringer = hunks.first(where: { $0.text == node.space }),
      case .insert(let gap) = bringer.change, !bringer.asWritten
    else { return false }
    return texts.document(node.space)?.nodes[node.index].kind == .paragraph || texts.leadsItsOwnList(node, at: gap)
  }

  private mutating func number(
    _ items: [Int], as run: Run, isFirst: Bool, _ container: Gap.Container, _ parent: Int?
  ) {
    let kept = items.map { tree.items[$0].node }
    var first = run.first
    // A line with its list that became a clause is no section.
    let isClause = parent.map { labels[$0] != nil && tree.items[$0].arrival != nil } ?? false
    let arrived = isFirst && !isClause && mode != .frozen ? sectionBefore(container, first) : nil
    let chained = isFirst ? chains.before(container) : nil
    let before =
      isFirst ? chained ?? arrived?.shape ?? cameBefore(container, first) ?? predecessor(of: container, first) : nil
    if let before { first = before.successor }
    if let parent, let above = shapes[parent], first.parts.count == above.parts.count + 1,
      above.style == .decimal, first.style == .decimal
    {
      first.parts = above.parts + first.parts.suffix(1)
    }
    let changed = kept != run.members || first != run.first
    if mode == .frozen || !changed && mode != .adopted {
      for item in items {
        let node = tree.items[item].node
        if let arrival = tree.items[item].arrival, let label = allotment(node, hunks[arrival.hunk]) {
          labels[item] = label
        } else {
          shapes[item] = Relabelling.shape(of: node, in: texts)
        }
      }
    } else {
      var next = first
      if mode == .adopted || next.isInserted { next = next.plain }
      for item in items {
        give(next, to: item)
        next = next.successor
      }
    }
    guard let last = items.last else { return }
    let shape = shapes[last] ?? run.first
    lastOfGroup[container] = shape
    chains.note(shape, for: arrived?.container ?? container)
    if let arrived {
      lastOfGroup[arrived.container] = shape
      lastSection = (arrived.container, shape)
    } else if !isClause, isSection(container) {
      lastSection = (container, shape)
    }
  }

  private func allotment(_ node: NodeReference, _ hunk: Hunk) -> String? {
    if case .move = hunk.change, let label = allotted[Allotting.moved(by: hunk)] { return label }
    return allotted[node]
  }

  private mutating func give(_ shape: LabelShape, to item: Int) {
    shapes[item] = shape
    let node = tree.items[item].node
    let own = Relabelling.shape(of: node, in: texts)
    var printed = shape
    if tree.items[item].arrival == nil, let own {
      printed.opened = own.opened
      printed.closing = own.closing
    }
    if printed != own || texts.document(node.space)?.nodes[node.index].label == nil { labels[item] = printed.printed }
  }

  /// Items in a place that had no numbers: they keep what was typed, and run on from the first of it.
  private mutating func begin(_ items: [Int], _ parent: Int?) {
    for item in items { shapes[item] = Relabelling.shape(of: tree.items[item].node, in: texts) }
  }

  /// Bullets that come take the mark of those around them.
  private mutating func markBullets(_ children: [Int]) {
    for item in children {
      guard let arrival = tree.items[item].arrival, !hunks[arrival.hunk].asWritten,
        let fragment = texts.fragment(tree.items[item].node.space), let model = layout.model(arrival.setting),
        texts.base.nodes[model].kind == .bullet,
        let mark = texts.base.nodes[model].label?.printed
      else { continue }
      let kind = fragment.document.nodes[tree.items[item].node.index].kind
      let isOne =
        kind == .bullet || kind == .paragraph || texts.leadsItsOwnList(tree.items[item].node, at: arrival.setting)
      if isOne, labels[item] == nil { labels[item] = mark }
    }
  }

  // MARK: - Numbers that run on

  private func isSection(_ container: Gap.Container) -> Bool {
    guard case .node(let node) = container else { return false }
    return texts.document(node.space)?.nodes[node.index].kind == .section
  }

  /// What the numbers of a section that came run on from: those of the section before it, where the base's do so or
  /// its own say so.
  private func sectionBefore(
    _ container: Gap.Container, _ first: LabelShape
  ) -> (container: Gap.Container, shape: LabelShape)? {
    guard case .node(let node) = container, node.space != .base, isSection(container), let last = lastSection,
      first.isLikeButForDelimiters(last.shape), !rows.isEmpty || first.follows(last.shape)
    else { return nil }
    return last
  }

  /// The last number of a section that came before the first of a row.
  private func cameBefore(_ container: Gap.Container, _ first: LabelShape) -> LabelShape? {
    guard mode != .frozen, first.isFirst, let last = lastSection, case .node(let node) = last.container,
      node.space != .base, first.isLikeButForDelimiters(last.shape), rows.isHead(container)
    else { return nil }
    return last.shape
  }

  /// The last label before a group whose numbers run on from it, as that label is now.
  private func predecessor(of container: Gap.Container, _ first: LabelShape) -> LabelShape? {
    guard !first.isFirst, case .node(let node) = container, node.space == .base,
      texts.base.nodes[node.index].kind == .section
    else { return nil }
    for index in stride(from: node.index - 1, through: 0, by: -1) {
      guard let shape = texts.base.shapes[index], shape.isLikeButForDelimiters(first) else { continue }
      guard first.follows(shape) else { return nil }
      let outer: Gap.Container =
        texts.base.nodes[index].parent.map { .node(NodeReference(space: .base, index: $0)) } ?? .top(.base)
      if let last = lastOfGroup[outer] { return last }
      // The whole group went: what stood before it is what the numbers run on from.
      guard outer != container, case .node(let gone) = outer,
        let start = texts.base.children(of: gone.index).lazy.compactMap({ texts.base.shapes[$0] }).first
      else { return nil }
      return start.isFirst ? start.zeroth : predecessor(of: outer, start)
    }
    return nil
  }
}

extension LabelShape {
  /// The next of the run.
  var successor: LabelShape {
    var next = plain
    if let last = next.parts.indices.last {
      next.parts[last].number &+= 1
      next.parts[last].insertion = ""
    }
    return next
  }

  /// What the first of a run follows: nothing, counted as none.
  var zeroth: LabelShape {
    var zeroth = plain
    if let last = zeroth.parts.indices.last { zeroth.parts[last].number = 0 }
    return zeroth
  }

  /// Without what freezing put in.
  var plain: LabelShape {
    guard style == .decimal else { return self }
    var plain = self
    for index in plain.parts.indices {
      plain.parts[index].stem = ""
      plain.parts[index].insertion = ""
    }
    return plain
  }
}
