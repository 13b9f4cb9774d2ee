package import MotionKit

/// Findings for a person: place, what, the line with a mark under the place, what to write instead.
package struct FindingPage {
  /// What the text is called.
  package var name: String
  package var document: Document
  package var findings: [Finding]
  /// Where lines are broken between words; nil where whoever reads them breaks them, as programs do.
  package var columns: Int?

  package init(name: String, document: Document, findings: [Finding], columns: Int? = nil) {
    self.name = name
    self.document = document
    self.findings = findings
    self.columns = columns
  }

  /// One finding after another, each on lines of its own; empty where there is none.
  package var plainText: String { findings.map { text(of: $0) + "\n" }.joined() }

  private func text(of finding: Finding) -> String {
    let place = finding.span.map { document.place(of: start(of: $0)) }
    var lines = wrapped(
      name + (place.map { ":\($0.line):\($0.column)" } ?? "")
        + ": \(finding.severity.rawValue): \(finding.message) [\(finding.code)]")
    if let span = finding.span {
      let offset = start(of: span)
      let line = document.line(containing: offset)
      let before = offset - document.lineStart(of: offset)
      let excerpt = Excerpt(of: line, at: before, to: before + span.upperBound - offset)
      lines += ["  | \(excerpt.text)", "  | \(excerpt.mark)"]
    }
    if let fix = finding.fix { lines += wrapped("help: \(fix)") }
    return lines.joined(separator: "\n")
  }

  /// Of whole lines, the first thing in them that can be seen.
  private func start(of span: Range<Int>) -> Int {
    document.bytes[span].firstIndex { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 } ?? span.lowerBound
  }

  private func wrapped(_ text: String) -> [String] {
    guard let columns else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > max(columns, 20) {
        lines.append(line)
        line = "  \(word)"
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
