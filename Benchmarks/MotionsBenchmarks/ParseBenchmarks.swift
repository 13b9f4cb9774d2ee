import MotionKit

/// A text made a tree, in process and as a whole program.
struct ParseBenchmarks {
  func run(_ table: inout Table) {
    var prose = Prose(seed: 1)
    let bytes = Array(Prose.text(prose.clauses(words: 250_000)).utf8)
    var nodes = 0
    let measure = Measure(runs: 5) { nodes = Document(parsing: bytes).nodes.count }
    table.add("parse \(bytes.count / 1000) kB, \(nodes) parts", measure, bytes: bytes.count)
  }
}
