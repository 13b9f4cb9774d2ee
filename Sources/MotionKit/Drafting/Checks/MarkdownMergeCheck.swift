/// Clauses that a page showing Markdown runs together into one paragraph.
///
/// Markdown knows `1.`, `1)` and bullets. `(a)`, `a)`, `1.1` and `3A.` are words to it, and lines without a blank line
/// between are one paragraph. This is said of texts that are plainly meant to be shown so (they have `# headings`,
/// `**bold**` words or links). `motions check --fix` puts blank lines between.
///
/// ```markdown
/// # Bus fares
///
/// 1. We ask the council to:
///
///    a) freeze fares;
///    b) publish its figures.
/// ```
///
/// ```markdown
/// # Bus fares
///
/// 1. We ask the council to:
///
///    a) freeze fares;
///
///    b) publish its figures.
/// ```
enum MarkdownMergeCheck: Check {
  static let code = "markdown-merge"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    let markdown = draft.markdown
    guard markdown.isMarkdown else { return [] }
    var findings: [Finding] = []
    var run: (first: Int, last: Int, text: [UInt8], end: Int)?
    func close() {
      guard let known = run else { return }
      run = nil
      let (first, last) = (document.nodes[known.first], document.nodes[known.last])
      guard let from = first.label, let to = last.label,
        let text = String(validating: known.text, as: UTF8.self)
      else { return }
      let start = document.lineStart(of: from.span.lowerBound)
      findings.append(
        finding(
          .note, .merged(from.printed, to.printed), at: from.span.lowerBound..<to.span.upperBound,
          path: first.path.text, edit: SourceEdit(span: start..<known.end, replacement: text)))
    }
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard node.kind == .clause || node.kind == .bullet, node.label != nil else { continue }
      let line = document.lines.line(of: node.span.lowerBound)
      guard markdown.lines[line].role == .joined else { continue }
      let start = document.lines.starts[line]
      if let known = run, document.nodes[known.last].extent.upperBound < start { close() }
      let blank = document.lines.end(ofLine: line - 1, in: document.bytes)
      if let known = run {
        run = (known.first, index, known.text + document.bytes[known.end..<start] + blank, start)
      } else {
        run = (index, index, blank, start)
      }
    }
    close()
    return draft.safe(findings) { draft.hasSameParts(as: $0) }
  }
}

extension CheckMessage {
  fileprivate static func merged(_ first: String, _ last: String) -> CheckMessage {
    CheckMessage(
      first.utf8.elementsEqual(last.utf8)
        ? "A page that shows Markdown runs “\(first)” into the paragraph above it."
        : "A page that shows Markdown runs “\(first)” to “\(last)” into the paragraph above them.",
      instead: "Leave a blank line before each.")
  }
}

extension LineIndex {
  /// The line end of a line: LF, CRLF or CR.
  func end(ofLine line: Int, in bytes: [UInt8]) -> [UInt8] {
    guard line >= 0, line + 1 < starts.count else { return [10] }
    let next = min(starts[line + 1], bytes.count)
    guard next > 0, bytes[next - 1] == 10 else { return [13] }
    return next > 1 && bytes[next - 2] == 13 ? [13, 10] : [10]
  }
}
