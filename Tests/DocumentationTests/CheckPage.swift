/// The page of one check, made of the comment above its type in the sources.
struct CheckPage {
  var code: String
  /// The first paragraph: the fault in one sentence.
  var summary: String
  /// What else there is to say of it, as Markdown.
  var prose: [String]
  /// Further rules of the example, where it needs some.
  var rules: [String]?
  var wrong: [String]
  /// Nil where no other text would help.
  var mended: [String]?

  static let folder = "Docs/checks"
  var path: String { "\(CheckPage.folder)/\(code).md" }

  /// Every check of the sources, in the order of their codes.
  static func all() throws -> [CheckPage] {
    try Repository.files(under: "Sources/MotionKit/Drafting/Checks", ending: "Check.swift")
      .map { try CheckPage(source: Repository.text($0), path: $0) }.sorted { $0.code < $1.code }
  }

  struct NoPage: Error, CustomStringConvertible {
    var description: String
  }

  init(source: String, path: String) throws {
    guard let code = source.firstMatch(of: /static let code = "([a-z0-9-]+)"/)?.output.1 else {
      throw NoPage(description: "\(path) has no code")
    }
    self.code = String(code)
    let comment = source.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("///") }
      .map { String($0.dropFirst(3).drop { $0 == " " }) == "" ? "" : String($0.dropFirst(4)) }
    guard let first = comment.first, first.hasSuffix(".") else {
      throw NoPage(description: "\(path): the comment begins with one sentence on a line of its own")
    }
    summary = first
    prose = []
    var blocks: [(language: String, lines: [String])] = []
    var isBlock = false
    for line in comment.dropFirst() {
      if line.hasPrefix("```") {
        if !isBlock { blocks.append((String(line.dropFirst(3)), [])) }
        isBlock.toggle()
      } else if isBlock {
        blocks[blocks.count - 1].lines.append(line)
      } else {
        prose.append(line)
      }
    }
    while prose.last == "" { prose.removeLast() }
    while prose.first == "" { prose.removeFirst() }
    rules = blocks.first { $0.language == "yaml" }?.lines
    let texts = blocks.filter { $0.language == "markdown" }.map(\.lines)
    guard let wrong = texts.first, texts.count <= 2, !isBlock else {
      throw NoPage(description: "\(path): the comment has a text that breaks the rule, and at most one more, mended")
    }
    self.wrong = wrong
    mended = texts.count == 2 ? texts[1] : nil
  }

  /// The page without what the commands on it print.
  var text: String {
    var lines = ["# \(code)", "", summary, ""]
    if !prose.isEmpty { lines += prose + [""] }
    let option = rules == nil ? "" : " --rules rules.yaml"
    if let rules {
      lines += ["By these rules:", ""]
      lines += ["```yaml file=rules.yaml", "name: Riverside branch", "time-zone: Europe/London"] + rules + ["```", ""]
      lines += ["the text", ""]
    } else {
      lines += ["The text", ""]
    }
    lines += file(wrong, "motion.md")
    lines += ["is answered with", "", "```console", "$ motions check motion.md\(option)", "```", ""]
    if let mended {
      lines += ["Mended, it is in order:", ""] + file(mended, "mended.md")
      lines += ["```console", "$ motions check mended.md\(option)", "```", ""]
    }
    lines += ["[All checks](README.md)", ""]
    return lines.joined(separator: "\n")
  }

  private static let head = ["---", "title: Bus fares", "mover: Riverside branch", "seconder: Harbour branch", "---"]

  /// A file as a block; what nobody would see on the page is put into it by a command.
  private func file(_ text: [String], _ name: String) -> [String] {
    let whole = text.first == "---" ? text : CheckPage.head + text
    guard whole.contains(where: { $0.contains("\\u{") }) else {
      return ["```markdown file=\(name)"] + whole + ["```", ""]
    }
    var named: [String] = []
    let escaped = whole.map { line in
      line.replacing(/\\u\{([0-9A-F]+)\}/) { match in
        let value = UInt32(match.output.1, radix: 16) ?? 0
        // One byte that begins no letter.
        let bytes = value == 0xFF ? [0xFF] : Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
        let octal = bytes.map { byte in
          "\\0" + String(repeating: "0", count: 3 - String(byte, radix: 8).count) + String(byte, radix: 8)
        }.joined()
        let name = value == 0xFF ? "a byte that is no letter" : value == 9 ? "a tab" : "U+\(hex(value))"
        if !named.contains("`\(octal)` stands for \(name)") { named.append("`\(octal)` stands for \(name)") }
        return octal
      }
    }
    return ["```text file=\(name).txt"] + escaped
      + ["```", "", "(where \(named.joined(separator: ", ")))", "", "```console"]
      + ["$ printf '%b\\n' \"$(cat \(name).txt)\" > \(name)", "```", ""]
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The page that lists them.
  static func index(of pages: [CheckPage]) -> String {
    var lines = [
      "# Checks", "",
      "What `motions check` looks at. Each finding has its place, a name in brackets that never changes, and what to write",
      "instead; `motions check --fix` makes the changes that are safe to make. An error makes the exit status 1; warnings",
      "and notes do not.", "",
      "Each page is made of the comment above the check in the sources; its examples are run.", "",
      "| check | what it finds |", "|---|---|",
    ]
    lines += pages.map { "| [\($0.code)](\($0.code).md) | \($0.summary) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}
