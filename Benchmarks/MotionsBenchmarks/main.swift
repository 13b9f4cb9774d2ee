import Foundation

// Measures and prints a table in Markdown. Without a concern named, all of them.
//
//   swift build -c release -Xswiftc -static-executable --scratch-path .build-benchmarks
//   .build-benchmarks/release/MotionsBenchmarks [--command PATH OF motions] [parse] [diff] [reading] [composing] [ledger]

var words = Array(CommandLine.arguments.dropFirst())
var command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "motions")
  .path(percentEncoded: false)
if let option = words.firstIndex(of: "--command"), option + 1 < words.count {
  command = words[option + 1]
  words.removeSubrange(option...option + 1)
}
let motions = Program(at: command)
let concerns = words.isEmpty ? ["parse", "diff", "reading", "composing", "ledger"] : words

var table = Table()
for concern in concerns {
  switch concern {
  case "parse": try ParseBenchmarks(motions: motions).run(&table)
  case "diff": try DiffBenchmarks(motions: motions).run(&table)
  case "reading": ReadingBenchmarks().run(&table)
  case "composing": try ComposingBenchmarks().run(&table)
  case "ledger": try LedgerBenchmarks(motions: motions).run(&table)
  default: table.add(concern, missing: "no such concern: parse, diff, reading, composing or ledger")
  }
}
print(table.markdown, terminator: "")
