/// What lies right below each node, by label.
///
/// References in a long text ask for it thousands of times: to walk all that is below a clause each time made reading
/// them quadratic.
struct NodeBranches: Sendable {
  let document: Document
  /// By node, and first that of the top of the text: its first child, or -1.
  private var first: [Int32]
  /// By node: the next child of its parent, or -1.
  private var next: [Int32]
  /// By parent (-1 for the top) with very many children: a few of those of each label, in small letters.
  private var crowded: [Int: [String: [Int]]] = [:]

  /// As many children are looked through one by one.
  private static let many = 64
  /// As many of one label tell that it is not the only one.
  private static let few = 8

  init(_ document: Document) {
    self.document = document
    first = Array(repeating: -1, count: document.nodes.count + 1)
    next = Array(repeating: -1, count: document.nodes.count)
    var last = first
    var counts = first
    for (index, node) in document.nodes.enumerated() {
      let slot = (node.parent ?? -1) + 1
      if last[slot] < 0 { first[slot] = Int32(index) } else { next[Int(last[slot])] = Int32(index) }
      last[slot] = Int32(index)
      counts[slot] += 1
    }
    for slot in counts.indices where counts[slot] > Self.many {
      crowded[slot - 1] = byLabel(below: slot - 1)
    }
  }

  private func byLabel(below parent: Int) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    var at = first[parent + 1]
    while at >= 0 {
      if let step = step(of: Int(at), below: parent < 0 ? nil : parent) {
        let label = LabelFinder.lowered(step)
        if found[label, default: []].count < Self.few { found[label, default: []].append(Int(at)) }
      }
      at = next[Int(at)]
    }
    return found
  }

  /// The children of a node, or of the top of the text, of a label in small letters; of very many only a few.
  func children(of parent: Int?, labelled label: String) -> [Int] {
    if let table = crowded[parent ?? -1] { return table[label] ?? [] }
    var found: [Int] = []
    var at = first[(parent ?? -1) + 1]
    while at >= 0 {
      if let step = step(of: Int(at), below: parent), LabelFinder.lowered(step).utf8.elementsEqual(label.utf8) {
        found.append(Int(at))
      }
      at = next[Int(at)]
    }
    return found
  }

  /// A label without its parent's: `1` of 2.1 below 2, `b` of 3(b).
  func step(of node: Int, below parent: Int?) -> String? {
    guard document.nodes[node].kind != .bullet, let bare = document.nodes[node].label?.bare else { return nil }
    if let slash = bare.utf8.lastIndex(of: UInt8(ascii: "/")) { return String(bare[bare.utf8.index(after: slash)...]) }
    if let above = parent.flatMap({ document.nodes[$0].label?.bare.utf8 }), bare.utf8.starts(with: above),
      bare.utf8.dropFirst(above.count).first == UInt8(ascii: ".")
    {
      return String(decoding: bare.utf8.dropFirst(above.count + 1), as: UTF8.self)
    }
    return bare
  }
}
