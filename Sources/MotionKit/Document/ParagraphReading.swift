/// Text without a label: where a paragraph begins and ends, and what kind it is.
extension DocumentParser {
  mutating func takeText(_ line: SourceLine) {
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

  /// Text right under a paragraph that begins something of its own: the next recital, what is resolved after the
  /// recitals, the next lead-in, the words below a heading without its colon.
  func startsAfresh(_ line: SourceLine, _ first: Int) -> Bool {
    if startsLeadIn(line) { return true }
    let above = lines[first]
    if at == first + 1, isUpper(bytes[line.textStart]), isShortHeading(above) { return true }
    guard isUpper(bytes[line.textStart]) else { return false }
    let resolves = SectionWords.beginsResolution(bytes, from: line.textStart, to: line.textEnd)
    if SectionWords.beginsResolution(bytes, from: above.textStart, to: above.textEnd) {
      return resolves && page.endsSentence(before: at)
    }
    guard SectionWords.beginsRecital(bytes, from: above.textStart, to: above.textEnd) else { return false }
    if resolves || page.endsItem(before: at) { return true }
    return SectionWords.beginsRecital(bytes, from: line.textStart, to: line.textEnd) && page.endsSentence(before: at)
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
    return SectionWords.step(of: page.string(line.textStart..<line.textEnd)) != nil
  }

  /// Ends the open block; an unlabelled paragraph gets its kind and its place.
  mutating func finish() {
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
    add(recital ? .recital : .paragraph, parent: parent, label: nil, shape: nil, text: spans, lines: range)
  }
}
