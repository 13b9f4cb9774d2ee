/// Finds nodes by the labels people write: `2.1(a)` is the label 2.1, then a below it.
struct LabelFinder: Sendable {
  let document: Document
  /// By bare label in small letters, in the order of the text.
  private var byLabel: [String: [Int]] = [:]
  /// Of labels that occur very often, a few that stand highest.
  private var heads: [String: [Int]] = [:]
  private let branches: NodeBranches
  /// The word that each section is named by.
  private(set) var sectionStep: [Int: String] = [:]
  /// The words that sections of this text are named by.
  private(set) var sectionSteps: Set<String> = []
  /// Sections whose headings name themselves, by that name in small letters: "clause 1" of "Clause 1: Name".
  private var byName: [String: [Int]] = [:]

  init(_ document: Document) {
    self.document = document
    branches = NodeBranches(document)
    for (index, node) in document.nodes.enumerated() where node.kind != .bullet {
      if let label = node.label { byLabel[Self.lowered(label.bare), default: []].append(index) }
      if node.kind == .section, let name = name(of: index) { byName[name, default: []].append(index) }
      if node.kind == .section, let step = SectionWords.step(of: document.heading(of: index)) {
        sectionStep[index] = step
        sectionSteps.insert(step)
      } else if node.kind == .clause, let step = leadIn(index) {
        sectionStep[index] = step
        sectionSteps.insert(step)
      }
    }
    for (label, nodes) in byLabel where nodes.count > Self.many {
      let least = nodes.map { document.nodes[$0].depth }.min() ?? 0
      let highest = nodes.filter { document.nodes[$0].depth == least }.prefix(Self.few)
      let atTop = nodes.filter { isTop($0) }.prefix(Self.few)
      heads[label] = Array(highest) + Array(atTop)
    }
  }

  /// "1. This branch notes:" is a clause that leads in those below it, and is named as a section is.
  private func leadIn(_ clause: Int) -> String? {
    let spans = document.nodes[clause].textSpans
    guard spans.count == 1, let span = spans.first, span.count < 120,
      document.bytes[span.upperBound - 1] == UInt8(ascii: ":"), clause + 1 < document.nodes.count,
      document.nodes[clause + 1].parent == clause
    else { return nil }
    let words = String(decoding: document.bytes[span], as: UTF8.self)
    return SectionWords.endsInVerb(words) ? SectionWords.step(of: words) : nil
  }

  /// "clause 1" of a heading that begins so.
  private func name(of section: Int) -> String? {
    guard let span = document.nodes[section].textSpans.first else { return nil }
    let words = document.bytes[span].prefix(32).split(maxSplits: 2, omittingEmptySubsequences: true) { isBlank($0) }
    guard words.count > 1 else { return nil }
    let noun = Self.lowered(String(decoding: words[0], as: UTF8.self))
    guard NumberedThing.parts.contains(noun) else { return nil }
    let label = words[1].prefix { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") && $0 != words[1].last }
    guard label.first.map(isDigit) ?? false else { return nil }
    return NumberedThing.singular(noun) + " " + Self.lowered(String(decoding: label, as: UTF8.self))
  }

  /// The sections whose headings name themselves so: "Clause 1: Name" for clause 1.
  func headed(_ noun: String, _ labels: [String]) -> [Int] {
    guard !byName.isEmpty, labels.count == 1, let label = labels.first else { return [] }
    return byName[noun + " " + Self.lowered(label)] ?? []
  }

  /// A label that occurs more often is sought around the node that speaks of it, not all through the text: a text of
  /// thousands of clauses of one number took minutes.
  private static let many = 64
  /// As many candidates tell that a label is not the only one.
  private static let few = 8

  /// Which of the nodes of a label are asked for.
  struct Scope {
    /// A range of nodes, where one is given.
    var range: Range<Int>?
    /// The node whose text names the label.
    var from: Int?
    var section: String?
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
  func find(_ steps: [String], in range: Range<Int>? = nil) -> [Int] { find(steps, within: Scope(range: range)) }

  private func find(_ steps: [String], within scope: Scope) -> [Int] {
    guard let first = steps.first else { return [] }
    let rest = steps.dropFirst()
    let here = highest(labelled(first, scope))
    var found = follow(rest, from: here)
    if found.isEmpty, let second = rest.first {
      // 3(b) printed whole, with no clause 3 above it.
      found = follow(rest.dropFirst(), from: labelled(first + "/" + second, scope))
    }
    if found.isEmpty || here.contains(where: { document.nodes[$0].label?.bare.utf8.elementsEqual(first.utf8) != true }),
      let split = Self.split(first)
    {
      found = (found + find(split + rest, within: scope).filter { !found.contains($0) }).sorted()
    }
    if found.isEmpty, first.utf8.contains(0x2E) {
      let steps = first.utf8.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) }
      found = follow(steps.dropFirst() + rest, from: labelled(steps.first ?? "", scope))
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
    var found = find(steps, within: Scope(from: node, section: section))
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

  private func labelled(_ label: String, _ scope: Scope) -> [Int] {
    let lowered = Self.lowered(label)
    var found = byLabel[lowered] ?? []
    if let range = scope.range {
      found = found.filter { range.contains($0) }
    } else if found.count > Self.many, let from = scope.from {
      found = near(lowered, from, scope.section)
    }
    let exact = found.filter { document.nodes[$0].label?.bare.utf8.elementsEqual(label.utf8) ?? false }
    return exact.isEmpty ? found : exact
  }

  /// Of a label that occurs very often those in the lists around a node and in sections of a name, and a few others.
  private func near(_ label: String, _ from: Int, _ section: String?) -> [Int] {
    var found = heads[label] ?? []
    func take(below parent: Int?) {
      found += branches.children(of: parent, labelled: label)
    }
    var around: Int? = from
    while let index = around {
      take(below: index)
      around = document.nodes[index].parent
    }
    take(below: nil)
    if let section {
      for index in sectionStep.filter({ $0.value == section }).map(\.key).sorted().prefix(Self.few) {
        take(below: index)
      }
    }
    return Set(found).sorted()
  }

  /// The nodes that labels lead to, one below the other.
  private func follow(_ labels: some Sequence<String>, from nodes: [Int]) -> [Int] {
    var found = nodes
    for label in labels {
      let wanted = Self.lowered(label)
      found = found.flatMap { parent in
        let like = branches.children(of: parent, labelled: wanted)
        let same = like.filter { branches.step(of: $0, below: parent)?.utf8.elementsEqual(label.utf8) ?? false }
        return same.isEmpty ? like : same
      }
    }
    return found
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

  static func lowered(_ label: String) -> String {
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
