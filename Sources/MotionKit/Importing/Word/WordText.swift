/// The words of one paragraph of a Word file, as a reader sees them.
struct WordText: Sendable {
  /// Parted at soft line breaks.
  var lines: [[Unicode.Scalar]] = [[]]
  /// Letters in bold, and letters at all.
  var bold = 0
  var letters = 0
  /// Letters in bold or italics that stand among others.
  var hasEmphasis: Bool { emphasis > 0 && emphasis < letters }
  var emphasis = 0
  /// Elements that hold the paragraphs of text boxes.
  var boxes: [Int] = []
  /// Something is there that only a program shows: hidden or deleted words.
  var hasUnseen = false

  var isEmpty: Bool { lines.allSatisfy { $0.allSatisfy(\.isBlank) } }

  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { lines[lines.count - 1].append(scalar == "\n" ? " " : scalar) }
  }

  mutating func breakLine() { lines.append([]) }

  /// All of it in one line.
  var joined: [Unicode.Scalar] { Array(lines.joined(separator: [" "]))[...].trimmed.map { $0 == "\t" ? " " : $0 } }
}

/// What a Word file holds beside the words, counted.
struct WordRemarks: Hashable, Sendable {
  struct Remark: Hashable, Sendable {
    var count = 0
    /// Of the first of them.
    var line = 0
    var words = ""
  }

  enum Kind: Hashable, Sendable, CaseIterable {
    case insertion, deletion, comment, hidden, picture, contents, margin, otherFile, box, emphasis, tooDeep, damaged
  }

  private var remarks: [Kind: Remark] = [:]

  subscript(kind: Kind) -> Remark? { remarks[kind] }

  mutating func note(_ kind: Kind, line: Int, words: String = "") {
    var remark = remarks[kind] ?? Remark()
    if remark.count == 0 { remark.line = line }
    remark.count += 1
    if remark.words.isEmpty { remark.words = words }
    remarks[kind] = remark
  }
}

/// Reads runs: what is deleted, hidden or an instruction to the program stays out.
struct WordRunReader: Sendable {
  let tree: XmlTree
  let styles: WordStyles
  var remarks = WordRemarks()
  /// The numbers of footnotes, in the order in which the text calls them: `f2` is a footnote, `e2` an endnote.
  var notes: [String] = []
  private var noteNumbers: [String: Int] = [:]
  /// Fields that are open, and whether what is met is their result.
  private var fields: [Bool] = []
  /// Fields within more fields than any document has: they are counted, so that each end finds its own.
  private var furtherFields = 0
  private static let mostFields = 64
  private static let deepest = 120

  init(_ tree: XmlTree, _ styles: WordStyles) {
    self.tree = tree
    self.styles = styles
  }

  /// The words of a paragraph.
  mutating func read(_ paragraph: Int, style: WordStyles.Style, line: Int) -> WordText {
    var text = WordText()
    read(paragraph, into: &text, style, line, depth: 0)
    // A field's instruction never runs on into the next paragraph; its result may.
    fields.removeAll { !$0 }
    if text.hasEmphasis { remarks.note(.emphasis, line: line) }
    return text
  }

  private mutating func read(
    _ parent: Int, into text: inout WordText, _ style: WordStyles.Style, _ line: Int, depth: Int
  ) {
    guard depth < WordRunReader.deepest else {
      remarks.note(.tooDeep, line: line)
      return
    }
    for index in tree.children(parent) {
      switch tree.name(index) {
      case "w:r": run(index, into: &text, style, line, depth: depth + 1)
      case "w:ins", "w:moveTo":
        remarks.note(.insertion, line: line)
        read(index, into: &text, style, line, depth: depth + 1)
      case "w:del", "w:moveFrom":
        remarks.note(.deletion, line: line, words: words(in: index))
        text.hasUnseen = true
      case "w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:dir", "w:bdo", "w:fldSimple",
        "m:oMath", "m:oMathPara", "m:r", "m:sSup", "m:sSub", "m:e", "m:sup", "m:sub", "m:f", "m:num", "m:den":
        read(index, into: &text, style, line, depth: depth + 1)
      case "m:t": write(words(in: index), into: &text, isBold: false, isSlanted: false)
      case "mc:AlternateContent":
        if let choice = alternative(of: index) { read(choice, into: &text, style, line, depth: depth + 1) }
      default: break
      }
    }
  }

