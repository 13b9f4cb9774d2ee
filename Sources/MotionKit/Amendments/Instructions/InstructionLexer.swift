/// Reads an instruction's bytes into words, quotations and blocks of new text. Every input has a reading.
struct InstructionLexer {
  /// As typed: what is quoted and what is new keeps its no-break spaces.
  private let source: [UInt8]
  /// With plain blanks, for finding the words of the instruction itself.
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private let quotations: QuotationScanner
  private var tokens: [PhraseToken] = []
  /// Whether new words were asked for since the last instruction began, so that a colon introduces them.
  private var awaitsText = false

  /// Reads the instruction; the tokens' spans are offsets into `bytes`.
  static func tokens(of bytes: [UInt8]) -> [PhraseToken] {
    var lexer = InstructionLexer(bytes)
    lexer.readLines()
    return lexer.tokens
  }

  private init(_ source: [UInt8]) {
    self.source = source
    bytes = InstructionLexer.plain(source)
    quotations = QuotationScanner(bytes: bytes)
    var lines: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<offset + 1)
      start = offset + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// Typing leaves no-break spaces and carriage returns; as blanks of the same length they keep every offset.
  static func plain(_ source: [UInt8]) -> [UInt8] {
    var result = source
    for offset in result.indices {
      if result[offset] == 0xC2, offset + 1 < result.count, result[offset + 1] == 0xA0 {
        result[offset] = 0x20
        result[offset + 1] = 0x20
      } else if result[offset] == 0xE2, offset + 2 < result.count {
        let code = (result[offset + 1], result[offset + 2])
        if code == (0x80, 0xAF) || code == (0x80, 0x89) || code == (0x80, 0x8B) || code == (0x81, 0xA0) {
          result[offset] = 0x20
          result[offset + 1] = 0x20
          result[offset + 2] = 0x20
        }
      } else if result[offset] == 0xEF, offset + 2 < result.count, result[offset + 1] == 0xBB,
        result[offset + 2] == 0xBF
      {
        result[offset] = 0x20
        result[offset + 1] = 0x20
        result[offset + 2] = 0x20
      }
    }
    return result
  }

  // MARK: Lines

