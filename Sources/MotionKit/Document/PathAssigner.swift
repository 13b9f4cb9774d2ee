/// Gives every node its path.
///
/// A labelled node is its label without delimiters, and a label that holds its parent's stands for both; sections are
/// named only above unlabelled nodes and above labels that occur twice; what has neither is counted in its parent.
struct PathAssigner {
  private var nodes: [Node]
  private let headings: (Int) -> String
  private let title: Int?
  /// The step of each node.
  private var steps: [String] = []
  /// The path without the sections above it.
  private var short: [String] = []
  private var long: [String] = []

  init(_ nodes: [Node], title: Int?, headings: @escaping (Int) -> String) {
    self.nodes = nodes
    self.title = title
    self.headings = headings
  }

  /// Complexity: linear in the number of nodes.
  mutating func assigned() -> [Node] {
    nameSteps()
    joinSteps()
    var occurrences: [String: Int] = [:]
    for index in nodes.indices where hasLabel(index) { occurrences[short[index], default: 0] += 1 }
    var isTwice = [Bool](repeating: false, count: nodes.count)
    var used: [String: Int] = [:]
    used.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let above = nearestItem(above: index)
      var path: String
      if index == title {
        path = "title"
      } else if hasLabel(index), above.map({ !isTwice[$0] }) ?? true, occurrences[short[index]] == 1 {
        path = short[index]
      } else {
        isTwice[index] = hasLabel(index)
        path = long[index]
        // Below a clause whose own path needs no section, neither does this.
        if let above, !isTwice[above] || path.isEmpty { path = join(nodes[above].path.text, index, above) }
      }
      let plain = path
      var count = used[plain, default: 0]
      repeat {
        count += 1
        path = count == 1 ? plain : "\(plain)~\(count)"
      } while count > 1 && used[path] != nil
      used[plain] = count
      if path != plain { used[path] = 1 }
      nodes[index].path = Path(path)
    }
    return nodes
  }

  private func hasLabel(_ index: Int) -> Bool {
    nodes[index].label != nil && nodes[index].kind != .bullet
  }

  /// The nearest ancestor that is no section.
  private func nearestItem(above index: Int) -> Int? {
    var above = nodes[index].parent
    while let node = above, nodes[node].kind == .section { above = nodes[node].parent }
    return above
  }

  private mutating func nameSteps() {
    var counts: [Counter: Int] = [:]
    for index in nodes.indices {
      let node = nodes[index]
      if index == title {
        steps.append("title")
        continue
      }
      if let label = node.label, node.kind != .bullet {
        steps.append(label.bare)
        continue
      }
      if node.kind == .section, let step = SectionWords.step(of: headings(index)) {
        steps.append(step)
        continue
      }
      let counter = Counter(parent: node.parent ?? -1, kind: node.kind)
      let number = counts[counter, default: 0] + 1
      counts[counter] = number
      steps.append("\(node.kind.letter)\(number)")
    }
  }

  private struct Counter: Hashable {
    var parent: Int
    var kind: Node.Kind
  }

  private mutating func joinSteps() {
    for index in nodes.indices {
      let parent = nodes[index].parent
      let above = nearestItem(above: index)
      let bare = steps[index]
      if let above {
        short.append(contains(bare, steps[above]) ? replaceLast(short[above], bare) : short[above] + "/" + bare)
      } else {
        short.append(bare)
      }
      guard let parent, parent != title || steps[parent].isEmpty == false else {
        long.append(bare)
        continue
      }
      long.append(
        hasLabel(index) && hasLabel(parent) && contains(bare, steps[parent])
          ? replaceLast(long[parent], bare) : long[parent] + "/" + bare)
    }
  }

  private func join(_ parent: String, _ index: Int, _ above: Int) -> String {
    hasLabel(index) && hasLabel(above) && contains(steps[index], steps[above])
      ? replaceLast(parent, steps[index]) : parent + "/" + steps[index]
  }

  /// `2.1`, `2/a` and `2a` hold `2`.
  private func contains(_ label: String, _ parent: String) -> Bool {
    let label = label.utf8
    let parent = parent.utf8
    guard label.count > parent.count, label.starts(with: parent), let last = parent.last,
      let next = label.dropFirst(parent.count).first
    else { return false }
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "/") || isDigit(last) && isLetter(next) && !isUpper(next)
  }

  private func replaceLast(_ path: String, _ step: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return step }
    return String(path[...slash]) + step
  }
}

extension Node.Kind {
  /// What counts it in a path.
  var letter: String {
    switch self {
    case .section: "s"
    case .clause: "c"
    case .paragraph: "p"
    case .bullet: "b"
    case .recital: "r"
    case .quote: "q"
    case .raw: "x"
    }
  }
}
