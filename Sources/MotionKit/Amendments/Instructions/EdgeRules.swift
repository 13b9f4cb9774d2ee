/// Words that come at the end of a clause or a sentence, or that stand there: before its final mark or after it.
enum ClauseEnd {
  /// Where the words before the final mark of a text end; nil where none of `.`, `;`, `:`, `,`, `!` and `?` ends it.
  /// The "and" of "; and" belongs to the mark.
  static func wordsEnd(_ text: ArraySlice<UInt8>) -> Int? {
    var text = text
    for conjunction in [" and", " or", " but"] where text.count > conjunction.utf8.count {
      let before = text.dropLast(conjunction.utf8.count)
      if text.suffix(conjunction.utf8.count).elementsEqual(conjunction.utf8), before.last == 0x3B || before.last == 0x2C
      {
        text = before
        break
      }
    }
    guard let last = text.last, ".;:,!?".utf8.contains(last) else { return nil }
    // Three stops are an ellipsis, which is no end.
    var end = text.endIndex
    while end > text.startIndex, ".;:,!?".utf8.contains(text[end - 1]) { end -= 1 }
    guard end > text.startIndex, text.endIndex - end == 1 else { return nil }
    return end
  }

  /// Whether new words go on with the sentence: they begin with a small letter, a comma or a dash.
  static func goesOn(_ new: String) -> Bool {
    guard let first = new.unicodeScalars.first, !isConjunction(new) else { return false }
    if [",", "(", "-", "–", "—"].contains(first) { return true }
    return first.properties.isLowercase
  }

  /// Whether new words bring a mark of their own that takes the place of the one there: "; and".
  static func bringsMark(_ new: String) -> Bool {
    guard let first = new.utf8.first else { return false }
    return ".;:!?".utf8.contains(first)
  }

  /// "and" at the end of an item comes after its semicolon.
  private static func isConjunction(_ new: String) -> Bool { ["and", "or", "but", "and/or"].contains(new) }

  /// Whether words at the end of a text would not simply follow its last byte.
  static func isBeforeMark(_ new: String, in text: [UInt8]) -> Bool {
    (goesOn(new) || bringsMark(new)) && wordsEnd(text[...]) != nil
  }

  static func name(_ mark: UInt8) -> String {
    switch mark {
    case 0x2E: "full stop"
    case 0x3B: "semicolon"
    case 0x3A: "colon"
    case 0x2C: "comma"
    case 0x21: "exclamation mark"
    default: "question mark"
    }
  }
}

extension ActRules {
  /// Words at the end of a node's own text or of a sentence in it. What goes on with the sentence stands before its
  /// final mark; a sentence of its own stands after it.
  mutating func insertAtEnd(
    of node: Int, _ range: Range<Int>, _ new: Act.NewText, isLiteral: Bool
  ) {
    let entry = base.entries[node]
    let path = Path(entry.path)
    let text = Letters.flowed(new.text.utf8)
    let isOwn = range == 0..<entry.text.count
    let bringsMark = ClauseEnd.bringsMark(text)
    guard !isLiteral, ClauseEnd.goesOn(text) || bringsMark, let end = ClauseEnd.wordsEnd(entry.text[range]) else {
      if isOwn { return operations.append(Operation(.insertText, path: path, new: text, placement: .end)) }
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      return operations.append(
        Operation(
          .insertText, path: path, old: place.old, new: text, placement: .after, occurrence: place.occurrence))
    }
    let mark = entry.text[end]
    let name = ClauseEnd.name(mark)
    let last = lastWords(before: end, in: entry.text[range])
    let ownMark = text.utf8.last.map { ".;:!?".utf8.contains($0) || $0 == mark } ?? false
    if bringsMark || ownMark && text.utf8.last != mark {
      // The mark that the new words bring takes the place of the one there.
      let place = words.place(AnchorFinder.Hit(node: node, range: last.lowerBound..<range.upperBound))
      let kept = String(decoding: entry.text[last], as: UTF8.self)
      operations.append(
        Operation(
          .replaceText, path: path, old: place.old, new: NewText.beside(kept, .after, text),
          occurrence: place.occurrence))
      return note(
        new.span,
        "The \(name) at the end of \(placeName(node)) goes: the new words bring a mark of their own.")
    }
    let place = words.place(AnchorFinder.Hit(node: node, range: last))
    operations.append(
      Operation(
        .insertText, path: path, old: place.old, new: ownMark ? Letters.flowed(text.utf8.dropLast()) : text,
        placement: .after, occurrence: place.occurrence))
    note(
      new.span,
      isOwn
        ? "The new words go before the \(name) at the end of \(placeName(node))."
        : "The new words go before the \(name) at the end of that sentence.")
  }

  private mutating func note(_ span: Range<Int>, _ message: String) {
    notes.append(Finding(code: "before-final-mark", severity: .note, span: span, message: message))
  }

  /// The last word before a mark, or as many of the last words as can be quoted.
  private func lastWords(before end: Int, in text: ArraySlice<UInt8>) -> Range<Int> {
    var start = end
    while start > text.startIndex {
      repeat { start -= 1 } while start > text.startIndex && text[start - 1] != 0x20
      let words = String(decoding: text[start..<end], as: UTF8.self)
      if text[start] != 0x20, words.utf8.contains(where: Letters.isWordByte), HouseQuotation.quoted(words) != nil {
        break
      }
    }
    return start..<end
  }

  /// "‘and’ at the end of 8(ii)", "the full stop at the end": the words that nothing but marks parts from the edge.
  func atEdge(
    _ quoted: QuotedWords, in spot: Spot, _ position: Act.Position
  ) throws(Misreading) -> WordPlaces.Place {
    let nodes = WordPlaces.nodes(spot, in: base)
    let found = words.hits(quoted, in: spot).filter { hit in
      guard hit.node == nodes.first || hit.node == nodes.last || spot == .whole else { return false }
      let text = base.entries[hit.node].text
      let rest = position.side == .end ? text[hit.range.upperBound...] : text[..<hit.range.lowerBound]
      return !rest.contains(where: Letters.isWordByte)
    }
    if found.count == 1, let only = found.first { return words.place(only) }
    if found.isEmpty {
      let all = words.hits(quoted, in: spot)
      guard !all.isEmpty else { throw words.missing(quoted, in: spot) }
      throw .notFound(
        quoted.span, "words-not-found",
        "“\(quoted.text)” does not stand at the \(position.side == .end ? "end" : "start") there.",
        fix: "Name the clause, or quote more words.", candidates: words.candidates(all))
    }
    throw .ambiguous(
      quoted.span, "which-words", "“\(quoted.text)” stands so in \(found.count) places. Which one?",
      fix: "Name the clause.", candidates: words.candidates(found))
  }

  /// At the end of a clause with a list: after its own words, or after the last item?
  mutating func insertAtEnd(
    ofClause node: Int, _ new: Act.NewText, isLiteral: Bool, _ act: Act
  ) throws(Misreading) {
    let last = base.entries[node].end - 1
    if last > node, !isLiteral {
      throw .ambiguous(
        act.position?.span ?? act.span, "which-end",
        "\(placeName(node)) ends with a list. Do the words go at the end of the list, or before it?",
        fix:
          "Write “at the end of \(placeName(last))”, or “at the end of \(placeName(node)) itself”.",
        candidates: [base.candidate(last), base.candidate(node)])
    }
    insertAtEnd(of: node, 0..<base.entries[node].text.count, new, isLiteral: isLiteral)
  }
}
