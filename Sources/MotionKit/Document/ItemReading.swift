/// Clauses and bullets, and what stands below them.
extension DocumentParser {
  mutating func takeBullet(_ line: SourceLine) -> Bool {
    guard let marker = page.bulletMarker(line.textStart, line.textEnd) else { return false }
    if page.isDash(marker), !fresh {
      // A dash inside a sentence may come to stand at the start of a line.
      let known = pending == nil && items.contains { $0.shape == nil && abs($0.indent - line.indent) <= 1 }
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
    if takeSetIn(line, place.shape) { return true }
    let isNext = items.indices.contains(place.keep) && items[place.keep].shape.map { place.shape.follows($0) } ?? false
    if !isNext, takeRestOfQuoted() { return true }
    open = nil
    items.removeSubrange(min(place.keep, items.count)...)
    let parent = items.last?.node ?? sections.last?.node
    let below = labelBelow(candidate, place.shape, line)
    let text = below == nil ? words(after: candidate, line) : []
    addClause(candidate, place.shape, parent: parent, indent: line.indent, text: text)
    if let below { addBelow(below, line) }
    fresh = false
    at += 1
    return true
  }

  private mutating func addClause(
    _ candidate: LabelCandidate, _ shape: LabelShape, parent: Int?, indent: Int, text: [Range<Int>]
  ) {
    let printed = page.printedLabel(candidate.span)
    let label = Label(printed: printed, span: candidate.span)
    let index = add(.clause, parent: parent, label: label, shape: shape, text: text, lines: at..<at + 1)
    if items.isEmpty { lastTop = shape }
    items.append(OpenItem(node: index, indent: indent, shape: shape))
    open = index
  }

  private func words(after candidate: LabelCandidate, _ line: SourceLine) -> [Range<Int>] {
    guard candidate.textStart < line.textEnd else { return [] }
    guard let bold = candidate.boldEnd else { return [candidate.textStart..<line.textEnd] }
    var next = bold.upperBound
    while next < line.textEnd, isBlank(bytes[next]) { next += 1 }
    let bolded = candidate.textStart..<bold.lowerBound
    return next < line.textEnd ? [bolded, next..<line.textEnd] : [bolded]
  }

  /// `3. (a) To write`: a list that begins on its clause's own line. Its next item at the start of a line tells it from
  /// brackets in a sentence.
  private func labelBelow(_ candidate: LabelCandidate, _ shape: LabelShape, _ line: SourceLine) -> LabelCandidate? {
    let start = candidate.textStart
    guard start + 1 < line.textEnd, candidate.boldEnd == nil, !candidate.isBare || shape.depth > 1 else {
      return nil
    }
    // A label is short: most words are ruled out by their second and third letters.
    guard
      bytes[start] == UInt8(ascii: "(")
        || (start + 1..<min(start + 3, line.textEnd)).contains(where: { isDelimiter(bytes[$0]) })
    else { return nil }
    guard let below = LabelReading.candidate(in: bytes, from: start, to: line.textEnd), !below.isBare, !below.isTight,
      let first = below.readings.first(where: \.isFirst), !first.isLike(shape),
      first.style != .decimal || first.closing != shape.closing || first.depth > shape.depth
    else { return nil }
    return goesOn(below.readings.filter(\.isFirst), below: shape) ? below : nil
  }

  private func isDelimiter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ")") || byte == UInt8(ascii: ".") }

  /// Whether the next of a list comes before the next of the list above it.
  private func goesOn(_ readings: [LabelShape], below shape: LabelShape) -> Bool {
    for index in (at + 1)..<max(at + 1, min(at + 40, lines.count)) where !lines[index].isBlank {
      if bytes[lines[index].textStart] == UInt8(ascii: "#") { return false }
      guard let next = page.label(at: lines[index]) else { continue }
      if next.readings.contains(where: { reading in readings.contains { reading.isLike($0) && reading.follows($0) } }) {
        return true
      }
      if next.readings.contains(where: { $0.follows(shape) }) { return false }
    }
    return false
  }

  private mutating func addBelow(_ candidate: LabelCandidate, _ line: SourceLine) {
    let readings = candidate.readings.filter(\.isFirst)
    guard let parent = items.last, let above = parent.shape, let first = readings.first else { return }
    let shape = readings.first { goesOn([$0], below: above) } ?? first
    let below = labelBelow(candidate, shape, line)
    let text = below == nil ? words(after: candidate, line) : []
    let indent = line.indent + candidate.span.lowerBound - line.textStart
    addClause(candidate, shape, parent: parent.node, indent: indent, text: text)
    if let below { addBelow(below, line) }
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
        if alone,
          page.endsWithColon(line) || SectionWords.endsInVerb(shortText(line)) || HeadingLine.isHeading(bytes, line)
        {
          break
        }
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
