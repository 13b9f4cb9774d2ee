import MotionKit

/// Instructions understood: 1,000 of them on a text of 10,000 words, three places in a clause, none touching another.
struct ReadingBenchmarks {
  let base: Document
  let instructions: [String]

  init() {
    var prose = Prose(seed: 3)
    let clauses = prose.clauses(words: 10_000)
    base = Document(parsing: Array(Prose.text(clauses).utf8))
    instructions = (0..<1_000).map { index in
      let clause = index % clauses.count
      let place = 2 + index / clauses.count * 7
      let quoted = clauses[clause][place..<(place + 3)].joined(separator: " ")
      return "In clause \(clause + 1), delete “\(quoted)” and insert “\(prose.word()) \(prose.word())”."
    }
  }

  func run(_ table: inout Table) {
    var understood = 0
    let measure = Measure(runs: 5) { understood = amendments().count }
    table.add("read \(instructions.count) instructions on 10000 words, \(understood) understood", measure)
  }

  /// The instructions that are understood, as amendments.
  func amendments() -> [Amendment] {
    let reader = InstructionReader(base: base)
    let readings = instructions.map { reader.read($0) }.filter { $0.verdict == .understood }
    return readings.enumerated().map { index, reading in
      Amendment(name: "A\(index + 1)", operations: reading.operations)
    }
  }
}
