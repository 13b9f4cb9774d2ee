/// Tables and blocks of HTML: kept as they are.
extension DocumentParser {
  /// Rows that begin with `|`.
  mutating func takeTable() {
    finish()
    let first = at
    while at < lines.count, !lines[at].isBlank, bytes[lines[at].textStart] == UInt8(ascii: "|") { at += 1 }
    addRaw(first..<at)
  }

  /// `--- | ---` below a row of cells: a table without marks at its edges.
  mutating func takeTableRule(_ line: SourceLine) -> Bool {
    guard let paragraph = pending, paragraph.count == 1, isTableRule(line) else { return false }
    let head = lines[paragraph.lowerBound]
    guard holds(UInt8(ascii: "|"), head) else { return false }
    pending = nil
    at += 1
    while at < lines.count, !lines[at].isBlank, holds(UInt8(ascii: "|"), lines[at]) { at += 1 }
    addRaw(paragraph.lowerBound..<at)
    return true
  }

  private func isTableRule(_ line: SourceLine) -> Bool {
    var bars = 0
    for byte in bytes[line.textStart..<line.textEnd] {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 32, 9: break
      default: return false
      }
    }
    return bars > 0
  }

  /// Two lines or more with tabs between their cells, as spreadsheets copy them.
  mutating func takeTabTable(_ line: SourceLine) -> Bool {
    let cells = tabs(line)
    guard cells > 0, at + 1 < lines.count, isRow(lines[at + 1], cells) else { return false }
    finish()
    let first = at
    at += 1
    while at < lines.count, isRow(lines[at], cells) { at += 1 }
    addRaw(first..<at)
    return true
  }

  private func isRow(_ line: SourceLine, _ cells: Int) -> Bool {
    let own = tabs(line)
    if own == 0 { return false }
    guard let label = page.label(at: line) else { return page.bulletMarker(line.textStart, line.textEnd) == nil }
    return own == cells && (cells > 1 || bytes[label.textStart - 1] != 9)
  }

  private func tabs(_ line: SourceLine) -> Int {
    guard !line.isBlank else { return 0 }
    return bytes[line.textStart..<line.textEnd].reduce(0) { $1 == 9 ? $0 + 1 : $0 }
  }

  private func holds(_ byte: UInt8, _ line: SourceLine) -> Bool {
    bytes[line.textStart..<line.textEnd].contains(byte)
  }

  // MARK: HTML

  /// A comment up to its end; a table, a list or code up to its closing tag; any other block up to a blank line.
  mutating func takeHTML(_ line: SourceLine) -> Bool {
    let start = line.textStart
    if begins(with: "<!--", start, line.textEnd) { return takeHTML(to: "-->") }
    var at = start + 1
    if at < line.textEnd, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let name = at
    while at < line.textEnd, isLetter(bytes[at]) || isDigit(bytes[at]) { at += 1 }
    guard at - name < 12, at == line.textEnd || !isNamePart(bytes[at]) else { return false }
    let tag = String(decoding: bytes[name..<at].map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    if DocumentParser.closedTags.contains(tag), name == start + 1 { return takeHTML(to: "</" + tag) }
    guard DocumentParser.blockTags.contains(tag) else { return false }
    return takeHTML(to: nil)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") && !isBlank(byte)
  }

  private mutating func takeHTML(to close: String?) -> Bool {
    finish()
    var end = at
    if let close, at >= unendedTo {
      while end < lines.count, end < at + 500, !contains(close, lines[end]) { end += 1 }
      end += 1
    }
    let isUnended = end == at || end > lines.count || end > at + 500
    if isUnended {
      unendedTo = max(unendedTo, end)
      end = at + 1
      while end < lines.count, !lines[end].isBlank { end += 1 }
    }
    let first = at
    at = end
    addRaw(first..<end)
    return true
  }

  private func contains(_ text: String, _ line: SourceLine) -> Bool {
    let length = text.utf8.count
    guard line.textEnd - line.textStart >= length else { return false }
    return (line.textStart...(line.textEnd - length)).contains { begins(with: text, $0, line.textEnd) }
  }

  /// In letters of either case.
  private func begins(with text: String, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= text.utf8.count else { return false }
    return zip(text.utf8, bytes[start..<end]).allSatisfy { $0 == $1 || isUpper($1) && $0 == $1 | 0x20 }
  }

  private static let closedTags: Set<String> = ["table", "pre", "script", "style", "ul", "ol", "dl", "svg"]

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "iframe", "img", "li", "link", "main", "meta", "nav", "ol", "option", "p", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]
}
