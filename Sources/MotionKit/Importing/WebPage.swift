/// A page of the web, or a paste that brought its tags along: paragraphs, headings and lists become lines.
///
/// Lists get the labels a browser shows (`start`, `type` and `value` are obeyed); a label typed as text, as word
/// processors export it, stays as typed.
enum WebPage {
  /// It has a block's opening tag and a closing one: prose never has.
  static func looksLikeOne(_ paste: Paste) -> Bool {
    guard paste.lines.contains(where: { $0.scalars.contains("<") }) else { return false }
    let text = paste.lines.map { $0.scalars.folded.text }.joined(separator: "\n").utf8
    let blocks = ["p", "li", "div", "ol", "ul", "h1", "h2", "h3", "body", "table"]
    return blocks.contains { name in
      (text.contains(other: "<\(name)>".utf8) || text.contains(other: "<\(name) ".utf8))
        && text.contains(other: "</\(name)>".utf8)
    }
  }

  static func flatten(_ paste: inout Paste) {
    var page = Flattening()
    var tag: [Unicode.Scalar]?
    for line in paste.lines {
      page.number = line.number
      var rest = line.scalars[...]
      while let scalar = rest.popFirst() {
        if var open = tag {
          // A comment ends with its own mark; a tag with `>`.
          open.append(scalar)
          let isComment = open.starts(with: "!--".unicodeScalars)
          if scalar == ">" && (!isComment || open.suffix(3).elementsEqual("-->".unicodeScalars)) {
            open.removeLast()
            page.meet(open)
            tag = nil
          } else {
            tag = open
          }
        } else if scalar == "<", let next = rest.first, next.isASCIILetter || next == "/" || next == "!" || next == "?"
        {
          tag = []
        } else if scalar == "&", let (letters, length) = WebEntity.read(rest) {
          page.write(letters)
          rest = rest.dropFirst(length)
        } else {
          page.write([scalar])
        }
      }
      if tag == nil { page.write([" "]) } else { tag?.append(" ") }
    }
    // A tag that never ends was no tag.
    if let tag { page.write(["<"] + tag) }
    page.endLine()
    let first = paste.lines.first?.number ?? 1
    paste.lines = page.lines
    paste.guesses.append(Guess(.web, line: first, message: "read as a web page: its tags are layout, not words"))
  }

  private struct List {
    var isOrdered: Bool
    var style: Unicode.Scalar
    var next: Int
  }

  private struct Flattening {
    var lines: [PastedLine] = []
    var number = 1
    private var current: [Unicode.Scalar] = []
    private var start: Int?
    private var lists: [List] = []
    private var label = ""
    /// Inside an element whose text nobody sees.
    private var silent: [Unicode.Scalar]?

    mutating func write(_ scalars: [Unicode.Scalar]) {
      guard silent == nil else { return }
      for scalar in scalars {
        if scalar.isBlank {
          if !current.isEmpty, current.last != " " { current.append(" ") }
        } else {
          if start == nil { start = number }
          current.append(scalar)
        }
      }
    }

    mutating func endLine() {
      let text = current[...].trimmed
      current = []
      defer { start = nil }
      guard !text.isEmpty else { return }
      let indent = label.isEmpty && lists.isEmpty ? 0 : max(0, lists.count - (label.isEmpty ? 0 : 1)) * 3
      let head = label.isEmpty ? "" : label + " "
      lines.append(
        PastedLine(
          scalars: Array(repeatElement(" ", count: indent)) + head.unicodeScalars + text, number: start ?? number))
      label = ""
    }

    private mutating func blank() {
      endLine()
      if lines.last?.isBlank == false { lines.append(PastedLine(scalars: [], number: number)) }
    }

    mutating func meet(_ tag: [Unicode.Scalar]) {
      let isClosing = tag.first == "/"
      let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isASCIILetter || $0.isASCIIDigit }.folded
      if let waited = silent {
        if isClosing && name == waited { silent = nil }
        return
      }
      switch name.text {
      case "script", "style", "head", "noscript", "template": if !isClosing { silent = name }
      case "p", "div", "section", "article", "blockquote", "table", "tr", "body", "html", "header", "footer":
        if lists.isEmpty { blank() } else if label.isEmpty || !current.allSatisfy(\.isBlank) { endLine() }
      case "h1", "h2", "h3", "h4", "h5", "h6":
        blank()
        if !isClosing, let level = name.last {
          label = String(repeating: "#", count: Int(level.value - 48))
        } else {
          label = ""
        }
      case "ol", "ul":
        endLine()
        if isClosing {
          _ = lists.popLast()
          if lists.isEmpty { blank() }
        } else {
          if lists.isEmpty { blank() }
          let attributes = String(String.UnicodeScalarView(tag))
          lists.append(
            List(
              isOrdered: name == Array("ol".unicodeScalars),
              style: WebPage.attribute("type", in: attributes).first ?? "1",
              next: Int(WebPage.attribute("start", in: attributes).text) ?? 1))
        }
      case "li":
        endLine()
        label = ""
        if !isClosing { label = nextLabel(String(String.UnicodeScalarView(tag))) }
      case "br":
        let kept = label
        endLine()
        if lines.isEmpty { label = kept }
      case "td", "th": write([" "])
      default: break
      }
    }

    private mutating func nextLabel(_ attributes: String) -> String {
      guard var list = lists.popLast() else { return "•" }
      defer { lists.append(list) }
      guard list.isOrdered else { return "•" }
      let number = Int(WebPage.attribute("value", in: attributes).text) ?? list.next
      list.next = number < Int.max ? number + 1 : number
      switch list.style {
      case "a": return OrdinalText.letters(number) + "."
      case "A": return OrdinalText.letters(number).uppercased() + "."
      case "i": return OrdinalText.roman(number) + "."
      case "I": return OrdinalText.roman(number).uppercased() + "."
      default: return "\(number)."
      }
    }
  }

  private static func attribute(_ name: String, in tag: String) -> [Unicode.Scalar] {
    var rest = Array(tag.unicodeScalars)[...]
    while !rest.isEmpty {
      if rest.first?.isBlank == true {
        _ = rest.takeBlanks()
        var value = rest
        if value.take(name + "=") {
          let quote = value.first
          if quote == "\"" || quote == "'" { return Array(value.dropFirst().prefix { $0 != quote }) }
          return Array(value.prefix { !$0.isBlank && $0 != "/" })
        }
      } else {
        rest.removeFirst()
      }
    }
    return []
  }
}

extension String.UTF8View {
  fileprivate func contains(other: String.UTF8View) -> Bool {
    guard let first = other.first else { return true }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: other) { return true }
      place = index(after: found)
    }
    return false
  }
}
