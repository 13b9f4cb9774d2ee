/// The frame of every page: it asks for nothing from elsewhere, follows a dark screen, and prints in black.
struct WebPage {
  /// As people wrote it; what stands between the tags of `body` is escaped already.
  var title: String
  var body: String
  /// Beside the style that all pages have.
  var style = ""
  /// What stands at the end of the page, such as a script.
  var end = ""
  /// What the page may load and run, where that is said to the browser.
  var policy: String?

  var html: String {
    let title = WebPage.escaped(title)
    let policy =
      self.policy.map { "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(WebPage.escaped($0))\">" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">\(policy)
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(WebPage.style)\(style.isEmpty ? "" : "\n" + style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(body)</main>
      \(end)</body>
      </html>

      """
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
