internal import MotionKit

extension DiffPage {
  /// For a terminal or a pipe: `[-gone-]` and `{+come+}`, in colour too where there is a screen for it.
  package func plainText(colour: Bool) -> String {
    var lines: [String] = []
    for change in diff.changes {
      if !lines.isEmpty { lines.append("") }
      let heading = "\(place(change))  \(word(change.kind))"
      lines.append(colour ? "\u{1B}[1m\(DiffPage.visible(heading))\u{1B}[0m" : DiffPage.visible(heading))
      let text = change.segments.map { marked($0, colour: colour) }.joined()
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
    }
    if let nothing { lines.append(nothing) }
    if let renumbering {
      if !lines.isEmpty { lines.append("") }
      lines.append(DiffPage.visible(renumbering))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func marked(_ segment: TextSegment, colour: Bool) -> String {
    let text = DiffPage.visible(segment.text)
    switch segment.kind {
    case .same: return text
    case .delete: return wrapped(text, "[-", "-]", colour ? "\u{1B}[31m" : nil)
    case .insert: return wrapped(text, "{+", "+}", colour ? "\u{1B}[32m" : nil)
    }
  }

  private func wrapped(_ text: String, _ open: String, _ close: String, _ colour: String?) -> String {
    let parts = DiffPage.parts(text)
    let marked = open + parts.inner + close
    return parts.before + (colour.map { "\($0)\(marked)\u{1B}[0m" } ?? marked) + parts.after
  }

  /// A text must not steer the terminal it is shown on: control characters become U+FFFD, line ends and tabs stay.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      visible.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(visible)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
