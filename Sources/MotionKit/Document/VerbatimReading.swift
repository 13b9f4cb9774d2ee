/// Quotes and code: what is kept as it is written.
extension DocumentParser {
  mutating func takeFence(_ mark: UInt8, _ length: Int) {
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

  mutating func addRaw(_ range: Range<Int>) {
    let span =
      lines[range.lowerBound].textStart..<max(lines[range.upperBound - 1].textEnd, lines[range.lowerBound].textEnd)
    let parent = parent(ofLoose: lines[range.lowerBound])
    add(.raw, parent: parent, label: nil, shape: nil, text: [span], lines: range)
    open = nil
    fresh = true
  }

  mutating func takeQuote() {
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
  func startsOwnBlock(_ start: Int, _ end: Int) -> Bool {
    if LabelReading.candidate(in: bytes, from: start, to: end) != nil { return true }
    return page.bulletMarker(start, end) != nil
  }

  func isPlainText(_ line: SourceLine) -> Bool {
    let first = bytes[line.textStart]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "|") || first == UInt8(ascii: "`") { return false }
    return !startsOwnBlock(line.textStart, line.textEnd) && page.boldText(line) == nil && !page.endsWithColon(line)
  }
}
