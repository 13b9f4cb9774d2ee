/// Clauses of another text, in quotation marks or set in: a change of rules quotes them whole, and their numbers are
/// not the motion's.
extension DocumentParser {
  /// Text in quotation marks over several lines, numbers among them.
  mutating func takeQuoted(_ line: SourceLine) -> Bool {
    guard fresh || endsInColonAbove, let mark = OpeningQuotation(opening: bytes, at: line.textStart, to: line.textEnd),
      let end = quotationEnd(mark, from: line.textStart, at)
    else { return false }
    let inner = line.textStart + mark.length
    let holdsLabels =
      inner < line.textEnd && startsOwnBlock(inner, line.textEnd)
      || (at + 1..<end).contains { index in
        !lines[index].isBlank && startsOwnBlock(lines[index].textStart, lines[index].textEnd)
      }
    guard holdsLabels else { return false }
    finish()
    let isAnnounced = items.last.map { endsInColon(of: $0.node) } ?? false
    takeQuotedLines(to: end, below: isAnnounced ? items.last?.node : parent(ofLoose: line, after: end))
    return true
  }

  /// What follows "Replace clause 7 with: “7. Officers" up to its closing mark.
  mutating func takeRestOfQuoted() -> Bool {
    guard pending == nil, let last = nodes.last, let text = last.textSpans.last, last.kind != .quote,
      let opening = lastOpening(in: text),
      let end = quotationEnd(opening.mark, from: opening.at, line(of: opening.at)), end > at
    else { return false }
    let node = nodes.count - 1
    finish()
    takeQuotedLines(to: end, below: node)
    return true
  }

  /// A numbered block set in below words that announce a change: "insert:".
  mutating func takeSetIn(_ line: SourceLine, _ shape: LabelShape) -> Bool {
    let base = items.last?.indent ?? 0
    guard fresh, !shape.isFirst, line.indent >= base + 4, pending == nil, endsInColonAbove, let last = nodes.last,
      items.isEmpty ? lastTop.map({ !shape.follows($0) }) ?? true : items.last?.node == nodes.count - 1,
      SectionWords.announcesChange(bytes, last.textSpans)
    else { return false }
    var end = at + 1
    var index = at + 1
    while index < lines.count, lines[index].isBlank || lines[index].indent >= base + 4 {
      index += 1
      if !lines[index - 1].isBlank { end = index }
    }
    takeQuotedLines(to: end, below: items.last?.node ?? sections.last?.node)
    return true
  }

  /// The words above, blank lines between or not, end in a colon.
  private var endsInColonAbove: Bool {
    if let pending { return page.endsWithColon(lines[pending.upperBound - 1]) }
    guard let end = nodes.last?.textSpans.last?.upperBound, end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: ":")
  }

  private mutating func takeQuotedLines(to end: Int, below parent: Int?) {
    var pieces: [Range<Int>] = []
    var first = at
    func flush(_ parser: inout DocumentParser, _ end: Int) {
      if !pieces.isEmpty {
        parser.add(.quote, parent: parent, label: nil, shape: nil, text: pieces, lines: first..<end)
      }
      pieces = []
      first = end
    }
    while at < end {
      let line = lines[at]
      if line.isBlank {
        flush(&self, at)
        first = at + 1
      } else {
        if startsOwnBlock(line.textStart, line.textEnd) { flush(&self, at) }
        pieces.append(line.textStart..<line.textEnd)
      }
      at += 1
    }
    flush(&self, end)
    open = nil
    fresh = true
  }

  /// The line behind the one in which a quotation ends; nil where it ends on the line it begins on, or nowhere near.
  private mutating func quotationEnd(_ mark: OpeningQuotation, from start: Int, _ first: Int) -> Int? {
    guard first >= unendedTo else { return nil }
    var depth = 0
    var index = first
    while index < lines.count, index < first + 200 {
      let line = lines[index]
      if !line.isBlank, index > first, bytes[line.textStart] == UInt8(ascii: "#") { return nil }
      let begin = index == first ? start : line.textStart
      depth = mark.depth(depth, in: bytes, begin, max(begin, line.textEnd))
      index += 1
      if depth <= 0 { return index > first + 1 ? index : nil }
    }
    // Nothing that opens from here on ends before there either: each line is looked through once.
    unendedTo = index
    return nil
  }

  /// Where a quotation of clauses opens in words and is still open at their end.
  private func lastOpening(in text: Range<Int>) -> (mark: OpeningQuotation, at: Int)? {
    var at = text.lowerBound
    while at < text.upperBound {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "\"") || byte == 0xE2 || byte == 0xC2,
        let mark = OpeningQuotation(opening: bytes, at: at, to: text.upperBound)
      else {
        at += 1
        continue
      }
      if mark.depth(0, in: bytes, at, text.upperBound) > 0 {
        let inner = at + mark.length
        return startsOwnBlock(min(inner, text.upperBound - 1), text.upperBound) ? (mark, at) : nil
      }
      at += mark.length
      // Behind the pair.
      while at < text.upperBound, mark.depth(1, in: bytes, at, at + 1) > 0 { at += 1 }
      at += 1
    }
    return nil
  }

  private func line(of offset: Int) -> Int {
    var index = at
    while index > 0, lines[min(index, lines.count - 1)].start > offset { index -= 1 }
    return index
  }
}

/// An opening quotation mark and what closes it.
struct OpeningQuotation {
  private enum Kind { case plain, double, single, low, angle }
  private let kind: Kind
  /// In bytes.
  let length: Int

  init?(opening bytes: [UInt8], at: Int, to end: Int) {
    guard at < end else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "\""):
      kind = .plain
      length = 1
    case 0xE2:
      guard at + 2 < end, bytes[at + 1] == 0x80 else { return nil }
      switch bytes[at + 2] {
      case 0x9C: kind = .double
      case 0x98: kind = .single
      case 0x9E: kind = .low
      default: return nil
      }
      length = 3
    case 0xC2:
      guard at + 1 < end, bytes[at + 1] == 0xAB else { return nil }
      kind = .angle
      length = 2
    default: return nil
    }
  }

  /// How many quotations are open behind a line of which `depth` were open before it. An opening mark at the start of
  /// a further paragraph opens none of its own.
  func depth(_ depth: Int, in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var depth = depth
    let wasOpen = depth > 0
    var at = start
    while at < end {
      let byte = bytes[at]
      if kind == .plain {
        if byte == UInt8(ascii: "\"") { depth = depth > 0 ? 0 : 1 }
      } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80 {
        switch (kind, bytes[at + 2]) {
        case (.double, 0x9C): depth += wasOpen && at == start ? 0 : 1
        case (.low, 0x9E): depth += wasOpen && at == start ? 0 : 1
        case (.double, 0x9D), (.low, 0x9C), (.low, 0x9D): depth -= 1
        case (.single, 0x98): depth += wasOpen && at == start ? 0 : 1
        // An apostrophe, unless the line ends with it.
        case (.single, 0x99): depth -= at + 5 >= end ? 1 : 0
        default: break
        }
        at += 2
      } else if kind == .angle, byte == 0xC2, at + 1 < bytes.count {
        if bytes[at + 1] == 0xAB { depth += wasOpen && at == start ? 0 : 1 }
        if bytes[at + 1] == 0xBB { depth -= 1 }
      }
      at += 1
    }
    return depth
  }
}
