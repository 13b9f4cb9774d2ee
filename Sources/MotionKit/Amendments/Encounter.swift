/// Two hunks of different amendments that have to do with each other.
struct Encounter: Hashable {
  enum Kind: String, Hashable, CaseIterable {
    // They cannot both stand.
    case overlap
    case sameGap = "same-gap"
    case insideDeleted = "inside-deleted"
    case competing
    // A person should look.
    case touching, negation
    case orderOnly = "order-only"
    case throughoutMissed = "throughout-missed"
    // Worth knowing.
    case sameClause = "same-clause"
    case duplicate

    /// Whether both cannot stand.
    var isConflict: Bool { severity == .conflict }

    var severity: Finding.Severity {
      switch self {
      case .overlap, .sameGap, .insideDeleted, .competing: .conflict
      case .touching, .negation, .orderOnly, .throughoutMissed: .flag
      case .sameClause, .duplicate: .note
      }
    }
  }

  var kind: Kind
  /// Indices into the hunks; in `inside-deleted` the first is the one that deletes, in `competing` the one that covers
  /// the other, in `throughout-missed` the one that goes throughout.
  var first: Int
  var second: Int
}

/// Sorts and sweeps all hunks once and finds the pairs that meet.
///
/// What two amendments have to do with each other never depends on a third one.
struct Sweep {
  let hunks: [Hunk]
  let texts: SuppliedTexts
  /// Pairs of amendments of which one was read with the other in the text: nothing is said between them.
  let acquainted: Set<Pair>
  private(set) var encounters: [Encounter] = []
  /// Places of a "throughout" that give way to another hunk, by index.
  private(set) var givesWay: [Int: [Int]] = [:]

  struct Pair: Hashable {
    var one: String
    var other: String

    init(_ one: String, _ other: String) {
      self.one = min(one, other)
      self.other = max(one, other)
    }
  }

  /// Two hunks, whichever comes first.
  private struct Two: Hashable {
    var lower: Int
    var upper: Int

    init(_ one: Int, _ other: Int) {
      lower = min(one, other)
      upper = max(one, other)
    }
  }

  private var seen: Set<Encounter> = []
  /// By hunk: whether it adds or takes away a negation or a modal verb.
  private var turning: [Bool] = []
  /// For each hunk the rank of its amendment.
  private let ranks: [Int]

  init(_ hunks: [Hunk], ranks: [Int], texts: SuppliedTexts, acquainted: Set<Pair>) {
    self.hunks = hunks
    self.ranks = ranks
    self.texts = texts
    self.acquainted = acquainted
    turning = hunks.indices.map { turnsRound($0) }
    sweepWords()
    sweepCovers()
    sweepGaps()
    sweepMoves()
    sweepWholeTexts()
    sweepClauses()
    sweepThroughout()
  }

  private func strangers(_ one: Int, _ other: Int) -> Bool {
    ranks[one] != ranks[other]
      && (acquainted.isEmpty || !acquainted.contains(Pair(hunks[one].amendment, hunks[other].amendment)))
  }

  private mutating func meet(_ kind: Encounter.Kind, _ first: Int, _ second: Int) {
    let encounter = Encounter(kind: kind, first: first, second: second)
    if seen.insert(encounter).inserted { encounters.append(encounter) }
  }

  // MARK: - Words in one place

  private mutating func sweepWords() {
    var inBase: [(range: Range<Int>, hunk: Int)] = []
    inBase.reserveCapacity(hunks.count)
    var elsewhere: [Space: [(range: Range<Int>, hunk: Int)]] = [:]
    for index in hunks.indices {
      guard let range = hunks[index].range else { continue }
      if hunks[index].space.isBase {
        inBase.append((range, index))
      } else {
        elsewhere[hunks[index].space, default: []].append((range, index))
      }
    }
    sweepWords(inBase, texts.base.bytes)
    for (space, changed) in elsewhere.sorted(by: { Sweep.order($0.key) < Sweep.order($1.key) }) {
      sweepWords(changed, texts.bytes(space))
    }
  }

