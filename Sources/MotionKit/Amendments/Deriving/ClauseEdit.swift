/// The words of one clause, before and after, and the operations that a person would have written for the difference.
struct ClauseEdit {
  let path: Path
  let old: ClauseText
  let new: ClauseText
  let diff: WordDiff
  private let place: WordPlace

  init(path: Path, old: ClauseText, new: ClauseText) {
    self.path = path
    self.old = old
    self.new = new
    diff = WordDiff(from: old.tokens, to: new.tokens)
    place = WordPlace(text: old.bytes)
  }

  /// Whether so little is left that the clause was written anew.
  var isRewritten: Bool {
    guard diff.likeness < 250 else { return false }
    let strong = (0..<old.tokens.count).filter { old.tokens.role($0) == .word }
    let kept = strong.filter { token in !diff.changes.contains { $0.old.contains(token) } }
    return kept.isEmpty || strong.count >= 4
  }

  /// A change that puts words in the place of words and touches no blank around them: these may be made throughout.
  func plainReplacement(_ change: SequenceChange) -> (old: String, new: String)? {
    let edit = exact(change)
    guard !change.old.isEmpty, !change.new.isEmpty, edit.range == old.tokens.range(change.old),
      edit.bytes == Array(new.bytes[new.tokens.range(change.new)])
    else { return nil }
    return (old.words(change.old), new.words(change.new))
  }

  /// One operation a change, in order; those for which `skipping` holds are somebody else's.
  func operations(skipping: (SequenceChange) -> Bool) -> [Operation] {
    diff.changes.indices.compactMap { index in
      skipping(diff.changes[index]) ? nil : operation(index)
    }
  }

  /// The whole of the clause's own words as one operation.
  var rewriting: Operation {
    Operation(
      .replaceText, path: path, old: String(decoding: old.bytes, as: UTF8.self),
      new: String(decoding: new.bytes, as: UTF8.self))
  }

  private func operation(_ index: Int) -> Operation {
    let change = diff.changes[index]
    let edit = exact(change)
    if edit.bytes.isEmpty, let operation = deletion(change, edit.range) { return operation }
    if edit.range.isEmpty, let operation = insertion(index, edit) { return operation }
    return replacement(index, edit)
  }

  /// The bytes of the old text that go and those that come, blanks included.
  private func exact(_ change: SequenceChange) -> (range: Range<Int>, bytes: [UInt8]) {
    let oldStart = change.old.lowerBound > 0 ? old.tokens.range(change.old.lowerBound - 1).upperBound : 0
    let oldEnd =
      change.old.upperBound < old.tokens.count
      ? old.tokens.range(change.old.upperBound).lowerBound : old.bytes.count
    let newStart = change.new.lowerBound > 0 ? new.tokens.range(change.new.lowerBound - 1).upperBound : 0
    let newEnd =
      change.new.upperBound < new.tokens.count
      ? new.tokens.range(change.new.upperBound).lowerBound : new.bytes.count
    var gone = old.bytes[oldStart..<oldEnd]
    var come = new.bytes[newStart..<newEnd]
    while let byte = gone.first, byte == come.first, SegmentWriter.isSpace(byte) {
      gone.removeFirst()
      come.removeFirst()
    }
    while let byte = gone.last, byte == come.last, SegmentWriter.isSpace(byte) {
      gone.removeLast()
      come.removeLast()
    }
    return (gone.startIndex..<gone.endIndex, Array(come))
  }

  // MARK: Delete

  private func deletion(_ change: SequenceChange, _ range: Range<Int>) -> Operation? {
    let words = old.tokens.range(change.old)
    guard without(place.taking(words)) == without(range) else { return nil }
    return quoting(words) { Operation(.deleteText, path: path, old: $0, occurrence: $1) }
  }

  private func without(_ range: Range<Int>) -> [UInt8] {
    Array(old.bytes[..<range.lowerBound] + old.bytes[range.upperBound...])
  }

  /// Words that stand once are quoted as they are; others are counted, where they can be.
  private func quoting(_ range: Range<Int>, _ make: (String, Int?) -> Operation) -> Operation? {
    let words = Array(old.bytes[range])
    let text = String(decoding: words, as: UTF8.self)
    if place.everywhere(words).count == 1 { return make(text, nil) }
    let counted = place.counted(words)
    guard let index = counted.firstIndex(of: range) else { return nil }
    return make(text, counted.count == 1 ? nil : index + 1)
  }

  // MARK: Insert

