internal import MotionKit

extension DiffPage {
  /// A page by itself: `<del>` and `<ins>`, with words for those who hear the page instead of seeing it.
  ///
  /// It asks for nothing from elsewhere, follows a dark screen, and prints in black with lines through and under.
  package var html: String {
    var body = "<p class=\"summary\">\(DiffPage.escaped(nothing ?? summary))</p>\n"
    for entry in entries {
      switch entry {
      case .heading(let heading): body += "<h2>\(DiffPage.escaped(heading))</h2>\n"
      case .unchanged where nothing != nil: break
      case .unchanged(let count): body += "<p class=\"rest\">… \(DiffPage.unchanged(count))</p>\n"
      case .kept(let place, let text):
        body += "<div class=\"kept\"><p class=\"place\">\(DiffPage.escaped(place))</p>"
        body += "<p class=\"text\" dir=\"auto\">\(DiffPage.escaped(text))</p></div>\n"
      case .change(let told): body += section(told)
      }
    }
    if !remarks.isEmpty {
      let lines = remarks.map { "<p>\(DiffPage.escaped($0))</p>\n" }.joined()
      body += "<footer>\n\(lines)</footer>\n"
    }
    let title = DiffPage.escaped(title)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(DiffPage.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func section(_ told: DiffEntry.Told) -> String {
    var section = "<section>\n<h3>\(DiffPage.escaped(told.place)) "
    section += "<span class=\"word\">\(DiffPage.escaped(told.word))</span></h3>\n"
    for row in told.rows {
      let place = row.new ?? row.old
      if let place { section += "<p class=\"place\">\(DiffPage.escaped(place))</p>\n" }
      let text = row.segments.map(element).joined()
      if !text.isEmpty { section += "<p class=\"text\" dir=\"auto\">\(text)</p>\n" }
    }
    return section + "</section>\n"
  }

  private func element(_ segment: TextSegment) -> String {
    guard segment.kind != .same else { return DiffPage.escaped(segment.text) }
    let (element, word) = segment.kind == .delete ? ("del", "deleted") : ("ins", "inserted")
    let parts = DiffPage.parts(segment.text)
    return DiffPage.escaped(parts.before)
      + "<\(element)><span class=\"heard\"> [\(word): </span>\(DiffPage.escaped(parts.inner, isMarked: true))"
      + "<span class=\"heard\">] </span></\(element)>" + DiffPage.escaped(parts.after)
  }

  /// Text as HTML takes it literally; control characters, which HTML forbids, become U+FFFD.
  static func escaped(_ text: String, isMarked: Bool = false) -> String {
    var escaped = ""
    for scalar in VisibleText.string(text, isMarked: isMarked).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  static let style = """
    :root { --ink: #1b1b1b; --paper: #fff; --faint: #595959; --line: #cfcfcf;
      --gone: #fde4e1; --gone-ink: #7a0010; --come: #dcf3e3; --come-ink: #00441b; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8e6e3; --paper: #17191c; --faint: #a8a8a8; --line: #44484d;
        --gone: #4a1c1f; --gone-ink: #ffc9c4; --come: #14391f; --come-ink: #bdf0cb; }
    }
    body { color: var(--ink); background: var(--paper); font: 1.06em/1.55 Georgia, serif; margin: 0; }
    main { max-width: 42em; margin: 2em auto; padding: 0 1em; }
    h1, h2, h3, .place, .summary, .rest, footer { font-family: system-ui, sans-serif; }
    h1 { font-size: 1.45em; line-height: 1.25; margin-bottom: 0.3em; overflow-wrap: anywhere; }
    h2 { font-size: 1.15em; margin: 1.8em 0 0.4em; }
    h3 { font-size: 1em; margin: 0 0 0.3em; }
    .word { font-weight: normal; color: var(--faint); margin-left: 0.4em; }
    .summary, .rest, footer { color: var(--faint); font-size: 0.92em; }
    section { margin: 1.3em 0; padding-left: 0.9em; border-left: 3px solid var(--line); }
    .kept { margin: 1em 0; padding-left: calc(0.9em + 3px); }
    .text { margin: 0 0 0.5em; white-space: pre-wrap; overflow-wrap: anywhere; }
    .place { font-size: 0.85em; color: var(--faint); margin: 0.5em 0 0; }
    footer { border-top: 1px solid var(--line); margin-top: 2em; }
    del { background: var(--gone); color: var(--gone-ink); text-decoration: line-through; border-radius: 2px; }
    ins { background: var(--come); color: var(--come-ink); text-decoration: underline; border-radius: 2px; }
    del + ins { margin-left: 0.25em; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media print {
      :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --gone: #fff; --gone-ink: #000;
        --come: #fff; --come-ink: #000; }
      main { max-width: none; margin: 0; }
      ins { font-weight: bold; }
      section, .kept { break-inside: avoid-page; }
      h2, h3 { break-after: avoid-page; }
    }
    """
}
