/// A document as numbers, for alignment: every node's words, and every node's words with all below it, interned.
struct TextTree {
  let document: Document
  let children: [[Int]]
  let roots: [Int]
  /// Equal where kind and words are equal, whatever the label and the layout.
  private(set) var own: [Int32] = []
  /// Equal where kind, words and everything below are equal.
  private(set) var whole: [Int32]
  /// How many nodes a node and all below it are.
  let sizes: [Int]
  /// Whether a node has words of its own.
  private(set) var hasWords: [Bool] = []

  init(_ document: Document, texts: inout Vocabulary, shapes: inout Vocabulary) {
    self.document = document
    let nodes = document.nodes
    var children = Array(repeating: [Int](), count: nodes.count)
    var roots: [Int] = []
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) } else { roots.append(index) }
    }
    for node in nodes {
      var text = ClauseText.folded(node, in: document.bytes)
      hasWords.append(!text.isEmpty)
      text.append(UInt8(truncatingIfNeeded: Node.Kind.allCases.firstIndex(of: node.kind) ?? 0))
      own.append(texts.intern(text, 0..<text.count))
    }
    var sizes = Array(repeating: 1, count: nodes.count)
    whole = own
    for index in nodes.indices.reversed() {
      var shape = TextTree.bytes(own[index])
      for child in children[index] {
        shape += TextTree.bytes(whole[child])
        sizes[index] += sizes[child]
      }
      whole[index] = shapes.intern(shape, 0..<shape.count)
    }
    self.children = children
    self.roots = roots
    self.sizes = sizes
  }

  var nodes: [Node] { document.nodes }

  func kids(of node: Int?) -> [Int] {
    guard let node else { return roots }
    return children[node]
  }

  /// The number as printed, without its delimiters; nil for bullets and what has none.
  func label(_ index: Int) -> String? {
    nodes[index].kind == .bullet ? nil : nodes[index].label?.bare
  }

  private static func bytes(_ number: Int32) -> [UInt8] {
    let bits = UInt32(bitPattern: number)
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
  }
}
