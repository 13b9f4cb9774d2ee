/// Lines that a page showing Markdown shows as program text.
///
/// After a blank line, four blanks or a tab more than the text around has make such a block: narrow letters, and lines
/// that do not wrap. `motions check --fix` takes the blanks off that are too many, if the clauses stay what they are.
///
/// ```markdown
/// # Bus fares
///
/// Our demands are these:
///
///     Fares are frozen.
/// ```
///
/// ```markdown
/// # Bus fares
///
/// Our demands are these:
///
///    Fares are frozen.
/// ```
enum CodeBlockCheck: Check {
  static let code = "code-block"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    let markdown = draft.markdown
    let raw = Set(
      document.nodes.filter { $0.kind == .raw }.flatMap { node in
        document.lines.line(
          of: node.extent.lowerBound)...document.lines.line(of: max(node.extent.lowerBound, node.extent.upperBound - 1))
      })
    var findings: [Finding] = []
    var line = 0
    while line < markdown.lines.count {
      guard markdown.lines[line].role == .code, !raw.contains(line) else {
        line += 1
        continue
      }
      let first = line
      while line < markdown.lines.count, markdown.lines[line].role == .code { line += 1 }
      let start = document.lines.starts[first]
      let end = line < document.lines.starts.count ? document.lines.starts[line] : document.bytes.count
      let room = markdown.lines[first].room
      let text = (first..<line).flatMap { dedented($0, to: room + 3, document) }
      let place = document.bytes[start..<end].firstIndex { $0 != 32 && $0 != 9 } ?? start
      findings.append(
        finding(
          markdown.isMarkdown ? .warning : .note, .code, at: start..<end, path: document.path(at: place),
          replacement: String(validating: text, as: UTF8.self)))
    }
    return draft.safe(findings) { draft.hasSameParts(as: $0) }
  }

  /// A line with its white space cut to so many blanks.
  private static func dedented(_ line: Int, to indent: Int, _ document: Document) -> [UInt8] {
    let start = document.lines.starts[line]
    let end = line + 1 < document.lines.starts.count ? document.lines.starts[line + 1] : document.bytes.count
    let text = document.bytes[start..<end].drop { $0 == 32 || $0 == 9 }
    return Array(repeating: 32, count: indent) + text
  }
}

extension CheckMessage {
  fileprivate static let code = CheckMessage(
    "So far to the right, a page that shows Markdown takes these words for program text.",
    instead: "Begin the line less than four blanks to the right of the text above it.")
}
