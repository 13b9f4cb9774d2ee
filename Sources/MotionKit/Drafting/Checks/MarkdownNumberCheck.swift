/// A number that a page showing Markdown shows as another one.
///
/// Markdown counts for itself: after 2 comes 3, whatever is written. In a text whose numbers have been sent round
/// (`numbering: frozen`), a clause that was taken out leaves a gap, and from there on the page would show wrong numbers.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// numbering: frozen
/// ---
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 4. We object.
/// ```
enum MarkdownNumberCheck: Check {
  static let code = "markdown-number"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    // In a draft such a number is mended anyhow.
    guard document.numbering != .live else { return [] }
    let markdown = draft.markdown
    return document.nodes.compactMap { node in
      guard node.kind == .clause, let label = node.label, let number = PlainWords.figure(label.bare),
        case .numbered(let shown) = markdown.lines[document.lines.line(of: label.span.lowerBound)].role, shown != number
      else { return nil }
      return finding(.note, .shown(number, as: shown), at: label.span, path: node.path.text)
    }
  }
}

extension CheckMessage {
  fileprivate static func shown(_ number: Int, as other: Int) -> CheckMessage {
    CheckMessage(
      "A page that shows Markdown counts for itself and shows \(other) here, not \(number).",
      instead: "Send the text as it is, or as a page of “motions papers”, not through a program that shows Markdown.")
  }
}

extension Draft {
  var markdown: MarkdownLines { MarkdownLines(document) }
}
