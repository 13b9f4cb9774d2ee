/// Every text that hunks lie in: the base, and what the amendments supply.
struct SuppliedTexts {
  let base: Document
  private let hunks: [Hunk]
  private var fragments: [Space: FragmentText] = [:]
  /// Words that came, where hunks lie in such words.
  private var words: [Space: [UInt8]]?

  init(base: Document, hunks: [Hunk]) {
    self.base = base
    self.hunks = hunks
    if hunks.contains(where: { !$0.space.isBase }) { words = [:] }
    for index in hunks.indices where !hunks[index].supplied.isEmpty {
      if hunks[index].bringsClauses {
        fragments[hunks[index].text] = FragmentText(hunks[index].supplied)
      } else {
        words?[hunks[index].text] = hunks[index].supplied
      }
    }
  }

  func document(_ space: Space) -> Document? { space.isBase ? base : fragments[space]?.document }

  func fragment(_ space: Space) -> FragmentText? { fragments[space] }

  func bytes(_ space: Space) -> [UInt8] {
    if space.isBase { return base.bytes }
    if let fragment = fragments[space] { return fragment.document.bytes }
    if let words { return words[space] ?? [] }
    return hunks.last { !$0.bringsClauses && $0.text == space }?.supplied ?? []
  }

  func children(of container: Gap.Container) -> [NodeReference] {
    switch container {
    case .top(let space): children(of: nil, in: space)
    case .node(let node): children(of: node.index, in: node.space)
    }
  }

  private func children(of parent: Int?, in space: Space) -> [NodeReference] {
    let children = space.isBase ? base.children(of: parent) : document(space)?.children(of: parent) ?? []
    return children.map { NodeReference(space: space, index: $0) }
  }

  func parent(of node: NodeReference) -> Int? {
    node.space.isBase ? base.nodes[node.index].parent : document(node.space)?.nodes[node.index].parent
  }

  func kind(of node: NodeReference) -> Node.Kind? {
    node.space.isBase ? base.nodes[node.index].kind : document(node.space)?.nodes[node.index].kind
  }

  func subtree(_ node: NodeReference) -> Range<Int> {
    if node.space.isBase { return base.subtree(of: node.index) }
    return document(node.space)?.subtree(of: node.index) ?? node.index..<node.index + 1
  }

  func contains(_ outer: NodeReference, _ inner: NodeReference) -> Bool {
    outer.space == inner.space && subtree(outer).contains(inner.index)
  }

  /// Whether a line ending in a colon that comes to a gap has a list below it that is numbered in another way than its
  /// neighbours there: then it is a clause whose number was left out, no section.
  func leadsItsOwnList(_ node: NodeReference, at gap: Gap) -> Bool {
    guard let document = document(node.space), document.nodes[node.index].kind == .section,
      document.bytes[document.nodes[node.index].span.lowerBound] != UInt8(ascii: "#"),
      let last = document.nodes[node.index].textSpans.last, !last.isEmpty,
      document.bytes[last.upperBound - 1] == UInt8(ascii: ":"),
      let child = document.children(of: node.index).first, let own = document.shapes[child]
    else { return false }
    let siblings = children(of: gap.container)
    let near = siblings.prefix(gap.index).reversed() + siblings.dropFirst(gap.index)
    if let first = near.first, self.document(first.space)?.nodes[first.index].kind == .bullet { return true }
    guard let neighbour = near.lazy.compactMap({ Relabelling.shape(of: $0, in: self) }).first else { return false }
    return !own.isLikeButForDelimiters(neighbour)
  }

  /// The words of a place as they stand: of a node with all below it, or of a range.
  func excerpt(_ space: Space, _ range: Range<Int>) -> String {
    let bytes = bytes(space)
    let words = bytes[range.clamped(to: 0..<bytes.count)]
    let isOneLine = !words.contains { $0 == 0x0A || $0 == 0x0D }
    return String(decoding: isOneLine ? words : Spacing.oneLine(Array(words))[...], as: UTF8.self)
  }

  /// From the label of a node to the end of what is below it.
  func span(of node: NodeReference) -> Range<Int> {
    guard let document = document(node.space), node.index < document.nodes.count else { return 0..<0 }
    let last = subtree(node).upperBound - 1
    let lower = document.nodes[node.index].span.lowerBound
    return lower..<max(document.nodes[last].span.upperBound, lower)
  }
}
