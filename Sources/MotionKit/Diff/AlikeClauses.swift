extension ClauseAlignment {
  /// Pairs to look at between two settled neighbours; beyond it phrases that stand once on either side divide the
  /// clauses first.
  static let pairLimit = 40_000

  /// What lies between two settled neighbours, in order on both sides.
  mutating func matchAlike(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) {
    let (olds, news) = withoutPlainPairs(olds, news)
    guard !olds.isEmpty, !news.isEmpty else { return }
    if olds.count * news.count <= ClauseAlignment.pairLimit { return matchBestRow(olds, news) }
    var (oldStart, newStart) = (olds.startIndex, news.startIndex)
    for (oldPlace, newPlace) in samePhrases(olds, news) {
      match(olds[oldPlace], news[newPlace])
      matchBetween(olds[oldStart..<oldPlace], news[newStart..<newPlace])
      (oldStart, newStart) = (oldPlace + 1, newPlace + 1)
    }
    matchBetween(olds[oldStart...], news[newStart...])
  }

  private mutating func matchBetween(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) {
    let (olds, news) = withoutPlainPairs(olds, news)
    guard !olds.isEmpty, !news.isEmpty else { return }
    if olds.count * news.count <= ClauseAlignment.pairLimit {
      matchBestRow(olds, news)
    } else {
      matchByLabel(olds, news)
    }
  }

  // MARK: Pairs that nothing near disputes

  /// Takes pairs from both ends as long as they are plainly the same clause: most edits change a few words of clauses
  /// that stay in their order, and need no search.
  private mutating func withoutPlainPairs(
    _ olds: ArraySlice<Int>, _ news: ArraySlice<Int>
  ) -> (ArraySlice<Int>, ArraySlice<Int>) {
    var (olds, news) = (olds, news)
    while let oldIndex = olds.first, let newIndex = news.first,
      isPlainPair(oldIndex, newIndex, olds.dropFirst().prefix(3), news.dropFirst().prefix(3))
    {
      match(oldIndex, newIndex)
      olds.removeFirst()
      news.removeFirst()
    }
    while let oldIndex = olds.last, let newIndex = news.last,
      isPlainPair(oldIndex, newIndex, olds.dropLast().suffix(3), news.dropLast().suffix(3))
    {
      match(oldIndex, newIndex)
      olds.removeLast()
      news.removeLast()
    }
    return (olds, news)
  }

  private mutating func isPlainPair(
    _ oldIndex: Int, _ newIndex: Int, _ olds: ArraySlice<Int>, _ news: ArraySlice<Int>
  ) -> Bool {
    let value = worth(oldIndex, newIndex)
    if value >= 900 { return true }
    guard value >= 600 else { return false }
    for other in news where worth(oldIndex, other) > value { return false }
    for other in olds where worth(other, newIndex) > value { return false }
    return true
  }

  // MARK: The best row

  /// The pairs in order that are worth most together, as in an edit distance.
  private mutating func matchBestRow(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) {
    let (olds, news) = (Array(olds), Array(news))
    let width = news.count + 1
    var best = Array(repeating: 0, count: (olds.count + 1) * width)
    var worth = Array(repeating: 0, count: olds.count * news.count)
    for row in olds.indices.reversed() {
      for column in news.indices.reversed() {
        let value = self.worth(olds[row], news[column])
        worth[row * news.count + column] = value
        var most = max(best[(row + 1) * width + column], best[row * width + column + 1])
        if value > 0 { most = max(most, value + best[(row + 1) * width + column + 1]) }
        best[row * width + column] = most
      }
    }
    var (row, column) = (0, 0)
    while row < olds.count, column < news.count {
      let value = worth[row * news.count + column]
      if value > 0, best[row * width + column] == value + best[(row + 1) * width + column + 1] {
        match(olds[row], news[column])
        row += 1
        column += 1
      } else if best[row * width + column] == best[(row + 1) * width + column] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  /// How much speaks for a pair; 0 where they are not the same clause.
  private mutating func worth(_ oldIndex: Int, _ newIndex: Int) -> Int {
    guard old.nodes[oldIndex].kind == new.nodes[newIndex].kind else { return 0 }
    let equal = old.own[oldIndex] == new.own[newIndex]
    let alike = equal ? 1000 : likeness.likeness(oldIndex, newIndex)
    guard alike >= 250 else { return 0 }
    let sameLabel = old.hasLabel(oldIndex, of: new, newIndex)
    guard alike >= (sameLabel ? 250 : 400) else { return 0 }
    return alike + (sameLabel ? 60 : 0) + (sameParent(oldIndex, newIndex) ? 60 : 0)
  }

  // MARK: Too many for every pair

  /// Places of clauses that share phrases of three words which no other clause among them has, in order on both sides.
  private mutating func samePhrases(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) -> [(old: Int, new: Int)] {
    var phrases = PhraseTable(capacity: olds.reduce(0) { $0 + likeness.old.tokens($1).count })
    for place in olds.indices { phrases.add(likeness.old.tokens(olds[place]), from: place) }
    var votes = Array(repeating: 0, count: olds.endIndex)
    var pairs: [(old: Int, new: Int)] = []
    for place in news.indices {
      let found = phrases.places(of: likeness.new.tokens(news[place]))
      var best = -1
      for other in found {
        votes[other] += 1
        if best < 0 || votes[other] > votes[best] { best = other }
      }
      if best >= 0, votes[best] >= 2, votes[best] * 2 > found.count, worth(olds[best], news[place]) > 0 {
        pairs.append((best, place))
      }
      for other in found { votes[other] = 0 }
    }
    return IncreasingRow.longest(in: pairs.map(\.old)).map { pairs[$0] }
  }

  /// Those of equal words in order, then those of equal labels that are alike.
  private mutating func matchByLabel(_ olds: ArraySlice<Int>, _ news: ArraySlice<Int>) {
    let (olds, news) = (Array(olds), Array(news))
    let same = SequenceDiff(from: olds.map { old.own[$0] }, to: news.map { new.own[$0] })
      .same(oldCount: olds.count, newCount: news.count)
    for run in same {
      for (row, column) in zip(run.old, run.new) { match(olds[row], news[column]) }
    }
    var paths: [Path: Int] = [:]
    for index in olds where newOf[index] < 0 { paths[old.nodes[index].path] = index }
    for index in news where oldOf[index] < 0 {
      if let candidate = paths[new.nodes[index].path], newOf[candidate] < 0, worth(candidate, index) > 0 {
        match(candidate, index)
      }
    }
  }
}

/// Phrases of three words, and the one clause that each stands in.
private struct PhraseTable {
  private var slots: [(phrase: UInt64, place: Int)]
  private static let free = -1
  private static let several = -2

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, PhraseTable.free), count: size)
  }

  mutating func add(_ tokens: Tokens, from place: Int) {
    for index in 0..<max(tokens.count - 2, 0) {
      let phrase = PhraseTable.phrase(tokens, index)
      let slot = self.slot(of: phrase)
      if slots[slot].place == PhraseTable.free {
        slots[slot] = (phrase, place)
      } else if slots[slot].place != place {
        slots[slot].place = PhraseTable.several
      }
    }
  }

  /// The clauses that alone have a phrase of these words, once for every phrase.
  func places(of tokens: Tokens) -> [Int] {
    var places: [Int] = []
    for index in 0..<max(tokens.count - 2, 0) {
      let place = slots[slot(of: PhraseTable.phrase(tokens, index))].place
      if place >= 0 { places.append(place) }
    }
    return places
  }

  private func slot(of phrase: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: phrase >> 20) & mask
    while slots[slot].place != PhraseTable.free, slots[slot].phrase != phrase { slot = (slot + 1) & mask }
    return slot
  }

  /// Three numbers as one; that two phrases share it by chance only costs a pair that is looked at in vain.
  private static func phrase(_ tokens: Tokens, _ index: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for offset in 0..<3 {
      hash = (hash ^ UInt64(UInt32(bitPattern: tokens.id(index + offset)))) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 31
    }
    return hash
  }
}
