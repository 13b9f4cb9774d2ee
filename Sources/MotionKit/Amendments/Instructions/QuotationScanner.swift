/// Finds where a quotation ends: at the mark that closes it, or, where that is missing, before the words that go on
/// with the instruction.
struct QuotationScanner {
  var bytes: [UInt8]

  struct Found: Hashable {
    var content: Range<Int>
    /// Where reading goes on.
    var end: Int
    var isUnclosed: Bool
  }

  /// Whether a mark at an offset can open a quotation: something quoted follows it, and no word runs into it.
  func opens(at offset: Int) -> Bool {
    if bytes[offset] == 0x3C { return angleEnd(from: offset) != nil }
    guard let mark = QuotationMark.at(offset, in: bytes), offset + mark.length < bytes.count else { return false }
    // Only a mark that is never a closing one may stand before a blank.
    if Letters.isBlank(bytes[offset + mark.length]) {
      let isOpening = mark.length > 1 && [0x9C, 0x9E, 0xAB].contains(bytes[offset + mark.length - 1])
      return isOpening && (offset == 0 || Letters.isBlank(bytes[offset - 1]))
    }
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    if Letters.isBlank(before) || before == 0x28 || before == 0x5B || before == 0x3A || before == 0x2D { return true }
    // After a dash or another mark, which end in such bytes.
    return endsInPunctuation(offset)
  }

  private func endsInPunctuation(_ offset: Int) -> Bool {
    guard offset >= 3 else { return false }
    return bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80
  }

  /// The quotation that the mark at `offset` opens, up to `limit`.
  func quotation(at offset: Int, limit: Int) -> Found? {
    if bytes[offset] == 0x3C {
      return angleEnd(from: offset).map { Found(content: offset + 1..<$0, end: $0 + 1, isUnclosed: false) }
    }
    guard let opening = QuotationMark.at(offset, in: bytes) else { return nil }
    let start = offset + opening.length
    let paragraph = paragraphEnd(from: start, limit: limit)
    var found: Found?
    switch opening.family {
    case .double: found = closingDouble(from: start, limit: paragraph) ?? closingDouble(from: start, limit: limit)
    case .single: found = closingSingle(from: start, limit: paragraph)
    }
    if let found { return mismatched(opening.family, in: found.content) ?? found }
    return unclosed(from: start, limit: lineEnd(from: start, limit: limit))
  }

  /// The mark that closes `<words>`, as amendments to Scottish bills quote: a whole quotation between blanks.
  private func angleEnd(from offset: Int) -> Int? {
    guard offset + 1 < bytes.count, !Letters.isBlank(bytes[offset + 1]), bytes[offset + 1] != 0x3C,
      offset == 0 || Letters.isBlank(bytes[offset - 1]) || bytes[offset - 1] == 0x28 || bytes[offset - 1] == 0x2D
        || endsInPunctuation(offset)
    else { return nil }
    var at = offset + 1
    while at < bytes.count {
      // A line that begins with the mark is one of new text.
      if bytes[at] == 0x3E, !Letters.isBlank(bytes[at - 1]), !runsIntoWord(at + 1) { return at }
      if bytes[at] == 0x3C { return nil }
      at += 1
    }
    return nil
  }

  private func closingDouble(from start: Int, limit: Int) -> Found? {
    var depth = 1
    var at = start
    while at < limit {
      guard let mark = QuotationMark.at(at, in: bytes), mark.family == .double else {
        at += 1
        continue
      }
      let after = at + mark.length
      if at > start, opens(at: at), !closesAfterBlank(after), Letters.isBlank(bytes[at - 1]) || bytes[at - 1] == 0x28 {
        depth += 1
      } else if !runsIntoWord(after) {
        depth -= 1
        if depth == 0 { return Found(content: start..<at, end: after, isUnclosed: false) }
      }
      at = after
    }
    return nil
  }

  /// `"cheap, ".`: nothing that is quoted begins with the end of a sentence.
  private func closesAfterBlank(_ after: Int) -> Bool {
    guard after < bytes.count, ".;:)!?".utf8.contains(bytes[after]) else { return false }
    return after + 1 == bytes.count || Letters.isBlank(bytes[after + 1])
  }

