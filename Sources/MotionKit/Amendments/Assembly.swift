/// A stretch of a composed text and where its bytes come from.
public struct Piece: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// Bytes of the base or of a supplied text, as they stand there from this offset.
    case source(Space, Int)
    /// Labels, line ends and blanks that composing put in, for this amendment or for none.
    case made(String?)
  }

  public var count: Int
  public var origin: Origin

  /// The amendment that its words come from; nil for the base.
  public var amendment: String? {
    switch origin {
    case .source(let space, _): space.amendment
    case .made(let name): name
    }
  }
}

/// A composed text with the origin of each of its bytes.
struct ComposedText {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// Which node stands where: from its label or indentation to the end of its own words.
  var places: [(range: Range<Int>, node: NodeReference)] = []

  /// The node whose lines hold an offset.
  func node(at offset: Int) -> NodeReference? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low].range.lowerBound <= offset else { return nil }
    return places[low].node
  }

  mutating func reserve(bytes: Int, pieces: Int) {
    self.bytes.reserveCapacity(bytes)
    self.pieces.reserveCapacity(pieces)
  }

  mutating func append(_ source: ArraySlice<UInt8>, from space: Space, at offset: Int) {
    guard !source.isEmpty else { return }
    bytes += source
    if let last = pieces.last, case .source(let same, let start) = last.origin, same == space,
      start + last.count == offset
    {
      pieces[pieces.count - 1].count += source.count
    } else {
      pieces.append(Piece(count: source.count, origin: .source(space, offset)))
    }
  }

  mutating func append(made new: some Collection<UInt8>, for amendment: String?) {
    guard !new.isEmpty else { return }
    bytes += new
    if let last = pieces.last, last.origin == .made(amendment) {
      pieces[pieces.count - 1].count += new.count
    } else {
      pieces.append(Piece(count: new.count, origin: .made(amendment)))
    }
  }
}

/// Writes a composed text: untouched ranges byte for byte, what came in the base's layout.
struct Assembly {
  private(set) var text = ComposedText()

  private let hunks: [Hunk]
  private let texts: SuppliedTexts
  private let tree: OutputTree
  private let labels: [Int: String]
  private let layout: Layout
  private let baseAtoms: Atoms
  private var atoms: [Space: Atoms] = [:]
  /// The hunks that are in the text and change words.
  private let changed: HunksByPlace
  private let rewordings: [NodeReference: [SourceEdit]]
  private let layoutEdits: [SourceEdit]

  private struct Edit {
    enum With {
      case hunk(Int)
      case made([UInt8], String?)
    }

    var range: Range<Int>
    var with: With
  }

  /// How the lines of what came or moved are set in.
  private struct Indentation {
    var strip: Int
    var prefix: [UInt8]
  }

  init(
    _ hunks: [Hunk], applying order: [Int], texts: SuppliedTexts, tree: OutputTree, labels: [Int: String],
    layout: Layout, baseAtoms: Atoms, layoutEdits: [SourceEdit], rewordings: [NodeReference: [SourceEdit]]
  ) {
    self.hunks = hunks
    self.texts = texts
    self.tree = tree
    self.labels = labels
    self.layout = layout
    self.layoutEdits = layoutEdits
    self.baseAtoms = baseAtoms
    self.rewordings = rewordings
    changed = HunksByPlace(hunks, order, base: texts.base)
    text.reserve(bytes: texts.base.bytes.count + 16 * order.count, pieces: tree.items.count + 2 * order.count)
    write()
  }

  // MARK: - What changes in the words of a place

  /// In the order of its words.
  private func edits(_ space: Space, _ node: Int?) -> [Edit] {
    let here = changed[space, node]
    let follow =
      rewordings.isEmpty ? [] : node.flatMap { rewordings[NodeReference(space: space, index: $0)] } ?? []
    if here.isEmpty, follow.isEmpty { return [] }
    var edits: [Edit] = []
    edits.reserveCapacity(here.count)
    for index in here {
      guard let range = hunks[index].range else { continue }
      let edit = Edit(range: range, with: .hunk(index))
      if range.isEmpty, !hunks[index].precedes.isEmpty {
        edits.insert(edit, at: Assembly.placing(hunks[index], range, in: edits, hunks))
      } else {
        edits.append(edit)
      }
    }
    for edit in follow where !edits.contains(where: { edit.span.overlaps($0.range) || $0.range == edit.span }) {
      edits.append(Edit(range: edit.span, with: .made(Array(edit.replacement.utf8), space.amendment)))
    }
    return Assembly.inOrder(edits)
  }

