import MotionKit

/// Many amendments taken together, and pairs of copies beside `git merge-file`.
struct ComposingBenchmarks {
  func run(_ table: inout Table) throws {
    let reading = ReadingBenchmarks()
    let amendments = reading.amendments()
    var composition: Composition?
    let whole = Measure(runs: 9) { composition = Composition(of: reading.base, with: amendments) }
    let changed = composition?.outcomes.count { $0.verdict != .refused } ?? 0
    let many = "\(amendments.count) amendments on 10000 words"
    table.add("resolve and compose \(many), \(changed) applied", whole)
    let finding = Measure(runs: 9) { _ = ResolvedAmendments(amendments, in: reading.base) }
    table.add("resolve \(many)", finding)
    let resolved = ResolvedAmendments(amendments, in: reading.base)
    let again = Measure(runs: 9) { composition = Composition(of: resolved) }
    table.add("compose \(many), once resolved", again)
    var said = 0
    let worded = Measure(runs: 9) { said = Composition(of: resolved).clashes.count }
    table.add("the same, with its \(said) findings put into words", worded)
    let text = Measure(runs: 9) { _ = resolved.text() }
    table.add("the same, the text alone", text)
    try pairs(&table)
  }

  private func pairs(_ table: inout Table) throws {
    guard let merged = MergedPairs() else {
      return table.add("pairs of copies", missing: "the tables of the tests are not there")
    }
    let own = Measure(runs: 5) { for pair in merged.pairs { _ = merged.composed(pair) } }
    let name = "\(merged.pairs.count) pairs of copies"
    guard let git = Program(named: "git") else {
      return table.add("\(name), in process, \(merged.wrong()) wrong", own)
    }
    try Folder.temporary { folder in
      let lines = try merged.wrong(by: git, in: folder, words: false)
      let words = try merged.wrong(by: git, in: folder, words: true)
      let files = try merged.pairs.enumerated().map { index, pair in
        try [("ours", pair.ours), ("base", pair.base), ("theirs", pair.theirs)].map {
          try folder.file("\($0.0)-\(index)", $0.1)
        }
      }
      let other = try Measure(runs: 5) { for three in files { _ = try git.run(["merge-file", "-p", "-q"] + three) } }
      table.add("\(name), in process, \(merged.wrong()) wrong", own, beside: ("git merge-file", other))
      table.add("git merge-file, a process each, \(lines) wrong by line, \(words) wrong by word", other)
    }
  }
}
