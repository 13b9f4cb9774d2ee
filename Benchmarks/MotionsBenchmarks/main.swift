import Foundation

// Measures and prints a table. The command measured is the one named, else the one built beside this program.
//
//   swift build -c release --scratch-path .build-benchmarks
//   .build-benchmarks/release/MotionsBenchmarks [PATH OF motions]

let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "motions")
let motions = Program(at: CommandLine.arguments.dropFirst().first ?? beside.path(percentEncoded: false))
let git = Program(named: "git")

var benchmarks = Benchmarks()
if motions == nil { benchmarks.row("motions diff, whole process", "not measured: the command is not built") }
if git == nil { benchmarks.row("git diff, whole process", "not measured: there is no git") }
benchmarks.parse()
benchmarks.compareInProcess()
try benchmarks.compareWholeProcess(motions, git)
benchmarks.compose()
print(benchmarks.table, terminator: "")
