/// Where one amendment asks two things of the same words: nothing would say which of them stands, so it is refused.
///
/// A change of a word throughout gives way to what is said of one place.
struct OwnClashes {
  private(set) var refusals: [Refusal] = []
  /// Hunks that another one of the amendment stands for, by index.
  private(set) var dropped: Set<Int> = []

  private let hunks: [Hunk]
  private let document: Document

  init(_ hunks: [Hunk], in document: Document) {
    self.hunks = hunks
    self.document = document
    compareWords()
    compareWhole()
    compareMoves()
    for index in hunks.indices where hunks[index].change == .delete || hunks[index].change == .replace {
      if let node = hunks[index].node { look(inside: document.subtree(of: node), besides: index) }
    }
  }

  private mutating func compareWords() {
    let changed = hunks.indices.filter { hunks[$0].range != nil }
    let inOrder = changed.sorted { precedes($0, $1) }
    guard var widest = inOrder.first else { return }
    for next in inOrder.dropFirst() {
      guard let wide = hunks[widest].range, let range = hunks[next].range else { continue }
      let isBefore = range.lowerBound >= wide.upperBound || range.isEmpty && range.lowerBound == wide.lowerBound
      if isBefore {
        widest = next
      } else if hunks[widest].asksTheSame(as: hunks[next]) || hunks[next].isThroughout {
        dropped.insert(next)
      } else if hunks[widest].isThroughout {
        dropped.insert(widest)
        widest = next
      } else {
        refuse(hunks[next])
      }
    }
  }

  /// Where the whole text becomes another, nothing is left of it to change; only a title above it is.
  private mutating func compareWhole() {
    guard let whole = hunks.firstIndex(where: { $0.change == .replaceAll }) else { return }
    for index in hunks.indices where index != whole {
      let hunk = hunks[index]
      if hunk.range != nil, hunk.node == nil { continue }
      if hunk.isThroughout || hunk.asksTheSame(as: hunks[whole]) {
        dropped.insert(index)
      } else {
        refuse(hunk) {
          "\(hunk.amendment) puts a new text in the place of all of it and changes \($0) too: say which is meant."
        }
      }
    }
  }

  /// Clauses that are moved into each other would stand nowhere.
  private mutating func compareMoves() {
    guard hunks.count(where: { if case .move = $0.change { true } else { false } }) > 1 else { return }
    for (move, other) in MoveRings(hunks, in: SuppliedTexts(base: document, hunks: hunks)).pairs
    where move < other {
      let paths = [hunks[move], hunks[other]].compactMap { $0.node.map { document.nodes[$0].path.text } }
      let message =
        "\(hunks[move].amendment) moves \(paths.joined(separator: " and ")) into each other: say which is meant."
      refuse(hunks[move]) { _ in message }
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    guard let first = hunks[one].range, let second = hunks[other].range else { return one < other }
    if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
    if first.upperBound != second.upperBound { return first.upperBound < second.upperBound }
    return one < other
  }

  private mutating func look(inside covered: Range<Int>, besides outer: Int) {
    for index in hunks.indices where index != outer && !dropped.contains(index) {
      let hunk = hunks[index]
      if hunk.change == .delete || hunk.change == .replace {
        if let place = hunk.node, covered.contains(place) { compareGoing(outer, index) }
      } else if let into = container(of: hunk) {
        if covered.contains(into) { refuse(hunk) }
      } else if hunk.range != nil, let place = hunk.node, covered.contains(place) {
        if hunk.isThroughout { dropped.insert(index) } else { refuse(hunk) }
      }
    }
  }

  /// Two clauses that go, or are replaced, one of them in the other or both the same.
  private mutating func compareGoing(_ outer: Int, _ index: Int) {
    let (wide, hunk) = (hunks[outer], hunks[index])
    let isSame = wide.node == hunk.node
    if isSame, index < outer { return }
    if wide.asksTheSame(as: hunk) || !isSame && hunk.change == .delete {
      dropped.insert(index)
    } else {
      refuse(hunk) {
        "\(hunk.amendment) asks twice for what becomes of \($0), each time something else: say which is meant."
      }
    }
  }

  /// The clause that another one comes into.
  private func container(of hunk: Hunk) -> Int? {
    switch hunk.change {
    case .insert(let gap), .move(let gap):
      if case .node(let into) = gap.container { return into.index }
      return nil
    case .words, .delete, .replace, .replaceAll: return nil
    }
  }

  private mutating func refuse(_ hunk: Hunk) {
    refuse(hunk) { place in
      hunk.range == nil
        ? "\(hunk.amendment) puts a clause into \(place) and takes that out: say which is meant."
        : "\(hunk.amendment) changes the same words of \(place) twice: say it once."
    }
  }

  private mutating func refuse(_ hunk: Hunk, saying message: (String) -> String) {
    if refusals.contains(where: { $0.operation == hunk.operation }) { return }
    let path = (container(of: hunk) ?? hunk.node).map { document.nodes[$0].path }
    let message = message(path?.text ?? (hunk.range == nil ? "the text" : "the title"))
    refusals.append(Refusal(operation: hunk.operation, code: "asked-twice", message: message, path: path))
  }
}
