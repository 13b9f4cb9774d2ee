/// Lines made a tree. Total: every byte string has a tree.
///
/// Where an unlabelled, unindented paragraph stands between two clauses of one run (n, then n + 1), it belongs to
/// clause n; where no clause of that run follows before the next section, it ends the list.
struct DocumentParser {
  let page: SourcePage
  var nodes: [Node] = []
  var shapes: [LabelShape?] = []
  var title: Int?

  /// Open labelled nodes and bullets, outermost first.
  var items: [OpenItem] = []
  var sections: [(level: Int, node: Int)] = []
  /// The last label at the top, in whatever section: numbers may run on through them.
  var lastTop: LabelShape?
  /// The node that takes continuation lines.
  var open: Int?
  /// Lines of an unlabelled paragraph whose place is decided at its end.
  var pending: Range<Int>?
  var at = 0
  /// The previous line was blank, a heading, or the text begins.
  var fresh = true
  /// No quotation, and no comment or table of HTML, that opens before this line ends before it.
  var unendedTo = 0
  /// The next line that is a heading under a Roman numeral, as far as it was looked for.
  var nextNumeral: (line: Int, shape: LabelShape?)?
  var nextLabel: (line: Int, candidate: LabelCandidate?)?

  init(_ bytes: [UInt8], lines: [SourceLine]) {
    self.page = SourcePage(bytes: bytes, lines: lines)
  }

  var bytes: [UInt8] { page.bytes }
  var lines: [SourceLine] { page.lines }

  mutating func parse() {
    // Memory that is not used is not taken; growing copies every node several times.
    let count = lines.count { !$0.isBlank }
    nodes.reserveCapacity(count)
    shapes.reserveCapacity(count)
    while at < lines.count { step() }
    finish()
    nameNumberedSections()
    closeExtents()
  }

  private mutating func step() {
    let line = lines[at]
    if line.isBlank {
      finish()
      fresh = true
      at += 1
      return
    }
    let first = bytes[line.textStart]
    switch first {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let fence = page.fenceLength(line) { return takeFence(first, fence) }
    case UInt8(ascii: "+"):
      if takeBullet(line) { return }
    case UInt8(ascii: "|"):
      return takeTable()
    case UInt8(ascii: ">"):
      return takeQuote()
    case UInt8(ascii: "#"):
      if takeHeading(line) { return }
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if takeRule(line, first) || takeTableRule(line) || takeBold(line) || takeBullet(line) { return }
    case UInt8(ascii: ":"):
      if takeTableRule(line) { return }
    case UInt8(ascii: "<"):
      if takeHTML(line) { return }
    case UInt8(ascii: "\""), 0xC2:
      if takeQuoted(line) { return }
    case 0xE2:
      if takeBullet(line) || takeQuoted(line) { return }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if takeNumberedHeading(line) { return }
    default:
      break
    }
    if let candidate = page.label(at: line), takeRomanHeading(candidate, line) || takeLabel(candidate, line) { return }
    if pending == nil, fresh || open.map({ endsInColon(of: $0) }) ?? true, takeTabTable(line) { return }
    takeText(line)
  }

  @discardableResult
  mutating func add(
    _ kind: Node.Kind, parent: Int?, label: Label?, shape: LabelShape?, text: [Range<Int>], lines range: Range<Int>
  ) -> Int {
    let start = label?.span.lowerBound ?? text.first?.lowerBound ?? lines[range.lowerBound].textStart
    let end = text.last?.upperBound ?? label?.span.upperBound ?? start
    // What begins on its parent's line begins there.
    let isBelow = parent.map { nodes[$0].span.lowerBound >= lines[range.lowerBound].textStart } ?? false
    let extent = (isBelow ? start : lines[range.lowerBound].start)..<lines[range.upperBound - 1].next
    nodes.append(
      Node(
        kind: kind, parent: parent, depth: parent.map { nodes[$0].depth + 1 } ?? 0, label: label,
        span: start..<max(start, end), textSpans: text, extent: extent, path: .whole))
    shapes.append(shape)
    return nodes.count - 1
  }

  /// "1. We note" right above 1.1 heads a section: its text is a heading, not a sentence.
  mutating func nameNumberedSections() {
    for index in nodes.indices.dropLast() where nodes[index].kind == .clause {
      guard nodes[index + 1].parent == index, let child = shapes[index + 1], let shape = shapes[index],
        shape.style == .decimal, child.style == .decimal, child.depth == shape.depth + 1, child.holds(shape),
        nodes[index].textSpans.count == 1,
        let span = nodes[index].textSpans.first, span.count < 120, let last = bytes[span].last
      else { continue }
      let heading = page.string(span)
      let words = heading.utf8.split { isBlank($0) }.count
      let isVerb = SectionWords.endsInVerb(heading)
      let isClosed = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "?")].contains(last)
      if isVerb || !isClosed && last != UInt8(ascii: ":") && words <= 8 { nodes[index].kind = .section }
    }
  }

  mutating func closeExtents() {
    for index in nodes.indices.reversed() {
      guard let parent = nodes[index].parent else { continue }
      let end = max(nodes[parent].extent.upperBound, nodes[index].extent.upperBound)
      nodes[parent].extent = nodes[parent].extent.lowerBound..<end
    }
  }
}

/// A labelled node or bullet that may still get children and siblings.
struct OpenItem {
  var node: Int
  var indent: Int
  /// `nil` for a bullet.
  var shape: LabelShape?
}
