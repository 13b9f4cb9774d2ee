/// Moves and joins changes so that people see phrases and sentences instead of crumbs.
///
/// Whatever is tidied still leads from old to new and back; there are never more changes than before.
struct Tidying {
  let old: Tokens
  let new: Tokens
  let oldIDs: [Int32]
  let newIDs: [Int32]

  func tidied(_ changes: [SequenceChange]) -> [SequenceChange] {
    joined(slid(touching(changes)))
  }

  /// What goes by itself, or comes, and can be slid up to its neighbour is one change with it: of 罢工工人 that became
  /// 罢工教师, 工人 went, not a 工 here and a 人 there.
  private func touching(_ changes: [SequenceChange]) -> [SequenceChange] {
    var result: [SequenceChange] = []
    for change in changes {
      guard let last = result.last, let joined = touching(last, change) else {
        result.append(change)
        continue
      }
      result[result.count - 1] = joined
    }
    return result
  }

  private func touching(_ first: SequenceChange, _ second: SequenceChange) -> SequenceChange? {
    let gap = second.old.lowerBound - first.old.upperBound
    guard gap == 1 || gap == 2 else { return nil }
    var joined: SequenceChange?
    if let (tokens, ids, range) = alone(first), tokens.isOneMember(range),
      (0..<gap).allSatisfy({ ids[range.lowerBound + $0] == ids[range.upperBound + $0] })
    {
      joined = SequenceChange(
        old: (first.old.lowerBound + gap)..<second.old.upperBound,
        new: (first.new.lowerBound + gap)..<second.new.upperBound)
    } else if let (tokens, ids, range) = alone(second), tokens.isOneMember(range),
      (1...gap).allSatisfy({ ids[range.lowerBound - $0] == ids[range.upperBound - $0] })
    {
      joined = SequenceChange(
        old: first.old.lowerBound..<(second.old.upperBound - gap),
        new: first.new.lowerBound..<(second.new.upperBound - gap))
    }
    guard let joined, oldIDs[joined.old] != newIDs[joined.new] else { return nil }
    return joined
  }

  /// The side that has words, where a change has them on one side only.
  private func alone(_ change: SequenceChange) -> (tokens: Tokens, ids: [Int32], range: Range<Int>)? {
    change.new.isEmpty ? (old, oldIDs, change.old) : change.old.isEmpty ? (new, newIDs, change.new) : nil
  }

  /// "… the [cat and the] dog" and "… [the cat and] the dog" are the same deletion: it is shown where a sentence, a
  /// member of a sentence or a pair of words begins and ends.
  private func slid(_ changes: [SequenceChange]) -> [SequenceChange] {
    var result = changes
    for index in changes.indices {
      let change = result[index]
      let room = roomAround(index, in: result)
      if change.new.isEmpty {
        let shift = bestShift(old, oldIDs, change.old, room)
        result[index] = SequenceChange(old: change.old.shifted(by: shift), new: change.new.shifted(by: shift))
      } else if change.old.isEmpty {
        let shift = bestShift(new, newIDs, change.new, room)
        result[index] = SequenceChange(old: change.old.shifted(by: shift), new: change.new.shifted(by: shift))
      }
    }
    return result
  }

  /// How many equal tokens lie before and after, less one so that changes never touch.
  private func roomAround(_ index: Int, in changes: [SequenceChange]) -> (before: Int, after: Int) {
    let change = changes[index]
    let before =
      index == 0
      ? change.old.lowerBound
      : change.old.lowerBound - changes[index - 1].old.upperBound - 1
    let after =
      index + 1 == changes.count
      ? oldIDs.count - change.old.upperBound
      : changes[index + 1].old.lowerBound - change.old.upperBound - 1
    return (max(before, 0), max(after, 0))
  }

  private func bestShift(
    _ tokens: Tokens, _ ids: [Int32], _ range: Range<Int>, _ room: (before: Int, after: Int)
  ) -> Int {
    var lowest = 0
    while -lowest < room.before, ids[range.lowerBound + lowest - 1] == ids[range.upperBound + lowest - 1] {
      lowest -= 1
    }
    var highest = 0
    while highest < room.after, ids[range.lowerBound + highest] == ids[range.upperBound + highest] { highest += 1 }
    guard lowest < highest else { return 0 }
    var best = (score: Int.min, shift: 0)
    for shift in lowest...highest {
      let score =
        boundary(tokens, at: range.lowerBound + shift) + boundary(tokens, at: range.upperBound + shift)
        - (tokens.role(range.lowerBound + shift) == .closing ? 2 : 0)
      if score >= best.score { best = (score, shift) }
    }
    return best.shift
  }

  /// How well a text divides before the token there.
  private func boundary(_ tokens: Tokens, at index: Int) -> Int {
    if index == 0 || index == tokens.count { return 4 }
    switch tokens.role(index - 1) {
    case .stop: return 4
    case .comma: return 3
    case .closing: return 1
    case .opening: return 0
    default: break
    }
    switch tokens.role(index) {
    case .comma: return 2
    case .opening: return 2
    case .stop, .closing: return 1
    case .dash: return 1
    default: return tokens.role(index - 1).isWord ? 1 : 0
    }
  }

  /// Two changes of several words with nothing between but a small word or two, or a comma, are one.
  private func joined(_ changes: [SequenceChange]) -> [SequenceChange] {
    var result: [SequenceChange] = []
    for change in changes {
      if let last = result.last, belong(last, change) {
        result[result.count - 1] = SequenceChange(
          old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
      } else {
        result.append(change)
      }
    }
    return result
  }

  private func belong(_ first: SequenceChange, _ second: SequenceChange) -> Bool {
    let between = first.old.upperBound..<second.old.lowerBound
    guard between.count <= 2, !first.old.isEmpty || !first.new.isEmpty else { return false }
    guard between.allSatisfy({ isSlight(old.role($0)) }) else { return false }
    guard !(first.old.isEmpty && second.old.isEmpty), !(first.new.isEmpty && second.new.isEmpty) else { return false }
    let sizes = [first, second].map { max(strongWords(old, $0.old), strongWords(new, $0.new)) }
    return sizes.min() ?? 0 >= 2 || (sizes.min() ?? 0 >= 1 && sizes.max() ?? 0 >= 3)
  }

  /// A word that stayed may be shown as gone and come again only where nothing hangs on it: never a number, never a
  /// "not".
  private func isSlight(_ role: TokenRole) -> Bool {
    role == .weakWord || role == .comma || role == .dash || role == .ambiguous
  }

  private func strongWords(_ tokens: Tokens, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens.role($1) == .word ? 1 : 0) }
  }
}

extension Tokens {
  /// Whether no sentence or member of one ends in it.
  fileprivate func isOneMember(_ range: Range<Int>) -> Bool {
    range.allSatisfy { role($0) != .stop && role($0) != .comma }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
