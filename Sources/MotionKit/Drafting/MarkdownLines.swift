/// What a program that shows Markdown (CommonMark 0.31) makes of the lines of a text: enough of its rules to say which
/// lines it joins to the paragraph above, shows as program text, or gives another number.
struct MarkdownLines {
  enum Role: Hashable {
    case blank
    /// Four blanks or more inside whatever it stands in, after a blank line.
    case code
    /// A numbered item, with the number that is shown.
    case numbered(Int)
    case bullet
    case paragraph
    /// Goes on with the paragraph of the line before.
    case joined
    case other
  }

  struct Line {
    var role: Role
    /// The columns of white space before the text.
    var indent: Int
    /// The column at which the text of the list item around it begins; 0 outside lists.
    var room: Int
  }

  /// One for each line of the file; those of front matter are `other`.
  private(set) var lines: [Line] = []
  /// The text uses marks that mean something to Markdown alone: `# Heading`, `**bold**`, links.
  private(set) var isMarkdown = false

  private struct Item {
    var room: Int
    /// The closing mark of a numbered item and the number last shown; nil for a bullet.
    var number: (closing: UInt8, shown: Int)?
    var indent: Int
  }

  private var items: [Item] = []
  /// The last item that the present line ends: its list may go on with this line.
  private var ended: Item?
  private var isInParagraph = false
  private var fence: UInt8?

  init(_ document: Document) {
    let bytes = document.bytes
    let starts = document.lines.starts
    lines.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? min(starts[index + 1], bytes.count) : bytes.count
      guard start >= document.body.lowerBound, start <= end else {
        lines.append(Line(role: .other, indent: 0, room: 0))
        continue
      }
      read(bytes[start..<end])
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    var at = line.startIndex
    var indent = 0
    while at < line.endIndex, line[at] == 32 || line[at] == 9 {
      indent = line[at] == 9 ? (indent / 4 + 1) * 4 : indent + 1
      at += 1
    }
    guard at < line.endIndex, line[at] != 10, line[at] != 13 else {
      isInParagraph = false
      lines.append(Line(role: .blank, indent: 0, room: items.last?.room ?? 0))
      return
    }
    if !isMarkdown { isMarkdown = showsMarkdown(line[at...]) }
    let role = role(of: line[at...], indent)
    lines.append(Line(role: role, indent: indent, room: items.last { $0.room <= indent }?.room ?? 0))
  }

  private mutating func role(of text: ArraySlice<UInt8>, _ indent: Int) -> Role {
    guard let first = text.first else { return .other }
    if let mark = fence {
      if first == mark, text.prefix(3).allSatisfy({ $0 == mark }) { fence = nil }
      return .other
    }
    let marker = marker(text)
    let around = items.last { $0.room <= indent }
    let inner = indent - (around?.room ?? 0)
    if isInParagraph, inner >= 4 { return .joined }
    if inner >= 4 {
      leave(indent)
      ended = nil
      return .code
    }
    if let marker {
      // Only a list that begins with 1 may break into a paragraph.
      let isWithin = items.last.map { $0.room <= indent } ?? true
      if isInParagraph, isWithin, let number = marker.number, number != 1 { return .joined }
      leave(indent)
      isInParagraph = true
      return open(marker, indent)
    }
    if isInParagraph, !isBlockStart(text) { return .joined }
    leave(indent)
    isInParagraph = !isBlockStart(text)
    if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), text.prefix(3).allSatisfy({ $0 == first }),
      text.count >= 3
    {
      fence = first
      return .other
    }
    ended = nil
    return isInParagraph ? .paragraph : .other
  }

  private mutating func open(_ marker: Marker, _ indent: Int) -> Role {
    var item = Item(room: indent + marker.width, number: nil, indent: indent)
    defer { items.append(item) }
    guard let number = marker.number, let closing = marker.closing else { return .bullet }
    var shown = number
    if let ended, ended.indent <= indent + 3, let list = ended.number, list.closing == closing {
      shown = list.shown + 1
    }
    item.number = (closing, shown)
    return .numbered(shown)
  }

  /// Ends the items that a line so far to the left does not belong to.
  private mutating func leave(_ indent: Int) {
    ended = nil
    while let last = items.last, last.room > indent {
      ended = last
      items.removeLast()
    }
  }

  private struct Marker {
    var width: Int
    var number: Int?
    var closing: UInt8?
  }

  private func marker(_ text: ArraySlice<UInt8>) -> Marker? {
    guard let first = text.first else { return nil }
    var length = 1
    var number: Int?
    var closing: UInt8?
    if isDigit(first) {
      let digits = text.prefix(while: isDigit)
      guard digits.count <= 9, let mark = text.dropFirst(digits.count).first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      else { return nil }
      length = digits.count + 1
      number = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
      closing = mark
    } else if ![UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      return nil
    }
    let blanks = text.dropFirst(length).prefix { $0 == 32 || $0 == 9 }
    guard let mark = blanks.first, text.count > length + blanks.count else { return nil }
    let gap = mark == 9 || blanks.count > 4 ? 1 : blanks.count
    return Marker(width: length + gap, number: number, closing: closing)
  }

  /// A heading, a rule, a quotation, a table or the mark of a code block.
  private func isBlockStart(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    switch first {
    case UInt8(ascii: "#"):
      let marks = text.prefix { $0 == first }
      return marks.count <= 6 && (text.dropFirst(marks.count).first.map { $0 == 32 || $0 == 9 || $0 == 10 } ?? true)
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return text.prefix(3).count == 3 && text.prefix(3).allSatisfy { $0 == first }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
      return text.allSatisfy { $0 == first || $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    default: return false
    }
  }

  private func showsMarkdown(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "#"), isBlockStart(text) { return true }
    for (one, other) in zip(text, text.dropFirst()) {
      if one == UInt8(ascii: "*"), other == one { return true }
      if one == UInt8(ascii: "]"), other == UInt8(ascii: "(") { return true }
    }
    return false
  }
}
