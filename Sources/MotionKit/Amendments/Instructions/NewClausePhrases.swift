/// Clauses that are to come: "a new clause 3A", "new 4", "a new first bullet", "the clause ‘…’".
extension PhraseReader {
  /// "a new clause 3A", "the following new point", "new 4", "the clause ‘…’".
  mutating func takeNewClause() -> Bool {
    guard kind(at) == .word else { return false }
    if takeUnnumbered() { return true }
    var index = at
    var isNew = false
    while ["a", "an", "the", "new", "following", "additional", "further", "another", "extra", "these", "two", "three"]
      .contains(word(index))
    {
      // "following ‘X’" and "following clause 3" are positions.
      if ["new", "additional", "another", "extra"].contains(word(index)) { isNew = true }
      if ["following", "further"].contains(word(index)) {
        let next =
          PlaceVocabulary.nounRows[word(index + 1)] != nil
          && !LabelWord.isOne(tokens.indices.contains(index + 2) ? Array(tokens[index + 2].text.utf8) : [])
        if next { isNew = true }
      }
      index += 1
    }
    let nouns: Set<String> = [
      "clause", "clauses", "point", "points", "paragraph", "paragraphs", "para", "bullet", "bullets", "item", "items",
      "sub-clause", "subclause", "sub-clauses", "subclauses", "section", "sections", "subsection", "sub-paragraph",
      "subparagraph", "recital", "sub-point", "text", "wording", "resolution", "op", "pp", "recommendation", "rule",
      "action", "article", "order", "orders", "rules",
    ]
    if isNew, let section = PlaceVocabulary.sections.first(where: { $0.0 == word(index) }),
      kind(index + 1) == .word,
      LabelWord.isOne(tokens[index + 1].text.utf8)
    {
      // "a new Resolves 4".
      let label = PlacePhrase.LabelRange(
        from: withoutStop(tokens[index + 1].text), to: nil, span: tokens[index + 1].span)
      take(.newClause(label), index + 2 - at)
      let place = PlacePhrase(steps: [.section(section.0)], span: tokens[index].span)
      phrases.append(InstructionPhrase(meaning: .place(place), span: tokens[index].span))
      return true
    }
    if isNew, let found = newOrdinal(index) {
      take(.newAt(found.place), found.next - at)
      return true
    }
    if isNew, word(index) == "sentence" || word(index) == "sentences" {
      take(.textKind, index + 1 - at)
      return true
    }
    if isNew {
      let begin = index
      if word(index) == "bullet", word(index + 1).hasPrefix("point") { index += 1 }
      if ["operative", "preambular", "numbered", "resolved", "whereas", "standing"].contains(word(index)) {
        index += 1
      }
      if nouns.contains(word(index)) {
        if ["text", "wording"].contains(word(index)) { return false }
        index += 1
      } else if word(index) == "sentence" || word(index) == "words" || word(index) == "word" {
        return false
      }
      var label: PlacePhrase.LabelRange?
      if kind(index) == .word, LabelWord.isOne(tokens[index].text.utf8) || isNewLetter(index) {
        label = PlacePhrase.LabelRange(from: withoutStop(tokens[index].text), to: nil, span: tokens[index].span)
        index += 1
        if ["bis", "ter", "quater"].contains(word(index)) {
          label?.from += "A"
          index += 1
        }
        // "new rules 1.4 and 1.5": the first says where.
        while ["and", "to", "&"].contains(word(index)) || kind(index) == .comma || kind(index) == .dash,
          kind(index + 1) == .word, LabelWord.isOne(tokens[index + 1].text.utf8)
        {
          index += 2
        }
        if kind(index) == .stop, kind(index + 1) == .quotation || kind(index + 1) == .block { index += 1 }
      }
      guard index > begin else { return false }
      take(.newClause(label), index - at)
      return true
    }
    // "add iv) ‘keep records’".
    if case .verb(let verb)? = phrases.last?.meaning, verb.action == .insert, tokens[at].text.utf8.count <= 4,
      tokens[at].text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), kind(at + 1) == .bracket,
      tokens[at + 1].text == ")", kind(at + 2) == .quotation || kind(at + 2) == .block || kind(at + 2) == .colon
    {
      let label = PlacePhrase.LabelRange(from: "(" + tokens[at].text + ")", to: nil, span: tokens[at].span)
      take(.newClause(label), 2)
      return true
    }
    // "insert the clause ‘…’": a quotation that is a clause.
    let noun = word(at) == "the" || word(at) == "a" ? at + 1 : at
    let after = kind(noun + 1) == .colon ? noun + 2 : noun + 1
    if ["clause", "clauses", "point", "points", "paragraph", "paragraphs", "bullet", "bullets"].contains(word(noun)),
      kind(after) == .quotation || kind(after) == .block,
      phrases.contains(where: { if case .verb = $0.meaning { true } else { false } })
    {
      wantsClause = true
      take(.newClause(nil), after - at)
      return true
    }
    return false
  }

  /// "new F": a capital that only says what the clause will be called.
  private func isNewLetter(_ index: Int) -> Bool {
    let text = tokens[index].text.utf8
    guard text.count == 1, let letter = text.first, (0x41...0x5A).contains(letter) else { return false }
    return kind(index + 1) != .word
      || ["at", "after", "before", "in", "to", "and", "reading"].contains(word(index + 1))
  }

  /// "new first bullet", "new final point".
  func newOrdinal(_ index: Int) -> (place: PlacePhrase, next: Int)? {
    guard PlaceVocabulary.ordinals[word(index)] != nil, let found = places.place(at: index),
      found.place.steps.count == 1,
      case .ordinal(_, let noun) = found.place.steps[0], noun != .sentence
    else { return nil }
    return found
  }

  /// "the unnumbered paragraph ‘…’", "a new unnumbered paragraph: …".
  mutating func takeUnnumbered() -> Bool {
    var index = at
    while ["a", "an", "the", "new", "following", "as", "two"].contains(word(index)) { index += 1 }
    guard ["unnumbered", "un-numbered"].contains(word(index)),
      ["paragraph", "paragraphs", "para"].contains(word(index + 1))
    else { return false }
    index += 2
    let next = kind(index) == .colon ? index + 1 : index
    guard kind(next) == .quotation || kind(next) == .block else { return false }
    wantsClause = true
    take(.unnumbered, index - at)
    return true
  }

  func withoutStop(_ text: String) -> String {
    var text = text
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
