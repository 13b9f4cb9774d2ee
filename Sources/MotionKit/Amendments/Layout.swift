/// How a document is set: its line ends, its indentations, the blank lines between its clauses.
struct Layout {
  let texts: SuppliedTexts
  let base: Document
  let lineEnd: [UInt8]
  private let atoms: Atoms

  init(_ texts: SuppliedTexts, atoms: Atoms) {
    self.texts = texts
    self.base = texts.base
    self.atoms = atoms
    var pairs = 0
    var singles = 0
    for start in base.lines.starts where start > 0 && base.bytes[start - 1] == 0x0A {
      if start > 1, base.bytes[start - 2] == 0x0D { pairs += 1 } else { singles += 1 }
    }
    lineEnd = pairs > singles ? [0x0D, 0x0A] : [0x0A]
  }

  /// The blank lines in the base between a node and the one before it.
  func blankLines(before node: Int) -> Int {
    guard node > 0, node < base.nodes.count else { return 0 }
    return blankLines(after: node - 1)
  }

  func blankLines(after node: Int) -> Int {
    max(base.bytes[atoms.gap(after: node)].count { $0 == 0x0A } - 1, 0)
  }

  /// The blanks before a node's label on its line.
  func indentation(_ node: Int, in document: Document) -> [UInt8] {
    let label = min(document.nodes[node].span.lowerBound, document.bytes.count)
    var start = label
    while start > 0, document.bytes[start - 1] == 0x20 || document.bytes[start - 1] == 0x09 { start -= 1 }
    if start > 0, document.bytes[start - 1] != 0x0A, document.bytes[start - 1] != 0x0D { return [] }
    return Array(document.bytes[start..<label])
  }

  /// The base's nodes that stand under the same parent.
  func siblings(_ gap: Gap) -> [Int] {
    switch gap.container {
    case .top(.base): base.children(of: nil)
    case .node(let node) where node.space == .base: base.children(of: node.index)
    default: []
    }
  }

  /// The sibling whose setting an arrival follows.
  func model(_ gap: Gap, like kind: Node.Kind? = nil) -> Int? {
    let siblings = siblings(gap)
    let before = siblings.prefix(gap.index).reversed()
    let after = siblings.dropFirst(gap.index)
    let near = Array(before) + Array(after)
    return near.first { kind == nil || base.nodes[$0].kind == kind } ?? near.first
  }

  /// Blank lines between an arrival and its siblings.
  func blankLines(among gap: Gap, kind: Node.Kind) -> Int {
    let siblings = siblings(gap)
    let least = Layout.needsBlankLine(kind) ? 1 : 0
    if siblings.count > 1 {
      let at = min(max(gap.index, 1), siblings.count - 1)
      // Between sections there is more room than inside them.
      let near = [at, at - 1, at + 1].first {
        $0 > 0 && $0 < siblings.count && base.nodes[siblings[$0]].kind == kind
          && base.nodes[siblings[$0 - 1]].kind == kind
      }
      return max(blankLines(before: siblings[near ?? at]), least)
    }
    for node in base.nodes.indices.dropFirst() where base.nodes[node].kind == kind {
      if base.nodes[node].kind == base.nodes[node - 1].kind, base.nodes[node].parent == base.nodes[node - 1].parent {
        return max(blankLines(before: node), least)
      }
    }
    if siblings.count == 1, let only = siblings.first, only > 0 { return max(min(blankLines(before: only), 1), least) }
    return least
  }

  /// Blank lines between a parent's own lines and a first child that arrives.
  func blankLines(under gap: Gap, kind: Node.Kind) -> Int {
    let least = Layout.needsBlankLine(kind) ? 1 : 0
    if let first = siblings(gap).first, first > 0 { return max(blankLines(before: first), least) }
    guard case .node(let parent) = gap.container, parent.space == .base else { return least }
    let own = base.nodes[parent.index].kind
    for node in base.nodes.indices.dropFirst() {
      if let above = base.nodes[node].parent, above == node - 1, base.nodes[above].kind == own {
        return max(blankLines(before: node), least)
      }
    }
    return own == .section ? 1 : least
  }

  static func needsBlankLine(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .paragraph, .section, .quote, .raw, .recital: true
    case .clause, .bullet: false
    }
  }

  /// The indentation of what arrives in a gap.
  func indentation(in gap: Gap) -> [UInt8] {
    if let model = model(gap) { return indentation(model, in: base) }
    guard case .node(let parent) = gap.container, let document = texts.document(parent.space) else { return [] }
    let above = indentation(parent.index, in: document)
    if document.nodes[parent.index].kind == .section { return above }
    return above + nesting
  }

  /// How much further in a list stands than the clause it belongs to.
  var nesting: [UInt8] {
    for node in base.nodes.indices {
      guard let outer = base.nodes[node].parent, base.nodes[outer].kind != .section else { continue }
      let inner = indentation(node, in: base)
      let outerBlanks = indentation(outer, in: base)
      if inner.count > outerBlanks.count { return Array(inner.dropFirst(outerBlanks.count)) }
    }
    return [0x20, 0x20, 0x20]
  }

  /// The blanks between a label and its words.
  func blanksAfterLabel(in gap: Gap) -> [UInt8] {
    guard let model = model(gap), let label = base.nodes[model].label, let text = base.nodes[model].textSpans.first,
      label.span.upperBound < text.lowerBound
    else { return [0x20] }
    let between = base.bytes[label.span.upperBound..<text.lowerBound]
    return between.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? Array(between) : [0x20]
  }
}
