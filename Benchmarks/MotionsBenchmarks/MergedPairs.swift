import Foundation
import MotionKit

/// Pairs of edited copies of one text, with what a careful secretary says of them: the tables of the tests.
struct MergedPairs {
  struct Pair {
    var base: String
    var ours: String
    var theirs: String
    /// The text that both give; nil where they cannot both stand.
    var text: String?
  }

  let pairs: [Pair]

  /// Nil where the tables are not beside this file's package.
  init?() {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Tests/MotionKitTests/Fixtures/merge/amendment-pairs.json")
    guard let data = try? Data(contentsOf: tests),
      let cases = try? JSONDecoder().decode([Case].self, from: data)
    else { return nil }
    pairs = cases.compactMap { one in
      guard one.amendments.count == 2, let ours = one.amendments[0].copy, let theirs = one.amendments[1].copy else {
        return nil
      }
      let text = one.verdict == "conflict" ? nil : one.text
      return Pair(base: one.base, ours: ours, theirs: theirs, text: text)
    }
  }

  private struct Case: Decodable {
    struct Given: Decodable {
      var copy: String?
    }

    var base: String
    var amendments: [Given]
    var verdict: String
    var text: String
  }

  /// How many the library gets wrong.
  func wrong() -> Int {
    pairs.count { pair in
      let composition = composed(pair)
      return pair.text.map { Array($0.utf8) != composition.bytes || composition.verdict == .conflict }
        ?? (composition.verdict != .conflict)
    }
  }

  func composed(_ pair: Pair) -> Composition {
    let base = Document(parsing: pair.base)
    return Composition(
      of: base,
      with: [
        Amendment(name: "A1", deriving: Document(parsing: pair.ours), from: base),
        Amendment(name: "A2", deriving: Document(parsing: pair.theirs), from: base),
      ])
  }

  /// How many `git merge-file` gets wrong: it joins what cannot both stand, refuses what can, or gives another text.
  func wrong(by git: Program, in folder: Folder, words: Bool) throws -> Int {
    try pairs.count { pair in
      let given = [pair.ours, pair.base, pair.theirs].map { words ? MergedPairs.wordPerLine($0) : $0 }
      let files = try zip(["ours", "base", "theirs"], given).map { try folder.file($0, $1) }
      let clean = try git.run(["merge-file", "-q"] + files, expectingFailure: true)
      guard let text = pair.text else { return clean }
      let merged = try String(contentsOfFile: files[0], encoding: .utf8)
      return !clean || merged != (words ? MergedPairs.wordPerLine(text) : text)
    }
  }

  /// Words and line ends each on a line of their own, the usual way to make a merge by lines one by words.
  private static func wordPerLine(_ text: String) -> String {
    text.replacing("\n", with: " ¶ ").split(separator: " ").joined(separator: "\n") + "\n"
  }
}

extension Program {
  /// Runs it and says whether it ended well.
  func run(_ arguments: [String], expectingFailure: Bool) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = first + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
