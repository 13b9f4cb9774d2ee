/// Gives every node its path.
///
/// A labelled node is its label without delimiters, and a label that holds its parent's stands for both; sections are
/// named only above unlabelled nodes and above labels that occur twice; what has neither is counted in its parent.
struct PathAssigner {
  private let bytes: [UInt8]
  private let title: Int?
  private(set) var nodes: [Node]
  /// Where each path leads.
  private(set) var table: PathTable
  /// The step of each node.
  private var steps: [String] = []
  /// By node: the nearest ancestor that is no section, or -1.
  private var items: [Int32] = []
  /// The path without the sections above it.
  private var short: [String] = []
  /// The path with them; empty until somebody needs it.
  private var long: [String]
  /// Labels that occur twice, and what stands below them.
  private var isTwice: [Bool]

  /// Complexity: linear in the number of nodes.
  init(_ parsed: consuming [Node], of bytes: [UInt8], title: Int?) {
    self.bytes = bytes
    self.title = title
    let count = parsed.count
    nodes = parsed
    table = PathTable(capacity: count)
    long = Array(repeating: "", count: count)
    isTwice = Array(repeating: false, count: count)
    findItems()
    nameSteps()
    joinSteps()
    assign()
  }

  private mutating func assign() {
    let isAlone = labelsThatOccurOnce()
    // By the first node of a path: how many wanted it so far.
    var wanted: [Int: Int] = [:]
    for index in nodes.indices {
      let above = Int(items[index])
      let isApart = above < 0 || !isTwice[above]
      let plain: String
      if index == title {
        plain = "title"
      } else if isApart, hasLabel(index), isAlone[index] {
        plain = short[index]
      } else {
        isTwice[index] = hasLabel(index)
        // Below a clause whose own path needs no section, neither does this.
        plain = above >= 0 && isApart ? join(nodes[above].path.text, index, above) : longPath(of: index)
      }
      var path = plain
      if let first = table.enter(index, at: plain, in: { nodes[$0].path.text }) {
        var count = wanted[first, default: 1]
        repeat {
          count += 1
          path = plain + "~" + String(count)
        } while table.enter(index, at: path, in: { nodes[$0].path.text }) != nil
        wanted[first] = count
      }
      nodes[index].path = Path(path)
    }
  }

  /// By node: whether no other has its label in its place, sections aside.
  private func labelsThatOccurOnce() -> [Bool] {
    var isAlone = Array(repeating: true, count: nodes.count)
    var firsts = PathTable(capacity: nodes.count)
    for index in nodes.indices where hasLabel(index) {
      if let first = firsts.enter(index, at: short[index], in: { short[$0] }) {
        isAlone[first] = false
        isAlone[index] = false
      }
    }
    return isAlone
  }

  private func hasLabel(_ index: Int) -> Bool {
    nodes[index].label != nil && nodes[index].kind != .bullet
  }

  private mutating func findItems() {
    items.reserveCapacity(nodes.count)
    for index in nodes.indices {
      if let parent = nodes[index].parent {
        items.append(nodes[parent].kind == .section ? items[parent] : Int32(parent))
      } else {
        items.append(-1)
      }
    }
  }

  private mutating func nameSteps() {
    steps.reserveCapacity(nodes.count)
    var counters = Counters(nodes: nodes.count)
    for index in nodes.indices {
      let kind = nodes[index].kind
      if index == title {
        steps.append("title")
      } else if kind != .bullet, let label = nodes[index].label {
        steps.append(label.bare)
      } else if kind == .section, let step = SectionWords.step(of: Document.heading(nodes[index], in: bytes)) {
        steps.append(step)
      } else {
        steps.append(kind.letter + String(counters.next(kind, below: nodes[index].parent)))
      }
    }
  }

  /// How many unlabelled nodes of each kind a parent has had.
  private struct Counters {
    /// By parent: where its counts begin, or -1.
    private var starts: [Int32]
    private var counts: [Int32] = []

    init(nodes count: Int) { starts = Array(repeating: -1, count: count + 1) }

    mutating func next(_ kind: Node.Kind, below parent: Int?) -> Int {
      let slot = parent.map { $0 + 1 } ?? 0
      if starts[slot] < 0 {
        starts[slot] = Int32(counts.count)
        for _ in Node.Kind.allCases { counts.append(0) }
      }
      let place = Int(starts[slot]) + kind.ordinal
      counts[place] += 1
      return Int(counts[place])
    }
  }

  private mutating func joinSteps() {
    short.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let above = Int(items[index])
      let bare = steps[index]
      if above >= 0 {
        short.append(contains(bare, steps[above]) ? replaceLast(short[above], bare) : short[above] + "/" + bare)
      } else {
        short.append(bare)
      }
    }
  }

  private mutating func longPath(of index: Int) -> String {
    // The nodes from here up whose long path nobody needed so far.
    var unknown: [Int] = []
    var next: Int? = index
    while let node = next, long[node].isEmpty {
      unknown.append(node)
      next = nodes[node].parent
    }
    for node in unknown.reversed() {
      guard let parent = nodes[node].parent else {
        long[node] = steps[node]
        continue
      }
      long[node] = join(long[parent], node, parent)
    }
    return long[index]
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
  /// Its place among the kinds.
  var ordinal: Int {
    switch self {
    case .section: 0
    case .clause: 1
    case .paragraph: 2
    case .bullet: 3
    case .recital: 4
    case .quote: 5
    case .raw: 6
    }
  }

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
