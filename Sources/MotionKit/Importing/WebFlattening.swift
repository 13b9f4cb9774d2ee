/// The lines of a web page, as its tags come.
struct WebFlattening: Sendable {
  private(set) var lines: [PastedLine] = []
  private(set) var guesses: [Guess] = []
  var number = 1
  private var current: [Unicode.Scalar] = []
  private var start: Int?
  private var lists: [List] = []
  private var label = ""
  /// An item of a list has begun, and has words already.
  private var hasItemWords = false
  /// Inside an element whose text is not the page's: its name, how many of that name are open, and what it said.
  private var silent: (name: String, depth: Int, isSaid: Bool)?
  private var unsaid: [Unicode.Scalar] = []
  private var quotes = 0
  /// The rows of a table that is open; the last cell is being written.
  private var rows: [[[Unicode.Scalar]]]?
  private var isRaised = false
  /// The level that a word processor gives a paragraph of a list, and the number it printed there.
  private var listLevel: Int?
  private var printed: [Unicode.Scalar]?
  private var printedDepth = 0

  /// Lists that lie deeper are set in no further: a page may nest as many as it has letters.
  private static let deepest = 20

  private struct List: Sendable {
    var isOrdered: Bool
    var style: String
    var next: Int
  }

  init(of paste: Paste) {}

  mutating func write(_ scalars: [Unicode.Scalar]) {
    if silent != nil {
      if unsaid.count < 200 { unsaid += scalars }
      return
    }
    if printed != nil {
      printed?.append(contentsOf: scalars)
      return
    }
    for scalar in scalars {
      if scalar.isBlank {
        if !current.isEmpty, current.last != " " { current.append(" ") }
      } else {
        if start == nil { start = number }
        current.append(isRaised ? WebFlattening.raised[scalar] ?? scalar : scalar)
      }
    }
  }

