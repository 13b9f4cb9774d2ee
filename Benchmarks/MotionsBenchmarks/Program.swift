import Foundation

/// Another program on this machine.
struct Program {
  /// What one run of it took.
  struct Use {
    /// Seconds.
    var wall: Double
    var processor: Double
    /// The most bytes resident at once; nil where that is no more than this process holds: until it begins, another
    /// program is counted with the memory of the one that starts it.
    var memory: Int?
  }

  struct Failure: Error { var text: String }

  let name: String
  let path: String
  /// What comes before the arguments of each run.
  let first: [String]

  /// The program of this name in the places where the shell looks; nil where there is none.
  init?(named name: String, _ first: [String] = []) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) else {
      return nil
    }
    self.init(at: "\(folder)/\(name)", first)
  }

  init?(at path: String, _ first: [String] = []) {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    self.name = ([URL(filePath: path).lastPathComponent] + first).joined(separator: " ")
    self.path = path
    self.first = first
  }

  /// Runs it to its end, what it prints thrown away.
  func run(_ arguments: [String]) throws -> Use {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    let words = ([path] + first + arguments).map { strdup($0) }
    let settings = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
    defer { (words + settings).forEach { free($0) } }

    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let refused = posix_spawn(&process, path, &actions, nil, words + [nil], settings + [nil])
    guard refused == 0 else { throw Failure(text: "\(path): \(String(cString: strerror(refused)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let time = (clock.now - start).components
    let own = PeakMemory.peak ?? 0
    return Use(
      wall: Double(time.seconds) + Double(time.attoseconds) / 1e18, processor: usage.seconds,
      memory: usage.peakBytes > own ? usage.peakBytes : nil)
  }
}
