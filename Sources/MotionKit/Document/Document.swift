/// A text as a tree, with every byte of the file it came from.
///
/// Reading never fails: what is odd becomes a finding. `bytes` is the file, always, valid or not.
public struct Document: Sendable {
  /// The file, byte for byte, front matter included.
  public let bytes: [UInt8]
  /// The front matter; empty if there is none.
  public let fields: Fields
  /// In the order of the text, parents before children.
  public let nodes: [Node]
  /// What the parser has to say.
  public let findings: [Finding]
  /// The text behind the front matter.
  public let body: Range<Int>
  /// The node that is the title: the first heading of level 1.
  public let titleNode: Int?

  package let lines: LineIndex
  /// What each node's label says, as its neighbours decided.
  package let shapes: [LabelShape?]
  private let byPath: PathTable

  /// Reads a file; never fails.
  ///
  /// Complexity: linear in the number of bytes.
  public init(parsing bytes: [UInt8]) {
    let front = FrontMatter(of: bytes)
    let cutter = LineCutter(bytes, from: front.bodyStart)
    var parser = DocumentParser(bytes, lines: cutter.lines)
    parser.parse()
    let title = parser.title
    // Taken out of the parser, so that the paths are written into the very nodes and not into a copy of them all.
    var parsed: [Node] = []
    swap(&parsed, &parser.nodes)
    let assigner = PathAssigner(consume parsed, of: bytes, title: front.fields["title"] == nil ? title : nil)
    let nodes = assigner.nodes
    self.bytes = bytes
    fields = front.fields
    self.nodes = nodes
    titleNode = title
    body = front.bodyStart..<bytes.count
    lines = LineIndex(starts: cutter.starts)
    shapes = parser.shapes
    byPath = assigner.table
    var findings = front.findings + Utf8Check.findings(in: bytes, wideLines: cutter.wideLines, starts: cutter.starts)
    findings += NumberingCheck(bytes: bytes, nodes: nodes, shapes: parser.shapes, mode: front.numbering).findings()
    self.findings = Document.inOrder(findings)
  }

  private static func inOrder(_ findings: [Finding]) -> [Finding] {
    let starts = findings.map { $0.span?.lowerBound ?? 0 }
    if zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) { return findings }
    return findings.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }
  }

  public init(parsing text: String) { self.init(parsing: Array(text.utf8)) }

  /// Front matter's title, else that of the first heading of level 1.
  public var title: String? { fields["title"]?.string ?? titleNode.map { heading(of: $0) } }

  /// The front matter's `kind`, else `ordinary`.
  public var kind: String { fields["kind"]?.string ?? "ordinary" }

  /// How labels are given in this text; live unless the front matter's `numbering` says otherwise.
  public var numbering: Numbering.Mode { FrontMatter.mode(of: fields) }

  /// The node's own text: no label, no children, line layout as one space. A section's is empty, a raw node's verbatim.
  public func text(of index: Int) -> String {
    guard nodes.indices.contains(index), nodes[index].kind != .section else { return "" }
    return joined(nodes[index].textSpans)
  }

  /// A section's heading without `#`, bold marks and label, a lead-in's colon kept; of other nodes empty.
  public func heading(of index: Int) -> String {
    guard nodes.indices.contains(index), nodes[index].kind == .section else { return "" }
    return Document.heading(nodes[index], in: bytes)
  }

  /// The indices of a node's children, or those at the top.
  public func children(of index: Int?) -> [Int] {
    var children: [Int] = []
    var next = index.map { $0 + 1 } ?? 0
    while next < nodes.count {
      guard nodes[next].parent == index else { break }
      children.append(next)
      next = subtree(of: next).upperBound
    }
    return children
  }

  /// A node and all below it.
  public func subtree(of index: Int) -> Range<Int> {
    guard nodes.indices.contains(index) else { return index..<index }
    var end = index + 1
    while end < nodes.count, nodes[end].depth > nodes[index].depth { end += 1 }
    return index..<end
  }

  /// The node of a path, exactly as `Node.path` has it. People's forms: `resolve(address:)`.
  public func node(at path: Path) -> Int? { byPath.node(at: path.text) { nodes[$0].path.text } }

  /// Line and column of an offset into `bytes`.
  public func place(of offset: Int) -> Place { lines.place(of: offset, in: bytes) }

  /// The line that holds an offset, without its end.
  public func line(containing offset: Int) -> String {
    String(decoding: bytes[lines.span(ofLineAt: offset, in: bytes)], as: UTF8.self)
  }

  /// The offset of the first byte of the line that holds an offset.
  package func lineStart(of offset: Int) -> Int { lines.span(ofLineAt: offset, in: bytes).lowerBound }

  /// What the parser has to say and what references lead nowhere, in the order of the text.
  public func allFindings() -> [Finding] {
    Document.inOrder(findings + referenceFindings())
  }

  /// One line a node: indentation, kind, label, path and text. For tests and for looking at a tree.
  public var outline: String {
    nodes.indices.map { index in
      let node = nodes[index]
      let words = node.kind == .section ? heading(of: index) : text(of: index)
      return String(repeating: "  ", count: node.depth)
        + "\(node.kind.rawValue) \(node.label?.printed ?? "·") [\(node.path)] \(words)"
    }.joined(separator: "\n")
  }

  private func joined(_ spans: [Range<Int>]) -> String { Document.joined(spans, in: bytes) }

  private static func joined(_ spans: [Range<Int>], in bytes: [UInt8]) -> String {
    if spans.count == 1, let span = spans.first { return String(decoding: bytes[span], as: UTF8.self) }
    var text: [UInt8] = []
    for (index, span) in spans.enumerated() {
      if index > 0 { text.append(32) }
      text += bytes[span]
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func heading(_ node: Node, in bytes: [UInt8]) -> String {
    guard node.kind == .section else { return "" }
    let text = Array(joined(node.textSpans, in: bytes).utf8)
    var kept: [UInt8] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"), at + 1 < text.count, text[at + 1] == byte {
        at += 2
        continue
      }
      kept.append(byte)
      at += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension Document: Hashable {
  /// Two documents are the same where their bytes are.
  public static func == (one: Document, other: Document) -> Bool { one.bytes == other.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
