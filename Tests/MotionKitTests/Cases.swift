import Foundation
import Testing

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
