import Foundation
import Testing

/// A seeded generator (SplitMix64): the same seed gives the same cases everywhere.
///
/// It can write down what it drew and draw that again, with other draws in between: so a case is made smaller.
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  private(set) var draws: [UInt64]?
  private var given: ArraySlice<UInt64>?

  init(seed: UInt64) { state = seed }

  fileprivate init(recordingFrom seed: UInt64) {
    state = seed
    draws = []
  }

  fileprivate init(drawing given: [UInt64]) {
    state = 0
    self.given = given[...]
  }

  /// Draws the first of any choice; not 0, for which Swift's own way of choosing draws again and again.
  fileprivate static let least: UInt64 = 1 << 40

  mutating func next() -> UInt64 {
    if given != nil { return given?.popFirst() ?? Chance.least }
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    draws?.append(mixed)
    return mixed
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// The cases of a law: how many, and what happens where one fails.
enum Cases {
  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  /// The seeds of a run: `usual` of them unless `MOTIONS_CASES` says otherwise, from `MOTIONS_SEED` on.
  static func seeds(_ usual: Int) -> Range<UInt64> {
    let first = number("MOTIONS_SEED") ?? 1
    return first..<(first + (number("MOTIONS_CASES") ?? UInt64(usual)))
  }

  /// Holds a law against seeded cases; `law` makes a case by chance and says what it breaks, with the case itself.
  ///
  /// The first case that fails is made smaller, draw by draw, for as long as it fails, and told with its seed.
  static func hold(
    _ usual: Int, sourceLocation: SourceLocation = #_sourceLocation, _ law: (inout Chance) -> String?
  ) {
    for seed in seeds(usual) {
      var chance = Chance(seed: seed)
      guard let broken = law(&chance) else { continue }
      Issue.record("seed \(seed): \(smallest(seed, law) ?? broken)", sourceLocation: sourceLocation)
      return
    }
  }

  private static func smallest(_ seed: UInt64, _ law: (inout Chance) -> String?) -> String? {
    var recording = Chance(recordingFrom: seed)
    var told = law(&recording)
    var draws = recording.draws ?? []
    var tries = 4000
    func fails(_ candidate: [UInt64]) -> Bool {
      tries -= 1
      var chance = Chance(drawing: candidate)
      guard tries > 0, let broken = law(&chance) else { return false }
      (told, draws) = (broken, candidate)
      return true
    }
    var size = max(draws.count / 2, 1)
    while size > 0, tries > 0 {
      var at = 0
      while at < draws.count {
        let end = min(at + size, draws.count)
        let isLeast = draws[at..<end].allSatisfy { $0 == Chance.least }
        let leveled = draws[..<at] + Array(repeating: Chance.least, count: end - at) + draws[end...]
        if !fails(Array(draws[..<at] + draws[end...])), isLeast || !fails(Array(leveled)) { at += size }
      }
      size /= 2
    }
    return told
  }
}
