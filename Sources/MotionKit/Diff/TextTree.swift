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
    let count = document.nodes.count
    var children = Array(repeating: [Int](), count: count)
    var roots: [Int] = []
    own.reserveCapacity(count)
    hasWords.reserveCapacity(count)
    for index in 0..<count {
      if let parent = document.nodes[index].parent { children[parent].append(index) } else { roots.append(index) }
      let kind = document.nodes[index].kind
      let text = UnlaidText.number(of: document.nodes[index].textSpans, in: document.bytes, texts: &texts)
      hasWords.append(text != UnlaidText.empty)
      own.append(text &* 8 | TextTree.number(of: kind))
    }
    var sizes = Array(repeating: 1, count: count)
    // A node by itself is even, one with others below it odd.
    whole = own.map { $0 &* 2 }
    var shape: [UInt8] = []
    for index in (0..<count).reversed() where !children[index].isEmpty {
      shape.removeAll(keepingCapacity: true)
      TextTree.append(own[index], to: &shape)
      for child in children[index] {
        TextTree.append(whole[child], to: &shape)
        sizes[index] += sizes[child]
      }
      whole[index] = shapes.intern(shape, 0..<shape.count) &* 2 | 1
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

  /// Whether two nodes have the same number, however it is delimited.
  func hasLabel(_ index: Int, of other: TextTree, _ otherIndex: Int) -> Bool {
    if nodes[index].kind == other.nodes[otherIndex].kind,
      nodes[index].label?.printed == other.nodes[otherIndex].label?.printed
    {
      return true
    }
    return label(index) == other.label(otherIndex)
  }

  private static func number(of kind: Node.Kind) -> Int32 {
    switch kind {
    case .section: 0
    case .clause: 1
    case .paragraph: 2
    case .bullet: 3
    case .recital: 4
    case .quote: 5
    case .raw: 6
    }
  }

  private static func append(_ number: Int32, to bytes: inout [UInt8]) {
    let bits = UInt32(bitPattern: number)
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }
}
