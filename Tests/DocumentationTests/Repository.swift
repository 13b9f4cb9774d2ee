import Foundation

/// Where the texts under test lie: the checkout that this file was compiled from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files under a folder whose names end so, as paths from the root, in the order of their bytes.
  static func files(under folder: String, ending: String) -> [String] {
    let walk = FileManager.default.enumerator(atPath: root.appending(path: folder).path(percentEncoded: false))
    var paths: [String] = []
    while let path = walk?.nextObject() as? String {
      let hidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      if path.hasSuffix(ending), !hidden { paths.append("\(folder)/\(path)") }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every page whose examples are run.
  static let pages = ["README.md"].filter { (try? text($0)) != nil } + files(under: "Docs", ending: ".md")

  /// The built `motions`, which lies beside the test bundle; `MOTIONS_BINARY` names another.
  static let command: URL? = {
    if let path = ProcessInfo.processInfo.environment["MOTIONS_BINARY"] { return URL(filePath: path) }
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap { [$0.bundleURL, $0.bundleURL.deletingLastPathComponent()] }
    return folders.map { $0.appending(path: "motions") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) && !$0.isFolder }
  }()

  /// Whether pages and generated files are to be rewritten with what the command says now.
  static let records = ProcessInfo.processInfo.environment["MOTIONS_RECORD_DOCS"] != nil
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false }
}