  private mutating func readLines() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard let first = firstByte(line) else {
        index += 1
        if lastKind != .colon { append(.lineEnd, line.lowerBound..<line.lowerBound) }
        continue
      }
      if bytes[first] == 0x3E {
        index = readQuoteBlock(from: index)
        continue
      }
      let startsInstruction = InstructionLine.begins(String(decoding: bytes[line], as: UTF8.self))
      if lastKind == .colon || lastKind == .dash, awaitsText {
        if !startsInstruction || isIndented(line), !isQuotation(from: first, to: line.upperBound) {
          index = readPlainBlock(from: index)
          continue
        }
      }
      if startsInstruction || lastKind == .block { append(.lineEnd, line.lowerBound..<line.lowerBound) }
      index = readWords(line, index)
    }
  }

  private var lastKind: PhraseToken.Kind? { tokens.last { $0.kind != .lineEnd }?.kind }

  private mutating func append(_ kind: PhraseToken.Kind, _ span: Range<Int>, text: String = "") {
    if kind == .lineEnd {
      guard let last = tokens.last, last.kind != .lineEnd else { return }
      awaitsText = false
    }
    tokens.append(PhraseToken(kind, span, text: text))
  }

  private func firstByte(_ line: Range<Int>) -> Int? { line.first { !Letters.isBlank(bytes[$0]) } }

  private func isIndented(_ line: Range<Int>) -> Bool {
    guard let first = firstByte(line) else { return false }
    return first - line.lowerBound >= 4 || bytes[line.lowerBound] == 0x09
  }

  /// Lines that begin with `>`; the mark and one blank after it go.
  private mutating func readQuoteBlock(from start: Int) -> Int {
    var index = start
    var content: [[UInt8]] = []
    var end = lines[start].lowerBound
    while index < lines.count, let first = firstByte(lines[index]), bytes[first] == 0x3E {
      var from = first + 1
      if from < lines[index].upperBound, bytes[from] == 0x20 { from += 1 }
      content.append(asTyped(min(from, lines[index].upperBound)..<lines[index].upperBound))
      end = lines[index].upperBound
      index += 1
    }
    tokens.append(
      PhraseToken(.block, lines[start].lowerBound..<end, text: Self.block(content)))
    return index
  }

  /// The lines after a colon, up to a line that is an instruction again.
  private mutating func readPlainBlock(from start: Int, first: Range<Int>? = nil) -> Int {
    var index = start
    var content: [[UInt8]] = []
    var end = lines[start].lowerBound
    if let first {
      content.append(asTyped(first))
      end = first.upperBound
      index += 1
    }
    let indented = first == nil && isIndented(lines[start])
    while index < lines.count {
      let line = lines[index]
      if let byte = firstByte(line) {
        let isFirst = content.isEmpty
        if bytes[byte] == 0x3E { break }
        if indented {
          if !isIndented(line) { break }
        } else if !isFirst, InstructionLine.begins(String(decoding: bytes[line], as: UTF8.self)) {
          break
        }
        end = line.upperBound
      } else if first != nil {
        // Words on the line of the instruction itself end with their paragraph.
        break
      }
      content.append(asTyped(line))
      index += 1
    }
    let from = first?.lowerBound ?? lines[start].lowerBound
    tokens.append(PhraseToken(.block, from..<end, text: Self.block(content)))
    return index
  }

  /// A line of new text: its indentation in plain blanks, the rest as typed, without blanks at its end.
  private func asTyped(_ line: Range<Int>) -> [UInt8] {
    guard let start = bytes[line].firstIndex(where: { !Letters.isBlank($0) }) else { return [] }
    var end = line.upperBound
    while end > start, Letters.isBlank(bytes[end - 1]) { end -= 1 }
    return Array(bytes[line.lowerBound..<start]) + source[start..<end]
  }

  private func withoutLineEnd(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while let last = line.last, Letters.isBlank(last) { line.removeLast() }
    return Array(line)
  }

  /// Joins lines without their common indent and without blank lines at either end.
  private static func block(_ lines: [[UInt8]]) -> String {
    var lines = lines
    while let first = lines.first, first.isEmpty { lines.removeFirst() }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == 0x20 || $0 == 0x09 }.count }.min() ?? 0
    let text = lines.map { String(decoding: $0.dropFirst(indent), as: UTF8.self) }
    return text.joined(separator: "\n")
  }

  /// Whether what begins here is one quotation and nothing else but a full stop.
  private func isQuotation(from start: Int, to end: Int) -> Bool {
    guard quotations.opens(at: start),
      let found = quotations.quotation(at: start, limit: bytes.count), !found.isUnclosed
    else { return false }
    var at = found.end
    while at < bytes.count, bytes[at] != 0x0A {
      let byte = bytes[at]
      if !Letters.isBlank(byte), byte != 0x2E, byte != 0x3B, byte != 0x2C {
        return InstructionLine.goesOn(String(decoding: bytes[at..<min(at + 80, bytes.count)], as: UTF8.self))
      }
      at += 1
    }
    return true
  }

  // MARK: Words

  /// Reads one line, and further ones where a quotation runs on; gives the index of the next line.
  private mutating func readWords(_ line: Range<Int>, _ lineIndex: Int) -> Int {
    var at = line.lowerBound
    var index = lineIndex
    var end = line.upperBound
    var isFirst = true
    while at < end {
      let byte = bytes[at]
      if Letters.isBlank(byte) {
        at += 1
        continue
      }
      if quotations.opens(at: at), let found = quotations.quotation(at: at, limit: bytes.count) {
        appendQuotation(found, from: at, startsLine: isFirst)
        at = found.end
        while at > end || (at == end && index + 1 < lines.count && at > lines[index].upperBound) {
          index += 1
          end = index < lines.count ? lines[index].upperBound : bytes.count
        }
        isFirst = false
        continue
      }
      if let length = punctuation(at) {
        at += length
        if lastKind == .colon, awaitsText, let rest = restOfLine(from: at, to: end) {
          return readPlainBlock(from: index, first: rest)
        }
        continue
      }
      at = readChunk(at, end, isFirst: isFirst)
      isFirst = false
    }
    return index + 1
  }

  private mutating func appendQuotation(_ found: QuotationScanner.Found, from start: Int, startsLine: Bool) {
    let quoted = Letters.trimmed(bytes[found.content])
    let content = source[quoted.startIndex..<quoted.endIndex]
    var text = String(decoding: content, as: UTF8.self)
    if content.contains(0x0A) {
      let pieces = content.split(separator: 0x0A, omittingEmptySubsequences: false).map { withoutLineEnd($0) }
      let hasBlocks = pieces.dropFirst().contains { $0.isEmpty || InstructionLine.hasLabel($0) }
      text = hasBlocks ? Self.block(pieces) : Letters.flowed(content)
    }
    tokens.append(
      PhraseToken(.quotation, start..<found.end, text: text, isUnclosed: found.isUnclosed, startsLine: startsLine))
  }

  /// The rest of a line after a colon where it is new text: neither a quotation nor an instruction.
  private func restOfLine(from start: Int, to end: Int) -> Range<Int>? {
    guard let first = (start..<end).first(where: { !Letters.isBlank(bytes[$0]) }), bytes[first] != 0x3E else {
      return nil
    }
    if isQuotation(from: first, to: end) { return nil }
    let text = String(decoding: bytes[first..<end], as: UTF8.self)
    if InstructionLine.begins(text) { return nil }
    return first..<end
  }

  /// Appends a mark of punctuation and gives its length.
  private mutating func punctuation(_ at: Int) -> Int? {
    let kind: PhraseToken.Kind
    var length = 1
    switch bytes[at] {
    case 0x2C where isInNumber(at): return nil
    case 0x2C: kind = .comma
    case 0x3B: kind = .semicolon
    case 0x3A: kind = .colon
    case 0x2E, 0x21, 0x3F: kind = .stop
    case 0x5B, 0x5D, 0x29: kind = .bracket
    case 0x28 where !isLabelInBrackets(at): kind = .bracket
    case 0x2D where at + 1 < bytes.count && tokens.last?.span.upperBound == at && Letters.isDigit(bytes[at + 1]):
      kind = .dash
    case 0x2D where at + 1 < bytes.count && (Letters.isBlank(bytes[at + 1]) || bytes[at + 1] == 0x2D):
      kind = .dash
      while at + length < bytes.count, bytes[at + length] == 0x2D { length += 1 }
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (0x90...0x95).contains(bytes[at + 2]):
      kind = .dash
      length = 3
    case 0x2A: kind = .bracket
    default: return nil
    }
    tokens.append(
      PhraseToken(kind, at..<at + length, text: String(decoding: bytes[at..<at + length], as: UTF8.self)))
    return length
  }

  /// `(a)` and `(12)`, not `(second`.
  private func isLabelInBrackets(_ at: Int) -> Bool {
    var end = at + 1
    while end < bytes.count, Letters.isDigit(bytes[end]) || Letters.isASCIILetter(bytes[end]) { end += 1 }
    return end < bytes.count && bytes[end] == 0x29 && end > at + 1 && end - at <= 6
  }

  private mutating func readChunk(_ start: Int, _ limit: Int, isFirst: Bool) -> Int {
    var end = start
    var depth = 0
    while end < limit {
      let byte = bytes[end]
      if Letters.isBlank(byte) || byte == 0x3B || byte == 0x3A { break }
      if byte == 0x2C, !isInNumber(end) { break }
      if byte == 0x28 {
        if end > start, !isLabelInBrackets(end) { break }
        depth += 1
      }
      if byte == 0x29 {
        if depth == 0, !(end - start <= 4 && (isFirst || isItem(start, end))) { break }
        depth -= 1
      }
      if end > start, let mark = QuotationMark.at(end, in: bytes), mark.family == .double { break }
      if byte == 0xE2, end + 2 < limit, bytes[end + 1] == 0x80, (0x90...0x95).contains(bytes[end + 2]),
        bytes[end + 2] > 0x91
      {
        break
      }
      if byte == 0x2D, end > start, isNumberRange(start, end, limit) { break }
      end += 1
    }
    if end == start { end = start + 1 }
    var wordEnd = end
    let isAbbreviation = InstructionLine.isAbbreviation(bytes[start..<end])
    // At the start of a line "3." is a number, elsewhere its full stop ends the sentence.
    let keepsStop = isFirst && LabelWord.isOne(bytes[start..<end]) && end < limit
    if !isAbbreviation, !keepsStop {
      if goesOnAfterLabel(start, end, limit) {
        tokens.append(
          PhraseToken(
            .word, start..<end - 1, text: String(decoding: bytes[start..<end - 1], as: UTF8.self), startsLine: isFirst))
        return end
      }
      while wordEnd > start + 1, bytes[wordEnd - 1] == 0x2E || bytes[wordEnd - 1] == 0x21 || bytes[wordEnd - 1] == 0x3F
      {
        wordEnd -= 1
      }
    }
    var text = String(decoding: bytes[start..<wordEnd], as: UTF8.self)
    if isAbbreviation { text.removeLast() }
    var token = PhraseToken(.word, start..<wordEnd, text: text, startsLine: isFirst)
    token.startsLine = isFirst
    tokens.append(token)
    if InstructionLine.asksForText(token.word) { awaitsText = true }
    if wordEnd < end { tokens.append(PhraseToken(.stop, wordEnd..<end, text: ".")) }
    return end
  }

  /// The "iii" of "B iii)": a small letter or numeral right after a label.
  private func isItem(_ start: Int, _ end: Int) -> Bool {
    guard let last = tokens.last, last.kind == .word, last.text.utf8.count <= 4, end > start else { return false }
    let isLabel =
      LabelWord.isOne(last.text.utf8) || last.text.utf8.allSatisfy { (0x41...0x5A).contains($0) || Letters.isDigit($0) }
    return isLabel && bytes[start..<end].allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// "After 3., insert", "In B. ii)": the stop belongs to a number or letter, and the sentence goes on.
  private func goesOnAfterLabel(_ start: Int, _ end: Int, _ limit: Int) -> Bool {
    guard end - start > 1, end - start <= 6, bytes[end - 1] == 0x2E else { return false }
    let label = bytes[start..<end - 1]
    guard label.allSatisfy({ Letters.isDigit($0) || $0 == 0x2E }) || label.allSatisfy({ (0x41...0x5A).contains($0) }),
      let next = (end..<limit).first(where: { !Letters.isBlank(bytes[$0]) })
    else { return false }
    return !(0x41...0x5A).contains(bytes[next]) && bytes[next] != 0x0A
  }

  /// The comma of "3,000".
  private func isInNumber(_ at: Int) -> Bool {
    guard at > 0, Letters.isDigit(bytes[at - 1]), at + 3 < bytes.count else { return false }
    return bytes[at + 1...at + 3].allSatisfy(Letters.isDigit)
      && (at + 4 == bytes.count || !Letters.isDigit(bytes[at + 4]))
  }

  /// The hyphen of "3-5".
  private func isNumberRange(_ start: Int, _ hyphen: Int, _ limit: Int) -> Bool {
    hyphen + 1 < limit && Letters.isDigit(bytes[hyphen + 1]) && Letters.isDigit(bytes[start])
  }
}
