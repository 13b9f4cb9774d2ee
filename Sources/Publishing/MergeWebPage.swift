internal import MotionKit

extension MergePage {
  /// A page by itself: the text with what went and what came, each with the amendment that it is of.
  ///
  /// Nothing is said by colour alone: the name stands before the words it brought, what went is struck through, and both
  /// are said in words to those who hear the page. It asks for nothing from elsewhere.
  package var html: String {
    let title = merge.base.title ?? "The text with its amendments"
    var body = ""
    for segment in MergeSegment.all(of: merge) {
      let text = WebPage.escaped(String(decoding: segment.bytes, as: UTF8.self), isMarked: segment.kind != .same)
      let name = WebPage.escaped(segment.amendment ?? "")
      switch segment.kind {
      case .same: body += text
      case .gone:
        body += "<del title=\"taken out by \(name)\"><span class=\"heard\"> [taken out by \(name): </span>\(text)"
        body += "<span class=\"heard\">] </span></del>"
      case .came:
        body += "<ins title=\"from \(name)\"><span class=\"heard\"> [from </span><b class=\"from\">\(name)</b>"
        body += "<span class=\"heard\">: </span>\(text)<span class=\"heard\">] </span></ins>"
      }
    }
    let asked = merge.outcomes.filter { $0.verdict != .refused }.map { outcome -> String in
      let said = WebPage.escaped(Wording(of: outcome.operations, in: merge.base).sentence)
      return "<dt>\(WebPage.escaped(outcome.name))</dt><dd>\(said)</dd>\n"
    }
    let notes = """
      <p class="summary">Words that an amendment brought have its name before them; words that it takes out are struck
      through.</p>
      <div class="text" dir="auto">\(body)</div>
      <h2>The amendments</h2>
      <dl>
      \(asked.joined())</dl>

      """
    let style = """
      .from { font: bold 0.72em system-ui, sans-serif; border: 1px solid; border-radius: 3px; padding: 0 0.25em;
        margin-right: 0.35em; vertical-align: 0.1em; }
      dt { font-weight: bold; font-family: system-ui, sans-serif; } dd { margin: 0 0 0.6em 1.2em; white-space: pre-line; }
      """
    return WebPage(title: title, body: notes, style: style).html
  }
}