  /// An apostrophe looks like a closing mark: the first mark that the instruction goes on after is the closing one.
  private func closingSingle(from start: Int, limit: Int) -> Found? {
    var first: Found?
    var at = start
    while at < limit {
      guard let mark = QuotationMark.at(at, in: bytes) else {
        at += 1
        continue
      }
      let after = at + mark.length
      if mark.family == .single {
        if at > start, Letters.isBlank(bytes[at - 1]), opens(at: at) {
          if first != nil { return first }
        } else if !runsIntoWord(after) {
          let found = Found(content: start..<at, end: after, isUnclosed: false)
          if goesOn(after, limit: limit) { return found }
          if first == nil { first = found }
        }
      }
      at = after
    }
    return first
  }

  /// A mark of the other family that closes the quotation after all: the words that introduce the next quotation come
  /// right after it.
  private func mismatched(_ family: QuotationMark.Family, in content: Range<Int>) -> Found? {
    var at = content.lowerBound
    while at < content.upperBound {
      guard let mark = QuotationMark.at(at, in: bytes) else {
        at += 1
        continue
      }
      let after = at + mark.length
      if mark.family != family, at > content.lowerBound, !Letters.isBlank(bytes[at - 1]), !opens(at: at),
        !runsIntoWord(after),
        let next = (after..<content.upperBound).first(where: { opens(at: $0) && Letters.isBlank(bytes[$0 - 1]) }),
        introduces(after..<next)
      {
        return Found(content: content.lowerBound..<at, end: after, isUnclosed: false)
      }
      at = after
    }
    return nil
  }

  /// Whether all the words of a range introduce a quotation.
  private func introduces(_ range: Range<Int>) -> Bool {
    let words = bytes[range].split { !Letters.isWordByte($0) }
    return !words.isEmpty
      && words.allSatisfy {
        InstructionVocabulary.beforeQuotation.contains(Letters.folded(String(decoding: $0, as: UTF8.self)))
      }
  }

  private func runsIntoWord(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if bytes[offset] < 0x80 { return Letters.isDigit(bytes[offset]) || Letters.isASCIILetter(bytes[offset]) }
    return QuotationMark.at(offset, in: bytes) == nil && bytes[offset] != 0xE2 && bytes[offset] != 0xC2
  }

  /// Whether what comes after a mark is punctuation, the end, or a word with which instructions go on.
  private func goesOn(_ offset: Int, limit: Int) -> Bool {
    var at = offset
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    guard at < limit else { return true }
    if !Letters.isWordByte(bytes[at]) { return true }
    if bytes[at] == 0xE2 { return true }
    var end = at
    while end < limit, Letters.isASCIILetter(bytes[end]) { end += 1 }
    let word = Letters.folded(String(decoding: bytes[at..<end], as: UTF8.self))
    return InstructionVocabulary.afterQuotation.contains(word)
  }

  /// A quotation without its end runs to the words that introduce the next one, or to the end of the line.
  private func unclosed(from start: Int, limit: Int) -> Found? {
    var next = start
    while next < limit, !(next > start && opens(at: next) && Letters.isBlank(bytes[next - 1])) { next += 1 }
    var end = next
    if next < limit {
      // Before the next quotation stand the words that introduce it.
      while true {
        let word = lastWord(start..<end)
        guard !word.isEmpty else { break }
        let text = Letters.folded(String(decoding: bytes[word], as: UTF8.self))
        guard InstructionVocabulary.beforeQuotation.contains(text) else { break }
        end = word.lowerBound
      }
    }
    while end > start, Letters.isBlank(bytes[end - 1]) || bytes[end - 1] == 0x2C { end -= 1 }
    guard end > start else { return nil }
    if next >= limit {
      // A mark of another family at the very end closes it after all.
      var last = end
      while last > start, bytes[last - 1] == 0x2E || bytes[last - 1] == 0x3B { last -= 1 }
      for length in 1...3 where last - length > start {
        if let mark = QuotationMark.at(last - length, in: bytes), mark.length == length {
          return Found(content: start..<last - length, end: last, isUnclosed: false)
        }
      }
    }
    return Found(content: start..<end, end: end, isUnclosed: true)
  }

  private func lastWord(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, !Letters.isWordByte(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > range.lowerBound, Letters.isWordByte(bytes[start - 1]) { start -= 1 }
    return start..<end
  }

  private func paragraphEnd(from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit {
      if bytes[at] == 0x0A {
        var next = at + 1
        while next < limit, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
        if next >= limit || bytes[next] == 0x0A { return at }
      }
      at += 1
    }
    return limit
  }

  private func lineEnd(from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return at
  }
}
