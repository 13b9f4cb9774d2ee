/// The paragraphs of a Word file set as the lines of a motion: numbers written out, levels set in by three blanks,
/// headings marked.
struct WordLayout: Sendable {
  struct Block: Sendable {
    var text: WordText
    var line: Int
    var number: WordNumbering.Mark?
    /// In twentieths of a point.
    var indent = 0
    /// 1 for the highest heading.
    var outline: Int?
    var isTitle = false
    var isQuote = false

    /// A heading that is the text of a clause is one: with some bodies every clause has the style of a heading.
    var isHeading: Bool {
      guard outline != nil || isTitle, !text.isEmpty else { return false }
      let words = text.joined
      if number == nil || isTitle { return words.count <= 200 }
      return words.count <= 100 && words.last.map { !".;,".unicodeScalars.contains($0) } ?? false
    }

    /// A short line, all of it in bold.
    var isBoldLine: Bool {
      guard number == nil, text.letters > 0, text.bold == text.letters else { return false }
      let words = text.joined
      return words.count <= 100 && !words.contains("*")
        && words.last.map { !".;,".unicodeScalars.contains($0) } ?? false
        && PrintedLabel(words[...])?.isDelimited != true
    }

    /// "This branch notes:", wherever it stands.
    var isLeadIn: Bool {
      let words = text.joined
      guard words.last == ":" else { return false }
      return SectionWords.words(of: words.text)
        .contains { SectionWords.acting.contains($0) || SectionWords.noting.contains($0) }
    }
  }

  private enum Item: Sendable {
    case block(Block)
    case table([[[Unicode.Scalar]]], line: Int)
    case footnote(Int, [Unicode.Scalar], line: Int)
  }

  private var items: [Item] = []

  mutating func add(_ block: Block) { items.append(.block(block)) }

  mutating func add(footnote number: Int, _ words: ArraySlice<Unicode.Scalar>, line: Int) {
    items.append(.footnote(number, Array(words), line: line))
  }

  /// A table whose first column holds only numbers is a list that somebody set as one; any other is a table.
  mutating func add(table rows: [[[Unicode.Scalar]]], line: Int) {
    let labels = rows.map { $0.first.map(WordLayout.isLabel) ?? false }
    let fits = zip(rows, labels).allSatisfy { $0.count == 2 && ($1 || $0[0].isEmpty) }
    guard fits, labels.contains(true) else {
      if rows.contains(where: { $0.contains { !$0.isEmpty } }) { items.append(.table(rows, line: line)) }
      return
    }
    for row in rows where !row[1].isEmpty {
      var text = WordText()
      text.lines = [row[0].isEmpty ? row[1] : row[0] + [" "] + row[1]]
      add(Block(text: text, line: line, indent: row[0].isEmpty ? 1 : 0))
    }
  }

  private static func isLabel(_ cell: [Unicode.Scalar]) -> Bool {
    guard let label = PrintedLabel(cell[...]) else { return false }
    return label.length == cell.count && (label.isDelimited || label.number != nil)
  }

  /// Everything as one line: what a cell of a table holds.
  var oneLine: [Unicode.Scalar] {
    var line: [Unicode.Scalar] = []
    func add(_ words: [Unicode.Scalar]) {
      if !line.isEmpty, !words.isEmpty { line.append(" ") }
      line += words
    }
    for item in items {
      switch item {
      case .block(let block):
        if let number = block.number { add(Array(WordLabel(number).text.unicodeScalars)) }
        add(block.text.joined)
      case .table(let rows, _): for row in rows { for cell in row { add(cell) } }
      case .footnote: break
      }
    }
    return line
  }

  /// The lines, and all that was decided.
  func paste(_ remarks: WordRemarks) -> Paste {
    var setting = WordSetting()
    let blocks = items.compactMap { item -> Block? in if case .block(let block) = item { block } else { nil } }
    let written = blocks.filter { !$0.text.isEmpty }
    let bold = written.count(where: \.isBoldLine)
    // Where most is bold, bold says nothing.
    setting.marksBold = bold * 2 <= written.count
    let title = written.first.flatMap { first -> Int? in
      guard first.number == nil, first.isHeading else { return nil }
      let alike = written.count { $0.isHeading && $0.outline == first.outline && !$0.isTitle }
      return first.isTitle || alike == 1 ? first.line : nil
    }
    setting.titleLine = title
    setting.highest = written.filter { $0.isHeading && $0.line != title }.compactMap(\.outline).min() ?? 1
    for item in items {
      switch item {
      case .block(let block): setting.set(block)
      case .table(let rows, let line): setting.set(table: rows, line: line)
      case .footnote(let number, let words, let line):
        setting.set(plain: [Array("[^\(number)]: ".unicodeScalars) + words], line: line)
      }
    }
    setting.say(remarks)
    return setting.paste
  }
}

/// The number before a paragraph as a motion has it.
struct WordLabel: Hashable, Sendable {
  /// A label or a bullet; or words, such as "Article 3".
  var text: String
  var isLabel: Bool
  /// It stands otherwise than Word prints it.
  var isChanged = false

  init(_ number: WordNumbering.Mark) {
    let printed = Array(number.text.unicodeScalars.filter { $0 != "\u{A0}" && !HiddenCharacter.isInvisible($0) })[...]
      .trimmed
    isLabel = true
    if number.isBullet {
      // A dash before words is read as one; a hyphen as a bullet.
      text = printed.elementsEqual("-".unicodeScalars) || printed.elementsEqual("–".unicodeScalars) ? "-" : "•"
      return
    }
    text = printed.text
    if text.isEmpty {
      isLabel = false
    } else if let label = PrintedLabel(printed), label.length == printed.count, label.isDelimited {
      text = label.printed
    } else {
      let core = printed.filter { $0.isASCIIDigit || $0.isASCIILetter || $0 == "." }
      let marks = printed.filter { !$0.isASCIIDigit && !$0.isASCIILetter && !$0.isBlank && $0 != "." }
      let plain = Array(core.drop { $0 == "." }) + (core.last == "." ? [] : ["."])
      if let label = PrintedLabel(plain[...]), label.length == plain.count, printed.count(where: \.isBlank) == 0,
        marks.count <= 2
      {
        text = label.printed
        isChanged = true
      } else {
        isLabel = false
      }
    }
  }
}
