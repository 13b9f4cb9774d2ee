import MotionKit

/// Many amendments taken together.
struct ComposingBenchmarks {
  func run(_ table: inout Table) {
    let reading = ReadingBenchmarks()
    let amendments = reading.amendments()
    var composition: Composition?
    let measure = Measure(runs: 5) { composition = Composition(of: reading.base, with: amendments) }
    let changed = composition?.outcomes.count { $0.verdict != .refused } ?? 0
    table.add("resolve and compose \(amendments.count) amendments on 10000 words, \(changed) applied", measure)
  }
}
