/// A document laid out for looking up clauses and words: every node's own text once, labels folded.
struct BaseText: Sendable {
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
  private let foldedPaths: [String: Int]

  init(_ document: Document) {
    self.document = document
    title = document.title
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

  func candidate(_ index: Int) -> Reading.Candidate {
    Reading.Candidate(path: Path(entries[index].path), excerpt: Excerpt.opening(entries[index].text))
  }

  /// The numbered clauses that stand highest.
  var topClauses: [Int] {
    let clauses = entries.indices.filter { isClause($0) }
    let depth = clauses.map { document.nodes[$0].depth }.min() ?? 0
    return clauses.filter { document.nodes[$0].depth == depth }
  }

  func isClause(_ index: Int) -> Bool { entries[index].kind == .clause }
}

/// A few words of a text, for showing a place.
enum Excerpt {
  /// The first words, at most about sixty bytes.
  static func opening(_ text: [UInt8]) -> String { cut(text, 0..<text.count, limit: 60) }

  /// The words around a range.
  static func around(_ range: Range<Int>, in text: [UInt8]) -> String {
    var start = range.lowerBound
    var blanks = 0
    while start > 0, blanks < 5, range.lowerBound - start < 40 {
      start -= 1
      if text[start] == 0x20 { blanks += 1 }
    }
    if start > 0 {
      while start < range.lowerBound, text[start] != 0x20 { start += 1 }
      while start < range.lowerBound, text[start] == 0x20 { start += 1 }
    }
    let body = cut(text, start..<text.count, limit: range.upperBound - start + 30)
    return (start > 0 ? "… " : "") + body
  }

  private static func cut(_ text: [UInt8], _ range: Range<Int>, limit: Int) -> String {
    guard range.count > limit else { return String(decoding: text[range], as: UTF8.self) }
    var end = range.lowerBound + limit
    while end < range.upperBound, text[end] != 0x20 { end += 1 }
    guard end < range.upperBound else { return String(decoding: text[range], as: UTF8.self) }
    return String(decoding: text[range.lowerBound..<end], as: UTF8.self) + " …"
  }
}
