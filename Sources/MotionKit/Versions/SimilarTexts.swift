/// Which of many texts say nearly the same: motions that several branches made from one model, say.
public struct SimilarTexts: Hashable, Sendable {
  /// Two texts that share wording.
  public struct Pair: Hashable, Sendable {
    /// The places of the two in the list that was compared; `first` comes before `second`.
    public var first: Int
    public var second: Int
    /// How many phrases of three words stand in both.
    public var shared: Int
    /// How many the first has, and the second.
    public var phrasesOfFirst: Int
    public var phrasesOfSecond: Int

    /// The shorter of the two, by phrases; the second where they are equal.
    public var shorter: Int { phrasesOfFirst < phrasesOfSecond ? first : second }
    public var longer: Int { shorter == first ? second : first }

    /// How much of the shorter one's wording stands in the longer one: whole percent, rounded down.
    public var percent: Int { shared * 100 / max(min(phrasesOfFirst, phrasesOfSecond), 1) }

    /// Whether both have the same wording and no other.
    public var isSameWording: Bool { shared == phrasesOfFirst && shared == phrasesOfSecond }
  }

  /// Texts that hang together: each is like at least one other.
  public struct Cluster: Hashable, Sendable {
    /// Places in the list that was compared, ascending.
    public var members: [Int]
    /// The likest first.
    public var pairs: [Pair]
  }

  /// In the order of their first members.
  public var clusters: [Cluster]

  /// Compares every text with every other.
  ///
  /// - Parameter percent: how much of the shorter one's wording has to stand in the longer one; 1 to 100.
  ///
  /// Complexity: O(n log n) in the words, and one step for every phrase that two texts share. Texts with equal wording
  /// count as one, so that a model sent in a thousand times costs no more than once.
  public init(of documents: [Document], percent: Int = 50) {
    var vocabulary = Vocabulary()
    let phrases = documents.map { Phrases(of: $0, vocabulary: &vocabulary) }
    let pairs = SimilarTexts.pairs(phrases, percent: min(max(percent, 1), 100))
    var groups = Groups(count: documents.count)
    for pair in pairs { groups.join(pair.first, pair.second) }
    var members: [[Int]] = Array(repeating: [], count: documents.count)
    for index in documents.indices { members[groups.root(of: index)].append(index) }
    var inside: [[Pair]] = Array(repeating: [], count: documents.count)
    for pair in pairs { inside[groups.root(of: pair.first)].append(pair) }
    clusters = documents.indices.filter { members[$0].count > 1 }
      .map { root in
        Cluster(
          members: members[root],
          pairs: inside[root].sorted { ($1.percent, $0.first, $0.second) < ($0.percent, $1.first, $1.second) })
      }
      .sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
  }

  private static func pairs(_ phrases: [Phrases], percent: Int) -> [Pair] {
    // One of each wording stands for all that have it.
    var byWording: [[UInt64]: Int] = [:]
    var sames: [[Int]] = Array(repeating: [], count: phrases.count)
    for (index, text) in phrases.enumerated() where text.count > 0 {
      let first = byWording[text.numbers] ?? index
      byWording[text.numbers] = first
      sames[first].append(index)
    }
    let kept = phrases.indices.filter { !sames[$0].isEmpty }
    var pairs: [Pair] = []
    func add(_ one: Int, _ other: Int, _ shared: Int) {
      let (first, second) = (min(one, other), max(one, other))
      pairs.append(
        Pair(
          first: first, second: second, shared: shared, phrasesOfFirst: phrases[first].count,
          phrasesOfSecond: phrases[second].count))
    }
    // A phrase's texts lie together: each text is counted against those before it in one run over its phrases.
    var holders: [UInt64: [Int32]] = [:]
    var counts = Array(repeating: 0, count: phrases.count)
    for text in kept {
      // The first stands for its whole group: each of the others is paired with it.
      for same in sames[text].dropFirst() { add(text, same, phrases[text].count) }
      var touched: [Int] = []
      for number in phrases[text].numbers {
        for holder in holders[number] ?? [] {
          let holder = Int(holder)
          if counts[holder] == 0 { touched.append(holder) }
          counts[holder] += 1
        }
        holders[number, default: []].append(Int32(truncatingIfNeeded: text))
      }
      for other in touched.sorted() {
        let shared = counts[other]
        counts[other] = 0
        if shared * 100 >= percent * min(phrases[text].count, phrases[other].count) { add(other, text, shared) }
      }
    }
    return pairs
  }

  /// Which texts hang together (union and find, with the smallest place as the name of a group).
  private struct Groups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of index: Int) -> Int {
      var root = index
      while parents[root] != root { root = parents[root] }
      var step = index
      while parents[step] != root {
        let next = parents[step]
        parents[step] = root
        step = next
      }
      return root
    }

    mutating func join(_ one: Int, _ other: Int) {
      let (left, right) = (root(of: one), root(of: other))
      parents[max(left, right)] = min(left, right)
    }
  }
}
