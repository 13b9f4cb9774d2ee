import Dispatch
import Foundation

/// The times that one piece of work took.
struct Measure {
  private let times: [Duration]

  /// Once to warm up, then so many times.
  init(runs: Int, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    try work()
    times = try (0..<runs).map { _ in try clock.measure(work) }.sorted()
  }

  var median: Duration { times[times.count / 2] }
  var fastest: Duration { times[0] }
  var slowest: Duration { times[times.count - 1] }

  /// `12.3 ms (11.9 to 14.0)`
  var shown: String {
    "\(Measure.milliseconds(median)) ms (\(Measure.milliseconds(fastest)) to \(Measure.milliseconds(slowest)))"
  }

  static func milliseconds(_ time: Duration) -> String {
    let value = seconds(time) * 1000
    return String(format: value < 10 ? "%.2f" : "%.1f", value)
  }

  static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

/// Another program, run whole: its start, its work and its output, which is thrown away.
struct Program {
  let path: String

  /// The program of this name in the places where the shell looks; nil where there is none.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) else {
      return nil
    }
    path = "\(folder)/\(name)"
  }

  init?(at path: String) {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    self.path = path
  }

  func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Waiting in the run loop looks only every 50 ms.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    ended.wait()
  }
}
