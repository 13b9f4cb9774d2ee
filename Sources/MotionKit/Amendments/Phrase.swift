/// Words in UTF-8 bytes: where they begin and end, which of them carry a meaning that turns a sentence round.
package enum Phrase {
  /// Anything beyond ASCII counts as a letter here; that is right for every script that puts blanks between words.
  package static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
      true
    default: false
    }
  }

  package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Words and marks as comparing reads them, and the runs of blanks between them: in order and without holes.
  package static func tokens(_ bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var scanner = TokenScanner(Array(bytes), from: 0, to: bytes.count)
    var end = bytes.startIndex
    while let token = scanner.next() {
      let range = token.range
      let lower = bytes.startIndex + range.lowerBound
      if lower > end { found.append(end..<lower) }
      end = bytes.startIndex + range.upperBound
      found.append(lower..<end)
    }
    if end < bytes.endIndex { found.append(end..<bytes.endIndex) }
    return found
  }

  /// Whether a word goes on over the border at an offset: a letter or digit beyond ASCII too, the point of a number,
  /// no quotation mark or dash.
  private static func joins(_ text: [UInt8], _ border: Int, _ inner: UInt8, _ step: Int) -> Bool {
    let offset = step < 0 ? border - 1 : border
    guard isWordByte(inner), text.indices.contains(offset) else { return false }
    let byte = text[offset]
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      return isDigit(inner) && text.indices.contains(offset + step) && isDigit(text[offset + step])
    }
    guard isWordByte(byte) else { return false }
    var start = offset
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    if text[start] == 0xE2, start + 1 < text.count, text[start + 1] == 0x80 { return false }
    if text[start] == 0xC2, start + 1 < text.count { return [0xAA, 0xB5, 0xBA].contains(text[start + 1]) }
    return true
  }

  /// How many bytes of equal words two texts share at the start and, beyond that, at the end.
  package static func sharedEnds(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> (start: Int, end: Int) {
    let olds = tokens(old)
    let news = tokens(new)
    var head = 0
    while head < olds.count, head < news.count, same(old[olds[head]], new[news[head]]) { head += 1 }
    var tail = 0
    while tail < olds.count - head, tail < news.count - head,
      same(old[olds[olds.count - 1 - tail]], new[news[news.count - 1 - tail]])
    {
      tail += 1
    }
    let start = head == 0 ? 0 : olds[head - 1].upperBound - old.startIndex
    let end = tail == 0 ? 0 : old.endIndex - olds[olds.count - tail].lowerBound
    return (start, end)
  }

  /// Line layout is no difference between words.
  private static func same(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    if let first = one.first, let second = other.first, isBlank(first), isBlank(second) { return true }
    return one.elementsEqual(other)
  }

  /// Counted words: runs between blanks that hold a letter or digit.
  package static func count(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var counted = false
    for byte in bytes {
      if isBlank(byte) {
        counted = false
      } else if !counted, isWordByte(byte) {
        counted = true
        count += 1
      }
    }
    return count
  }

  package static func holdsWord(_ bytes: some Sequence<UInt8>) -> Bool { bytes.contains(where: isWordByte) }

  /// Negations and modal verbs in a text, sorted: a change among them turns the meaning of what others edit.
  package static func turningWords(_ bytes: ArraySlice<UInt8>) -> [String] {
    if let plain = plainTurningWords(bytes) { return plain }
    return tokens(bytes).compactMap { range -> String? in
      guard let first = bytes[range].first, isWordByte(first) else { return nil }
      if isMonth(bytes[range]) { return nil }
      var word = String(decoding: bytes[range], as: UTF8.self).lowercased()
      if word.utf8.contains(0xE2) { word = String(word.map { $0 == "\u{2019}" ? "'" : $0 }) }
      if turning.contains(word) { return word }
      return word.hasSuffix("n't") ? "n't" : nil
    }.sorted()
  }

  /// The same where every one of them stands between blanks or before a usual mark; nil where only reading word by word
  /// can tell.
  private static func plainTurningWords(_ bytes: ArraySlice<UInt8>) -> [String]? {
    var found: [String] = []
    var start = bytes.startIndex
    var letters: UInt64 = 0
    for end in bytes.startIndex...bytes.endIndex {
      if end < bytes.endIndex, isWordByte(bytes[end]) {
        if bytes[end] >= 0x80 { return nil }
        letters = letters << 8 | UInt64(bytes[end] | 0x20)
        continue
      }
      // The t of "don't".
      if letters == 0x74 { return nil }
      if end > start, end - start <= 8, turningInitials.contains(bytes[start] | 0x20),
        let word = turningLetters[letters]
      {
        let begins = start == bytes.startIndex || isBlank(bytes[start - 1])
        if !begins || !endsPlainly(bytes[end...]) { return nil }
        if !isMonth(bytes[start..<end]) { found.append(word) }
      }
      start = end + 1
      letters = 0
    }
    if found.count > 1 { found.sort() }
    return found
  }

  /// Whether a word ends by any rule before what follows: a blank, or a mark before a blank.
  private static func endsPlainly(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, !isBlank(first) else { return true }
    return ".,;:!?".utf8.contains(first) && rest.dropFirst().first.map(isBlank) ?? true
  }

  /// A month, not a power.
  private static func isMonth(_ word: ArraySlice<UInt8>) -> Bool { word.elementsEqual("May".utf8) }

  /// By their letters, one after the other in a number.
  private static let turningLetters: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: turning.map { word in (word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, word) })

  private static let turningInitials = Set(turning.compactMap(\.utf8.first))

  private static let turning: Set<String> = [
    "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without", "cannot", "may",
    "might", "must", "shall", "should", "can", "could", "will", "would", "ought",
  ]

  /// Whether `needle` occurs in `text` as whole words.
  package static func occurs(_ needle: [UInt8], in text: [UInt8]) -> Bool { !places(of: needle, in: text).isEmpty }

  /// Where `needle` stands in `text` as whole words, without overlaps; in scripts without blanks wherever comparing
  /// keeps words apart.
  package static func places(of needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let first = needle.first, let last = needle.last, needle.count <= text.count else { return [] }
    var found: [Range<Int>] = []
    var others: [Range<Int>] = []
    var at = 0
    let stop = text.count - needle.count
    while at <= stop {
      guard text[at] == first else {
        at += 1
        continue
      }
      var length = 1
      while length < needle.count, text[at + length] == needle[length] { length += 1 }
      guard length == needle.count else {
        at += 1
        continue
      }
      let end = at + needle.count
      if joins(text, at, first, -1) || joins(text, end, last, 1) {
        others.append(at..<end)
        at += 1
      } else {
        found.append(at..<end)
        at = end
      }
    }
    if !found.isEmpty || others.isEmpty { return found }
    let edges = Set(tokens(text[...]).flatMap { [$0.lowerBound, $0.upperBound] })
    for range in others where edges.contains(range.lowerBound) && edges.contains(range.upperBound) {
      if found.last.map({ $0.upperBound <= range.lowerBound }) ?? true { found.append(range) }
    }
    return found
  }
}
