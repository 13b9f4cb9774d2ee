/// How alike clauses are, by their words without their order; the small words count little.
///
/// The words of a clause are read once, when it is first asked for, and kept for whoever compares them in order.
struct ClauseLikeness {
  private(set) var old: ClauseTexts
  private(set) var new: ClauseTexts
  /// By word: how often it stands in the old clause of the last question.
  private var counts: [Int32] = []
  private var counted = -1
  private var taken: [Int] = []

  init(_ old: TextTree, _ new: TextTree) {
    self.old = ClauseTexts(old)
    self.new = ClauseTexts(new)
  }

  mutating func read(old oldIndex: Int, _ vocabulary: inout Vocabulary) { old.read(oldIndex, &vocabulary) }

  mutating func read(new newIndex: Int, _ vocabulary: inout Vocabulary) { new.read(newIndex, &vocabulary) }

  /// From 0 (no word in common) to 1000 (the same words); of clauses that were read. Quickest where the old one is the
  /// one that was asked for before.
  mutating func likeness(_ oldIndex: Int, _ newIndex: Int) -> Int {
    let total = old.weight(oldIndex) + new.weight(newIndex)
    guard total > 0, min(old.weight(oldIndex), new.weight(newIndex)) * 4000 / total >= 250 else { return 0 }
    count(oldIndex)
    var common = 0
    new.forEachWord(of: newIndex) { word, weight in
      guard word < counts.count, counts[word] > 0 else { return }
      counts[word] &-= 1
      taken.append(word)
      common &+= weight
    }
    for word in taken { counts[word] &+= 1 }
    taken.removeAll(keepingCapacity: true)
    return common * 2000 / total
  }

  private mutating func count(_ oldIndex: Int) {
    guard counted != oldIndex else { return }
    old.forEachWord(of: counted) { word, _ in counts[word] = 0 }
    old.forEachWord(of: oldIndex) { word, _ in
      if word >= counts.count { counts += repeatElement(0, count: max(word + 1, counts.count * 2) - counts.count) }
      counts[word] &+= 1
    }
    counted = oldIndex
  }
}

/// The words of some clauses of a text, each read when it is first needed.
struct ClauseTexts {
  private let document: Document
  private var texts: [ClauseText?]
  private var weights: [Int]

  init(_ tree: TextTree) {
    document = tree.document
    texts = Array(repeating: nil, count: tree.nodes.count)
    weights = Array(repeating: 0, count: tree.nodes.count)
  }

  mutating func read(_ index: Int, _ vocabulary: inout Vocabulary) {
    guard texts[index] == nil else { return }
    let text = ClauseText(document.nodes[index].textSpans, in: document.bytes, vocabulary: &vocabulary)
    weights[index] = WordDiff.weight(text.tokens, 0..<text.tokens.count)
    texts[index] = text
  }

  /// What its words weigh; 0 for one that was not read.
  func weight(_ index: Int) -> Int { weights[index] }

  /// Every word of a clause that was read, by its number, and what it weighs.
  @inline(__always)
  func forEachWord(of index: Int, _ body: (Int, Int) -> Void) {
    guard texts.indices.contains(index) else { return }
    texts[index]?.tokens.forEachWord(body)
  }

  func tokens(_ index: Int) -> Tokens { texts[index]?.tokens ?? Tokens() }

  /// The words of a clause, read now where they were not read before.
  func text(_ index: Int, _ vocabulary: inout Vocabulary) -> ClauseText {
    texts[index] ?? ClauseText(document.nodes[index].textSpans, in: document.bytes, vocabulary: &vocabulary)
  }
}
