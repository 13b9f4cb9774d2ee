/// Finds nodes by the labels people write: `2.1(a)` is the label 2.1, then a below it.
struct LabelFinder: Sendable {
  let document: Document
  /// By bare label in small letters, in the order of the text.
  private var byLabel: [String: [Int]] = [:]
  /// The word that each section is named by.
  private(set) var sectionStep: [Int: String] = [:]
  /// The words that sections of this text are named by.
  private(set) var sectionSteps: Set<String> = []

  init(_ document: Document) {
    self.document = document
    for (index, node) in document.nodes.enumerated() where node.kind != .bullet {
      if let label = node.label { byLabel[Self.lowered(label.bare), default: []].append(index) }
      if node.kind == .section, let step = SectionWords.step(of: document.heading(of: index)) {
        sectionStep[index] = step
        sectionSteps.insert(step)
      }
    }
  }

  /// The labels that are named one below the other: `2.1(a)(i)`, `2.1/a`, `(a)`, `2.`.
  static func steps(of text: String) -> [String] {
    text.utf8.split { byte in
      [0x20, 0x28, 0x29, 0x2F, 0x5B, 0x5D].contains(byte)
    }.compactMap { piece in
      var piece = piece
      while piece.last == 0x2E { piece = piece.dropLast() }
      return piece.isEmpty ? nil : String(decoding: piece, as: UTF8.self)
    }
  }

  func find(_ label: String, in range: Range<Int>? = nil) -> [Int] { find(Self.steps(of: label), in: range) }

  /// All nodes that labels one below the other may mean, of a range of nodes where one is given.
  ///
  /// Capitals decide where both are there. `2a` may be 2A as well as 2(a): then it is both.
  func find(_ steps: [String], in range: Range<Int>? = nil) -> [Int] {
    guard let first = steps.first else { return [] }
    let rest = steps.dropFirst()
    let here = highest(labelled(first, in: range))
    var found = follow(rest, from: here)
    if found.isEmpty, let second = rest.first {
      // 3(b) printed whole, with no clause 3 above it.
      found = follow(rest.dropFirst(), from: labelled(first + "/" + second, in: range))
    }
    if found.isEmpty || here.contains(where: { document.nodes[$0].label?.bare.utf8.elementsEqual(first.utf8) != true }),
      let split = Self.split(first)
    {
      found = (found + find(split + rest, in: range).filter { !found.contains($0) }).sorted()
    }
    if found.isEmpty, first.utf8.contains(0x2E) {
      let steps = first.utf8.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) }
      found = follow(steps.dropFirst() + rest, from: labelled(steps.first ?? "", in: range))
    }
    return found
  }

  /// Whether something is labelled exactly so.
  func holds(_ label: String) -> Bool {
    byLabel[Self.lowered(label)]?.contains { document.nodes[$0].label?.bare.utf8.elementsEqual(label.utf8) ?? false }
      ?? false
  }

  /// What labels in the text of a node point at: those in a section of that name, else those in the list that is
  /// nearest around the node, else what stands highest.
  func find(_ steps: [String], from node: Int, section: String? = nil) -> [Int] {
    var found = find(steps)
    if let section { found = found.filter { isIn($0, section) } }
    guard found.count > 1 else { return found }
    var around: Int? = node
    while true {
      let near = found.filter { candidate in
        var top: Int? = candidate
        for _ in steps.dropFirst() { top = top.flatMap { document.nodes[$0].parent } }
        return top.map { document.nodes[$0].parent == around } ?? false
      }
      if !near.isEmpty { return near }
      guard let index = around else { break }
      around = document.nodes[index].parent
    }
    let top = found.filter { isTop($0) }
    return section == nil && steps.count == 1 && top.count == 1 ? top : found
  }

  /// Of several nodes of one label those that stand highest: "2(a)" is below the clause 2, not below 3(2).
  private func highest(_ nodes: [Int]) -> [Int] {
    guard nodes.count > 1, let least = nodes.map({ document.nodes[$0].depth }).min() else { return nodes }
    let isItem = nodes.contains { document.nodes[$0].label?.bare.utf8.contains(where: isDigit) ?? false }
    return isItem ? nodes.filter { document.nodes[$0].depth == least || isTop($0) } : nodes
  }

  private func labelled(_ label: String, in range: Range<Int>?) -> [Int] {
    var found = byLabel[Self.lowered(label)] ?? []
    if let range { found = found.filter { range.contains($0) } }
    let exact = found.filter { document.nodes[$0].label?.bare.utf8.elementsEqual(label.utf8) ?? false }
    return exact.isEmpty ? found : exact
  }

  /// The nodes that labels lead to, one below the other.
  private func follow(_ labels: some Sequence<String>, from nodes: [Int]) -> [Int] {
    var found = nodes
    for label in labels {
      found = found.flatMap { parent in
        let children = document.children(of: parent)
        let same = children.filter { step(of: $0, below: parent)?.utf8.elementsEqual(label.utf8) ?? false }
        if !same.isEmpty { return same }
        let wanted = Self.lowered(label)
        return children.filter { step(of: $0, below: parent).map { Self.lowered($0) == wanted } ?? false }
      }
    }
    return found
  }

  /// A label without its parent's: `1` of 2.1 below 2, `b` of 3(b).
  private func step(of node: Int, below parent: Int) -> String? {
    guard document.nodes[node].kind != .bullet, let bare = document.nodes[node].label?.bare else { return nil }
    if let slash = bare.utf8.lastIndex(of: UInt8(ascii: "/")) { return String(bare[bare.utf8.index(after: slash)...]) }
    if let above = document.nodes[parent].label?.bare.utf8, bare.utf8.starts(with: above),
      bare.utf8.dropFirst(above.count).first == UInt8(ascii: ".")
    {
      return String(decoding: bare.utf8.dropFirst(above.count + 1), as: UTF8.self)
    }
    return bare
  }

  /// `3a` for 3(a).
  static func split(_ label: String) -> [String]? {
    let bytes = Array(label.utf8)
    let digits = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard !digits.isEmpty, digits.count < bytes.count,
      bytes.dropFirst(digits.count).allSatisfy({ isLetter($0) && !isUpper($0) })
    else { return nil }
    return [String(decoding: digits, as: UTF8.self), String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)]
  }

  private static func lowered(_ label: String) -> String {
    guard label.utf8.contains(where: isUpper) else { return label }
    return String(decoding: label.utf8.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether a section of that word is above.
  func isIn(_ node: Int, _ section: String) -> Bool {
    var above = document.nodes[node].parent
    while let index = above {
      if sectionStep[index] == section { return true }
      above = document.nodes[index].parent
    }
    return false
  }

  private func isTop(_ node: Int) -> Bool {
    document.nodes[node].parent.map { document.nodes[$0].kind == .section } ?? true
  }
}
