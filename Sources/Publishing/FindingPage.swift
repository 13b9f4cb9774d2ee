package import MotionKit

/// Findings for a person: place, what, the line with a mark under the place, what to write instead.
package struct FindingPage {
  /// What the text is called.
  package var name: String
  package var document: Document
  package var findings: [Finding]

  package init(name: String, document: Document, findings: [Finding]) {
    self.name = name
    self.document = document
    self.findings = findings
  }

  /// One finding after another, each on lines of its own; empty where there is none.
  package var plainText: String { findings.map { text(of: $0) + "\n" }.joined() }

  private func text(of finding: Finding) -> String {
    let place = finding.span.map { document.place(of: $0.lowerBound) }
    var lines = [
      name + (place.map { ":\($0.line):\($0.column)" } ?? "")
        + ": \(finding.severity.rawValue): \(finding.message) [\(finding.code)]"
    ]
    if let span = finding.span, let place {
      let (line, mark) = excerpt(at: span.lowerBound, column: place.column)
      lines += ["  | \(line)", "  | \(mark)^"]
    }
    if let fix = finding.fix { lines.append("help: \(fix)") }
    return lines.joined(separator: "\n")
  }

  /// As much of a line as a terminal shows, and the blanks before the mark.
  private func excerpt(at offset: Int, column: Int) -> (line: String, mark: String) {
    let line = Array(document.line(containing: offset).unicodeScalars)
    let from = max(0, column - 1 - 50)
    let shown = line.dropFirst(from).prefix(90)
    let before = line.dropFirst(from).prefix(column - 1 - from)
    let text = (from > 0 ? "…" : "") + printable(shown) + (from + 90 < line.count ? "…" : "")
    return (text, (from > 0 ? " " : "") + before.map { $0 == "\t" ? "\t" : isHidden($0) ? "" : " " }.joined())
  }

  /// What nobody sees must not turn or cut the line that shows it.
  private func printable(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.filter { !isHidden($0) }))
  }

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: scalar.properties.generalCategory == .nonspacingMark
    }
  }
}
