/// Lines while they are being set, one paragraph after the other.
struct WordSetting: Sendable {
  var paste = Paste([])
  var marksBold = true
  /// The paragraph that is the title of the whole.
  var titleLine: Int?
  /// The highest heading there is below the title.
  var highest = 1
  private var numbers = 0

  /// The clauses that are open, the outermost first.
  private var open: [(pattern: String, level: Int, indent: Int)] = []
  private var wasClause = false

  /// Clauses that lie deeper are set in no further.
  private static let deepest = 20
  /// Two indents are the same where they differ by less than this: 6 points.
  private static let slack = 120
  /// The last number of each level that is open, to see whether the next one follows.
  private var last: [Int: PrintedLabel] = [:]
  private static let typed = "typed"

  mutating func set(_ block: WordLayout.Block) {
    guard !block.text.isEmpty else {
      if let number = block.number, !number.isBullet, !number.text.isEmpty {
        paste.guesses.append(
          Guess(
            .number, line: block.line, message: "a number with nothing behind it left out", before: number.text))
      }
      return
    }
    if block.isHeading {
      setHeading(block)
    } else if let number = block.number {
      setNumbered(block, number)
    } else if block.isQuote {
      open = []
      set(plain: block.text.lines.map { Array("> ".unicodeScalars) + $0[...].trimmed }, line: block.line)
    } else if marksBold, block.isBoldLine {
      open = []
      let marks = Array("**".unicodeScalars)
      set(plain: [marks + block.text.joined + marks], line: block.line)
    } else if let indent = typedIndent(block) {
      for lines in WordSetting.clauses(in: block.text.lines) {
        set(clause: lines, line: block.line, pattern: WordSetting.typed, level: 0, indent: indent)
      }
    } else if !block.isLeadIn, block.indent > 0,
      let depth = open.lastIndex(where: { $0.indent <= block.indent + WordSetting.slack })
    {
      open.removeSubrange((depth + 1)...)
      set(plain: block.text.lines, line: block.line, indent: min(depth + 1, WordSetting.deepest) * 3)
    } else {
      open = []
      set(plain: block.text.lines, line: block.line)
    }
  }

  private mutating func setHeading(_ block: WordLayout.Block) {
    open = []
    var words = block.text.joined
    if let number = block.number {
      let label = WordLabel(number)
      if !label.text.isEmpty, !number.isBullet {
        numbers += 1
        words = Array(label.text.unicodeScalars) + [" "] + words
      }
    }
    if block.line != titleLine {
      let level = min(6, max(2, (block.outline ?? 1) - highest + 2))
      words = Array(repeatElement("#", count: level)) + [" "] + words
    }
    set(plain: [words], line: block.line)
    if block.line == titleLine, let last = paste.lines.indices.last { paste.lines[last].isTitle = true }
  }

  private mutating func setNumbered(_ block: WordLayout.Block, _ number: WordNumbering.Mark) {
    let label = WordLabel(number)
    var lines = block.text.lines
    lines[0] = Array(lines[0][...].trimmed)
    if !label.text.isEmpty {
      if !number.isBullet { numbers += 1 }
      lines[0] = Array(label.text.unicodeScalars) + [" "] + lines[0]
      if label.isChanged {
        paste.guesses.append(
          Guess(
            .number, line: block.line, message: "the number is written so that it reads as one",
            before: number.text, after: label.text))
      } else if !label.isLabel {
        paste.guesses.append(
          Guess(
            .number, line: block.line, message: "the automatic number is kept as words", before: number.text,
            after: label.text))
        open = []
        set(plain: lines, line: block.line)
        return
      }
    }
    set(
      clause: lines, line: block.line, pattern: number.pattern, level: number.level,
      indent: max(block.indent, number.indent ?? 0))
  }

  /// Clauses that only soft line breaks part.
  private static func clauses(in lines: [[Unicode.Scalar]]) -> [[[Unicode.Scalar]]] {
    var clauses: [[[Unicode.Scalar]]] = []
    for line in lines {
      let starts = PrintedLabel(line[...]).map { $0.isDelimited && $0.next?.isBlank == true } ?? false
      if starts || clauses.isEmpty { clauses.append([line]) } else { clauses[clauses.count - 1].append(line) }
    }
    return clauses
  }

  /// How far a paragraph is set in that begins with a number or bullet that somebody typed; nil for others.
  private func typedIndent(_ block: WordLayout.Block) -> Int? {
    let tabs = block.text.lines[0].prefix(while: \.isBlank).count { $0 == "\t" }
    let text = block.text.lines[0][...].trimmed
    guard let first = text.first else { return nil }
    let isBullet = "-*•–·".unicodeScalars.contains(first) && text.dropFirst().first?.isBlank == true
    let isLabel = PrintedLabel(text).map { $0.isDelimited && $0.next?.isBlank == true } ?? false
    // Half an inch for each tab.
    return isBullet || isLabel ? block.indent + tabs * 720 : nil
  }