  /// What lies at one place keeps its order.
  private static func inOrder(_ edits: [Edit]) -> [Edit] {
    func key(_ edit: Edit) -> (Int, Int) { (edit.range.lowerBound, edit.range.upperBound) }
    if zip(edits, edits.dropFirst()).allSatisfy({ key($0) <= key($1) }) { return edits }
    return edits.enumerated().sorted {
      let (one, other) = (key($0.element), key($1.element))
      return one != other ? one < other : $0.offset < $1.offset
    }.map(\.element)
  }

  /// What stands before the first node, with a title that is written as it has to be.
  private func frontEdits() -> [Edit] {
    let list = edits(.base, nil)
    if list.isEmpty { return list }
    let changed = list.compactMap { edit -> (range: Range<Int>, new: [UInt8])? in
      if case .hunk(let index) = edit.with { (edit.range, hunks[index].supplied) } else { nil }
    }
    guard let title = TitleWriting(of: texts.base, changed: changed) else { return list }
    let written = list.map { edit -> Edit in
      guard case .hunk(let index) = edit.with else { return edit }
      let escaped = title.escaped(hunks[index].supplied)
      if escaped == hunks[index].supplied { return edit }
      return Edit(range: edit.range, with: .made(escaped, hunks[index].amendment))
    }
    let more = title.additions(around: list.map(\.range))
    let before = more.before.map { Edit(range: $0.span, with: .made(Array($0.replacement.utf8), nil)) }
    let after = more.after.map { Edit(range: $0.span, with: .made(Array($0.replacement.utf8), nil)) }
    return Assembly.inOrder(before + written + after)
  }

  /// Insertions at one point stand in the order of their amendments, but for those that were read among others.
  private static func placing(_ hunk: Hunk, _ range: Range<Int>, in here: [Edit], _ hunks: [Hunk]) -> Int {
    here.firstIndex { edit in
      guard edit.range.lowerBound == range.lowerBound, case .hunk(let other) = edit.with else { return false }
      return hunk.precedes.contains(hunks[other].text)
    } ?? here.count
  }

  private mutating func write() {
    let base = texts.base
    let firstStart = baseAtoms.starts.first ?? base.bytes.count
    emit(.base, 0..<firstStart, frontEdits(), nil)
    var previous: Int?
    for item in tree.inOrder {
      separate(previous, item)
      emit(item)
      previous = item
    }
    let tail = base.nodes.isEmpty ? base.bytes.count : baseAtoms.gap(after: base.nodes.count - 1).lowerBound
    if base.nodes.isEmpty, previous != nil { return text.append(made: layout.lineEnd, for: nil) }
    let end = tail..<base.bytes.count
    if end.isEmpty, let previous, tree.items[previous].arrival == nil, tree.items[previous].node.space.isBase { return }
    emit(.base, end, [], nil)
  }

  // MARK: - A node's own lines

  private mutating func atoms(_ space: Space) -> Atoms? {
    if space.isBase { return baseAtoms }
    if let known = atoms[space] { return known }
    guard let document = texts.document(space) else { return nil }
    let made = Atoms(of: document)
    atoms[space] = made
    return made
  }

  private func root(_ item: Int) -> Int? {
    var next: Int? = item
    while let at = next {
      if tree.items[at].arrival != nil { return at }
      next = tree.items[at].parent
    }
    return nil
  }

  private mutating func emit(_ item: Int) {
    let node = tree.items[item].node
    guard let content = atoms(node.space)?.content(node.index) else { return }
    var list = edits(node.space, node.index)
    if let label = labels[item], let document = texts.document(node.space) {
      list.insert(labelEdit(label, item, document), at: 0)
    }
    let indentation = indentation(of: item)
    let start = text.bytes.count
    var from = content.lowerBound
    if let indentation, atLineStart, let document = texts.document(node.space) {
      let own = layout.indentation(node.index, in: document)
      let skipped = min(indentation.strip, own.count)
      if own.count > 0 || !indentation.prefix.isEmpty, content.lowerBound + skipped <= content.upperBound {
        text.append(made: indentation.prefix, for: owner(item))
        from += skipped
      }
    }
    emit(node.space, from..<max(content.upperBound, from), list, indentation)
    text.places.append((start..<text.bytes.count, node))
  }

  private var atLineStart: Bool { text.bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? true }

  private func owner(_ item: Int) -> String? {
    guard let root = root(item), let arrival = tree.items[root].arrival else { return nil }
    return hunks[arrival.hunk].amendment
  }

