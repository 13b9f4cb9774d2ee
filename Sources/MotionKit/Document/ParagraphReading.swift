/// Text without a label: where a paragraph begins and ends, and what kind it is.
extension DocumentParser {
  mutating func takeText(_ line: SourceLine) {
    defer {
      at += 1
      fresh = false
    }
    if fresh, pending == nil, let top = items.last, top.shape != nil, top.node == nodes.count - 1,
      nodes[top.node].textSpans.isEmpty, !page.endsWithColon(line)
    {
      // A number on a line of its own, its words below.
      open = top.node
      fresh = false
    }
    if let paragraph = pending {
      guard startsAfresh(line, paragraph.lowerBound) else {
        pending = paragraph.lowerBound..<at + 1
        return
      }
      finish()
    } else if let node = open, !fresh {
      guard startsLeadIn(line) || isFootnote(line) || startsHeading(line) else {
        dropHardBreak(of: node)
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

  /// Text right under a paragraph that begins something of its own: the next recital, what is resolved after the
  /// recitals, the next lead-in, the words below a heading without its colon.
  func startsAfresh(_ line: SourceLine, _ first: Int) -> Bool {
    if startsLeadIn(line) || isFootnote(line) || startsHeading(line) { return true }
    let above = lines[first]
    guard isUpper(bytes[line.textStart]) else { return false }
    if at == first + 1, isShortHeading(above) || HeadingLine.isHeading(bytes, above) { return true }
    let resolves = SectionWords.beginsResolution(bytes, from: line.textStart, to: line.textEnd)
    if SectionWords.beginsResolution(bytes, from: above.textStart, to: above.textEnd) {
      return resolves && page.endsSentence(before: at)
    }
    let isRecital = SectionWords.beginsRecital(bytes, from: line.textStart, to: line.textEnd)
    // "The General Assembly,⏎Recalling …,⏎Noting …,"
    if isRecital, page.endsSentence(before: at) || bytes[lines[at - 1].textEnd - 1] == UInt8(ascii: ",") { return true }
    if SectionWords.beginsRecital(bytes, from: above.textStart, to: above.textEnd) {
      return resolves || page.endsItem(before: at)
    }
    return page.endsSentence(before: at) && SectionWords.beginsStatement(bytes, from: line.textStart, to: line.textEnd)
      && SectionWords.beginsStatement(bytes, from: above.textStart, to: above.textEnd)
  }

  /// "RATIONALE" right under a sentence that has ended.
  private func startsHeading(_ line: SourceLine) -> Bool {
    line.indent < 4 && HeadingLine.isHeading(bytes, line) && page.endsSentence(before: at) && at + 1 < lines.count
  }

  /// `[^1]: …`, or `[1] …` behind a sentence.
  private func isFootnote(_ line: SourceLine) -> Bool {
    guard bytes[line.textStart] == UInt8(ascii: "["), line.textStart + 3 < line.textEnd else { return false }
    var close = line.textStart + 1
    while close < line.textEnd, bytes[close] != UInt8(ascii: "]"), close - line.textStart < 40 { close += 1 }
    guard close + 1 < line.textEnd, bytes[close] == UInt8(ascii: "]") else { return false }
    if bytes[line.textStart + 1] == UInt8(ascii: "^") { return bytes[close + 1] == UInt8(ascii: ":") }
    return bytes[line.textStart + 1..<close].allSatisfy { isDigit($0) } && isBlank(bytes[close + 1])
      && page.endsSentence(before: at)
  }

  /// A backslash at the end of a line that goes on is Markdown's line break: layout, as the line end is.
  private mutating func dropHardBreak(of node: Int) {
    guard let last = nodes[node].textSpans.last, endsInBackslash(last) else { return }
    nodes[node].textSpans[nodes[node].textSpans.count - 1] = last.lowerBound..<last.upperBound - 1
  }

  private func endsInBackslash(_ span: Range<Int>) -> Bool {
    let mark = UInt8(ascii: "\\")
    return span.count > 2 && bytes[span.upperBound - 1] == mark && bytes[span.upperBound - 2] != mark
  }

  private func hasMore(after line: Int) -> Bool { lines[line...].contains { !$0.isBlank } }

  /// A first line in capitals with no other like it is the title of all: it holds nothing, unless a list follows.
  private func hasHeadingLine(after line: Int) -> Bool {
    guard let next = lines[line...].firstIndex(where: { !$0.isBlank }) else { return false }
    if startsOwnBlock(lines[next].textStart, lines[next].textEnd) { return true }
    return lines[next...].contains { line in
      !line.isBlank && HeadingLine.isHeading(bytes, line) && !SectionWords.endsInVerb(shortText(line))
    }
  }

  /// "We note" on a line of its own: a few words that nobody would wrap there.
  func isShortHeading(_ line: SourceLine) -> Bool {
    guard line.textEnd - line.textStart <= 48, isUpper(bytes[line.textStart]) else { return false }
    let text = page.string(line.textStart..<line.textEnd)
    return text.utf8.split(separator: 32).count <= 5 && SectionWords.endsInVerb(text)
  }

  /// "This branch resolves:" right under a clause, without a blank line between; without its colon too where a list
  /// follows.
  func startsLeadIn(_ line: SourceLine) -> Bool {
    guard line.indent < 4, line.textEnd - line.textStart < 160 else { return false }
    let listFollows =
      isUpper(bytes[line.textStart]) && at + 1 < lines.count && !lines[at + 1].isBlank
      && startsOwnBlock(lines[at + 1].textStart, lines[at + 1].textEnd)
    guard page.endsWithColon(line) else {
      return listFollows && page.endsSentence(before: at) && isShortHeading(line)
    }
    guard listFollows || page.endsSentence(before: at) else { return false }
    return SectionWords.meaning(of: page.string(line.textStart..<line.textEnd)) != nil
  }

  /// Ends the open block; an unlabelled paragraph gets its kind and its place.
  mutating func finish() {
    open = nil
    guard let range = pending else { return }
    pending = nil
    let first = lines[range.lowerBound]
    let last = lines[range.upperBound - 1]
    var spans = range.map { lines[$0].textStart..<lines[$0].textEnd }
    for index in spans.indices.dropLast() where endsInBackslash(spans[index]) {
      spans[index] = spans[index].lowerBound..<spans[index].upperBound - 1
    }
    let heading = range.count <= 4 ? spans.map { page.string($0) }.joined(separator: " ") : ""
    let inside = items.contains { $0.indent < first.indent }
    if !inside, page.endsWithColon(last) ? leadsIn(heading, range) : leadsInBare(heading, range) {
      takeLeadIn(spans, range)
      return
    }
    if range.count == 1, !inside, first.indent < 4, HeadingLine.isHeading(bytes, first),
      hasMore(after: range.upperBound)
    {
      let standsAlone = nodes.isEmpty && !hasHeadingLine(after: range.upperBound)
      addSection(7, spans[0], range, standsAlone: standsAlone)
      return
    }
    let ending = bytes[last.textEnd - 1]
    let goesOn = ending == UInt8(ascii: ",") || ending == UInt8(ascii: ";")
    let recital = SectionWords.beginsRecital(bytes, from: first.textStart, to: first.textEnd, isSmall: goesOn)
    let parent = parent(ofLoose: first, after: range.upperBound)
    add(recital ? .recital : .paragraph, parent: parent, label: nil, shape: nil, text: spans, lines: range)
  }
}
