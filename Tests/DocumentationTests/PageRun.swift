import Foundation

/// One run of a page's examples in a sandbox.
struct PageRun {
  /// What a command printed, standard output and errors as a terminal shows them, `[exit N]` under it where it
  /// ended with another status than 0; nil where the shell did not get that far.
  var outputs: [[String]?]

  init(_ page: Page) async throws {
    outputs = try await Sandbox.with { sandbox in
      try await PageRun.run(page, in: sandbox)
    }
  }

  private static func run(_ page: Page, in sandbox: Sandbox) async throws -> [[String]?] {
    // One shell runs the whole page, so that `cd` and `export` last; each command is a script of its own, so that
    // nothing need be quoted.
    var script: [String] = []
    var folder = "work"
    var (files, commands, folders) = (0, 0, 0)
    for step in page.steps {
      switch step {
      case .fresh:
        folders += 1
        folder = "work-\(folders)"
        try FileManager.default.createDirectory(
          at: sandbox.root.appending(path: folder), withIntermediateDirectories: true)
        script.append("cd '\(sandbox.path(folder))'")
      case .file(let name, let text):
        files += 1
        try sandbox.write(text, to: "script/file-\(files)")
        let place = sandbox.root.appending(path: folder).appending(path: name).path(percentEncoded: false)
        script.append("mkdir -p \"$(dirname '\(place)')\" && cp '\(sandbox.path("script/file-\(files)"))' '\(place)'")
      case .command(let command):
        commands += 1
        try sandbox.write(command.text + "\n", to: "script/command-\(commands)")
        let output = sandbox.path("output/\(commands)")
        script.append(". '\(sandbox.path("script/command-\(commands)"))' > '\(output)' 2>&1 < /dev/null")
        script.append("echo $? > '\(output).status'")
      }
    }
    try sandbox.write(script.joined(separator: "\n") + "\n", to: "script/page")
    _ = try await sandbox.shell("script/page")
    return (1...max(commands, 1)).prefix(commands).map { index in
      guard let status = sandbox.read("output/\(index).status"), let output = sandbox.read("output/\(index)") else {
        return nil
      }
      // Whoever reads the page has no such folder.
      let text = String(decoding: output, as: UTF8.self).replacing(sandbox.root.path(percentEncoded: false), with: "…")
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      // That the clock is a given one is so throughout and would only be in the reader's way.
      lines.removeAll { $0.hasPrefix("note: the clock is set to ") && $0.hasSuffix(" by MOTIONS_NOW") }
      let code = String(decoding: status, as: UTF8.self).filter { $0.isNumber }
      return code == "0" ? lines : lines + ["[exit \(code)]"]
    }
  }
}
