internal import MotionKit

/// What the places of one text are called beside a change: `2.1(a)`, `resolves 2`, `3, paragraph 1`.
struct DiffPlaces: Sendable {
  let document: Document

  func name(_ path: Path) -> String {
    if path == .title { return "Title" }
    return document.node(at: path).map(name) ?? path.text
  }

  func name(_ index: Int) -> String {
    let node = document.nodes[index]
    if node.kind == .section { return heading(index) }
    let steps = node.path.text.split(separator: "/")
    let last = steps.last.map(String.init) ?? ""
    let isLabelled = node.kind == .clause && node.label != nil
    guard let parent = node.parent else { return isLabelled ? last.label : unnumbered(node, last) }
    // A label such as 2.1 says all by itself, and a number that runs on through the sections needs none named.
    let isShort = steps.count == 1
    if document.nodes[parent].kind == .section {
      let section = document.nodes[parent].path.text.split(separator: "/").last.map { String($0).label } ?? ""
      if isLabelled { return isShort ? last.label : "\(section) \(last.label)" }
      return isShort ? unnumbered(node, last) : "\(section), \(unnumbered(node, last))"
    }
    if isLabelled { return isShort || steps.count == 2 && !isBelow(parent, node) ? last.label : below(parent, last) }
    return "\(name(parent)), \(unnumbered(node, last))"
  }

  /// A section is called by its words.
  func heading(_ index: Int) -> String {
    let heading = document.heading(of: index)
    return heading.isEmpty ? document.nodes[index].path.text : heading
  }

  private func isBelow(_ parent: Int, _ node: Node) -> Bool {
    node.path.text.hasPrefix(document.nodes[parent].path.text + "/")
  }

  private func below(_ parent: Int, _ step: String) -> String {
    guard step.utf8.allSatisfy({ $0 != 0x2E }) else { return step.label }
    return "\(name(parent))(\(step.label))"
  }

  private func unnumbered(_ node: Node, _ step: String) -> String {
    let number = step.label.drop { !("0"..."9").contains($0) }
    switch node.kind {
    case .bullet: return "bullet \(number)"
    case .recital: return "recital \(number)"
    case .quote: return "quotation \(number)"
    case .raw: return "block \(number)"
    case .paragraph, .clause, .section: return "paragraph \(number)"
    }
  }
}

extension String {
  /// A step of a path as people would say it: the second of two clauses 2 is `2 (second)`.
  fileprivate var label: String {
    guard let mark = utf8.lastIndex(of: UInt8(ascii: "~")) else { return self }
    let number = String(self[utf8.index(after: mark)...])
    return "\(self[..<mark]) (\(["2": "second", "3": "third", "4": "fourth"][number] ?? "number \(number)"))"
  }
}
