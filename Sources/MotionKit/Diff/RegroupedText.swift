/// The words of a clause that was divided, or of several that were joined, piece by piece.
struct RegroupedText {
  /// One row a part, in order. Of a division the new words of a row are the part's and the old words of all rows the
  /// clause's; of a joining the other way round. White space where two pieces meet is in none.
  private(set) var rows: [[TextSegment]] = []

  /// `isSplit` says on which side the clause is one.
  init(whole: [UInt8], parts: [[UInt8]], isSplit: Bool, vocabulary: inout Vocabulary) {
    let one = Tokens(of: whole, vocabulary: &vocabulary)
    var several: [UInt8] = []
    var ends: [Int] = []
    for part in parts {
      if !several.isEmpty { several.append(0x20) }
      several += part
      ends.append(several.count)
    }
    let tokens = Tokens(of: several, vocabulary: &vocabulary)
    let diff = WordDiff(from: one, to: tokens)
    var start = 0
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let end = isLast ? whole.count : max(start, RegroupedText.cut(one, diff, tokens.tokens(within: 0..<ends[index])))
      let piece = RegroupedText.trimmed(whole, start..<end)
      rows.append(RegroupedText.row(Array(whole[piece]), part, isSplit, &vocabulary))
      start = end
    }
  }

  /// Where the one text is cut, as a byte of it, so that what is before is what the tokens of the other came from.
  private static func cut(_ one: Tokens, _ diff: WordDiff, _ tokens: Range<Int>) -> Int {
    var place = tokens.upperBound
    var shift = 0
    for change in diff.changes {
      if change.new.lowerBound >= tokens.upperBound {
        // Of what only went at the very place the marks belong to the piece before: "," and then "and".
        if change.new.isEmpty, change.new.lowerBound == tokens.upperBound {
          while place + shift < change.old.upperBound, !one.isWord(place + shift) { shift += 1 }
        }
        break
      }
      if change.new.upperBound > tokens.upperBound {
        place = change.old.lowerBound
        while place < change.old.upperBound, !one.isWord(place) { place += 1 }
        shift = 0
        break
      }
      shift = change.old.upperBound - change.new.upperBound
      if change.new.upperBound == tokens.upperBound, change.new.isEmpty == false, change.old.count > 1 {
        // Words that went together with the last mark belong to what follows.
        var start = change.old.upperBound
        while start > change.old.lowerBound + 1, one.isWord(start - 1) { start -= 1 }
        if !one.isWord(change.old.lowerBound) { shift = start - change.new.upperBound }
      }
    }
    let token = place + shift
    return token >= one.count ? (one.count == 0 ? 0 : one.range(one.count - 1).upperBound) : one.range(token).lowerBound
  }

  private static func row(
    _ one: [UInt8], _ part: [UInt8], _ isSplit: Bool, _ vocabulary: inout Vocabulary
  ) -> [TextSegment] {
    let old = ClauseText(isSplit ? one : part, vocabulary: &vocabulary)
    let new = ClauseText(isSplit ? part : one, vocabulary: &vocabulary)
    var writer = SegmentWriter(old: old.bytes, new: new.bytes)
    writer.words(WordDiff(from: old.tokens, to: new.tokens), in: 0..<old.bytes.count, 0..<new.bytes.count)
    return writer.finish()
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, SegmentWriter.isSpace(bytes[low]) { low += 1 }
    while high > low, SegmentWriter.isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}
