/// Lines made a tree. Total: every byte string has a tree.
///
/// Where an unlabelled, unindented paragraph stands between two clauses of one run (n, then n + 1), it belongs to
/// clause n; where no clause of that run follows before the next section, it ends the list.
struct DocumentParser {
  let page: SourcePage
  private(set) var nodes: [Node] = []
  private(set) var shapes: [LabelShape?] = []
  private(set) var leads: [Bool] = []
  private(set) var title: Int?

  /// Open labelled nodes and bullets, outermost first.
  var items: [OpenItem] = []
  private var sections: [(level: Int, node: Int)] = []
  /// The node that takes continuation lines.
  private var open: Int?
  /// Lines of an unlabelled paragraph whose place is decided at its end.
  private var pending: Range<Int>?
  private var at = 0
  /// The previous line was blank, a heading, or the text begins.
  private var fresh = true
  private var nextLabel: (line: Int, candidate: LabelCandidate?)?

  init(_ bytes: [UInt8], lines: [SourceLine]) {
    self.page = SourcePage(bytes: bytes, lines: lines)
  }

  private var bytes: [UInt8] { page.bytes }
  private var lines: [SourceLine] { page.lines }

  mutating func parse() {
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
    case UInt8(ascii: "|"):
      return takeTable()
    case UInt8(ascii: ">"):
      return takeQuote()
    case UInt8(ascii: "#"):
      if takeHeading(line) { return }
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if takeRule(line, first) || takeBold(line) || takeBullet(line) { return }
    case 0xE2:
      if takeBullet(line) { return }
    default:
      break
    }
    if let candidate = page.label(at: line),
      takeLabel(candidate, line)
    {
      return
    }
    takeText(line)
  }

  // MARK: Leaves

  private mutating func takeFence(_ mark: UInt8, _ length: Int) {
    finish()
    let first = at
    at += 1
    while at < lines.count {
      let line = lines[at]
      at += 1
      if !line.isBlank, bytes[line.textStart] == mark, let close = page.fenceLength(line), close >= length,
        line.textStart + close == line.textEnd
      {
        break
      }
    }
    addRaw(first..<at)
  }

  private mutating func takeTable() {
    finish()
    let first = at
    while at < lines.count, !lines[at].isBlank, bytes[lines[at].textStart] == UInt8(ascii: "|") { at += 1 }
    addRaw(first..<at)
  }

  private mutating func addRaw(_ range: Range<Int>) {
    let span =
      lines[range.lowerBound].textStart..<max(lines[range.upperBound - 1].textEnd, lines[range.lowerBound].textEnd)
    let parent = parent(ofLoose: lines[range.lowerBound])
    add(.raw, parent: parent, label: nil, shape: nil, text: [span], lines: range)
    open = nil
    fresh = true
  }

  private mutating func takeQuote() {
    finish()
    let parent = parent(ofLoose: lines[at])
    var pieces: [Range<Int>] = []
    var first = at
    func flush(_ parser: inout DocumentParser, _ end: Int) {
      if !pieces.isEmpty {
        parser.add(.quote, parent: parent, label: nil, shape: nil, text: pieces, lines: first..<end)
        pieces = []
      }
      first = end
    }
    while at < lines.count, !lines[at].isBlank {
      let line = lines[at]
      guard bytes[line.textStart] == UInt8(ascii: ">") else {
        // Markdown's lazy continuation: plain text right under a quote belongs to it.
        guard !pieces.isEmpty, isPlainText(line) else { break }
        pieces.append(line.textStart..<line.textEnd)
        at += 1
        continue
      }
      var start = line.textStart
      while start < line.textEnd, isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
      if start >= line.textEnd {
        flush(&self, at)
        first = at + 1
      } else {
        if startsOwnBlock(start, line.textEnd) { flush(&self, at) }
        if pieces.isEmpty { first = at }
        pieces.append(start..<line.textEnd)
      }
      at += 1
    }
    flush(&self, at)
    open = nil
    fresh = true
  }

  /// A quoted line that begins a clause or bullet of the quoted text.
  private func startsOwnBlock(_ start: Int, _ end: Int) -> Bool {
    if LabelReading.candidate(in: bytes, from: start, to: end) != nil { return true }
    return page.bulletMarker(start, end) != nil
  }

  private func isPlainText(_ line: SourceLine) -> Bool {
    let first = bytes[line.textStart]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "|") || first == UInt8(ascii: "`") { return false }
    return !startsOwnBlock(line.textStart, line.textEnd) && page.boldText(line) == nil && !page.endsWithColon(line)
  }

  // MARK: Sections

  private mutating func takeHeading(_ line: SourceLine) -> Bool {
    var level = 0
    while line.textStart + level < line.textEnd, bytes[line.textStart + level] == UInt8(ascii: "#") { level += 1 }
    guard level <= 6 else { return false }
    var start = line.textStart + level
    guard start == line.textEnd || isBlank(bytes[start]) else { return false }
    finish()
    while start < line.textEnd, isBlank(bytes[start]) { start += 1 }
    var end = line.textEnd
    while end > start, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end > start, end < line.textEnd, !isBlank(bytes[end - 1]) { end = line.textEnd }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    addSection(level, start..<end, at..<at + 1)
    at += 1
    return true
  }

  private mutating func takeBold(_ line: SourceLine) -> Bool {
    guard let text = page.boldText(line), line.indent < 4 else { return false }
    let nextIsText = at + 1 < lines.count && !lines[at + 1].isBlank && isPlainText(lines[at + 1])
    guard fresh || !nextIsText && page.endsSentence(before: at) else { return false }
    finish()
    addSection(7, text, at..<at + 1)
    at += 1
    return true
  }

  /// `---` and its like: the underline of a heading, or a rule that separates.
  private mutating func takeRule(_ line: SourceLine, _ mark: UInt8) -> Bool {
    guard line.textEnd - line.textStart >= 3,
      bytes[line.textStart..<line.textEnd].allSatisfy({ $0 == mark })
    else { return false }
    if let paragraph = pending, paragraph.count == 1, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") {
      let above = lines[paragraph.lowerBound]
      pending = nil
      addSection(mark == UInt8(ascii: "=") ? 1 : 2, above.textStart..<above.textEnd, paragraph.lowerBound..<at + 1)
      at += 1
      return true
    }
    guard mark != UInt8(ascii: "=") else { return false }
    finish()
    addRaw(at..<at + 1)
    at += 1
    return true
  }

  private mutating func addSection(_ level: Int, _ text: Range<Int>, _ range: Range<Int>) {
    var text = text
    var label: Label?
    var shape: LabelShape?
    if let candidate = LabelReading.candidate(in: bytes, from: text.lowerBound, to: text.upperBound),
      let reading = candidate.readings.first, reading.style == .decimal || reading.number <= 10,
      candidate.textStart < text.upperBound, reading.number < 1000
    {
      label = Label(printed: page.string(candidate.span), span: candidate.span)
      shape = candidate.readings.last
      text = candidate.textStart..<text.upperBound
    }
    let isTitle = level == 1 && title == nil && label == nil
    let standsAlone = isTitle && nodes.isEmpty && !hasAnotherTopHeading(after: range.upperBound)
    closeSections(to: level, for: level > 6 ? page.string(text) : "")
    let index = add(.section, parent: sections.last?.node, label: label, shape: shape, text: [text], lines: range)
    if isTitle { title = index }
    if !standsAlone { sections.append((level, index)) }
    items = []
    open = nil
    nextLabel = nil
    fresh = true
  }

  /// Ends the sections that a new one stands beside. What the body resolves is not part of what it notes, in whatever
  /// way the two are set.
  private mutating func closeSections(to level: Int, for heading: String) {
    while let last = sections.last, last.level >= level { sections.removeLast() }
    guard let step = SectionWords.step(of: heading) else { return }
    while let last = sections.last {
      let above = nodes[last.node].textSpans.map { page.string($0) }.joined(separator: " ")
      guard let other = SectionWords.step(of: above), other != step else { return }
      sections.removeLast()
    }
  }

  /// A first heading that is the only one of its level is the title, and holds nothing.
  private func hasAnotherTopHeading(after line: Int) -> Bool {
    var index = line
    while index < lines.count {
      let line = lines[index]
      if line.textEnd - line.textStart > 1, bytes[line.textStart] == UInt8(ascii: "#"),
        isBlank(bytes[line.textStart + 1])
      {
        return true
      }
      index += 1
    }
    return false
  }

  // MARK: Text

  private mutating func takeText(_ line: SourceLine) {
    defer {
      at += 1
      fresh = false
    }
    if let paragraph = pending {
      guard startsAfresh(line, paragraph.lowerBound) else {
        pending = paragraph.lowerBound..<at + 1
        return
      }
      finish()
    } else if let node = open, !fresh {
      guard startsLeadIn(line) else {
        nodes[node].textSpans.append(line.textStart..<line.textEnd)
        nodes[node].span = nodes[node].span.lowerBound..<line.textEnd
        nodes[node].extent = nodes[node].extent.lowerBound..<line.next
        return
      }
      finish()
    }
    finish()
    pending = at..<at + 1
  }

  /// Text right under a paragraph that begins something of its own: the next recital, the next lead-in.
  private func startsAfresh(_ line: SourceLine, _ first: Int) -> Bool {
    if startsLeadIn(line) { return true }
    let above = lines[first]
    return SectionWords.beginsRecital(bytes, from: line.textStart, to: line.textEnd)
      && SectionWords.beginsRecital(bytes, from: above.textStart, to: above.textEnd) && page.endsSentence(before: at)
  }

  /// "This branch resolves:" right under a clause, without a blank line between.
  private func startsLeadIn(_ line: SourceLine) -> Bool {
    guard line.indent < 4, page.endsWithColon(line), line.textEnd - line.textStart < 160,
      page.endsSentence(before: at)
        || isUpper(bytes[line.textStart]) && at + 1 < lines.count && !lines[at + 1].isBlank
          && startsOwnBlock(lines[at + 1].textStart, lines[at + 1].textEnd)
    else { return false }
    return SectionWords.step(of: page.string(line.textStart..<line.textEnd)) != nil
  }

  /// Ends the open block; an unlabelled paragraph gets its kind and its place.
  private mutating func finish() {
    open = nil
    guard let range = pending else { return }
    pending = nil
    let first = lines[range.lowerBound]
    let last = lines[range.upperBound - 1]
    let spans = range.map { lines[$0].textStart..<lines[$0].textEnd }
    let heading = range.count <= 4 ? spans.map { page.string($0) }.joined(separator: " ") : ""
    let inside = items.contains { $0.indent < first.indent }
    if !inside, page.endsWithColon(last) ? leadsIn(heading, range) : leadsInBare(heading, range) {
      takeLeadIn(spans, range)
      return
    }
    let recital = SectionWords.beginsRecital(bytes, from: first.textStart, to: first.textEnd)
    let parent = parent(ofLoose: first, after: range.upperBound)
    open = add(
      recital && parent.map { nodes[$0].kind == .section } ?? true ? .recital : .paragraph, parent: parent, label: nil,
      shape: nil, text: spans, lines: range)
    if recital, parent != nil, nodes[nodes.count - 1].kind == .paragraph { nodes[nodes.count - 1].kind = .recital }
    open = nil
  }

  /// Ends in a colon. One line of any words, or several that say "… notes:"; what only announces another lead-in is
  /// a paragraph.
  private func leadsIn(_ heading: String, _ range: Range<Int>) -> Bool {
    guard range.count <= 4, isOneSentence(heading) else { return false }
    if SectionWords.step(of: heading) != nil { return true }
    guard range.count == 1, heading.utf8.count <= 200 else { return false }
    var index = range.upperBound
    while index < lines.count, lines[index].isBlank { index += 1 }
    guard index < lines.count else { return false }
    let line = lines[index]
    if bytes[line.textStart] == UInt8(ascii: "#") || page.boldText(line) != nil { return false }
    return page.label(at: line) != nil || !page.endsWithColon(line)
  }

  /// No sentence ends inside: what has several is a paragraph that happens to announce something.
  private func isOneSentence(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var at = 0
    while at + 2 < text.count {
      if text[at] == UInt8(ascii: "."), isBlank(text[at + 1]), isUpper(text[at + 2]), at > 3 { return false }
      at += 1
    }
    return true
  }

  /// "This branch resolves" on a line of its own, its colon forgotten.
  private func leadsInBare(_ heading: String, _ range: Range<Int>) -> Bool {
    guard range.count == 1, SectionWords.endsInVerb(heading) else { return false }
    var index = range.upperBound
    while index < lines.count, lines[index].isBlank { index += 1 }
    guard index < lines.count else { return false }
    return startsOwnBlock(lines[index].textStart, lines[index].textEnd)
  }

  private mutating func takeLeadIn(_ spans: [Range<Int>], _ range: Range<Int>) {
    let level = 8
    var spans = spans
    for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] {
      while let first = spans.first, let last = spans.last, bytes[first.lowerBound] == mark,
        bytes[last.upperBound - 1] == mark, first.count > 2, last.count > 2
      {
        spans[0] = first.lowerBound + 1..<first.upperBound
        let end = spans[spans.count - 1]
        spans[spans.count - 1] = end.lowerBound..<end.upperBound - 1
      }
    }
    closeSections(to: level, for: spans.map { page.string($0) }.joined(separator: " "))
    let index = add(.section, parent: sections.last?.node, label: nil, shape: nil, text: spans, lines: range)
    leads[index] = true
    sections.append((level, index))
    items = []
    open = nil
    nextLabel = nil
  }

  // MARK: Places

  /// The parent of something without a number: the item that it stands under by its indentation, or the clause whose
  /// run goes on behind it. At the margin with no such run, it ends the list.
  private mutating func parent(ofLoose line: SourceLine, after: Int? = nil) -> Int? {
    var depth = items.count
    while depth > 0 {
      if items[depth - 1].indent < line.indent {
        items.removeSubrange(depth...)
        return items[depth - 1].node
      }
      depth -= 1
    }
    if items.isEmpty { return sections.last?.node }
    if after == nil, let top = items.last, endsInColon(of: top.node) { return top.node }
    if let candidate = upcomingLabel(after ?? at) {
      for depth in stride(from: items.count, to: 0, by: -1) {
        let item = items[depth - 1]
        guard let shape = item.shape, candidate.readings.contains(where: { $0.follows(shape) }) else { continue }
        items.removeSubrange(depth...)
        return item.node
      }
    }
    items = []
    return sections.last?.node
  }

  func endsInColon(of node: Int) -> Bool {
    guard let end = nodes[node].textSpans.last?.upperBound, end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: ":")
  }

  /// The next label down the page, before any section begins.
  private mutating func upcomingLabel(_ from: Int) -> LabelCandidate? {
    if let known = nextLabel, known.line >= from { return known.candidate }
    var index = from
    var found: LabelCandidate?
    var isInFence = false
    while index < lines.count {
      let line = lines[index]
      let isFence =
        !line.isBlank && (bytes[line.textStart] == UInt8(ascii: "`") || bytes[line.textStart] == UInt8(ascii: "~"))
        && page.fenceLength(line) != nil
      if isFence { isInFence.toggle() }
      if !line.isBlank, !isFence, !isInFence {
        let first = bytes[line.textStart]
        if first == UInt8(ascii: "#") || page.boldText(line) != nil { break }
        found = page.label(at: line)
        if found.map({ candidate in
          items.contains { item in
            candidate.readings.contains { reading in
              item.shape.map { reading.isLikeButForDelimiters($0) } ?? false
            }
          }
        }) ?? false {
          break
        }
        found = nil
        let alone = index == 0 || lines[index - 1].isBlank
        if alone, page.endsWithColon(line) || SectionWords.endsInVerb(shortText(line)) { break }
      }
      index += 1
    }
    nextLabel = (index, found)
    return found
  }

  private func shortText(_ line: SourceLine) -> String {
    line.textEnd - line.textStart < 100 ? page.string(line.textStart..<line.textEnd) : ""
  }

  // MARK: Labels and bullets

  private mutating func takeBullet(_ line: SourceLine) -> Bool {
    guard let marker = page.bulletMarker(line.textStart, line.textEnd) else { return false }
    if marker.count == 3, bytes[marker.lowerBound + 2] == 0x93, !fresh {
      // A dash inside a sentence may come to stand at the start of a line.
      let known = items.contains { $0.shape == nil && abs($0.indent - line.indent) <= 1 }
      guard known || page.endsSentence(before: at) else { return false }
    }
    let wasFresh = fresh
    finish()
    var start = marker.upperBound
    while start < line.textEnd, isBlank(bytes[start]) || bytes[start] == 0xC2 || bytes[start] == 0xA0 {
      if bytes[start] == 0xC2, start + 1 < line.textEnd, bytes[start + 1] != 0xA0 { break }
      start += 1
    }
    let parent = bulletParent(line, fresh: wasFresh)
    let label = Label(printed: page.string(marker), span: marker)
    let index = add(
      .bullet, parent: parent, label: label, shape: nil, text: start < line.textEnd ? [start..<line.textEnd] : [],
      lines: at..<at + 1)
    items.append(OpenItem(node: index, indent: line.indent, shape: nil))
    open = index
    fresh = false
    at += 1
    return true
  }

  /// Bullets at one indentation are one list; deeper ones lie below; at the margin under a clause they are its own
  /// where the clause announces them, stands right above, or is followed by the next of its run.
  private mutating func bulletParent(_ line: SourceLine, fresh: Bool) -> Int? {
    for depth in stride(from: items.count, to: 0, by: -1) {
      let item = items[depth - 1]
      if item.shape == nil, abs(item.indent - line.indent) <= 1 {
        items.removeSubrange((depth - 1)...)
        return nodes[item.node].parent
      }
      if item.indent < line.indent {
        items.removeSubrange(depth...)
        return item.node
      }
    }
    if let top = items.last, top.shape != nil, !fresh { return top.node }
    return parent(ofLoose: line)
  }

  private mutating func takeLabel(_ candidate: LabelCandidate, _ line: SourceLine) -> Bool {
    var isFresh = fresh
    if let paragraph = pending, page.endsWithColon(lines[paragraph.upperBound - 1]) { isFresh = true }
    let finder = LabelPlace(
      page: page, items: items, colons: items.map { endsInColon(of: $0.node) }, candidate: candidate, line: line,
      index: at, fresh: isFresh)
    guard var place = finder.find() else { return false }
    if pending != nil {
      finish()
      let finder = LabelPlace(
        page: page, items: items, colons: items.map { endsInColon(of: $0.node) }, candidate: candidate, line: line,
        index: at, fresh: true)
      guard let again = finder.find() else { return false }
      place = again
    }
    open = nil
    items.removeSubrange(min(place.keep, items.count)...)
    let parent = items.last?.node ?? sections.last?.node
    let printed = page.string(candidate.span).filter { $0 != " " && $0 != "\t" }
    let label = Label(printed: printed, span: candidate.span)
    let text = candidate.textStart < line.textEnd ? [candidate.textStart..<line.textEnd] : []
    let index = add(.clause, parent: parent, label: label, shape: place.shape, text: text, lines: at..<at + 1)
    items.append(OpenItem(node: index, indent: line.indent, shape: place.shape))
    open = index
    fresh = false
    at += 1
    return true
  }

  // MARK: Nodes

  @discardableResult
  private mutating func add(
    _ kind: Node.Kind, parent: Int?, label: Label?, shape: LabelShape?, text: [Range<Int>], lines range: Range<Int>
  ) -> Int {
    let start = label?.span.lowerBound ?? text.first?.lowerBound ?? lines[range.lowerBound].textStart
    let end = text.last?.upperBound ?? label?.span.upperBound ?? start
    let extent = lines[range.lowerBound].start..<lines[range.upperBound - 1].next
    nodes.append(
      Node(
        kind: kind, parent: parent, depth: parent.map { nodes[$0].depth + 1 } ?? 0, label: label,
        span: start..<max(start, end), textSpans: text, extent: extent, path: .whole))
    shapes.append(shape)
    leads.append(false)
    return nodes.count - 1
  }

  /// "1. We note" right above 1.1 heads a section: its text is a heading, not a sentence.
  private mutating func nameNumberedSections() {
    for index in nodes.indices.dropLast() where nodes[index].kind == .clause {
      guard nodes[index + 1].parent == index, let child = shapes[index + 1], let shape = shapes[index],
        shape.style == .decimal, child.style == .decimal, child.parts.count == shape.parts.count + 1,
        Array(child.parts.dropLast()) == shape.parts, nodes[index].textSpans.count == 1,
        let span = nodes[index].textSpans.first, span.count < 120, let last = bytes[span].last
      else { continue }
      let heading = page.string(span)
      let words = heading.utf8.split { isBlank($0) }.count
      let isVerb = SectionWords.endsInVerb(heading)
      let isClosed = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "?")].contains(last)
      if isVerb || !isClosed && last != UInt8(ascii: ":") && words <= 8 { nodes[index].kind = .section }
    }
  }

  private mutating func closeExtents() {
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
