/// Whole clauses that come, go, move and are replaced.
extension Resolver {
  func clauses(_ operation: Operation) throws(Refusal) -> [UInt8] {
    let text = Array(try needed(operation.new).utf8)
    guard !FragmentText(text).document.nodes.isEmpty else {
      throw refusal("no-new-words", "No words are given.")
    }
    return text
  }

  /// The topmost nodes from `path` to `to`.
  func run(_ operation: Operation) throws(Refusal) -> [Int] {
    guard let first = try node(operation.path) else {
      throw refusal("no-such-clause", "Say which clause.", path: operation.path)
    }
    guard let to = operation.to, let last = try node(to), last > first else { return [first] }
    var nodes: [Int] = []
    var index = first
    while index <= last {
      let below = document.subtree(of: index)
      if below.upperBound > document.subtree(of: last).upperBound {
        index += 1
      } else {
        nodes.append(index)
        index = below.upperBound
      }
    }
    return nodes
  }

  func container(of node: Int) -> Gap.Container {
    guard let parent = document.nodes[node].parent else { return .top(.base) }
    return .node(NodeReference(space: .base, index: parent))
  }

  func gap(before node: Int) -> Gap {
    let siblings = document.children(of: document.nodes[node].parent)
    return Gap(container: container(of: node), index: siblings.firstIndex(of: node) ?? 0)
  }

  func gap(after node: Int) -> Gap {
    var gap = gap(before: node)
    gap.index += 1
    return gap
  }

  func gap(_ placement: Operation.Placement, _ node: Int?) -> Gap {
    guard let node else {
      return placement == .start || placement == .before
        ? Gap(container: .top(.base), index: 0)
        : Gap(container: .top(.base), index: document.children(of: nil).count)
    }
    switch placement {
    case .before: return gap(before: node)
    case .after: return gap(after: node)
    case .start: return Gap(container: .node(NodeReference(space: .base, index: node)), index: 0)
    case .end:
      return Gap(
        container: .node(NodeReference(space: .base, index: node)), index: document.children(of: node).count)
    }
  }

  mutating func insertClauses(_ operation: Operation) throws(Refusal) {
    let supplied = try clauses(operation)
    var node = try node(operation.path)
    let placement = operation.placement ?? (node == nil ? .end : .after)
    if node == nil, placement == .end || placement == .after,
      let last = document.children(of: nil).last, document.nodes[last].kind == .section,
      FragmentText(supplied).document.nodes.first?.kind != .section
    {
      // The end of the motion is the end of its last section.
      node = last
      while let inner = document.children(of: node).last, document.nodes[inner].kind == .section { node = inner }
      append(.insert(gap(.end, node)), supplied: supplied)
    } else {
      append(.insert(gap(placement, node)), supplied: supplied)
    }
    place = node
  }

  mutating func replaceClauses(_ operation: Operation) throws(Refusal) {
    let nodes = try run(operation)
    let supplied = try clauses(operation)
    guard let first = nodes.first else { return }
    let fragment = FragmentText(supplied)
    if nodes.count == 1, !operation.asWritten, fragment.document.nodes.count == 1, document.children(of: first).isEmpty,
      document.nodes[first].kind != .section, fragment.document.nodes[0].kind != .section
    {
      rewrite(first, fragment)
      return
    }
    append(.replace, node: first, supplied: supplied)
    for node in nodes.dropFirst() { append(.delete, node: node) }
  }

  /// One clause becomes another one: it keeps its place and number, and, where most of its words stay, the others alone
  /// are changed.
  mutating func rewrite(_ node: Int, _ fragment: FragmentText) {
    let text = text(node)
    var words: [UInt8] = []
    for span in fragment.textSpans(of: 0) {
      if !words.isEmpty { words.append(0x20) }
      words += fragment.document.bytes[span]
    }
    let shared = Phrase.sharedEnds(text.bytes[...], words[...])
    let kept =
      Phrase.count(text.bytes.prefix(shared.start)) + Phrase.count(text.bytes.suffix(shared.end))
    let trims = text.bytes == words || kept * 2 >= Phrase.count(text.bytes)
    change(text, 0..<text.bytes.count, to: words, in: node, trims: trims)
  }

  mutating func move(_ operation: Operation) throws(Refusal) {
    guard let node = try node(operation.path), let to = operation.to else {
      throw refusal("no-such-clause", "Say which clause is to move, and where.", path: operation.path)
    }
    var target = try self.node(to)
    if target == nil, operation.placement == .end || operation.placement == .after,
      document.nodes[node].kind != .section,
      let last = document.children(of: nil).last, document.nodes[last].kind == .section
    {
      // As with new clauses, the end of the motion is the end of its last section.
      target = last
      while let inner = document.children(of: target).last, document.nodes[inner].kind == .section { target = inner }
      if let section = target, document.nodes[node].parent == section, document.children(of: section).last == node {
        place = node
        return
      }
      return append(.move(self.gap(.end, target)), node: node)
    }
    if let target, document.subtree(of: node).contains(target) {
      throw refusal("no-such-clause", "A clause cannot move into itself.", path: operation.path)
    }
    let gap = gap(operation.placement ?? (target == nil ? .end : .after), target)
    let here = self.gap(before: node)
    place = node
    if gap.container == here.container, gap.index == here.index || gap.index == here.index + 1 { return }
    append(.move(gap), node: node)
  }
}