  private func labelEdit(_ label: String, _ item: Int, _ document: Document) -> Edit {
    let node = tree.items[item].node
    let new = Array(label.utf8)
    let owner = node.space.amendment
    let span = texts.fragment(node.space).map { $0.label(of: node.index) } ?? document.nodes[node.index].label?.span
    if let span { return Edit(range: span, with: .made(new, owner)) }
    let at = document.nodes[node.index].textSpans.first?.lowerBound ?? document.nodes[node.index].span.lowerBound
    let blanks = tree.items[item].arrival.map { layout.blanksAfterLabel(in: $0.setting) } ?? [0x20]
    return Edit(range: at..<at, with: .made(new + blanks, owner))
  }

  private func indentation(of item: Int) -> Indentation? {
    guard let root = root(item) else { return nil }
    return indentation(under: root, isRoot: root == item)
  }

  /// How the lines of an arrival are set in: its own first, or those of what is below it.
  private func indentation(under root: Int, isRoot: Bool) -> Indentation? {
    guard let arrival = tree.items[root].arrival, let document = texts.document(tree.items[root].node.space) else {
      return nil
    }
    let own = layout.indentation(tree.items[root].node.index, in: document)
    var wanted = wantedIndentation(of: root, arrival)
    if own == wanted, tree.items[root].node.space == .base { return nil }
    // A line with its list that became a clause: the list stands in it.
    if !isRoot, labels[root] != nil, document.nodes[tree.items[root].node.index].kind == .section {
      wanted += layout.nesting
    }
    return Indentation(strip: own.count, prefix: wanted)
  }

  private func wantedIndentation(of root: Int, _ arrival: OutputTree.Arrival) -> [UInt8] {
    var raw: [UInt8]
    let setting = arrival.setting
    if let replaced = arrival.inPlaceOf, setting == arrival.gap, let there = texts.document(replaced.space) {
      raw = layout.indentation(replaced.index, in: there)
    } else if setting.container == .top(.base), layout.siblings(setting).isEmpty {
      return []
    } else {
      raw = layout.indentation(in: setting)
    }
    // What comes into what another brought or moved stands as that does.
    guard case .node(let parent) = setting.container, let above = tree.items[root].parent,
      let outer = self.root(above), let around = indentation(under: outer, isRoot: false)
    else { return raw }
    if arrival.inPlaceOf == nil, parent.space != .base, let document = texts.document(parent.space),
      let sibling = texts.children(of: setting.container).first
    {
      raw = layout.indentation(sibling.index, in: document)
    }
    return around.prefix + raw.dropFirst(around.strip)
  }

  // MARK: - Bytes

  /// Copies a range with its edits; lines are set in where `indentation` is given.
  private mutating func emit(_ space: Space, _ range: Range<Int>, _ edits: [Edit], _ indentation: Indentation?) {
    emit(texts.bytes(space), space, range, edits, indentation)
  }

  private mutating func emit(
    _ bytes: [UInt8], _ space: Space, _ range: Range<Int>, _ edits: [Edit], _ indentation: Indentation?
  ) {
    var at = range.lowerBound
    for edit in withLayout(edits, space, range, indentation) {
      guard edit.range.lowerBound >= at, edit.range.upperBound <= range.upperBound else { continue }
      copy(bytes, space, at..<edit.range.lowerBound, indentation)
      at = edit.range.upperBound
      switch edit.with {
      case .made(let bytes, let owner): text.append(made: bytes, for: owner)
      case .hunk(let index):
        let (inner, words) = (hunks[index].text, hunks[index].supplied)
        emit(words, inner, 0..<words.count, self.edits(inner, nil), nil)
      }
    }
    copy(bytes, space, at..<range.upperBound, indentation)
  }

  /// The edits with the layout of edited copies between them, where it touches none.
  private func withLayout(
    _ edits: [Edit], _ space: Space, _ range: Range<Int>, _ indentation: Indentation?
  ) -> [Edit] {
    guard space.isBase, indentation == nil, !layoutEdits.isEmpty else { return edits }
    let inside = layoutEdits.filter { layout in
      layout.span.lowerBound >= range.lowerBound && layout.span.upperBound <= range.upperBound
        && !edits.contains { edit in
          edit.range.isEmpty
            ? layout.span.lowerBound < edit.range.lowerBound && edit.range.lowerBound < layout.span.upperBound
            : edit.range.overlaps(layout.span) || layout.span.isEmpty && edit.range.contains(layout.span.lowerBound)
        }
    }
    if inside.isEmpty { return edits }
    let layouts = inside.map { Edit(range: $0.span, with: .made(Array($0.replacement.utf8), nil)) }
    return Assembly.inOrder(edits + layouts)
  }