  /// The clauses that stay open are those it lies within: of the same list by its level, of others by their indent.
  private mutating func set(clause lines: [[Unicode.Scalar]], line: Int, pattern: String, level: Int, indent: Int) {
    if pattern != WordSetting.typed, let own = open.lastIndex(where: { $0.pattern == pattern }) {
      open.removeSubrange((own + 1)...)
    }
    while let last = open.last {
      let isWithin =
        last.pattern == pattern && pattern != WordSetting.typed
        ? last.level < level : last.indent + WordSetting.slack < indent
      if isWithin { break }
      open.removeLast()
    }
    let depth = open.count
    open.append((pattern, level, indent))
    let follows = follows(lines[0], at: depth)
    if !wasClause || !follows { blank(line) }
    wasClause = true
    let indent = min(depth, WordSetting.deepest) * 3
    append(lines, line, indent: indent, further: indent + 3)
  }

  /// Whether a number is the first or the next at its level. One that is not would be read as words of the clause above.
  private mutating func follows(_ line: [Unicode.Scalar], at depth: Int) -> Bool {
    let before = last[depth]
    last = last.filter { $0.key < depth }
    guard let label = PrintedLabel(line[...]) else { return true }
    last[depth] = label
    if label.printed.utf8.contains(where: { (0x31...0x39).contains($0) }) {
      return label.number.map { $0 == 1 || $0 == (before?.number ?? -1) + 1 } ?? true
    }
    return before != nil || ["a", "i"].contains(label.letters ?? "")
  }

  mutating func set(plain lines: [[Unicode.Scalar]], line: Int, indent: Int = 0) {
    blank(line)
    wasClause = false
    append(lines, line, indent: indent, further: indent)
  }

  private mutating func append(_ lines: [[Unicode.Scalar]], _ line: Int, indent: Int, further: Int) {
    var isFirst = true
    for words in lines {
      let words = words[...].trimmed
      if words.isEmpty { continue }
      let blanks = repeatElement(Unicode.Scalar(UInt8(ascii: " ")), count: isFirst ? indent : further)
      paste.lines.append(PastedLine(scalars: Array(blanks) + words, number: line))
      isFirst = false
    }
  }

  private mutating func blank(_ line: Int) {
    guard paste.lines.last?.scalars.isEmpty == false else { return }
    paste.lines.append(PastedLine(scalars: [], number: line))
  }

  mutating func set(table rows: [[[Unicode.Scalar]]], line: Int) {
    open = []
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return }
    set(plain: TableText.lines(rows, columns: columns), line: line)
    paste.guesses.append(
      Guess(.table, line: line, message: "a table written with bars, one line for each row", count: rows.count))
  }

  /// What the file holds beside its words.
  mutating func say(_ remarks: WordRemarks) {
    let count = numbers == 1 ? "1 automatic number" : "\(numbers) automatic numbers"
    paste.guesses.insert(
      Guess(
        .word, line: 1,
        message: "read as a Word document" + (numbers == 0 ? "" : "; \(count) written out as Word prints them")),
      at: 0)
    for kind in WordRemarks.Kind.allCases {
      guard let remark = remarks[kind] else { continue }
      paste.guesses.append(
        Guess(
          kind.code, line: max(1, remark.line), subject: kind.subject, message: kind.message, before: remark.words,
          count: remark.count))
    }
  }
}

extension WordRemarks.Kind {
  var code: Guess.Code {
    switch self {
    case .insertion, .deletion: .tracked
    case .comment, .hidden, .picture, .contents, .margin, .otherFile: .leftOut
    case .box, .emphasis: .plain
    case .tooDeep, .damaged: .damaged
    }
  }

  /// In a summary, with a count behind it.
  var subject: String {
    switch self {
    case .insertion: "tracked insertions taken in"
    case .deletion: "tracked deletions left out"
    case .comment: "comments"
    case .hidden: "hidden words"
    case .picture: "pictures"
    case .contents: "the table of contents"
    case .margin: "headers and footers"
    case .otherFile: "another file inside this one"
    case .box: "text boxes set below their paragraph"
    case .emphasis: "bold and italics inside a sentence not kept"
    case .tooDeep: "nested too deep to be read"
    case .damaged: "the file's text ends before it should"
    }
  }

  var message: String {
    switch self {
    case .insertion: "tracked changes: insertions taken in, as if they were accepted"
    case .deletion: "tracked changes: deletions left out, as if they were accepted"
    case .comment: "comments in the margin left out"
    case .hidden: "hidden words left out: they are not seen on the page"
    case .picture: "pictures left out: a motion file holds words alone"
    case .contents: "the table of contents left out"
    case .margin: "a header or footer of the pages left out"
    case .otherFile: "another file that is embedded in this one left out"
    case .box: "the words of a text box set below the paragraph it is fixed to"
    case .emphasis: "bold and italics inside a sentence not kept; the words are"
    case .tooDeep: "a part lies too deep inside others and could not be read"
    case .damaged: "the text of the file is not whole; what is there was read"
    }
  }
}
