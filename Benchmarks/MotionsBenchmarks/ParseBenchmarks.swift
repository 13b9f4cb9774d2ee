import MotionKit

/// A text made a tree, in process and as a whole program.
struct ParseBenchmarks {
  let motions: Program?

  func run(_ table: inout Table) throws {
    for layout in Layout.allCases {
      for size in [100_000, 2_000_000, 10_000_000] { parse(layout, size, &table) }
    }
    try Folder.temporary { folder in
      for size in [1_000_000, 10_000_000] { try runPrograms(size, folder, &table) }
    }
  }

  private func parse(_ layout: Layout, _ size: Int, _ table: inout Table) {
    let bytes = Array(layout.text(bytes: size, seed: 1).utf8)
    var isKept = true
    var nodes = 0
    let runs = size > 5_000_000 ? 3 : 9
    let reading = Measure(runs: runs) {
      let document = Document(parsing: bytes)
      nodes = document.nodes.count
      isKept = isKept && document.bytes.count == bytes.count
    }
    precondition(isKept)
    let work = "\(bytes.count / 1000) kB, \(layout.rawValue)"
    table.add("parse and print \(work), \(nodes) parts", reading, bytes: bytes.count)
    guard layout == .referring else { return }
    var found = 0
    let referring = Measure(runs: runs) { found = Document(parsing: bytes).crossReferences().count }
    table.add("parse and find \(found) references, \(work)", referring, bytes: bytes.count)
  }

  /// The command beside programs that make a tree of Markdown, each run whole on the same file.
  private func runPrograms(_ size: Int, _ folder: Folder, _ table: inout Table) throws {
    let file = try folder.file("motion.md", Layout.nested.text(bytes: size, seed: 1))
    let work = "\(size / 1_000_000) MB, lists in lists, whole process"
    let isLong = size > 5_000_000
    let other = try Program(named: "cmark").map { cmark in
      ("cmark", try Measure(runs: 3, of: cmark, ["-t", "xml", file]))
    }
    for arguments in [["parse", "--json"], ["parse"], ["check"], ["format", "--check"]] {
      guard let motions else {
        table.add("motions \(arguments.joined(separator: " ")), \(work)", missing: "not measured: it is not built")
        continue
      }
      let measure = try Measure(runs: 3, of: motions, arguments + [file])
      table.add("motions \(arguments.joined(separator: " ")), \(work)", measure, bytes: size, beside: other)
    }
    if let other { table.add("cmark -t xml, \(work)", other.1, bytes: size) }
    // These take minutes for the longer file.
    guard !isLong else { return }
    try beside("python3", ["-m", "markdown"], [file], other, work, &table)
    try beside("pandoc", [], ["-f", "markdown", "-t", "json", file], other, work, &table)
  }

  private func beside(
    _ name: String, _ first: [String], _ arguments: [String], _ other: (String, Measure)?, _ work: String,
    _ table: inout Table
  ) throws {
    guard let program = Program(named: name, first) else {
      return table.add("\(name), \(work)", missing: "not measured: it is not installed")
    }
    table.add("\(program.name), \(work)", try Measure(runs: 1, of: program, arguments), beside: other)
  }
}
