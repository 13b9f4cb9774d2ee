/// The words of some nodes without their order: enough to say how alike two of them are, in one pass.
struct WordBags {
  struct Bag {
    /// Ascending.
    var ids: [Int32] = []
    var weights: [Int32] = []
    var total = 0
  }

  private var bags: [Bag]

  init(count: Int) { bags = Array(repeating: Bag(), count: count) }

  subscript(index: Int) -> Bag { bags[index] }

  func weight(_ index: Int) -> Int { bags[index].total }

  mutating func fill(_ index: Int, _ node: Node, _ source: [UInt8], _ vocabulary: inout Vocabulary) {
    let tokens = Tokens(of: source, in: node.textSpans, vocabulary: &vocabulary)
    var pairs: [(id: Int32, weight: Int32)] = []
    for token in 0..<tokens.count where tokens.isWord(token) {
      pairs.append((tokens.ids[token], tokens.role(token) == .word ? 4 : 1))
    }
    pairs.sort { $0.id < $1.id }
    bags[index] = Bag(
      ids: pairs.map(\.id), weights: pairs.map(\.weight), total: pairs.reduce(0) { $0 + Int($1.weight) })
  }

  /// From 0 (no word in common) to 1000 (the same words), small words counting little.
  static func likeness(_ one: Bag, _ other: Bag) -> Int {
    let total = one.total + other.total
    guard total > 0, min(one.total, other.total) * 4000 / total >= 250 else { return 0 }
    var common = 0
    var (left, right) = (0, 0)
    while left < one.ids.count, right < other.ids.count {
      if one.ids[left] == other.ids[right] {
        common += Int(one.weights[left])
        left += 1
        right += 1
      } else if one.ids[left] < other.ids[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return common * 2000 / total
  }
}
