/// A seeded generator (SplitMix64): the same seed gives the same cases everywhere.
///
/// It can write down what it drew and draw that again, with other draws in between: so a case is made smaller.
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  private(set) var draws: [UInt64]?
  private var given: ArraySlice<UInt64>?

  init(seed: UInt64) { state = seed }

  init(recordingFrom seed: UInt64) {
    state = seed
    draws = []
  }

  init(drawing given: [UInt64]) {
    state = 0
    self.given = given[...]
  }

  /// Draws the first of any choice; not 0, for which Swift's own way of choosing draws again and again.
  static let least: UInt64 = 1 << 40

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
