/// Headings, bold lines and lead-ins: what opens a section.
extension DocumentParser {
  mutating func takeHeading(_ line: SourceLine) -> Bool {
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

  mutating func takeBold(_ line: SourceLine) -> Bool {
    guard let text = page.boldText(line), line.indent < 4 else { return false }
    let nextIsText = at + 1 < lines.count && !lines[at + 1].isBlank && isPlainText(lines[at + 1])
    guard fresh || !nextIsText && page.endsSentence(before: at), !isBoldClause(text) else { return false }
    finish()
    // In bold or not, "This branch notes:" leads in what follows, beside the lead-ins around it.
    let leadsIn = page.endsWithColon(line) || SectionWords.meaning(of: page.string(text)) != nil
    addSection(leadsIn ? 8 : 7, text, at..<at + 1)
    at += 1
    return true
  }

  /// `**1. To act, and to report.**`: a sentence with a number is a clause, bold or not.
  private func isBoldClause(_ text: Range<Int>) -> Bool {
    let last = bytes[text.upperBound - 1]
    guard last == UInt8(ascii: ".") || last == UInt8(ascii: ";"),
      let label = LabelReading.candidate(in: bytes, from: text.lowerBound, to: text.upperBound), !label.isBare
    else { return false }
    return bytes[label.textStart..<text.upperBound].split(separator: 32).count >= 3
  }

  /// `---` and its like: the underline of a heading, or a rule that separates.
  mutating func takeRule(_ line: SourceLine, _ mark: UInt8) -> Bool {
    guard line.textEnd - line.textStart >= 3 else { return false }
    var marks = 0
    for byte in bytes[line.textStart..<line.textEnd] {
      if byte == mark { marks += 1 } else if !isBlank(byte) { return false }
    }
    guard marks >= 3 else { return false }
    if let paragraph = pending, paragraph.count == 1, marks == line.textEnd - line.textStart,
      mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
    {
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

  /// "1 Introduction" above 1.1: a heading whose number has no delimiter.
  mutating func takeNumberedHeading(_ line: SourceLine) -> Bool {
    guard fresh, line.textEnd - line.textStart < 100, let candidate = LabelReading.bareNumber(in: bytes, line),
      let shape = candidate.readings.first, candidate.textStart < line.textEnd, isUpper(bytes[candidate.textStart])
    else { return false }
    var next = at + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    guard next < lines.count, let below = page.label(at: lines[next])?.readings.first, below.style == .decimal,
      below.parts.count == 2, below.parts.first == shape.parts.first
    else { return false }
    finish()
    addSection(8, line.textStart..<line.textEnd, at..<at + 1, labelled: candidate)
    at += 1
    return true
  }

  mutating func addSection(
    _ level: Int, _ text: Range<Int>, _ range: Range<Int>, labelled: LabelCandidate? = nil, standsAlone: Bool = false
  ) {
    var text = text
    var label: Label?
    var shape: LabelShape?
    if let candidate = labelled ?? LabelReading.candidate(in: bytes, from: text.lowerBound, to: text.upperBound),
      let reading = candidate.readings.first, labelled != nil || reading.style == .decimal || reading.number <= 10,
      candidate.textStart < text.upperBound, reading.number < 1000
    {
      label = Label(printed: page.string(candidate.span), span: candidate.span)
      shape = candidate.readings.last
      text = candidate.textStart..<text.upperBound
    }
    let isTitle = level == 1 && title == nil && label == nil
    let standsAlone = standsAlone || isTitle && nodes.isEmpty && !hasAnotherTopHeading(after: range.upperBound)
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
  mutating func closeSections(to level: Int, for heading: String) {
    while let last = sections.last, last.level >= level { sections.removeLast() }
    guard let step = SectionWords.meaning(of: heading) else { return }
    while let last = sections.last {
      let above = nodes[last.node].textSpans.map { page.string($0) }.joined(separator: " ")
      guard let other = SectionWords.meaning(of: above), other != step else { return }
      sections.removeLast()
    }
  }

  /// A first heading that is the only one of its level is the title, and holds nothing.
  func hasAnotherTopHeading(after line: Int) -> Bool {
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

  /// Ends in a colon. One line of any words, or several that say "… notes:"; what only announces another lead-in is
  /// a paragraph.
  func leadsIn(_ heading: String, _ range: Range<Int>) -> Bool {
    guard range.count <= 4, isOneSentence(heading) else { return false }
    if SectionWords.meaning(of: heading) != nil { return true }
    guard range.count == 1, heading.utf8.count <= 200 else { return false }
    var index = range.upperBound
    while index < lines.count, lines[index].isBlank { index += 1 }
    guard index < lines.count else { return false }
    let line = lines[index]
    if bytes[line.textStart] == UInt8(ascii: "#") || page.boldText(line) != nil { return false }
    return page.label(at: line) != nil || !page.endsWithColon(line)
  }

  /// No sentence ends inside: what has several is a paragraph that happens to announce something.
  func isOneSentence(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var at = 0
    while at + 2 < text.count {
      if text[at] == UInt8(ascii: "."), isBlank(text[at + 1]), isUpper(text[at + 2]), at > 3, !isAbbreviation(text, at)
      {
        return false
      }
      at += 1
    }
    return true
  }

  /// "Cllr. Brown", "A. Smith".
  private func isAbbreviation(_ text: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    let word = String(decoding: text[start..<end], as: UTF8.self)
    return end - start == 1 || ["Cllr", "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "No", "Hon", "Sr"].contains(word)
  }

  /// "This branch resolves" on a line of its own, its colon forgotten.
  func leadsInBare(_ heading: String, _ range: Range<Int>) -> Bool {
    guard range.count == 1, SectionWords.endsInVerb(heading), heading.utf8.last.map({ !isSentenceEnd($0) }) ?? false
    else {
      return false
    }
    var index = range.upperBound
    while index < lines.count, lines[index].isBlank { index += 1 }
    guard index < lines.count, bytes[lines[index].textStart] != UInt8(ascii: "#") else { return false }
    if startsOwnBlock(lines[index].textStart, lines[index].textEnd) { return true }
    guard isUpper(bytes[lines[range.lowerBound].textStart]) else { return false }
    return index > range.upperBound || isShortHeading(lines[range.lowerBound])
  }

  private func isSentenceEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  mutating func takeLeadIn(_ spans: [Range<Int>], _ range: Range<Int>) {
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
    sections.append((level, index))
    items = []
    open = nil
    nextLabel = nil
  }
}
