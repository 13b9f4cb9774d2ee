internal import CanonicalJSON
package import Meeting
internal import MotionKit

/// A body's record as one page that anybody can read, and that checks itself in their browser.
///
/// The entries stand in the page byte for byte; its script computes the chain, the root, the seal, the signature and
/// the digests of the texts again, with nothing but what the browser itself has.
package struct RecordPage: Sendable {
  let state: State
  let reader: Reader
  let name: String
  /// The lines of the ledger, without their LF.
  let lines: [[UInt8]]
  /// The signed head; nil where nobody signed.
  let checkpoint: [UInt8]?
  let keys: [String]
  let seal: String
  /// Gives the SHA-256 in base64, by which the browser knows the page's own script.
  let digest: @Sendable ([UInt8]) -> String

  package init(
    of state: State, reader: Reader, name: String, lines: [[UInt8]], checkpoint: [UInt8]?, keys: [String],
    seal: String, digest: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.state = state
    self.reader = reader
    self.name = name
    self.lines = lines
    self.checkpoint = checkpoint
    self.keys = keys
    self.seal = seal
    self.digest = digest
  }

  package var html: String {
    let script = RecordPage.script
    let run = digest(Array(script.utf8))
    return WebPage(
      title: "The record of \(name)", body: summary + decisions + entries, style: RecordPage.style,
      end: "<script type=\"application/json\" id=\"record\">\(data)</script>\n<script>\(script)</script>\n",
      policy:
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(run)'; base-uri 'none'; form-action 'none'"
    ).html
  }

  private var summary: String {
    """
    <section class="check" aria-labelledby="check">
    <h2 id="check">Does it hold?</h2>
    <p class="seal">Seal: <b id="seal">\(WebPage.escaped(seal))</b></p>
    <div id="found" role="status" aria-live="polite"><p>Not checked: this page checks itself where scripts may run.</p></div>
    <p class="summary">Compare the seal with the one read out in the meeting or printed in the minutes. Whoever could
    change the record could change this page as well: for a check that rests on nothing here, use the files beside it
    with a program of your own.</p>
    </section>

    """
  }

  private var decisions: String {
    guard !state.motions.isEmpty else { return "" }
    var html = "<h2>What was decided</h2>\n"
    for motion in state.motions {
      let title = motion.titleNow.map { " \($0)" } ?? ""
      html += "<section>\n<h3>\(WebPage.escaped(motion.number + title)) "
      html += "<span class=\"word\">\(WebPage.escaped(motion.words + state.ending(of: motion)))</span></h3>\n"
      if let text = shownText(of: motion) {
        html += "<details\(motion.adopted == nil ? "" : " open")><summary>\(text.name)</summary>\n"
        html += "<div class=\"text\" dir=\"auto\" data-sha256=\"\(text.sha256)\">"
        html += "\(WebPage.escaped(String(decoding: text.bytes, as: UTF8.self)))</div></details>\n"
      }
      html += "</section>\n"
    }
    return html
  }

  private struct Shown {
    var name: String
    var sha256: String
    var bytes: [UInt8]
  }

  /// The text as adopted, else as received; nil where it is not here.
  private func shownText(of motion: MotionState) -> Shown? {
    if let name = motion.adopted, let adopted = motion.adoptedText, TextName(of: adopted.body) == name {
      return Shown(name: "The text as adopted", sha256: name.sha256, bytes: adopted.body)
    }
    guard let base = motion.base else { return nil }
    return Shown(
      name: "The text as received", sha256: motion.received.text.sha256, bytes: Array(base.bytes[base.body]))
  }

  private var entries: String {
    var html = "<h2>The record, entry by entry</h2>\n<ol start=\"0\" class=\"entries\">\n"
    for entry in state.log {
      let words = state.spoken(entry.event) ?? entry.event.type
      let isUndone = state.undone.contains(entry.seq)
      html +=
        "<li><span class=\"place\">\(WebPage.escaped(reader.time(entry.at))), \(WebPage.escaped(entry.by))</span> "
      html += WebPage.escaped(words) + (isUndone ? " <span class=\"word\">(taken back)</span>" : "") + "</li>\n"
    }
    return html + "</ol>\n"
  }

  /// What the script checks: the very bytes, as JSON that can't end the element it stands in.
  private var data: String {
    var texts: [JSON] = []
    for motion in state.motions {
      guard let text = shownText(of: motion) else { continue }
      texts.append([
        "item": .string(motion.number), "sha256": .string(text.sha256),
        "text": .string(String(decoding: text.bytes, as: UTF8.self)),
      ])
    }
    let answer: JSON = [
      "lines": .array(lines.map { .string(String(decoding: $0, as: UTF8.self)) }),
      "checkpoint": JSON(checkpoint.map { String(decoding: $0, as: UTF8.self) }), "keys": JSON(keys),
      "texts": .array(texts),
    ]
    return String(decoding: answer.answer, as: UTF8.self).replacing("<", with: "\\u003c")
  }

  private static let style = """
    .check { border: 1px solid var(--line); border-left-width: 3px; border-radius: 4px; padding: 0.2em 1em 0.6em; }
    .check h2 { margin-top: 0.6em; }
    .seal b { font-family: ui-monospace, monospace; letter-spacing: 0.03em; overflow-wrap: anywhere; }
    #found p { margin: 0.25em 0; }
    #found .good::before { content: "✓ holds: "; font-weight: bold; }
    #found .bad { color: var(--gone-ink); background: var(--gone); padding: 0.2em 0.5em; }
    #found .bad::before { content: "✗ does not hold: "; font-weight: bold; }
    #found .open::before { content: "– not checked: "; font-weight: bold; }
    details { margin: 0.4em 0 0.8em; } summary { cursor: pointer; font-family: system-ui, sans-serif; font-size: 0.92em; }
    .entries { padding-left: 2.6em; font-family: system-ui, sans-serif; font-size: 0.92em; }
    .entries li { margin: 0.35em 0; overflow-wrap: anywhere; }
    """
}
