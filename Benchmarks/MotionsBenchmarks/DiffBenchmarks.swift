import MotionKit

/// Two texts compared, in process and as a whole program.
///
/// In process is what remains when both texts were parsed: from two documents to the clauses that differ and, in each of
/// them, the words. A whole program is its start, reading and parsing two files, comparing them and printing.
struct DiffBenchmarks {
  let motions: Program?
  let git = Program(named: "git", ["diff", "--no-index", "--word-diff"])
  let wdiff = Program(named: "wdiff")

  /// How the clauses of a text are laid out.
  private enum Layout: String, CaseIterable {
    case lines = "one clause a line"
    case wrapped = "wrapped lines"
  }

  /// The standard library's time grows with the square of the differences; from this many on it is not waited for.
  private static let limitOfDifference = 4_000

  func run(_ table: inout Table) throws {
    for words in [1_000, 10_000, 100_000, 790_000] {
      for rate in [100, 10] { compareInProcess(words, oneIn: rate, &table) }
    }
    compareStrangers(&table)
    compareFourWords(&table)
    try Folder.temporary { folder in
      for words in [1_000, 10_000, 100_000, 790_000] {
        for rate in [100, 10] {
          for layout in Layout.allCases where layout == .lines || words == 100_000 {
            try compareWholeProcess(words, oneIn: rate, layout, &table, in: folder)
          }
        }
      }
    }
  }

  // MARK: In process

  private func compareInProcess(_ words: Int, oneIn rate: Int, _ table: inout Table) {
    var prose = Prose(seed: 2)
    let clauses = prose.clauses(words: words)
    let edited = prose.edited(clauses, oneIn: rate)
    let what = "\(words) words, \(100 / rate) % changed"
    let difference: (name: String, measure: Measure)? =
      words / rate * 2 > DiffBenchmarks.limitOfDifference
      ? nil
      : (
        "difference(from:)",
        Measure(runs: 3) { [old = Array(clauses.joined()), new = Array(edited.joined())] in
          _ = new.difference(from: old).count
        }
      )
    for layout in Layout.allCases where layout == .lines || words == 100_000 {
      let (before, after) = (document(clauses, layout), document(edited, layout))
      var changes = 0
      let measure = Measure(runs: 9) { changes = DocumentDiff(from: before, to: after).changes.count }
      table.add(
        "compare in process, \(what), \(layout.rawValue): \(changes) clauses differ", measure,
        beside: layout == .lines ? difference : nil)
    }
    if let difference {
      table.add("difference(from:) of the words, \(what)", difference.measure)
    } else {
      table.add("difference(from:) of the words, \(what)", missing: "left out: grows with the square of the changes")
    }
  }

  private func compareStrangers(_ table: inout Table) {
    var (one, other) = (Prose(seed: 5), Prose(seed: 6))
    let (clauses, others) = (one.clauses(words: 100_000), other.clauses(words: 100_000))
    compare("two texts of 100000 words with nothing in common", clauses, others, &table)
    compare("two texts of 100000 words of one vocabulary", clauses, one.clauses(words: 100_000), &table)
  }

  private func compareFourWords(_ table: inout Table) {
    var prose = Prose(seed: 7, vocabulary: 4)
    let (clauses, others) = (prose.clauses(words: 100_000), prose.clauses(words: 100_000))
    compare("two texts of 100000 words of which only four are different", clauses, others, &table)
    let paragraphs = [clauses, others].map { Document(parsing: $0.joined().joined(separator: " ")) }
    let measure = Measure(runs: 3) { _ = DocumentDiff(from: paragraphs[0], to: paragraphs[1]).changes.count }
    table.add("compare in process, the same as one paragraph each", measure)
  }

  private func compare(_ what: String, _ clauses: [[String]], _ others: [[String]], _ table: inout Table) {
    let (before, after) = (document(clauses, .lines), document(others, .lines))
    table.add(
      "compare in process, \(what)",
      Measure(runs: 3) { _ = DocumentDiff(from: before, to: after).changes.count })
  }

  // MARK: Whole programs

  private func compareWholeProcess(
    _ words: Int, oneIn rate: Int, _ layout: Layout, _ table: inout Table, in folder: Folder
  ) throws {
    var prose = Prose(seed: 2)
    let clauses = prose.clauses(words: words)
    let edited = prose.edited(clauses, oneIn: rate)
    let paths = [try folder.file("old.md", text(clauses, layout)), try folder.file("new.md", text(edited, layout))]
    let work = "\(words) words, \(100 / rate) % changed, \(layout.rawValue)"
    let runs = words > 10_000 ? 5 : 15
    let beside = try git.map { git in ("git", try Measure(runs: runs, of: git, paths)) }
    if let motions {
      table.add("motions diff, \(work)", try Measure(runs: runs, of: motions, ["diff"] + paths), beside: beside)
    } else {
      table.add("motions diff, \(work)", missing: "not measured: the command is not built")
    }
    if let beside { table.add("git diff --no-index --word-diff, \(work)", beside.1) }
    if let wdiff {
      table.add("wdiff, \(work)", try Measure(runs: runs, of: wdiff, paths), beside: beside)
    } else {
      table.add("wdiff, \(work)", missing: "not measured: it is not installed")
    }
  }

  // MARK: Texts

  private func document(_ clauses: [[String]], _ layout: Layout) -> Document {
    Document(parsing: text(clauses, layout))
  }

  private func text(_ clauses: [[String]], _ layout: Layout) -> String {
    layout == .lines ? Prose.text(clauses) : Prose.wrapped(clauses)
  }
}
