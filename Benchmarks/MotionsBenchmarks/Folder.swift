import Foundation

/// A folder for the files of one run, taken away at its end.
struct Folder {
  let path: String

  static func temporary(_ work: (Folder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "motions-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try work(Folder(path: url.path(percentEncoded: false)))
  }

  /// The path of a new file of this text.
  func file(_ name: String, _ text: String) throws -> String {
    let path = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}
