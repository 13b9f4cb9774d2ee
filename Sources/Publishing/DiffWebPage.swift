internal import MotionKit

extension DiffPage {
  /// A page by itself: `<del>` and `<ins>`, with words for those who hear the page instead of seeing it.
  ///
  /// It asks for nothing from elsewhere, follows a dark screen, and prints in black with lines through and under.
  package var html: String {
    var body = "<p class=\"summary\">\(WebPage.escaped(nothing ?? summary))</p>\n"
    for entry in entries {
      switch entry {
      case .heading(let heading): body += "<h2>\(WebPage.escaped(heading))</h2>\n"
      case .unchanged where nothing != nil: break
      case .unchanged(let count): body += "<p class=\"rest\">… \(DiffPage.unchanged(count))</p>\n"
      case .kept(let place, let text):
        body += "<div class=\"kept\"><p class=\"place\">\(WebPage.escaped(place))</p>"
        body += "<p class=\"text\" dir=\"auto\">\(WebPage.escaped(text))</p></div>\n"
      case .change(let told): body += section(told)
      }
    }
    if !remarks.isEmpty {
      let lines = remarks.map { "<p>\(WebPage.escaped($0))</p>\n" }.joined()
      body += "<footer>\n\(lines)</footer>\n"
    }
    return WebPage(title: title, body: body).html
  }

  private func section(_ told: DiffEntry.Told) -> String {
    var section = "<section>\n<h3>\(WebPage.escaped(told.place)) "
    section += "<span class=\"word\">\(WebPage.escaped(told.word))</span></h3>\n"
    for row in told.rows {
      let place = row.new ?? row.old
      if let place { section += "<p class=\"place\">\(WebPage.escaped(place))</p>\n" }
      let text = row.segments.map(element).joined()
      if !text.isEmpty { section += "<p class=\"text\" dir=\"auto\">\(text)</p>\n" }
    }
    return section + "</section>\n"
  }

  private func element(_ segment: TextSegment) -> String {
    guard segment.kind != .same else { return WebPage.escaped(segment.text) }
    let (element, word) = segment.kind == .delete ? ("del", "deleted") : ("ins", "inserted")
    let parts = DiffPage.parts(segment.text)
    return WebPage.escaped(parts.before)
      + "<\(element)><span class=\"heard\"> [\(word): </span>\(WebPage.escaped(parts.inner, isMarked: true))"
      + "<span class=\"heard\">] </span></\(element)>" + WebPage.escaped(parts.after)
  }
}
