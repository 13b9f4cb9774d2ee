/// A Word file read as a motion: its paragraphs as lines, with the numbers that Word prints before them.
///
/// The line of each is its paragraph's number in the file, counted from 1, those in tables and boxes included.
struct WordDocument: Sendable {
  private var runs: WordRunReader
  private let styles: WordStyles
  private var numbering: WordNumbering
  private var layout = WordLayout()
  private var paragraph = 0
  /// Words of a paragraph whose end was deleted: they go before those of the next.
  private var carried: WordText?
  private static let deepest = 40

  /// Reads a file into lines, and says what was decided on the way.
  static func read(_ bytes: [UInt8]) throws(UnreadableFile) -> Paste {
    let package = try WordPackage(bytes)
    var document = WordDocument(package)
    return document.paste(package)
  }

  private init(_ package: WordPackage) {
    styles = WordStyles(package.styles)
    numbering = WordNumbering(package.numbering, styles)
    runs = WordRunReader(package.document, styles)
  }

  private mutating func paste(_ package: WordPackage) -> Paste {
    let tree = package.document
    if let body = tree.child(tree.child(0, "w:document"), "w:body") { blocks(body, depth: 0) }
    if !tree.isWhole { runs.remarks.note(.damaged, line: max(paragraph, 1)) }
    flush()
    footnotes(package)
    margins(package)
    return layout.paste(runs.remarks)
  }

