/// Invented motions of any length: the same seed gives the same text everywhere.
struct Prose {
  private var chance: Chance
  private let vocabulary: [String]

  init(seed: UInt64, vocabulary size: Int = 4_000) {
    var chance = Chance(seed: seed)
    let onsets = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "ch"]
    let vowels = ["a", "e", "i", "o", "u", "ea", "ou"]
    let ends = ["", "n", "r", "s", "t", "l", "ng", "rd"]
    vocabulary = (0..<size).map { _ in
      (0...chance.below(3)).map { _ in chance.pick(onsets) + chance.pick(vowels) + chance.pick(ends) }.joined()
    }
    self.chance = chance
  }

  /// A few words are very frequent, most are rare, as in any language.
  mutating func word() -> String {
    let rank = chance.below(vocabulary.count)
    return vocabulary[rank * chance.below(vocabulary.count) / vocabulary.count]
  }

  /// The clauses of a motion with about so many words, some 30 to a clause.
  mutating func clauses(words: Int) -> [[String]] {
    (0..<max(words / 30, 1)).map { _ in
      (0..<30).map { index in
        let mark = index == 29 ? "." : index % 9 == 8 ? "," : ""
        return word() + mark
      }
    }
  }

  /// The same clauses with one word in so many replaced by another.
  mutating func edited(_ clauses: [[String]], oneIn rate: Int) -> [[String]] {
    clauses.map { clause in clause.map { chance.below(rate) == 0 ? word() : $0 } }
  }

  /// A motion file: numbered clauses, each on a line of its own, under one heading.
  static func text(_ clauses: [[String]]) -> String {
    var text = "---\ntitle: Synthetic prose\n---\nThis meeting resolves:\n\n"
    for (index, clause) in clauses.enumerated() {
      text += "\(index + 1). \(clause.joined(separator: " "))\n"
    }
    return text
  }

  /// The same with lines of some ten words, as people wrap them: an edit of one word moves no other line here.
  static func wrapped(_ clauses: [[String]]) -> String {
    var text = "---\ntitle: Synthetic prose\n---\nThis meeting resolves:\n\n"
    for (index, clause) in clauses.enumerated() {
      text += "\(index + 1). "
      for start in stride(from: 0, to: clause.count, by: 10) {
        text += "\(start == 0 ? "" : "   ")\(clause[start..<min(start + 10, clause.count)].joined(separator: " "))\n"
      }
    }
    return text
  }
}

/// SplitMix64.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func pick(_ words: [String]) -> String { words[below(words.count)] }
}
