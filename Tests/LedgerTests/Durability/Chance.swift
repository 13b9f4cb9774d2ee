internal import Foundation

/// A seeded generator (SplitMix64): the same seed gives the same case everywhere.
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
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// The seeds of a run: `usual` of them from 1 on, unless `MOTIONS_CASES` and `MOTIONS_SEED` say otherwise.
  static func seeds(_ usual: Int) -> Range<UInt64> {
    func number(_ name: String) -> UInt64? { ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) }
    let first = number("MOTIONS_SEED") ?? 1
    return first..<(first + (number("MOTIONS_CASES") ?? UInt64(usual)))
  }
}
