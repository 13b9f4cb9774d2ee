/// A document laid out for looking up clauses and words: every node's own text once, labels folded.
struct LaidOutText: Sendable {
  struct Entry: Sendable {
    var kind: Node.Kind
    var parent: Int?
    var path: String
    /// The label without delimiters, lower case; empty if none.
    var label: String
    /// The node's own text, layout as one space; of a section its heading.
    var text: [UInt8]
    /// One past the last node below this one.
    var end: Int
  }

  let document: Document
  let entries: [Entry]
  let title: String?
  let labels: LabelFinder
  private let foldedPaths: [String: Int]

  init(_ document: Document) {
    self.document = document
    title = document.title
    labels = LabelFinder(document)
    var entries: [Entry] = []
    entries.reserveCapacity(document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      let text = Array((node.kind == .section ? document.heading(of: index) : document.text(of: index)).utf8)
      let label = node.kind == .bullet ? "" : node.label.map { Letters.folded($0.bare) } ?? ""
      entries.append(
        Entry(
          kind: node.kind, parent: node.parent, path: node.path.text, label: label, text: text,
          end: entries.count + 1))
    }
    for index in entries.indices.reversed() {
      guard let parent = entries[index].parent, entries.indices.contains(parent) else { continue }
      entries[parent].end = max(entries[parent].end, entries[index].end)
    }
    self.entries = entries
    var foldedPaths: [String: Int] = [:]
    for (index, entry) in entries.enumerated() where foldedPaths[Letters.folded(entry.path)] == nil {
      foldedPaths[Letters.folded(entry.path)] = index
    }
    self.foldedPaths = foldedPaths
  }

  func node(at path: String) -> Int? { document.node(at: Path(path)) }

  /// The first node whose path is the same but for case.
  func node(foldedPath path: String) -> Int? { foldedPaths[path] }

  func children(of index: Int?) -> [Int] { entries.indices.filter { entries[$0].parent == index } }

  func candidate(_ index: Int) -> AddressCandidate {
    AddressCandidate(path: Path(entries[index].path), excerpt: Excerpt.opening(entries[index].text))
  }

  /// The numbered clauses that stand highest.
  var topClauses: [Int] {
    let clauses = entries.indices.filter { isClause($0) }
    let depth = clauses.map { document.nodes[$0].depth }.min() ?? 0
    return clauses.filter { document.nodes[$0].depth == depth }
  }

  func isClause(_ index: Int) -> Bool { entries[index].kind == .clause }
}