  private mutating func blocks(_ parent: Int, depth: Int) {
    guard depth < WordDocument.deepest else {
      runs.remarks.note(.tooDeep, line: max(paragraph, 1))
      return
    }
    let tree = runs.tree
    for index in tree.children(parent) {
      switch tree.name(index) {
      case "w:p": read(index, depth: depth)
      case "w:tbl":
        flush()
        table(index, depth: depth)
      case "w:sdt":
        let kind = tree.value(tree.child(tree.child(index, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery")
        if kind == "Table of Contents" {
          runs.remarks.note(.contents, line: paragraph + 1)
          paragraph += count(of: "w:p", in: index)
        } else if let content = tree.child(index, "w:sdtContent") {
          blocks(content, depth: depth + 1)
        }
      case "w:customXml", "w:smartTag", "w:moveTo", "w:ins": blocks(index, depth: depth + 1)
      case "mc:AlternateContent":
        if let choice = runs.alternative(of: index) { blocks(choice, depth: depth + 1) }
      case "w:altChunk": runs.remarks.note(.otherFile, line: paragraph + 1)
      default: break
      }
    }
  }

  private func count(of name: String, in index: Int) -> Int {
    var count = 0
    var rest = [index]
    while let next = rest.popLast() {
      if runs.tree.name(next) == name { count += 1 }
      rest += Array(runs.tree.children(next))
    }
    return count
  }

  private mutating func read(_ index: Int, depth: Int) {
    paragraph += 1
    let line = paragraph
    let tree = runs.tree
    let properties = tree.child(index, "w:pPr")
    let id = tree.value(properties, "w:pStyle")
    let style = styles.paragraph(id)
    var text = runs.read(index, style: style, line: line)
    let mark = tree.child(properties, "w:rPr")
    if tree.child(mark, "w:ins") != nil || tree.child(mark, "w:moveTo") != nil {
      runs.remarks.note(.insertion, line: line)
    }
    if var before = carried {
      carried = nil
      before.lines[before.lines.count - 1] += text.lines[0]
      before.lines += text.lines.dropFirst()
      before.letters += text.letters
      before.bold += text.bold
      before.boxes += text.boxes
      text = before
    }
    if tree.child(mark, "w:del") != nil || tree.child(mark, "w:moveFrom") != nil {
      runs.remarks.note(.deletion, line: line)
      carried = text
      return
    }
    let boxes = text.boxes
    place(text, properties, id, style, line)
    for box in boxes {
      runs.remarks.note(.box, line: line)
      blocks(box, depth: depth + 1)
    }
  }

  /// Gives a paragraph its number and its place among the lines.
  private mutating func place(
    _ text: WordText, _ properties: Int?, _ id: String?, _ style: WordStyles.Style, _ line: Int
  ) {
    let tree = runs.tree
    if style.isContents {
      if !text.isEmpty { runs.remarks.note(.contents, line: line, words: (text.joined).text) }
      return
    }
    // A paragraph that is not there for the reader is not counted either.
    if text.isEmpty, text.hasUnseen { return }
    let own = tree.child(properties, "w:numPr")
    let list = tree.value(own, "w:numId") ?? style.list
    var number: WordNumbering.Mark?
    if let list, list != "0" {
      let level =
        tree.value(own, "w:ilvl").flatMap { Int($0) } ?? numbering.level(of: id, in: list) ?? style.level ?? 0
      number = numbering.count(list, level: level)
    }
    let direct = WordStyles.indent(of: properties, in: tree)
    let isOwnList = tree.value(own, "w:numId") != nil
    let indent = direct ?? (isOwnList ? number?.indent ?? style.indent : style.indent ?? number?.indent) ?? 0
    var outline = style.outline
    if let level = tree.value(properties, "w:outlineLvl").flatMap({ Int($0) }) {
      outline = (0...8).contains(level) ? level + 1 : nil
    }
    layout.add(
      WordLayout.Block(
        text: text, line: line, number: number, indent: indent, outline: outline, isTitle: style.isTitle,
        isQuote: style.isQuote))
  }

  private mutating func flush() {
    guard let text = carried else { return }
    carried = nil
    if !text.isEmpty { layout.add(WordLayout.Block(text: text, line: max(paragraph, 1))) }
  }

  private mutating func table(_ index: Int, depth: Int) {
    let tree = runs.tree
    var rows: [[Int]] = []
    for row in elements("w:tr", in: index) {
      if tree.child(tree.child(row, "w:trPr"), "w:del") != nil {
        runs.remarks.note(.deletion, line: paragraph + 1)
        paragraph += count(of: "w:p", in: row)
        continue
      }
      rows.append(elements("w:tc", in: row))
    }
    // One cell is a frame around text.
    if rows.count == 1, rows[0].count == 1, let cell = rows[0].first {
      blocks(cell, depth: depth + 1)
      return
    }
    let first = paragraph + 1
    var cells: [[[Unicode.Scalar]]] = []
    for row in rows {
      var line: [[Unicode.Scalar]] = []
      for cell in row { line.append(words(ofCell: cell, depth: depth + 1)) }
      cells.append(line)
    }
    layout.add(table: cells, line: first)
  }

  /// Rows and cells, also those that a frame of the program's own stands around.
  private func elements(_ name: String, in index: Int, depth: Int = 0) -> [Int] {
    guard depth < 8 else { return [] }
    var found: [Int] = []
    for child in runs.tree.children(index) {
      switch runs.tree.name(child) {
      case name: found.append(child)
      case "w:sdt", "w:sdtContent", "w:customXml", "w:ins": found += elements(name, in: child, depth: depth + 1)
      default: break
      }
    }
    return found
  }

  /// A cell's paragraphs in one line.
  private mutating func words(ofCell cell: Int, depth: Int) -> [Unicode.Scalar] {
    let outside = layout
    layout = WordLayout()
    blocks(cell, depth: depth)
    flush()
    defer { layout = outside }
    return layout.oneLine
  }

  private mutating func footnotes(_ package: WordPackage) {
    var places: [String: (tree: XmlTree, index: Int)] = [:]
    for (mark, name, tree) in [("f", "w:footnotes", package.footnotes), ("e", "w:endnotes", package.endnotes)] {
      guard let tree, let root = tree.child(0, name) else { continue }
      for note in tree.children(root) {
        if let id = tree.attribute(note, "w:id"), places[mark + id] == nil { places[mark + id] = (tree, note) }
      }
    }
    for (index, key) in runs.notes.enumerated() {
      guard let (tree, note) = places[key] else { continue }
      var reader = WordRunReader(tree, styles)
      var words: [Unicode.Scalar] = []
      for paragraph in tree.children(note) where tree.name(paragraph) == "w:p" {
        let text = reader.read(paragraph, style: WordStyles.Style(), line: max(self.paragraph, 1)).joined
        if !words.isEmpty, !text.isEmpty { words.append(" ") }
        words += text
      }
      layout.add(footnote: index + 1, words[...].trimmed, line: max(paragraph, 1))
    }
  }

  /// Headers and footers stay out; those that say something are named.
  private mutating func margins(_ package: WordPackage) {
    var seen: Set<String> = []
    for tree in package.margins {
      let reader = WordRunReader(tree, styles)
      let words = tree.children(0).map { reader.words(in: $0) }.joined(separator: " ")
        .split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
      guard words.unicodeScalars.contains(where: \.properties.isAlphabetic), seen.insert(words).inserted else {
        continue
      }
      runs.remarks.note(.margin, line: 1, words: words)
    }
  }
}
