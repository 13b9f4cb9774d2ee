import MotionKit

/// Two texts compared, in process and as a whole program.
struct DiffBenchmarks {
  let motions: Program?
  let git = Program(named: "git")

  func run(_ table: inout Table) throws {
    for (words, rates) in [(10_000, [100, 10]), (100_000, [100, 10])] {
      for rate in rates {
        let (old, new) = pair(words: words, oneIn: rate)
        let (before, after) = (Document(parsing: Array(old.utf8)), Document(parsing: Array(new.utf8)))
        var changes = 0
        let measure = Measure(runs: 7) { changes = DocumentDiff(from: before, to: after).changes.count }
        table.add("compare \(words) words, \(100 / rate) % changed, in process, \(changes) clauses differ", measure)
      }
    }
    var (one, other) = (Prose(seed: 5), Prose(seed: 6))
    let before = Document(parsing: Array(Prose.text(one.clauses(words: 100_000)).utf8))
    let after = Document(parsing: Array(Prose.text(other.clauses(words: 100_000)).utf8))
    let measure = Measure(runs: 3) { _ = DocumentDiff(from: before, to: after).changes.count }
    table.add("compare two unrelated texts of 100000 words, in process", measure)
    try Folder.temporary { try compareWholeProcess(&table, in: $0) }
  }

  private func pair(words: Int, oneIn rate: Int) -> (old: String, new: String) {
    var prose = Prose(seed: 2)
    let clauses = prose.clauses(words: words)
    return (Prose.text(clauses), Prose.text(prose.edited(clauses, oneIn: rate)))
  }

  private func compareWholeProcess(_ table: inout Table, in folder: Folder) throws {
    for words in [1_000, 10_000, 100_000] {
      for rate in [100, 10] {
        let (old, new) = pair(words: words, oneIn: rate)
        let paths = [try folder.file("old.md", old), try folder.file("new.md", new)]
        let work = "\(words) words, \(100 / rate) % changed, whole process"
        let beside = try git.map { git in
          ("git", try Measure(runs: 7, of: git, ["diff", "--no-index", "--word-diff"] + paths))
        }
        if let motions {
          table.add("motions diff, \(work)", try Measure(runs: 7, of: motions, ["diff"] + paths), beside: beside)
        } else {
          table.add("motions diff, \(work)", missing: "not measured: the command is not built")
        }
        if let beside { table.add("git diff --no-index --word-diff, \(work)", beside.1) }
      }
    }
  }
}