  private mutating func sweepWords(_ changed: [(range: Range<Int>, hunk: Int)], _ bytes: [UInt8]) {
    let sorted = changed.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.hunk) < ($1.range.lowerBound, $1.range.upperBound, $1.hunk)
    }
    for position in sorted.indices {
      let one = sorted[position]
      for next in sorted.indices[(position + 1)...] {
        let other = sorted[next]
        let between = min(one.range.upperBound, other.range.lowerBound)..<other.range.lowerBound
        if Sweep.parts(bytes[between.clamped(to: 0..<bytes.count)]) { break }
        if strangers(one.hunk, other.hunk) { compare(one.hunk, other.hunk) }
      }
    }
  }

  private static func order(_ space: Space) -> String {
    guard case .text(let name, let operation, let part) = space else { return "" }
    return "\(name) \(operation) \(part)"
  }

  /// Whether something stands between two places that keeps them apart: a word, or the end of a sentence.
  private static func parts(_ between: ArraySlice<UInt8>) -> Bool {
    between.contains { Phrase.isWordByte($0) || ".;:!?".utf8.contains($0) }
  }

  private mutating func compare(_ one: Int, _ other: Int) {
    let first = hunks[one]
    let second = hunks[other]
    guard let a = first.range, let b = second.range else { return }
    if first.node != second.node { return }
    if first.asksTheSame(as: second) { return meet(.duplicate, one, other) }
    if a.isEmpty, b.isEmpty { return meet(.sameGap, one, other) }
    let inside =
      a.isEmpty
      ? b.lowerBound < a.lowerBound && a.lowerBound < b.upperBound
      : b.isEmpty ? a.lowerBound < b.lowerBound && b.lowerBound < a.upperBound : a.overlaps(b)
    guard inside else { return meet(.touching, one, other) }
    if yields(one, to: other) || yields(other, to: one) { return }
    if a == b { return meet(.competing, one, other) }
    if covers(a, b), first.supplied.isEmpty { return meet(.insideDeleted, one, other) }
    if covers(b, a), second.supplied.isEmpty { return meet(.insideDeleted, other, one) }
    if covers(a, b), coversClause(first) { return meet(.competing, one, other) }
    if covers(b, a), coversClause(second) { return meet(.competing, other, one) }
    meet(.overlap, one, other)
  }

  private func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  private func coversClause(_ hunk: Hunk) -> Bool {
    if let range = hunk.range, hunk.node == nil, hunk.space == .base, let title = texts.base.titleText {
      return range.lowerBound <= title.start && range.upperBound >= title.end
    }
    guard let range = hunk.range, let index = hunk.node, let node = texts.document(hunk.space)?.nodes[index],
      let first = node.textSpans.first, let last = node.textSpans.last
    else { return false }
    // Up to the mark at its end.
    return range.lowerBound <= first.lowerBound && range.upperBound + 1 >= last.upperBound
  }

  /// A place of a "throughout" gives way where another amendment takes its words away, or puts a text in their place
  /// that still has the word.
  private mutating func yields(_ soft: Int, to other: Int) -> Bool {
    let hunk = hunks[soft]
    let outer = hunks[other]
    guard hunk.isThroughout, !outer.isThroughout, let range = hunk.range else { return false }
    if let wide = outer.range {
      guard covers(wide, range), wide != range else { return false }
    }
    if outer.supplied.isEmpty {
      givesWay[soft, default: []].append(other)
      meet(.sameClause, soft, other)
      return true
    }
    guard Phrase.occurs(hunk.sought, in: outer.supplied) else { return false }
    givesWay[soft, default: []].append(other)
    meet(.throughoutMissed, soft, other)
    return true
  }

  // MARK: - Clauses that go

  private mutating func sweepCovers() {
    var located: [Space: [(node: Int, hunk: Int, inside: Bool)]] = [:]
    if !hunks.contains(where: { $0.takesOut }) { return }
    for (index, hunk) in hunks.enumerated() {
      if let node = hunk.node { located[hunk.space, default: []].append((node, index, false)) }
      if case .node(let container)? = hunk.gap?.container {
        located[container.space, default: []].append((container.index, index, true))
      }
    }
    for space in Array(located.keys) {
      located[space]?.sort { ($0.node, $0.hunk) < ($1.node, $1.hunk) }
    }
    for (index, hunk) in hunks.enumerated() {
      guard hunk.takesOut, let node = hunk.node, let inSpace = located[hunk.space] else { continue }
      let covered = texts.subtree(NodeReference(space: hunk.space, index: node))
      var position = Sweep.firstIndex(inSpace, covered.lowerBound)
      while position < inSpace.count, inSpace[position].node < covered.upperBound {
        let other = inSpace[position]
        position += 1
        if other.hunk == index || !strangers(index, other.hunk) { continue }
        cover(index, other.hunk, sameNode: other.node == node && !other.inside)
      }
    }
  }

  private mutating func cover(_ outer: Int, _ inner: Int, sameNode: Bool) {
    let first = hunks[outer]
    let second = hunks[inner]
    if sameNode, second.takesOut {
      if first.asksTheSame(as: second) { return meet(.duplicate, min(outer, inner), max(outer, inner)) }
      if first.change == .replace, second.change == .replace {
        return meet(.competing, min(outer, inner), max(outer, inner))
      }
      return first.change == .delete ? meet(.insideDeleted, outer, inner) : ()
    }
    if yields(inner, to: outer) { return }
    meet(first.change == .delete ? .insideDeleted : .competing, outer, inner)
  }

  private static func firstIndex(_ sorted: [(node: Int, hunk: Int, inside: Bool)], _ value: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].node < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Clauses that come, and that move

  private mutating func sweepGaps() {
    var gaps: [Gap: [Int]] = [:]
    var order: [Gap] = []
    for index in hunks.indices {
      guard let gap = hunks[index].gap else { continue }
      if gaps[gap] == nil { order.append(gap) }
      gaps[gap, default: []].append(index)
    }
    for gap in order {
      guard let here = gaps[gap] else { continue }
      for (position, one) in here.enumerated() {
        for other in here[(position + 1)...] where strangers(one, other) {
          meet(hunks[one].asksTheSame(as: hunks[other]) ? .duplicate : .orderOnly, one, other)
        }
      }
    }
  }

  private mutating func sweepMoves() {
    let moves = hunks.indices.filter { if case .move = hunks[$0].change { true } else { false } }
    for (position, one) in moves.enumerated() {
      for other in moves[(position + 1)...] where strangers(one, other) {
        guard hunks[one].space == hunks[other].space, let a = hunks[one].node, let b = hunks[other].node else {
          continue
        }
        if a == b, !hunks[one].asksTheSame(as: hunks[other]) { meet(.competing, one, other) }
      }
    }
    for (move, other) in MoveRings(hunks, in: texts).pairs where strangers(move, other) {
      meet(.overlap, min(move, other), max(move, other))
    }
  }

  private mutating func sweepWholeTexts() {
    for one in hunks.indices where hunks[one].isWhole {
      let whole = hunks[one]
      for (other, hunk) in hunks.enumerated() where strangers(one, other) {
        if hunk.isWhole {
          if one < other { meet(whole.asksTheSame(as: hunk) ? .duplicate : .competing, one, other) }
        } else if hunk.space == .base, hunk.node != nil || hunk.range == nil, !yields(other, to: one) {
          meet(.competing, one, other)
        }
      }
    }
  }

  // MARK: - What is changed in one clause

  private mutating func sweepClauses() {
    let changed = HunksByPlace(hunks, hunks.indices, base: texts.base)
    let serious = Set(
      encounters.filter { $0.kind.severity != .note || $0.kind == .duplicate }.map { Two($0.first, $0.second) })
    let duplicates = Set(encounters.filter { $0.kind == .duplicate }.flatMap { [$0.first, $0.second] })
    let touching = Set(encounters.filter { $0.kind == .touching }.map { Two($0.first, $0.second) })
    for number in changed.places.indices where changed.places[number].node != nil && changed[number].count > 1 {
      let here = changed[number]
      // Where no amendment comes twice, no two of them do.
      let comesTwice = zip(here, here.dropFirst()).contains { ranks[$0] == ranks[$1] }
      var said: Set<Two> = []
      for position in here.indices {
        let one = here[position]
        for other in here[(position + 1)...] where strangers(one, other) {
          let touches = touching.contains(Two(one, other))
          if !touches, serious.contains(Two(one, other)) { continue }
          if duplicates.contains(one), duplicates.contains(other) { continue }
          let turns =
            turning[one] && !duplicates.contains(one) || turning[other] && !duplicates.contains(other)
          if turns {
            meetHere(.negation, one, other)
          } else if !touches, !comesTwice || said.insert(Two(ranks[one], ranks[other])).inserted {
            meetHere(.sameClause, one, other)
          }
        }
      }
    }
    sweepBelow(changed)
  }

  /// Two hunks meet once in their clause; only what was found before can say the same.
  private mutating func meetHere(_ kind: Encounter.Kind, _ first: Int, _ second: Int) {
    let encounter = Encounter(kind: kind, first: first, second: second)
    if !seen.contains(encounter) { encounters.append(encounter) }
  }

  /// A turn in the words above a list turns every item of the list, and a turn in an item what the words above it say.
  private mutating func sweepBelow(_ changed: HunksByPlace) {
    if !turning.contains(true) { return }
    for (number, inner) in changed.places.enumerated() {
      guard let node = inner.node else { continue }
      var above = texts.parent(of: NodeReference(space: inner.space, index: node))
      var isNext = true
      while let outer = above {
        let place = NodeReference(space: inner.space, index: outer)
        let isSection = texts.kind(of: place) == .section
        for one in changed[inner.space, outer] {
          for other in changed[number] where strangers(one, other) {
            if turning[one] || isNext && !isSection && turning[other] { meet(.negation, one, other) }
          }
        }
        isNext = false
        above = texts.parent(of: place)
      }
    }
  }

  private func turnsRound(_ index: Int) -> Bool {
    guard let range = hunks[index].range else { return false }
    let bytes = texts.bytes(hunks[index].space)
    return Phrase.turningWords(bytes[range.clamped(to: 0..<bytes.count)])
      != Phrase.turningWords(hunks[index].supplied[...])
  }

  // MARK: - Throughout

  private mutating func sweepThroughout() {
    struct Whole: Hashable {
      var amendment: String
      var operation: Int
    }
    struct Told: Hashable {
      var whole: Whole
      var other: Int
    }
    var places: [Whole: [Int]] = [:]
    var order: [Whole] = []
    for index in hunks.indices where hunks[index].isThroughout {
      let whole = Whole(amendment: hunks[index].amendment, operation: hunks[index].operation)
      if places[whole] == nil { order.append(whole) }
      places[whole, default: []].append(index)
    }
    if order.isEmpty { return }
    var told: Set<Told> = []
    for encounter in encounters where encounter.kind == .throughoutMissed {
      let hunk = hunks[encounter.first]
      told.insert(
        Told(whole: Whole(amendment: hunk.amendment, operation: hunk.operation), other: encounter.second))
    }
    let brought = hunks.indices.filter { !hunks[$0].supplied.isEmpty }
    for whole in order {
      guard let here = places[whole], let one = here.first else { continue }
      let hunk = hunks[one]
      for other in brought where strangers(one, other) && !told.contains(Told(whole: whole, other: other)) {
        let source = hunks[other]
        if source.isThroughout && source.sought == hunk.sought { continue }
        guard Phrase.occurs(hunk.sought, in: source.supplied), lies(source, in: hunk.scope),
          let place = here.first(where: { !source.asksTheSame(as: hunks[$0]) })
        else { continue }
        meet(.throughoutMissed, place, other)
      }
    }
  }

  /// Whether a hunk lies in the part of the base that a "throughout" is confined to.
  private func lies(_ hunk: Hunk, in scope: Int?) -> Bool {
    guard let scope else { return true }
    let covered = texts.base.subtree(of: scope)
    var outer = hunk
    // What lies in the words of another lies where those came.
    for _ in 0..<8 {
      guard outer.space != .base, let supplier = hunks.first(where: { $0.text == outer.space }) else { break }
      outer = supplier
    }
    if outer.space == .base, let node = outer.node, outer.change != .replaceAll { return covered.contains(node) }
    guard case .insert(let gap) = outer.change else { return outer.change == .replaceAll }
    if case .node(let node) = gap.container, node.space == .base { return covered.contains(node.index) }
    return false
  }
}
