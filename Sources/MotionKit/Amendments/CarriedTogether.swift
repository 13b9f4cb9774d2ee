/// Which amendments to one text can be carried together: pair by pair, and as sets.
///
/// What two amendments have to do with each other never depends on a third one, so the pairs say everything: a set can
/// be carried if no two in it compete and whatever one of them rests on is in it too.
public struct CarriedTogether: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case yes
    /// They go together, but a person should look at what they make of the text.
    case look
    case no
  }

  /// Two amendments that have to do with each other.
  public struct Pair: Hashable, Sendable {
    /// In the natural order of names.
    public var amendments: [String]
    public var relation: Relation
    public var clashes: [Composition.Clash]
    public var falls: [Composition.Fall]
  }

  /// An amendment that is in no set.
  public struct LeftOut: Hashable, Sendable {
    public var amendment: String
    public var reason: String

    public init(amendment: String, reason: String) {
      self.amendment = amendment
      self.reason = reason
    }
  }

  /// Those that are in some set, in the natural order of names.
  public var names: [String]
  /// Pairs of which there is something to say; all others go together.
  public var pairs: [Pair]
  /// Those that compete with no other and rest on none that does.
  public var withAll: [String]
  /// The largest sets, none of which lies in another; each in the natural order of names.
  public var sets: [[String]]
  /// False where there are more sets than are listed.
  public var isComplete: Bool
  public var leftOut: [LeftOut]

  /// - Parameter limit: how many sets are listed at most.
  /// - Complexity: a look at every finding, and a search whose steps are bounded by a hundred for each set listed.
  public init(_ composition: Composition, limit: Int = 100) {
    let refused = composition.outcomes.filter { $0.verdict == .refused }
    var leftOut = refused.map { LeftOut(amendment: $0.name, reason: $0.refusal ?? "it could not be taken") }
    var left = Set(refused.map(\.name))
    let all = composition.outcomes.filter { $0.verdict != .refused }
    // What rests on what is not here cannot be carried with anything.
    var goesOn = true
    while goesOn {
      goesOn = false
      for outcome in all where !left.contains(outcome.name) {
        let there = Set(all.map(\.name)).subtracting(left)
        guard let missing = outcome.restsOn.first(where: { !there.contains($0) }) else { continue }
        leftOut.append(LeftOut(amendment: outcome.name, reason: "it rests on \(missing), which is not among them"))
        left.insert(outcome.name)
        goesOn = true
      }
    }
    let taken = all.filter { !left.contains($0.name) }
    names = taken.map(\.name)
    pairs = CarriedTogether.pairs(composition, taken)
    self.leftOut = leftOut.sorted { NaturalOrder.precedes($0.amendment, $1.amendment) }
    var search = CompatibleSets(
      names: names, competing: pairs.filter { $0.relation == .no }.map(\.amendments),
      restingOn: Dictionary(taken.map { ($0.name, $0.restsOn) }, uniquingKeysWith: { first, _ in first }))
    search.run(limit: limit)
    sets = search.sets
    isComplete = search.isComplete
    withAll = search.withAll
  }

  private static func pairs(_ composition: Composition, _ taken: [Composition.Outcome]) -> [Pair] {
    let rank = Dictionary(uniqueKeysWithValues: taken.enumerated().map { ($0.element.name, $0.offset) })
    var found: [[Int]: Pair] = [:]
    func note(_ names: [String], _ change: (inout Pair) -> Void) {
      let ranks = names.compactMap { rank[$0] }.sorted()
      guard ranks.count == 2, ranks[0] != ranks[1] else { return }
      var pair =
        found[ranks] ?? Pair(amendments: ranks.map { taken[$0].name }, relation: .yes, clashes: [], falls: [])
      change(&pair)
      found[ranks] = pair
    }
    for clash in composition.clashes {
      note(clash.amendments) { pair in
        pair.clashes.append(clash)
        switch clash.finding.severity {
        case .conflict where !clash.isSettled: pair.relation = .no
        case .flag where pair.relation == .yes: pair.relation = .look
        default: break
        }
      }
    }
    for fall in composition.wouldFall { note([fall.amendment, fall.because]) { $0.falls.append(fall) } }
    for outcome in taken { for name in outcome.fallsIf { note([outcome.name, name]) { $0.relation = .no } } }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}

extension Composition.Outcome {
  /// What must be carried for this one to stand.
  var restsOn: [String] { requires + (parent.map { [$0] } ?? []) }
}

/// The largest sets in which no two compete (Bron and Kerbosch with a pivot, over those that compete with any), each
/// without what rests on one that is not in it.
private struct CompatibleSets {
  private let names: [String]
  private let restingOn: [[Int]]
  private var rivals: [Set<Int>]
  private let free: [Int]
  private var found: [Set<Int>] = []
  private var steps = 0
  private(set) var isComplete = true

  init(names: [String], competing: [[String]], restingOn: [String: [String]]) {
    self.names = names
    let rank = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    var rivals = Array(repeating: Set<Int>(), count: names.count)
    for pair in competing {
      guard let one = rank[pair[0]], let other = rank[pair[1]] else { continue }
      rivals[one].insert(other)
      rivals[other].insert(one)
    }
    self.rivals = rivals
    self.restingOn = names.map { (restingOn[$0] ?? []).compactMap { rank[$0] } }
    free = names.indices.filter { rivals[$0].isEmpty }
  }

  mutating func run(limit: Int) {
    steps = limit * 100
    let bound = Set(names.indices).subtracting(free)
    extend([], bound, [], limit)
    var closed: [Set<Int>] = []
    for set in found {
      let own = closure(set.union(free))
      if !own.isEmpty, !closed.contains(own) { closed.append(own) }
    }
    let largest = closed.filter { set in !closed.contains { $0 != set && $0.isSuperset(of: set) } }
    found = largest.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
  }

  var sets: [[String]] { found.map { set in set.sorted().map { names[$0] } } }

  var withAll: [String] {
    names.indices.filter { index in found.allSatisfy { $0.contains(index) } }.map { names[$0] }
  }

  private mutating func extend(_ chosen: Set<Int>, _ open: Set<Int>, _ done: Set<Int>, _ limit: Int) {
    if open.isEmpty {
      if done.isEmpty { found.append(chosen) }
      return
    }
    steps -= 1
    guard steps > 0, found.count < limit else {
      isComplete = false
      return
    }
    // The pivot leaves the fewest to try: those that compete with it, and itself.
    var pivot: (index: Int, tries: [Int])?
    for candidate in open.union(done).sorted() {
      let tries = open.filter { $0 == candidate || rivals[candidate].contains($0) }
      if pivot.map({ tries.count < $0.tries.count }) ?? true { pivot = (candidate, tries.sorted()) }
    }
    var open = open
    var done = done
    for index in pivot?.tries ?? [] {
      let others = rivals[index].union([index])
      extend(chosen.union([index]), open.subtracting(others), done.subtracting(others), limit)
      open.remove(index)
      done.insert(index)
    }
  }

  /// Without what rests on one that is not in it.
  private func closure(_ set: Set<Int>) -> Set<Int> {
    var set = set
    while let index = set.sorted().first(where: { index in !restingOn[index].allSatisfy { set.contains($0) } }) {
      set.remove(index)
    }
    return set
  }
}