  private mutating func copy(_ bytes: [UInt8], _ space: Space, _ range: Range<Int>, _ indentation: Indentation?) {
    let range = range.clamped(to: 0..<bytes.count)
    guard !space.isBase || indentation != nil else {
      text.append(bytes[range], from: space, at: range.lowerBound)
      return
    }
    var at = range.lowerBound
    var index = at
    while index < range.upperBound {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      var end = index
      if end > at, bytes[end - 1] == 0x0D { end -= 1 }
      text.append(bytes[at..<end], from: space, at: at)
      text.append(made: layout.lineEnd, for: space.amendment)
      index += 1
      at = index
      guard let indentation, index < range.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D else { continue }
      var skipped = 0
      while skipped < indentation.strip, at < range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
        skipped += 1
      }
      text.append(made: indentation.prefix, for: space.amendment)
      index = at
    }
    text.append(bytes[at..<range.upperBound], from: space, at: at)
  }

  // MARK: - Between nodes

  private mutating func separate(_ previous: Int?, _ item: Int) {
    let node = tree.items[item].node
    guard let previous else {
      if node.space.isBase, node.index == 0 { return }
      if !atLineStart { text.append(made: layout.lineEnd, for: owner(item)) }
      return
    }
    let before = tree.items[previous].node
    if before.index + 1 == node.index, before.space == node.space, let atoms = atoms(node.space) {
      let gap = atoms.gap(after: before.index)
      if node.space.isBase { emit(.base, gap, [], nil) } else { copyLineEnds(node.space, gap) }
      return
    }
    let lines = blankLines(previous, item)
    let owner = owner(item) ?? owner(previous)
    for _ in 0...lines { text.append(made: layout.lineEnd, for: owner) }
  }

  /// The line ends of a supplied text, in the base's form; blanks on blank lines are dropped.
  private mutating func copyLineEnds(_ space: Space, _ gap: Range<Int>) {
    let bytes = texts.bytes(space)
    let ends = bytes[gap.clamped(to: 0..<bytes.count)].count { $0 == 0x0A }
    if ends == 0 { return copy(bytes, space, gap, nil) }
    for _ in 0..<ends { text.append(made: layout.lineEnd, for: space.amendment) }
  }

  private func kind(_ item: Int) -> Node.Kind {
    let node = tree.items[item].node
    if let label = labels[item] { return label.utf8.contains(where: Letters.isWordByte) ? .clause : .bullet }
    return texts.document(node.space)?.nodes[node.index].kind ?? .paragraph
  }

  private func blankLines(_ previous: Int, _ item: Int) -> Int {
    let node = tree.items[item].node
    let before = tree.items[previous].node
    if let arrival = tree.items[item].arrival {
      let least = Layout.needsBlankLine(kind(previous)) && kind(previous) != .section || isMixed(previous, item) ? 1 : 0
      if let replaced = arrival.inPlaceOf, replaced.space == .base, isFirstArrival(item) {
        return max(layout.blankLines(before: replaced.index), least)
      }
      if previous == tree.items[item].parent { return layout.blankLines(under: arrival.setting, kind: kind(item)) }
      return max(layout.blankLines(among: arrival.setting, kind: kind(item)), least)
    }
    guard node.space == .base else {
      guard let document = texts.document(node.space), node.index > 0 else { return 0 }
      let gap = Atoms(of: document).gap(after: node.index - 1)
      return max(document.bytes[gap].count { $0 == 0x0A } - 1, 0)
    }
    let own = layout.blankLines(before: node.index)
    guard let root = root(previous), let arrival = tree.items[root].arrival else {
      return before.space == .base ? max(own, layout.blankLines(after: before.index)) : own
    }
    if let replaced = arrival.inPlaceOf, replaced.space == .base {
      return layout.blankLines(after: texts.subtree(replaced).upperBound - 1)
    }
    let needs = Layout.needsBlankLine(kind(previous)) || Layout.needsBlankLine(kind(item)) && own > 0
    let least = needs || isMixed(previous, item) ? 1 : 0
    if tree.items[root].parent == tree.items[item].parent,
      texts.children(of: arrival.setting.container).first == node
    {
      return max(layout.blankLines(among: arrival.setting, kind: kind(item)), least)
    }
    return max(own, least)
  }

  /// A label right below a bullet beside it would be read with the bullet's words, or as what is below it.
  private func isMixed(_ previous: Int, _ item: Int) -> Bool {
    let kinds = Set([kind(previous), kind(item)])
    return tree.items[previous].parent == tree.items[item].parent && kinds == [.bullet, .clause]
  }

  private func isFirstArrival(_ item: Int) -> Bool {
    let siblings = tree.items[item].parent.map { tree.items[$0].children } ?? tree.roots
    guard let at = siblings.firstIndex(of: item), at > 0 else { return true }
    return tree.items[siblings[at - 1]].arrival != tree.items[item].arrival
  }
}
