/// A Markdown page and what it says to do: files to write and commands to run, in the order of the text.
struct Page {
  /// One thing that a page does.
  enum Step: Hashable {
    /// The folder is left for a new, empty one.
    case fresh
    case file(name: String, text: String)
    case command(Command)
  }

  /// A command line of a console block with the output that the page shows under it.
  struct Command: Hashable {
    /// 1-based, of the command itself.
    var line: Int
    var text: String
    /// The lines shown under the command, without the indentation of their block.
    var expected: [String]
    /// Where those lines stand in `Page.lines`.
    var place: Range<Int>
    var indentation: String
  }

  /// A fenced block.
  private struct Fence {
    var indentation: Int
    var mark: Character
    var length: Int
    var words: [Substring]

    /// A run of at least three backticks or tildes opens a block; the words after it say what the block is.
    init?(opening line: String) {
      let rest = line.drop { $0 == " " }
      guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
      let words = rest.drop { $0 == mark }
      length = rest.count - words.count
      guard length >= 3 else { return nil }
      indentation = line.count - rest.count
      self.mark = mark
      self.words = words.split(separator: " ")
    }

    func isClosed(by line: String) -> Bool {
      let rest = line.drop { $0 == " " }
      let end = rest.drop { $0 == mark }
      return rest.count - end.count >= length && end.allSatisfy { $0 == " " }
    }

    func content(_ line: String) -> String {
      var rest = line[...]
      for _ in 0..<indentation where rest.first == " " { rest = rest.dropFirst() }
      return String(rest)
    }
  }

  var lines: [String]
  var steps: [Step] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      guard let fence = Fence(opening: lines[index]) else {
        index += 1
        continue
      }
      let first = index + 1
      var end = first
      while end < lines.count, !fence.isClosed(by: lines[end]) { end += 1 }
      read(fence, first..<end)
      index = end + 1
    }
  }

  private mutating func read(_ fence: Fence, _ range: Range<Int>) {
    if fence.words.contains("fresh") { steps.append(.fresh) }
    if let name = fence.words.first(where: { $0.hasPrefix("file=") }) {
      let text = range.map { fence.content(lines[$0]) + "\n" }.joined()
      steps.append(.file(name: String(name.dropFirst(5)), text: text))
    } else if fence.words.first == "console" {
      readConsole(fence, range)
    }
  }

  private mutating func readConsole(_ fence: Fence, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var text = fence.content(lines[index])
      index += 1
      guard text.hasPrefix("$ ") else { continue }
      text.removeFirst(2)
      // A backslash at the end of the line goes on in the next one, as in a shell.
      while text.hasSuffix("\\"), index < range.upperBound {
        text += "\n" + fence.content(lines[index])
        index += 1
      }
      let output = index
      while index < range.upperBound, !fence.content(lines[index]).hasPrefix("$ ") { index += 1 }
      steps.append(
        .command(
          Command(
            line: start + 1, text: text, expected: (output..<index).map { fence.content(lines[$0]) },
            place: output..<index, indentation: String(repeating: " ", count: fence.indentation))))
    }
  }

  var commands: [Command] {
    steps.compactMap { step in if case .command(let command) = step { command } else { nil } }
  }

  /// The page with other output under its commands, given in their order.
  func recording(_ outputs: [[String]]) -> String {
    var result = lines
    for (command, output) in zip(commands, outputs).reversed() {
      result.replaceSubrange(command.place, with: output.map { $0.isEmpty ? "" : command.indentation + $0 })
    }
    return result.joined(separator: "\n")
  }
}
