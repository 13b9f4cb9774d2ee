import Foundation

/// What one piece of work took: time on the clock, time of the processor, memory.
struct Measure {
  /// One run each, the fastest first.
  private let walls: [Double]
  private let processors: [Double]
  /// The most bytes that were resident at once, of the whole process; nil where the system does not say.
  let memory: Int?

  /// Work in this process: once to warm up and to see its memory, then so many times.
  init(runs: Int, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    memory = try PeakMemory.during(work)
    var walls: [Double] = []
    var processors: [Double] = []
    for _ in 0..<runs {
      let before = Measure.processorSeconds
      walls.append(Measure.seconds(try clock.measure(work)))
      processors.append(Measure.processorSeconds - before)
    }
    self.walls = walls.sorted()
    self.processors = processors.sorted()
  }

  /// Two pieces of work in turns, so that a disk or a machine that others use as well hits both alike.
  static func inTurns(
    runs: Int, _ work: () throws -> Void, _ other: () throws -> Void
  ) rethrows -> (Measure, Measure) {
    let pairs = try (0..<runs).map { _ in (try Measure(runs: 1, work), try Measure(runs: 1, other)) }
    return (Measure(joining: pairs.map(\.0)), Measure(joining: pairs.map(\.1)))
  }

  private init(joining measures: [Measure]) {
    walls = measures.flatMap(\.walls).sorted()
    processors = measures.flatMap(\.processors).sorted()
    memory = measures.compactMap(\.memory).max()
  }

  /// Another program, run whole with its start and its output, which is thrown away.
  init(runs: Int, of program: Program, _ arguments: [String]) throws {
    _ = try program.run(arguments)
    self.init(uses: try (0..<runs).map { _ in try program.run(arguments) })
  }

  /// Runs of another program that are over.
  init(uses: [Program.Use]) {
    walls = uses.map(\.wall).sorted()
    processors = uses.map(\.processor).sorted()
    memory = uses.compactMap(\.memory).max()
  }

  /// Seconds; the median.
  var wall: Double { walls[walls.count / 2] }
  var processor: Double { processors[processors.count / 2] }

  /// `12.3 ms (11.9 to 14.0)`
  var shownWall: String {
    let (fastest, slowest) = (Measure.milliseconds(walls[0]), Measure.milliseconds(walls[walls.count - 1]))
    return "\(Measure.milliseconds(wall)) ms (\(fastest) to \(slowest))"
  }
  var shownProcessor: String { "\(Measure.milliseconds(processor)) ms" }
  var shownMemory: String { memory.map { String(format: "%.1f MB", Double($0) / 1e6) } ?? "–" }

  private static func milliseconds(_ seconds: Double) -> String {
    let value = seconds * 1000
    return String(format: value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%.0f", value)
  }

  private static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// User and system time of this process so far.
  private static var processorSeconds: Double {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage.seconds
  }
}

extension rusage {
  /// User and system time together.
  var seconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }

  /// The most bytes resident at once.
  var peakBytes: Int {
    #if os(Linux)
      ru_maxrss * 1024
    #else
      ru_maxrss
    #endif
  }
}