  private func insertion(_ index: Int, _ edit: (range: Range<Int>, bytes: [UInt8])) -> Operation? {
    let change = diff.changes[index]
    let words = Array(new.bytes[new.tokens.range(change.new)])
    let text = String(decoding: words, as: UTF8.self)
    let wanted = inserting(edit.bytes, at: edit.range.lowerBound)
    let token = change.old.lowerBound
    if token == 0, inserting(place.fitting(words, at: 0), at: 0) == wanted {
      return Operation(.insertText, path: path, new: text, placement: .start)
    }
    let end = old.bytes.count
    if token == old.tokens.count, inserting(place.fitting(words, at: end), at: end) == wanted {
      return Operation(.insertText, path: path, new: text, placement: .end)
    }
    let before = sameBefore(index)
    for length in 1...4 where length <= before.count {
      let range = old.tokens.range((token - length)..<token)
      guard old.tokens.role(token - 1) == .word || length > 1, place.everywhere(Array(old.bytes[range])).count == 1,
        inserting(place.fitting(words, at: range.upperBound), at: range.upperBound) == wanted
      else { continue }
      return Operation(
        .insertText, path: path, old: String(decoding: old.bytes[range], as: UTF8.self), new: text, placement: .after)
    }
    let after = sameAfter(index)
    for length in 1...4 where length <= after.count {
      let range = old.tokens.range(token..<(token + length))
      guard old.tokens.role(token) == .word || length > 1, place.everywhere(Array(old.bytes[range])).count == 1,
        inserting(place.fitting(words, at: range.lowerBound), at: range.lowerBound) == wanted
      else { continue }
      return Operation(
        .insertText, path: path, old: String(decoding: old.bytes[range], as: UTF8.self), new: text, placement: .before)
    }
    return nil
  }

  private func inserting(_ bytes: [UInt8], at point: Int) -> [UInt8] {
    old.bytes[..<point] + bytes + old.bytes[point...]
  }

  // MARK: Replace

  /// Replaces the words, with as many of those beside them as it takes to be clear.
  private func replacement(_ index: Int, _ edit: (range: Range<Int>, bytes: [UInt8])) -> Operation {
    let change = diff.changes[index]
    let isExact =
      !edit.range.isEmpty && isQuotable(edit.bytes) && edit.range == old.tokens.range(change.old)
    if isExact, isWords(change.old), place.everywhere(Array(old.bytes[edit.range])).count == 1,
      place.isExact(edit.range, edit.bytes)
    {
      return replacing(edit.range, edit)
    }
    let before = sameBefore(index).count
    let after = sameAfter(index).count
    // A mark is quoted with the word before it; then one word more on either side until it is clear.
    for width in 1...8 {
      for (left, right) in [(min(width, before), 0), (0, min(width, after)), (min(width, before), min(width, after))]
      where left + right > 0 {
        let tokens = (change.old.lowerBound - left)..<(change.old.upperBound + right)
        let range = old.tokens.range(tokens)
        guard range.lowerBound <= edit.range.lowerBound, range.upperBound >= edit.range.upperBound,
          isWords(tokens.lowerBound..<(tokens.lowerBound + 1)) || tokens.lowerBound == change.old.lowerBound,
          place.everywhere(Array(old.bytes[range])).count == 1, isQuotable(bytes(range, edit)),
          place.isExact(range, bytes(range, edit))
        else { continue }
        return replacing(range, edit)
      }
    }
    let counted = isExact ? place.counted(Array(old.bytes[edit.range])) : []
    if let index = counted.firstIndex(of: edit.range), place.isExact(edit.range, edit.bytes) {
      return replacing(edit.range, edit, occurrence: counted.count == 1 ? nil : index + 1)
    }
    return replacing(0..<old.bytes.count, edit)
  }

  /// New words that begin or end with a blank nobody can quote.
  private func isQuotable(_ words: [UInt8]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return !SegmentWriter.isSpace(first) && !SegmentWriter.isSpace(last)
  }

  private func isWords(_ tokens: Range<Int>) -> Bool {
    tokens.contains { old.tokens.isWord($0) }
  }

  private func replacing(
    _ range: Range<Int>, _ edit: (range: Range<Int>, bytes: [UInt8]), occurrence: Int? = nil
  ) -> Operation {
    Operation(
      .replaceText, path: path, old: String(decoding: old.bytes[range], as: UTF8.self),
      new: String(decoding: bytes(range, edit), as: UTF8.self), occurrence: occurrence)
  }

  private func bytes(_ range: Range<Int>, _ edit: (range: Range<Int>, bytes: [UInt8])) -> [UInt8] {
    old.bytes[range.lowerBound..<edit.range.lowerBound] + edit.bytes
      + old.bytes[edit.range.upperBound..<range.upperBound]
  }

  /// The equal tokens between a change and its neighbours.
  private func sameBefore(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : diff.changes[index - 1].old.upperBound)..<diff.changes[index].old.lowerBound
  }

  private func sameAfter(_ index: Int) -> Range<Int> {
    let end = index + 1 < diff.changes.count ? diff.changes[index + 1].old.lowerBound : old.tokens.count
    return diff.changes[index].old.upperBound..<end
  }
}
