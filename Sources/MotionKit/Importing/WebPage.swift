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

  /// The encoding that a page names at its start: `<meta charset="…">`, the older `<meta … content="…; charset=…">`, or
  /// `<?xml … encoding="…"?>`; nil where it names none that is known.
  static func encoding(in bytes: [UInt8]) -> TextEncoding? {
    // Browsers look no further.
    let start = bytes.prefix(1024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard start.contains(UInt8(ascii: "<")) else { return nil }
    var tag = start[...]
    while let open = tag.firstIndex(of: UInt8(ascii: "<")) {
      let end = tag[open...].firstIndex(of: UInt8(ascii: ">")) ?? tag.endIndex
      let inside = tag[(open + 1)..<end]
      tag = tag[end...]
      let word = inside.starts(with: "meta".utf8) ? "charset=" : inside.starts(with: "?xml".utf8) ? "encoding=" : nil
      guard let word else { continue }
      for place in inside.indices where inside[place...].starts(with: word.utf8) {
        let value = inside[(place + word.utf8.count)...].drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
        let name = value.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F }
        if let encoding = TextEncoding(named: name) { return encoding }
      }
    }
    return nil
  }

  static func flatten(_ paste: inout Paste) {
    var page = WebFlattening(of: paste)
    var tag: [Unicode.Scalar]?
    for line in paste.lines {
      page.number = line.number
      var rest = line.scalars[...]
      while let scalar = rest.popFirst() {
        if var open = tag {
          // A comment ends with its own mark; a tag with `>`.
          tag = nil
          open.append(scalar)
          let isComment = open.starts(with: "!--".unicodeScalars)
          if scalar == ">" && (!isComment || open.suffix(3).elementsEqual("-->".unicodeScalars)) {
            open.removeLast()
            page.meet(WebTag(open))
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
    page.end()
    let first = paste.lines.first?.number ?? 1
    paste.lines = page.lines
    // Of several headings of the highest level none is the title of the whole.
    if page.lines.count(where: \.isTitle) > 1 {
      for index in paste.lines.indices { paste.lines[index].isTitle = false }
    }
    paste.guesses.append(Guess(.web, line: first, message: "read as a web page: its tags are layout, not words"))
    paste.guesses += page.guesses
  }
}

/// A tag taken apart: its name in small letters, and its attributes.
struct WebTag: Hashable, Sendable {
  var name: String
  var isClosing: Bool
  /// Nothing can stand within it.
  var isVoid: Bool
  private var text: [Unicode.Scalar]

  init(_ tag: [Unicode.Scalar]) {
    isClosing = tag.first == "/"
    name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isASCIILetter || $0.isASCIIDigit }.folded.text
    isVoid = tag.last == "/" || ["br", "hr", "img", "input", "meta", "link", "wbr", "col"].contains(name)
    text = tag
  }

  /// An attribute's value; empty where it has none or is not there.
  func attribute(_ name: String) -> [Unicode.Scalar] {
    var rest = text[...]
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

  /// The value of a property within `style`; nil where it does not stand there.
  func property(_ name: String) -> String? {
    for part in attribute("style").split(separator: ";") {
      var rest = part.trimmed
      if rest.take(name + ":") { return rest.trimmed.folded.text }
    }
    return nil
  }

  func has(_ name: String) -> Bool {
    text.split(whereSeparator: \.isBlank).dropFirst().contains { part in
      part.prefix { $0 != "=" }.folded.elementsEqual(name.unicodeScalars)
    }
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
