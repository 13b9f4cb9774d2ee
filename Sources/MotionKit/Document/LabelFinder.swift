/// Finds nodes by the labels people write, with the section they stand in where labels occur twice.
struct LabelFinder {
  let document: Document
  private var byLabel: [String: [Int]] = [:]
  /// The steps that sections of this text are named by.
  private(set) var sectionSteps: Set<String> = []

  init(_ document: Document) {
    self.document = document
    for (index, node) in document.nodes.enumerated() where node.kind != .bullet {
      if let label = node.label { byLabel[label.bare, default: []].append(index) }
      if node.kind == .section, let step = SectionWords.step(of: document.heading(of: index)) {
        sectionSteps.insert(step)
      }
    }
  }

  /// The nodes that a chain of labels (`2.1`, then `a`) may mean, seen from a node.
  ///
  /// A section given by name holds them. Without one, the nearest of several is taken where it shares the section of
  /// the node that asks; labels of letters alone are sought among the asker's own list first.
  func find(_ chain: [String], from node: Int? = nil, section: String? = nil) -> [Int] {
    guard let first = chain.first else { return [] }
    var found = byLabel[first] ?? byLabel[first.lowercased()] ?? []
    if found.isEmpty, chain.count > 1, let joined = byLabel[first + "/" + chain[1]] {
      // 3(b) printed whole, with no clause 3 above it.
      return chain.count == 2 ? joined : below(joined, chain.dropFirst(2))
    }
    if found.isEmpty, let split = split(first) { return find(split + chain.dropFirst(), from: node, section: section) }
    if let section { found = found.filter { isIn($0, section) } }
    found = below(found, chain.dropFirst())
    guard found.count > 1 else { return found }
    if let node {
      let near = found.filter { shares($0, node) }
      if near.count == 1 { return near }
    }
    if section == nil, chain.count == 1 {
      let top = found.filter { isTop($0) }
      if top.count == 1 { return top }
    }
    return found
  }

  /// The nodes that labels lead to, one below the other.
  private func below(_ nodes: [Int], _ labels: ArraySlice<String>) -> [Int] {
    labels.reduce(nodes) { found, label in
      found.flatMap { parent in
        let children = document.children(of: parent)
        let below = children.filter { step(of: $0) == label }
        return below.isEmpty ? children.filter { step(of: $0)?.lowercased() == label.lowercased() } : below
      }
    }
  }

  /// A label below its parent: `b` of 3(b).
  private func step(of node: Int) -> String? {
    guard let bare = document.nodes[node].label?.bare else { return nil }
    return bare.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(bare[bare.utf8.index(after: $0)...]) } ?? bare
  }

  /// `3a` for 3(a).
  private func split(_ label: String) -> [String]? {
    let bytes = Array(label.utf8)
    let digits = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard !digits.isEmpty, digits.count < bytes.count, bytes.dropFirst(digits.count).allSatisfy({ isLetter($0) }) else {
      return nil
    }
    return [String(decoding: digits, as: UTF8.self), String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)]
  }

  /// Whether a section of that word is above.
  func isIn(_ node: Int, _ section: String) -> Bool {
    var above = document.nodes[node].parent
    while let index = above {
      if document.nodes[index].kind == .section, isNamed(index, section) { return true }
      above = document.nodes[index].parent
    }
    return false
  }

  func isNamed(_ index: Int, _ section: String) -> Bool {
    SectionWords.step(of: document.heading(of: index)) == section
  }

  private func shares(_ one: Int, _ other: Int) -> Bool {
    document.nodes[one].parent == document.nodes[other].parent
      || self.section(of: one) == self.section(of: other)
        && isTop(one)
  }

  private func section(of node: Int) -> Int? {
    var above: Int? = node
    while let index = above, document.nodes[index].kind != .section { above = document.nodes[index].parent }
    return above
  }

  private func isTop(_ node: Int) -> Bool {
    document.nodes[node].parent.map { document.nodes[$0].kind == .section } ?? true
  }
}
