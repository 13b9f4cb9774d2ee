import Foundation

/// An empty folder and a shell that finds the built `motions` and nothing of the person who runs the tests.
struct Sandbox {
  let root: URL
  private let command: URL

  /// Removed again when the work is done.
  static func with<Result>(_ work: (Sandbox) async throws -> Result) async throws -> Result {
    let sandbox = try Sandbox()
    defer { try? FileManager.default.removeItem(at: sandbox.root) }
    return try await work(sandbox)
  }

  struct NoCommand: Error, CustomStringConvertible {
    var description: String { "the built motions does not lie beside the tests" }
  }

  private init() throws {
    guard let command = Repository.command else { throw NoCommand() }
    self.command = command
    root = FileManager.default.temporaryDirectory.appending(path: "motions-\(UUID().uuidString)")
    for name in ["bin", "home", "script", "output", "work"] {
      try FileManager.default.createDirectory(at: root.appending(path: name), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "bin/motions"), withDestinationURL: command.absoluteURL)
  }

  /// The moment at which the examples happen, unless they say another: a Monday evening in March.
  static let moment = "2027-03-01T19:00:00Z"

  var environment: [String: String] {
    [
      "PATH": "\(path("bin")):/usr/local/bin:/usr/bin:/bin", "HOME": path("home"), "MOTIONS_NOW": Sandbox.moment,
      "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb", "REPOSITORY": Repository.root.path(percentEncoded: false),
    ]
  }

  func path(_ name: String) -> String { root.appending(path: name).path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws {
    let place = root.appending(path: name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: name))).map { Array($0) }
  }

  /// Runs a script of the sandbox with /bin/sh in the folder `work`; gives its exit status.
  func shell(_ script: String) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [path(script)]
    process.currentDirectoryURL = root.appending(path: "work")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { continuation.resume(throwing: error) }
      }
    } onCancel: {
      process.terminate()
    }
  }
}
