internal import Foundation

/// A folder that is gone with its test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = URL(filePath: NSTemporaryDirectory()).appending(path: "motions-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path().hasSuffix("/") ? String(url.path().dropLast()) : url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
