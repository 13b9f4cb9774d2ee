import Foundation
import MotionKit

/// Reading, comparing and composing, measured on texts of its own, and other programs beside it.
struct Benchmarks {
  private(set) var rows: [(work: String, figure: String)] = []

  mutating func row(_ work: String, _ figure: String) {
    rows.append((work, figure))
    FileHandle.standardError.write(Data("\(work): \(figure)\n".utf8))
  }

  mutating func parse() {
    var prose = Prose(seed: 1)
    let bytes = Array(Prose.text(prose.clauses(words: 250_000)).utf8)
    var nodes = 0
    let measure = Measure(runs: 5) { nodes = Document(parsing: bytes).nodes.count }
    let rate = Double(bytes.count) / 1e6 / Measure.seconds(measure.median)
    row(
      "parse \(bytes.count / 1000) kB, \(nodes) parts",
      "\(String(format: "%.0f", rate)) MB/s; \(measure.shown)")
  }

  mutating func compareInProcess() {
    for (words, rates) in [(10_000, [100, 10]), (100_000, [100, 10])] {
      for rate in rates {
        let (old, new) = pair(words: words, oneIn: rate)
        let (before, after) = (Document(parsing: Array(old.utf8)), Document(parsing: Array(new.utf8)))
        var changes = 0
        let measure = Measure(runs: 7) { changes = DocumentDiff(from: before, to: after).changes.count }
        row("compare \(words) words, \(100 / rate) % changed, in process, \(changes) clauses differ", measure.shown)
      }
    }
    var (one, other) = (Prose(seed: 5), Prose(seed: 6))
    let before = Document(parsing: Array(Prose.text(one.clauses(words: 100_000)).utf8))
    let after = Document(parsing: Array(Prose.text(other.clauses(words: 100_000)).utf8))
    let measure = Measure(runs: 3) { _ = DocumentDiff(from: before, to: after).changes.count }
    row("compare two unrelated texts of 100000 words, in process", measure.shown)
  }

  private func pair(words: Int, oneIn rate: Int) -> (old: String, new: String) {
    var prose = Prose(seed: 2)
    let clauses = prose.clauses(words: words)
    return (Prose.text(clauses), Prose.text(prose.edited(clauses, oneIn: rate)))
  }

  mutating func compareWholeProcess(_ motions: Program?, _ git: Program?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "motions-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for words in [1_000, 10_000, 100_000] {
      for rate in [100, 10] {
        let (old, new) = pair(words: words, oneIn: rate)
        let files = ["old.md", "new.md"].map { folder.appending(path: $0) }
        try Data(old.utf8).write(to: files[0])
        try Data(new.utf8).write(to: files[1])
        let paths = files.map { $0.path(percentEncoded: false) }
        let work = "\(words) words, \(100 / rate) % changed, whole process"
        if let motions {
          let measure = try Measure(runs: 7) { try motions.run(["diff"] + paths) }
          row("motions diff, \(work)", measure.shown)
        }
        if let git {
          let measure = try Measure(runs: 7) { try git.run(["diff", "--no-index", "--word-diff"] + paths) }
          row("git diff --no-index --word-diff, \(work)", measure.shown)
        }
      }
    }
  }

  mutating func compose() {
    var prose = Prose(seed: 3)
    let clauses = prose.clauses(words: 10_000)
    let base = Document(parsing: Array(Prose.text(clauses).utf8))
    // Three places in a clause, none of them touching another.
    let instructions = (0..<1_000).map { index in
      let clause = index % clauses.count
      let place = 2 + index / clauses.count * 7
      let quoted = clauses[clause][place..<(place + 3)].joined(separator: " ")
      return "In clause \(clause + 1), delete “\(quoted)” and insert “\(prose.word()) \(prose.word())”."
    }
    let reader = InstructionReader(base: base)
    var readings: [Reading] = []
    let reading = Measure(runs: 5) { readings = instructions.map { reader.read($0) } }
    let amendments = readings.enumerated().filter { $1.verdict == .understood }.map { index, reading in
      Amendment(name: "A\(index + 1)", operations: reading.operations)
    }
    row("read \(instructions.count) instructions on 10000 words, \(amendments.count) understood", reading.shown)
    var composition: Composition?
    let composing = Measure(runs: 5) { composition = Composition(of: base, with: amendments) }
    let changed = composition?.outcomes.count { $0.verdict != .refused } ?? 0
    row("resolve and compose them, \(changed) applied", composing.shown)
  }

  var table: String {
    "| work | median (fastest to slowest) |\n|---|---|\n" + rows.map { "| \($0.work) | \($0.figure) |\n" }.joined()
  }
}
