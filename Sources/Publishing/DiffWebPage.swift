internal import MotionKit

extension DiffPage {
  /// A page by itself: `<del>` and `<ins>`, with words for those who hear the page instead of seeing it.
  package var html: String {
    var body = ""
    for change in diff.changes {
      body += "<section>\n<h2>\(DiffPage.escaped(place(change))) <small>\(word(change.kind))</small></h2>\n<p>"
      body += change.segments.map(element).joined()
      body += "</p>\n</section>\n"
    }
    if let nothing { body += "<p>\(nothing)</p>\n" }
    if let renumbering { body += "<p>\(DiffPage.escaped(renumbering))</p>\n" }
    let title = DiffPage.escaped("\(old) → \(new)")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      body { font-family: Georgia, serif; line-height: 1.5; max-width: 42em; margin: 2em auto; padding: 0 1em; }
      h1, h2 { font-family: sans-serif; }
      h1 { font-size: 1.4em; }
      h2 { font-size: 1.05em; margin-bottom: 0.2em; }
      small { font-weight: normal; }
      section p { margin-top: 0; white-space: pre-wrap; }
      del { background: #fde0dd; color: #7a0010; }
      ins { background: #d9f2e0; color: #00441b; text-decoration: underline; }
      .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(body)</body>
      </html>

      """
  }

  private func element(_ segment: TextSegment) -> String {
    let text = DiffPage.escaped(segment.text)
    switch segment.kind {
    case .same: return text
    case .delete:
      return "<del><span class=\"heard\"> [deleted: </span>\(text)<span class=\"heard\">] </span></del>"
    case .insert:
      return "<ins><span class=\"heard\"> [inserted: </span>\(text)<span class=\"heard\">] </span></ins>"
    }
  }

  /// Text as HTML takes it literally; control characters, which HTML forbids, become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\r": break
      case "\0"..<" ", "\u{7F}"..<"\u{A0}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
