/// Words from one place to another, in one clause or over several.
extension Resolver {
  mutating func changeRange(_ operation: Operation) throws(Refusal) {
    let covered = try scopes(operation.path, to: operation.to).last ?? []
    guard let firstNode = covered.first, let lastNode = covered.last else {
      throw refusal("no-such-clause", "There is nothing there.", path: operation.path)
    }
    var from = (node: firstNode, position: 0)
    var searched = 0
    if let old = operation.old {
      let hit = try hit(operation, old)
      from = (hit.node, operation.placement == .after ? hit.range.upperBound : hit.range.lowerBound)
      searched = hit.range.upperBound
    }
    var to = (node: lastNode, position: text(lastNode).bytes.count)
    if let until = operation.until {
      guard let end = end(until, from: from.node, after: searched, in: covered) else {
        let nearest = Anchor(until).nearest(in: covered.map { text($0).bytes })
        throw refusal(
          "words-not-found", "The words “\(until)” do not come after that.", path: operation.path,
          suggestion: nearest)
      }
      to = (end.node, operation.untilStays ? end.range.lowerBound : end.range.upperBound)
    }
    let new = operation.kind == .deleteRange ? [] : Array((operation.new ?? "").utf8)
    try take(from, to, new)
  }

  func end(_ until: String, from first: Int, after searched: Int, in nodes: [Int]) -> Hit? {
    for likeness in Anchor.Likeness.allCases {
      for node in nodes where node >= first {
        let places = Anchor(until).places(in: text(node).bytes, likeness: likeness)
        if let place = places.first(where: { node > first || $0.lowerBound >= searched }) {
          return Hit(node: node, range: place)
        }
      }
    }
    return nil
  }

  mutating func take(
    _ from: (node: Int, position: Int), _ to: (node: Int, position: Int), _ new: [UInt8]
  ) throws(Refusal) {
    let first = text(from.node)
    let asClauses = !new.isEmpty && Spacing.looksLikeClauses(new)
    if from.node == to.node {
      var range = from.position..<max(to.position, from.position)
      if new.isEmpty || asClauses { range = Spacing.whole(deleting: range, from: first.bytes) }
      let fitted = asClauses ? [] : Spacing.fitted(Spacing.oneLine(new), into: first.bytes, replacing: range)
      change(first, range, to: fitted, in: from.node)
    } else {
      let end = document.subtree(of: from.node).upperBound
      let text = text(to.node)
      let takesLast = to.position == text.bytes.count
      let last = takesLast ? to.node : to.node - 1
      if from.position == 0, end <= last + 1, new.isEmpty {
        append(.delete, node: from.node)
      } else {
        let range = from.position..<first.bytes.count
        let fitted = asClauses ? [] : Spacing.fitted(Spacing.oneLine(new), into: first.bytes, replacing: range)
        change(first, range, to: fitted, in: from.node)
      }
      var index = hunks.last?.change == .delete ? end : from.node + 1
      while index <= last {
        let below = document.subtree(of: index)
        if below.upperBound <= last + 1 {
          append(.delete, node: index)
          index = below.upperBound
        } else {
          // What it holds stays in part, so only its own words go.
          let words = self.text(index)
          change(words, 0..<words.bytes.count, to: [], in: index)
          index += 1
        }
      }
      if !takesLast {
        let range = Spacing.whole(deleting: 0..<to.position, from: text.bytes)
        change(text, range, to: [], in: to.node)
      }
    }
    if asClauses {
      let node = document.nodes[from.node]
      let gap: Gap =
        node.kind == .section
        ? Gap(container: .node(NodeReference(space: .base, index: from.node)), index: 0) : gap(after: from.node)
      append(.insert(gap), supplied: new)
    }
  }
}
