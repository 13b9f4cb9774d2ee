internal import MotionKit

extension DiffPage {
  /// For a message or a wiki: `~~gone~~` and `**come**`.
  package var markdown: String {
    var blocks = ["# \(DiffPage.literal("\(old) → \(new)"))"]
    for change in diff.changes {
      blocks.append("## \(DiffPage.literal(place(change))): \(word(change.kind))")
      let text = change.segments.map(marked).joined()
      if !text.isEmpty { blocks.append(text) }
    }
    if let nothing { blocks.append(nothing) }
    if let renumbering { blocks.append(DiffPage.literal(renumbering)) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func marked(_ segment: TextSegment) -> String {
    let parts = DiffPage.parts(segment.text)
    let inner = DiffPage.literal(parts.inner)
    switch segment.kind {
    case .same: return DiffPage.literal(segment.text)
    case .delete: return parts.before + "~~\(inner)~~" + parts.after
    case .insert: return parts.before + "**\(inner)**" + parts.after
    }
  }

  /// Text as Markdown takes it literally, on one line: a mark at its start must not make a list or a heading of it.
  private static func literal(_ text: String) -> String {
    var literal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "#", "|", "&", "$":
        literal += "\\\(scalar)"
      case "\n", "\t": literal += " "
      case "\r": break
      case "\0"..<" ", "\u{7F}"..<"\u{A0}": literal += "\u{FFFD}"
      case "-", "+":
        literal += literal.isEmpty ? "\\\(scalar)" : "\(scalar)"
      case ".", ")":
        let isLabel = !literal.isEmpty && literal.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        literal += isLabel ? "\\\(scalar)" : "\(scalar)"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
