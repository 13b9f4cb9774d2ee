/// Clauses that are moved into each other: 1 into 3 and 3 into 1, or by way of others. Taken together they would stand
/// nowhere.
struct MoveRings {
  /// A move, and another one that takes the clause it goes into along, where that one comes round to it again.
  private(set) var pairs: [(move: Int, other: Int)] = []

  private let hunks: [Hunk]
  private let texts: SuppliedTexts
  private var goesWith: [Int: [Int]] = [:]

  init(_ hunks: [Hunk], in texts: SuppliedTexts) {
    self.hunks = hunks
    self.texts = texts
    let moves = hunks.indices.filter { if case .move = hunks[$0].change { hunks[$0].node != nil } else { false } }
    guard moves.count > 1 else { return }
    var movers: [NodeReference: [Int]] = [:]
    for move in moves {
      if let node = hunks[move].node {
        movers[NodeReference(space: hunks[move].space, index: node), default: []].append(move)
      }
    }
    for move in moves {
      var above = container(of: hunks[move])
      while let node = above {
        goesWith[move, default: []] += movers[node] ?? []
        above = parent(of: node)
      }
    }
    for move in moves {
      for other in goesWith[move] ?? [] where other != move && reaches(other, move) { pairs.append((move, other)) }
    }
  }

  private func container(of hunk: Hunk) -> NodeReference? {
    switch hunk.change {
    case .insert(let gap), .move(let gap):
      switch gap.container {
      case .node(let node): return node
      case .top(let space): return space == .base ? nil : place(of: space)
      }
    case .replace: return hunk.node.flatMap { parent(of: NodeReference(space: hunk.space, index: $0)) }
    case .words, .delete, .replaceAll: return nil
    }
  }

  /// What is above a node; above a clause that an amendment brings, what it was brought into.
  private func parent(of node: NodeReference) -> NodeReference? {
    if let index = texts.document(node.space)?.nodes[node.index].parent {
      return NodeReference(space: node.space, index: index)
    }
    return node.space == .base ? nil : place(of: node.space)
  }

  private func place(of space: Space) -> NodeReference? {
    hunks.first { $0.text == space }.flatMap { container(of: $0) }
  }

  private func reaches(_ start: Int, _ goal: Int) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let move = waiting.popLast() {
      if move == goal { return true }
      waiting += (goesWith[move] ?? []).filter { seen.insert($0).inserted }
    }
    return false
  }
}
