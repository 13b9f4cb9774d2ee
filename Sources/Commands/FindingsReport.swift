internal import MotionKit
internal import Platform

/// Findings said on stderr, each with its place, the line and a mark under it, and what to write instead.
struct FindingsReport {
  var name: String
  var document: Document

  func say(_ findings: [Finding], in world: World) {
    for finding in findings { world.say(text(finding)) }
  }

  private func text(_ finding: Finding) -> String {
    guard let span = finding.span else {
      return "\(name): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]" + help(finding)
    }
    let place = document.place(of: span.lowerBound)
    var lines = [
      "\(name):\(place.line):\(place.column): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]"
    ]
    let line = Array(document.line(containing: span.lowerBound).unicodeScalars)
    // The start of a long line would push the mark off the screen.
    let from = max(0, place.column - 61)
    let shown = String(String.UnicodeScalarView(line.dropFirst(from).prefix(100)))
    lines.append("  | \(from > 0 ? "…" : "")\(shown)\(line.count > from + 100 ? "…" : "")")
    let before = line.dropFirst(from).prefix(max(place.column - 1 - from, 0)).map { $0 == "\t" ? "\t" : " " }
    lines.append("  | \(from > 0 ? " " : "")\(before.joined())^")
    return lines.joined(separator: "\n") + help(finding)
  }

  private func help(_ finding: Finding) -> String { finding.fix.map { "\nhelp: \($0)" } ?? "" }
}