  private static let raised: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]

  mutating func end() {
    closeTable()
    endLine()
  }

  private mutating func endLine() {
    if rows != nil {
      if !current.isEmpty, current.last != " " { current.append(" ") }
      return
    }
    let text = current[...].trimmed
    current = []
    defer { start = nil }
    guard !text.isEmpty else { return }
    let depth = min(lists.count, WebFlattening.deepest)
    var indent = label.isEmpty && lists.isEmpty ? 0 : max(0, depth - (label.isEmpty ? 0 : 1)) * 3
    if let listLevel, lists.isEmpty { indent = (listLevel - 1) * 3 }
    let head = label.isEmpty ? "" : label + " "
    let marks = quotes > 0 && lists.isEmpty ? "> " : ""
    lines.append(
      PastedLine(
        scalars: Array(repeatElement(" ", count: indent)) + marks.unicodeScalars + head.unicodeScalars + text,
        number: start ?? number, isTitle: label == "#"))
    label = ""
    hasItemWords = true
  }

  private mutating func blank() {
    endLine()
    guard rows == nil, let last = lines.last, !last.isBlank else { return }
    lines.append(PastedLine(scalars: [], number: number))
  }

  mutating func meet(_ tag: WebTag) {
    if let waited = silent {
      guard tag.name == waited.name, !tag.isVoid else { return }
      silent?.depth += tag.isClosing ? -1 : 1
      if silent?.depth == 0 { speak() }
      return
    }
    if printed != nil {
      if tag.name == "span" { printedDepth += tag.isClosing ? -1 : 1 }
      if printedDepth == 0 || tag.name == "p" { takePrinted() }
      if tag.name != "p" { return }
    }
    if !tag.isClosing, !tag.isVoid, let isSaid = WebFlattening.isOutside(tag) {
      endLine()
      silent = (tag.name, 1, isSaid)
      unsaid = []
      return
    }
    switch tag.name {
    case "blockquote":
      blank()
      quotes = max(0, quotes + (tag.isClosing ? -1 : 1))
    case "p", "div", "section", "article", "body", "html", "main", "header", "dl", "dt", "dd", "pre", "figure":
      paragraph(tag)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      blank()
      label =
        tag.isClosing || rows != nil ? "" : String(repeating: "#", count: tag.name.utf8.last.map { Int($0) - 48 } ?? 1)
    case "ol", "ul": list(tag)
    case "li":
      endLine()
      label = ""
      hasItemWords = false
      if !tag.isClosing, rows == nil { label = nextLabel(tag) }
    case "br":
      let kept = label
      endLine()
      if lines.isEmpty { label = kept }
    case "sup": isRaised = !tag.isClosing
    case "span" where !tag.isClosing && tag.property("mso-list") == "ignore":
      printed = []
      printedDepth = 1
    case "table": if tag.isClosing { closeTable() } else { openTable() }
    case "tr": if !tag.isClosing, rows != nil { rows?.append([]) } else { closeCell() }
    case "td", "th": if tag.isClosing { closeCell() } else { openCell() }
    default: break
    }
  }

  private mutating func paragraph(_ tag: WebTag) {
    if !lists.isEmpty {
      if label.isEmpty, hasItemWords { blank() } else if !current[...].trimmed.isEmpty { endLine() }
      return
    }
    guard !tag.isClosing else {
      if listLevel == nil {
        blank()
        label = ""
      } else {
        endLine()
      }
      return
    }
    let level = tag.name == "p" ? tag.property("mso-list").flatMap(WebFlattening.level) : nil
    endLine()
    // What follows a list, and what a list follows, stands apart from it; its own items do not.
    if level == nil || listLevel == nil {
      listLevel = nil
      blank()
    }
    listLevel = level
  }

  /// `l0 level2 lfo1` is level 2.
  private static func level(_ value: String) -> Int? {
    for word in value.split(separator: " ") where word.hasPrefix("level") {
      if let level = Int(word.dropFirst(5)), (1...9).contains(level) { return level }
    }
    return nil
  }

  /// The number a word processor printed, or the letter of a symbol font that stands for a bullet.
  private mutating func takePrinted() {
    guard let scalars = printed else { return }
    printed = nil
    let words = Array(scalars.map { $0 == "\u{A0}" ? " " : $0 })[...].trimmed
    guard !words.isEmpty else { return }
    let isNumber = PrintedLabel(words).map { $0.length == words.count } ?? false
    if start == nil { start = number }
    if isNumber || words.count > 1 {
      current += words + [" "]
    } else {
      current += ["•", " "]
    }
  }

  private mutating func list(_ tag: WebTag) {
    endLine()
    guard !tag.isClosing else {
      _ = lists.popLast()
      if lists.isEmpty { blank() }
      hasItemWords = true
      return
    }
    if lists.isEmpty { blank() }
    let kind = tag.property("list-style-type") ?? tag.attribute("type").text
    lists.append(
      List(isOrdered: tag.name == "ol", style: kind.isEmpty ? "1" : kind, next: Int(tag.attribute("start").text) ?? 1))
  }

  private mutating func nextLabel(_ tag: WebTag) -> String {
    guard var list = lists.popLast() else { return "•" }
    defer { lists.append(list) }
    let own = tag.property("list-style-type")
    guard list.isOrdered, own != "none" || !list.isOrdered else { return list.isOrdered ? "" : "•" }
    let number = Int(tag.attribute("value").text) ?? list.next
    list.next = number < Int.max ? number + 1 : number
    switch own ?? list.style {
    case "a", "lower-alpha", "lower-latin": return OrdinalText.letters(number) + "."
    case "A", "upper-alpha", "upper-latin": return OrdinalText.letters(number).uppercased() + "."
    case "i", "lower-roman": return OrdinalText.roman(number) + "."
    case "I", "upper-roman": return OrdinalText.roman(number).uppercased() + "."
    case "disc", "circle", "square": return "•"
    default: return "\(number)."
    }
  }

  /// Nil for what is the page's own text; for the rest whether leaving it out is worth saying.
  private static func isOutside(_ tag: WebTag) -> Bool? {
    switch tag.name {
    case "script", "style", "head", "noscript", "template", "svg", "iframe", "object", "canvas", "title": return false
    case "nav", "aside", "footer", "form", "button", "select", "dialog": return true
    default: break
    }
    if tag.property("display") == "none" || tag.has("hidden") { return true }
    let role = tag.attribute("role").folded.text
    if ["navigation", "banner", "search", "contentinfo", "dialog", "alertdialog", "complementary"].contains(role) {
      return true
    }
    let names = (tag.attribute("class") + [" "] + tag.attribute("id")).folded.text
    return ["cookie", "consent", "breadcrumb", "skip-link", "sharing", "share-buttons"]
      .contains { names.utf8.contains(word: $0.utf8) } ? true : nil
  }

  private mutating func speak() {
    let words = unsaid[...].trimmed
    if silent?.isSaid == true, words.contains(where: \.isLetter) {
      guesses.append(
        Guess(
          .leftOut, line: number, subject: "menus and banners of the page",
          message: "a part of the page that is not its text left out", before: words.text))
    }
    silent = nil
    unsaid = []
  }
}

extension WebFlattening {
  private mutating func openTable() {
    // Within a table another is only layout.
    guard rows == nil, lists.isEmpty else { return }
    blank()
    rows = []
  }

  private mutating func openCell() {
    guard rows != nil else { return write([" "]) }
    closeCell()
    if rows?.isEmpty == true { rows?.append([]) }
    if let last = rows?.indices.last { rows?[last].append([]) }
    current = []
  }

  private mutating func closeCell() {
    guard let last = rows?.indices.last, let cell = rows?[last].indices.last else { return }
    rows?[last][cell] += current[...].trimmed
    current = []
  }

  private mutating func closeTable() {
    closeCell()
    guard let all = rows else { return }
    rows = nil
    current = []
    let written = all.filter { $0.contains { !$0.isEmpty } }
    guard let columns = written.map(\.count).max() else { return }
    if columns == 1 {
      // One column is a frame around text.
      for row in written {
        current = row[0]
        blank()
      }
      return
    }
    for (index, row) in TableText.lines(written, columns: columns).enumerated() {
      lines.append(PastedLine(scalars: row, number: number))
      if index == 0 {
        guesses.append(
          Guess(
            .table, line: number, message: "a table written with bars, one line for each row", count: written.count))
      }
    }
    blank()
  }
}

extension String.UTF8View {
  fileprivate func contains(word: String.UTF8View) -> Bool {
    guard let first = word.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: word) { return true }
      rest = rest[index(after: place)...]
    }
    return false
  }
}
