internal import CanonicalJSON

/// Why a command could not do its work: what, where, and what to do instead.
struct Failure: Error {
  var status: ExitStatus
  /// A stable name with a page in the errors gallery, such as `no-such-clause`.
  var code: String
  var message: String
  var file: String?
  /// 1-based.
  var line: Int?
  var column: Int?
  /// The line in question, as it stands in the file.
  var excerpt: String?
  /// What to write or do instead.
  var help: String?

  init(
    _ status: ExitStatus, _ code: String, _ message: String, file: String? = nil, line: Int? = nil,
    column: Int? = nil, excerpt: String? = nil, help: String? = nil
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.help = help
  }

  /// Place, explanation, excerpt with a mark, help.
  var text: String {
    var lines: [String] = []
    var place = file ?? ""
    if let line { place += place.isEmpty ? "line \(line)" : ":\(line)" }
    if let column { place += ":\(column)" }
    // The name stands at the end of the first line; what follows it is a list.
    var said = message.split(separator: "\n", omittingEmptySubsequences: false)
    let first = said.isEmpty ? "" : said.removeFirst()
    lines.append("\(place.isEmpty ? "" : "\(place): ")error: \(first) [\(code)]")
    lines += said.map(String.init)
    if let excerpt {
      lines.append("  | \(excerpt)")
      if let column {
        let blanks = excerpt.unicodeScalars.prefix(max(column - 1, 0)).map { $0 == "\t" ? "\t" : " " }.joined()
        lines.append("  | \(blanks)^")
      }
    }
    if let help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }

  /// `motions.error/1`.
  var json: JSON {
    [
      "schema": "motions.error/1", "code": .string(code), "message": .string(message), "file": JSON(file),
      "line": JSON(line), "column": JSON(column), "help": JSON(help),
    ]
  }
}
