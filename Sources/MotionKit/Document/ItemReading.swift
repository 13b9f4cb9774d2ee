/// Clauses and bullets, and what stands below them.
extension DocumentParser {
  mutating func takeBullet(_ line: SourceLine) -> Bool {
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
  mutating func bulletParent(_ line: SourceLine, fresh: Bool) -> Int? {
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

  mutating func takeLabel(_ candidate: LabelCandidate, _ line: SourceLine) -> Bool {
    var isFresh = fresh
    if let paragraph = pending, page.endsWithColon(lines[paragraph.upperBound - 1]) { isFresh = true }
    let finder = LabelPlace(
      page: page, items: items, nodes: nodes, candidate: candidate, line: line,
      index: at, fresh: isFresh, lastTop: lastTop)
    guard var place = finder.find() else { return false }
    if pending != nil {
      finish()
      let finder = LabelPlace(
        page: page, items: items, nodes: nodes, candidate: candidate, line: line,
        index: at, fresh: true, lastTop: lastTop)
      guard let again = finder.find() else { return false }
      place = again
    }
    open = nil
    items.removeSubrange(min(place.keep, items.count)...)
    let parent = items.last?.node ?? sections.last?.node
    let printed = page.printedLabel(candidate.span)
    let label = Label(printed: printed, span: candidate.span)
    let text = candidate.textStart < line.textEnd ? [candidate.textStart..<line.textEnd] : []
    let index = add(.clause, parent: parent, label: label, shape: place.shape, text: text, lines: at..<at + 1)
    if items.isEmpty { lastTop = place.shape }
    items.append(OpenItem(node: index, indent: line.indent, shape: place.shape))
    open = index
    fresh = false
    at += 1
    return true
  }

  /// The parent of something without a number: the item that it stands under by its indentation, or the clause whose
  /// run goes on behind it. At the margin with no such run, it ends the list.
  mutating func parent(ofLoose line: SourceLine, after: Int? = nil) -> Int? {
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
    page.endsInColon(nodes[node])
  }

  /// The next label down the page, before any section begins.
  mutating func upcomingLabel(_ from: Int) -> LabelCandidate? {
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

  func shortText(_ line: SourceLine) -> String {
    line.textEnd - line.textStart < 100 ? page.string(line.textStart..<line.textEnd) : ""
  }
}
