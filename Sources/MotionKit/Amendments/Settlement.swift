/// The hunks that a ruling puts in the place of two that clash.
struct Settlement {
  /// In the order of their amendments.
  private let first: Hunk
  private let second: Hunk

  static let name = "ruling"

  init(_ encounter: Encounter, _ hunks: [Hunk]) {
    first = hunks[min(encounter.first, encounter.second)]
    second = hunks[max(encounter.first, encounter.second)]
  }

  /// These words in the place of both.
  func text(_ words: String) -> Hunk { settle(Array(words.utf8)) }

  /// Both, one after the other; nil where one takes away what the other changes.
  var both: Hunk? {
    guard !first.supplied.isEmpty, !second.supplied.isEmpty else { return nil }
    if first.range != nil, second.range != nil { return settle(first.supplied + [0x20] + second.supplied) }
    guard first.change == second.change, first.node == second.node else { return nil }
    return settle(first.supplied + [0x0A, 0x0A] + second.supplied)
  }

  private func settle(_ words: [UInt8]) -> Hunk {
    let covering =
      [first, second].first { $0.change == .replaceAll } ?? [first, second].first { $0.range == nil && $0.node != nil }
    var hunk = covering ?? first
    hunk.amendment = Settlement.name
    hunk.supplied = words
    hunk.isThroughout = false
    if let a = first.range, let b = second.range {
      hunk.change = .words(min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound))
      return hunk
    }
    if hunk.change == .replaceAll { return hunk }
    let going = [first, second].first { $0.change == .delete || $0.change == .replace } ?? hunk
    hunk.node = going.node
    hunk.space = going.space
    hunk.change = words.isEmpty ? .delete : .replace
    return hunk
  }
}

/// What rulings put into a text: one hunk for each place, that of the latest ruling where several speak of it.
struct Settlements {
  private var all: [(hunk: Hunk, ruling: Int)] = []

  mutating func add(_ hunk: Hunk, ruling: Int) {
    var hunk = hunk
    while let index = all.firstIndex(where: { Settlements.meet($0.hunk, hunk) }) {
      if all[index].ruling > ruling { return }
      // One ruling between three amendments puts its words there once.
      if all[index].ruling == ruling, let a = all[index].hunk.range, let b = hunk.range {
        hunk.change = .words(min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound))
      }
      all.remove(at: index)
    }
    all.append((hunk, ruling))
  }

  var hunks: [Hunk] {
    all.enumerated().map { index, settled in
      var hunk = settled.hunk
      hunk.operation = index
      hunk.part = 0
      return hunk
    }
  }

  private static func meet(_ one: Hunk, _ other: Hunk) -> Bool {
    if one.change == .replaceAll || other.change == .replaceAll { return true }
    guard one.space == other.space, one.node == other.node else { return false }
    guard let a = one.range, let b = other.range else { return true }
    return a == b || a.overlaps(b) || a.isEmpty && b.contains(a.lowerBound) || b.isEmpty && a.contains(b.lowerBound)
  }
}