  private mutating func run(
    _ index: Int, into text: inout WordText, _ style: WordStyles.Style, _ line: Int, depth: Int
  ) {
    let properties = tree.child(index, "w:rPr")
    let own = styles.run(tree.value(properties, "w:rStyle"))
    let isBold = tree.isOn(properties, "w:b") ?? own.isBold ?? style.isBold ?? false
    let isSlanted = tree.isOn(properties, "w:i") ?? false
    if tree.isOn(properties, "w:vanish") ?? own.isHidden ?? style.isHidden ?? false {
      let hidden = words(in: index)
      if !hidden.isEmpty { remarks.note(.hidden, line: line, words: hidden) }
      text.hasUnseen = true
      return
    }
    content(index, into: &text, isBold, isSlanted, line, depth: depth)
  }

  private mutating func content(
    _ index: Int, into text: inout WordText, _ isBold: Bool, _ isSlanted: Bool, _ line: Int, depth: Int
  ) {
    guard depth < WordRunReader.deepest else {
      remarks.note(.tooDeep, line: line)
      return
    }
    for child in tree.children(index) {
      let name = tree.name(child)
      if name == "w:fldChar" {
        field(child)
        continue
      }
      guard fields.allSatisfy({ $0 }) else { continue }
      switch name {
      case "w:t": write(words(in: child), into: &text, isBold: isBold, isSlanted: isSlanted)
      case "w:tab", "w:ptab": text.write("\t")
      case "w:cr": text.breakLine()
      case "w:br":
        let isPage = tree.attribute(child, "w:type").map { $0 != "textWrapping" } ?? false
        if !isPage || !text.isEmpty { text.breakLine() }
      case "w:noBreakHyphen": text.write("-")
      case "w:sym": text.write(WordSymbol.text(tree.attribute(child, "w:char"), font: tree.attribute(child, "w:font")))
      case "w:footnoteReference": note("f", child, into: &text)
      case "w:endnoteReference": note("e", child, into: &text)
      case "w:commentReference": remarks.note(.comment, line: line)
      case "w:drawing", "w:pict", "w:object": drawing(child, into: &text, line)
      case "mc:AlternateContent":
        if let choice = alternative(of: child) {
          content(choice, into: &text, isBold, isSlanted, line, depth: depth + 1)
        }
      case "w:ruby":
        if let base = tree.child(child, "w:rubyBase") {
          for run in tree.children(base) where tree.name(run) == "w:r" {
            content(run, into: &text, isBold, isSlanted, line, depth: depth + 1)
          }
        }
      default: break
      }
    }
  }

  private func write(_ words: String, into text: inout WordText, isBold: Bool, isSlanted: Bool) {
    text.write(words)
    let letters = words.unicodeScalars.count { $0.properties.isAlphabetic }
    text.letters += letters
    if isBold { text.bold += letters }
    if isBold || isSlanted { text.emphasis += letters }
  }

  private mutating func field(_ index: Int) {
    switch tree.attribute(index, "w:fldCharType") {
    case "begin": if fields.count < WordRunReader.mostFields { fields.append(false) } else { furtherFields += 1 }
    case "separate": if furtherFields == 0, !fields.isEmpty { fields[fields.count - 1] = true }
    default: if furtherFields > 0 { furtherFields -= 1 } else { _ = fields.popLast() }
    }
  }

  private mutating func note(_ kind: String, _ index: Int, into text: inout WordText) {
    guard let id = tree.attribute(index, "w:id") else { return }
    let key = kind + id
    if noteNumbers[key] == nil {
      notes.append(key)
      noteNumbers[key] = notes.count
    }
    text.write("[^\(noteNumbers[key] ?? 0)]")
  }

  /// A picture, or a box with words of its own.
  private mutating func drawing(_ index: Int, into text: inout WordText, _ line: Int) {
    let boxes = descendants(of: index, named: "w:txbxContent")
    if boxes.isEmpty { remarks.note(.picture, line: line) } else { text.boxes += boxes }
  }

  /// Those of that name, not those within one of them; of a choice only one branch.
  private func descendants(of index: Int, named name: String) -> [Int] {
    var found: [Int] = []
    var rest = [index]
    while let next = rest.popLast() {
      if tree.name(next) == name {
        found.append(next)
      } else if tree.name(next) == "mc:AlternateContent" {
        if let choice = alternative(of: next) { rest.append(choice) }
      } else {
        rest += Array(tree.children(next)).reversed()
      }
    }
    return found
  }

  /// The same thing is there twice, for new readers and for old ones.
  func alternative(of index: Int) -> Int? {
    tree.child(index, "mc:Choice") ?? tree.child(index, "mc:Fallback")
  }

  /// All text within an element, whatever is between.
  func words(in index: Int) -> String {
    var text = ""
    var rest = [index]
    while let next = rest.popLast() {
      if tree.name(next).isEmpty { text += tree.elements[next].text }
      if tree.name(next) != "w:instrText" { rest += Array(tree.children(next)).reversed() }
    }
    return text
  }
}
