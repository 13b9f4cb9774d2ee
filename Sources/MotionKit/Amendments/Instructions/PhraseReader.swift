/// Reads tokens into phrases by the tables: at each token the first rule that fits takes what it explains.
struct PhraseReader {
  private let tokens: [PhraseToken]
  private let places: PlaceReader
  private var phrases: [InstructionPhrase] = []
  private var at = 0
  private var wantsClause = false

  static func phrases(of tokens: [PhraseToken], places: PlaceReader) -> [InstructionPhrase] {
    var reader = PhraseReader(tokens: tokens, places: places)
    while reader.at < tokens.count { reader.next() }
    return reader.phrases
  }

  private init(tokens: [PhraseToken], places: PlaceReader) {
    self.tokens = tokens
    self.places = places
  }

  // MARK: The rules, in order

  private mutating func next() {
    if takePunctuation() || takeText() || takeEnumerator() || takeCondition() || takeOccurrence()
      || takeNewClause() || takeRow() || takePreposition() || takePlace() || takeNoise()
    {
      return
    }
    takeBare()
  }

  private func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }
  private func kind(_ index: Int) -> PhraseToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  private mutating func take(_ meaning: InstructionPhrase.Meaning, _ count: Int) {
    let end = min(at + max(count, 1), tokens.count)
    phrases.append(
      InstructionPhrase(meaning: meaning, span: tokens[at].span.lowerBound..<tokens[end - 1].span.upperBound))
    at = end
  }

  private mutating func takePunctuation() -> Bool {
    switch tokens[at].kind {
    case .comma, .dash: take(.pause, 1)
    case .stop, .semicolon, .lineEnd: take(.end, 1)
    case .colon, .bracket: at += 1
    default: return false
    }
    return true
  }

  private mutating func takeText() -> Bool {
    switch tokens[at].kind {
    case .quotation:
      var words = QuotedWords(text: tokens[at].text, span: tokens[at].span)
      words.isClause = wantsClause
      wantsClause = false
      let following = occurrenceAfter(at + 1)
      words.occurrence = following.occurrence
      take(.words(words), 1 + following.count)
    case .block:
      take(.block(tokens[at].text), 1)
    default: return false
    }
    return true
  }

  /// "1. Delete …", "(a) by striking …": a number of the list of instructions, not a place.
  private mutating func takeEnumerator() -> Bool {
    if takeAmendmentHeading() { return true }
    guard kind(at) == .word, LabelWord.isOne(tokens[at].text.utf8), isFirst || kind(at - 1) == .colon else {
      return false
    }
    let next = word(at + 1)
    let isDelimited = tokens[at].text.hasSuffix(".") || tokens[at].text.hasSuffix(")")
    guard isDelimited else { return false }
    if ["by", "in", "after", "before", "at", "on", "from", "clause", "paragraph", "para", "point", "that"].contains(
      next)
    {
      at += 1
      return true
    }
    if isInlineList { return takeListMark() }
    // "3. Delete clause 4": what is deleted has its own place. "a) delete …" and "b) delete …": a list.
    if row(at + 1) != nil, namesPlace(from: at + 2) || isListed {
      at += 1
      return true
    }
    return false
  }

  private mutating func takeListMark() -> Bool {
    guard row(at + 1) != nil else { return false }
    at += 1
    return true
  }

  /// "in clause 3: (a) delete …; (b) replace …": letters that count the changes, where no clause has them.
  private var isInlineList: Bool {
    let marks = tokens.indices.filter { index in
      kind(index) == .word && tokens[index].text.hasPrefix("(") && tokens[index].text.hasSuffix(")")
        && row(index + 1) != nil
    }.map { tokens[$0].word.utf8.filter { $0 != 0x28 && $0 != 0x29 } }
    guard marks.count > 1, let first = marks.first, first == [0x61] || first == [0x69] || first == [0x31] else {
      return false
    }
    return !marks.contains { mark in places.base.entries.contains { $0.label.utf8.elementsEqual(mark) } }
  }

  /// "Amendment 1:", "A1:": what the amendment is called.
  private mutating func takeAmendmentHeading() -> Bool {
    guard isFirst else { return false }
    if word(at) == "amendment", kind(at + 1) == .word, tokens[at + 1].text.utf8.contains(where: Letters.isDigit) {
      at += 2
    } else if kind(at) == .word, kind(at + 1) == .colon, places.isAmendmentOnly(tokens[at].text) {
      at += 1
    } else {
      return false
    }
    return true
  }

  /// Whether the numbers at the starts of lines count from 1, a or i on: then they number the instructions.
  private var isListed: Bool {
    let labels = tokens.filter {
      $0.kind == .word && $0.startsLine && ($0.text.hasSuffix(".") || $0.text.hasSuffix(")"))
        && LabelWord.isOne($0.text.utf8)
    }.map { $0.word.utf8.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x2E } }
    guard labels.count > 1, let first = labels.first else { return false }
    return first.elementsEqual([0x31]) || first.elementsEqual([0x61]) || first.elementsEqual([0x69])
  }

  private var isFirst: Bool {
    guard let last = phrases.last else { return true }
    if last.meaning == .end || last.meaning == .pause || last.meaning == .and { return true }
    return tokens[at].startsLine
  }

  private func namesPlace(from start: Int) -> Bool {
    var index = start
    while index < tokens.count, kind(index) == .word || kind(index) == .quotation {
      if kind(index) == .word, places.place(at: index) != nil { return true }
      index += 1
    }
    return false
  }

  // MARK: Conditions

  /// "if A3 is carried", "consequential on A2 and A3", "unless A4 is lost".
  private mutating func takeCondition() -> Bool {
    guard let (marker, count) = marker(at), marker == .requires || marker == .fallsIf else { return false }
    var index = at + count
    var names: [String] = []
    while index < tokens.count {
      while ["amendment", "amendments", "the", "both", "adoption", "passing", "carrying", "success", "of", "motion"]
        .contains(word(index))
      {
        index += 1
      }
      guard let name = amendmentName(index) else { break }
      names.append(name)
      index += 1
      if kind(index) == .comma { index += 1 }
      guard ["and", "or", "&"].contains(word(index)) || amendmentName(index) != nil else { break }
      if amendmentName(index) == nil { index += 1 }
    }
    guard !names.isEmpty else {
      if marker == .requires, word(at) == "should" { return false }
      return false
    }
    var negated = marker == .fallsIf
    while ["is", "are", "be", "being", "has", "been", "not", "falls", "fall", "fails", "was", "were"].contains(
      word(index))
      || [
        "carried", "passed", "agreed", "adopted", "accepted", "approved", "lost", "defeated", "rejected", "taken",
        "withdrawn", "carry", "pass", "passes", "carries",
      ].contains(word(index))
    {
      if ["not", "falls", "fall", "fails", "lost", "defeated", "rejected", "withdrawn"].contains(word(index)) {
        negated.toggle()
      }
      index += 1
    }
    if kind(index) == .comma || kind(index) == .colon { index += 1 }
    take(negated ? .fallsIf(names) : .requires(names), index - at)
    return true
  }

  /// `A3`, `M1/A3`, `A4.1`, `E2`; "amendment 3" is A3.
  private func amendmentName(_ index: Int) -> String? {
    guard kind(index) == .word else { return nil }
    let text = tokens[index].text
    guard let first = text.utf8.first else { return nil }
    if word(index - 1) == "amendment" || word(index - 1) == "amendments", text.utf8.allSatisfy(Letters.isDigit) {
      return "A" + text
    }
    guard Letters.isASCIILetter(first), text.utf8.contains(where: Letters.isDigit), text.utf8.count <= 12,
      text.utf8.allSatisfy({ Letters.isDigit($0) || Letters.isASCIILetter($0) || $0 == 0x2E || $0 == 0x2F })
    else { return nil }
    return text.uppercased()
  }

  // MARK: Which of several

  /// "the second ‘may’", "each occurrence of ‘may’", "all mentions of ‘may’".
  private mutating func takeOccurrence() -> Bool {
    guard kind(at) == .word else { return false }
    var index = at
    while ["the", "in"].contains(word(index)) { index += 1 }
    let occurrence: QuotedWords.Occurrence
    switch word(index) {
    case "each", "every", "all", "both", "any": occurrence = .each
    case let text:
      guard let number = PlaceVocabulary.ordinals[text] else { return false }
      occurrence = number == -1 ? .last : .number(number)
      guard number >= -1 else { return false }
    }
    index += 1
    while InstructionVocabulary.occurrenceNouns.contains(word(index)) || ["of", "the", "to"].contains(word(index)) {
      index += 1
    }
    // "all of ‘X’" is no more than ‘X’.
    guard kind(index) == .quotation,
      word(index - 1) != "of" || InstructionVocabulary.occurrenceNouns.contains(word(index - 2))
        || ["the"].contains(word(index - 2)) || occurrence != .each
    else { return false }
    var words = QuotedWords(text: tokens[index].text, span: tokens[index].span)
    words.occurrence = occurrence
    take(.words(words), index + 1 - at)
    return true
  }

  /// "(second occurrence)", "where it first occurs", "in the second place where it occurs".
  private func occurrenceAfter(_ start: Int) -> (occurrence: QuotedWords.Occurrence?, count: Int) {
    var index = start
    if kind(index) == .comma || kind(index) == .bracket { index += 1 }
    while ["where", "it", "they", "in", "on", "at", "its", "the"].contains(word(index)) { index += 1 }
    guard let number = PlaceVocabulary.ordinals[word(index)], number >= -1 else { return (nil, 0) }
    index += 1
    let verbs: Set<String> = ["occurs", "appears", "occur", "appear", "occurring", "appearing", "comes", "stands"]
    let nouns: Set<String> = ["occurrence", "instance", "mention", "appearance", "place", "time", "use"]
    guard verbs.contains(word(index)) || nouns.contains(word(index)) else { return (nil, 0) }
    index += 1
    while ["where", "that", "it", "they", "is", "are", "occurs", "appears", "occur", "appear", "used"].contains(
      word(index))
    {
      index += 1
    }
    if kind(index) == .bracket { index += 1 }
    return (number == -1 ? .last : .number(number), index - start)
  }

  // MARK: New clauses

  /// "a new clause 3A", "the following new point", "new 4", "the clause ‘…’".
  private mutating func takeNewClause() -> Bool {
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
      "subparagraph", "recital", "sub-point", "text", "wording", "resolution",
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
    if isNew {
      let begin = index
      if word(index) == "bullet", word(index + 1).hasPrefix("point") { index += 1 }
      if ["operative", "preambular", "numbered"].contains(word(index)) { index += 1 }
      if nouns.contains(word(index)) {
        if ["text", "wording"].contains(word(index)) { return false }
        index += 1
      } else if word(index) == "sentence" || word(index) == "words" || word(index) == "word" {
        return false
      }
      var label: PlacePhrase.LabelRange?
      if kind(index) == .word, LabelWord.isOne(tokens[index].text.utf8) {
        label = PlacePhrase.LabelRange(from: withoutStop(tokens[index].text), to: nil, span: tokens[index].span)
        index += 1
        if kind(index) == .stop, kind(index + 1) == .quotation || kind(index + 1) == .block { index += 1 }
      }
      guard index > begin else { return false }
      take(.newClause(label), index - at)
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

  /// "the unnumbered paragraph ‘…’", "a new unnumbered paragraph: …".
  private mutating func takeUnnumbered() -> Bool {
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

  private func withoutStop(_ text: String) -> String {
    var text = text
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }

  // MARK: Tables

  private func row(_ index: Int) -> (row: InstructionVocabulary.Row, count: Int)? {
    guard kind(index) == .word, let rows = InstructionVocabulary.rows[tokens[index].word] else { return nil }
    for row in rows where row.words.indices.allSatisfy({ word(index + $0) == row.words[$0] }) {
      return (row, row.words.count)
    }
    return nil
  }

  private func marker(_ index: Int) -> (InstructionVocabulary.Marker, Int)? {
    guard let (row, count) = row(index), case .marker(let marker) = row.meaning else { return nil }
    return (marker, count)
  }

  private mutating func takeRow() -> Bool {
    guard let (row, count) = row(at) else { return false }
    switch row.meaning {
    case .verb(let verb): return takeVerb(verb, count)
    case .marker(let marker): return takeMarker(marker, count)
    }
  }

  private mutating func takeVerb(_ verb: InstructionVocabulary.Verb, _ count: Int) -> Bool {
    // "I move that …", "move to delete", "move an amendment": the verb of the meeting, not of the text.
    if verb.action == .move, verb.form == .active, ["that", "to", "an", "the", "amendment"].contains(word(at + count)),
      places.place(at: at + count) == nil
    {
      at += count
      return true
    }
    if verb.action == .insert, word(at) == "including", phrases.isEmpty { return false }
    take(.verb(verb), count)
    if verb.action == .renumber {
      while at < tokens.count, kind(at) == .word || kind(at) == .comma, row(at) == nil || word(at) == "following" {
        at += 1
      }
    }
    return true
  }

  private mutating func takeMarker(_ marker: InstructionVocabulary.Marker, _ count: Int) -> Bool {
    switch marker {
    case .requires, .fallsIf: return false
    case .reasons:
      while at < tokens.count, kind(at) != .lineEnd { at += 1 }
      return true
    case .after where word(at) == "following":
      // "the following: …" is no position.
      guard kind(at + 1) == .quotation || places.place(at: at + 1) != nil else { return false }
      take(.marker(.after), count)
    case .everything:
      // "all of clause 3", "all clauses": only "all" by itself is the whole text.
      if kind(at + count) == .quotation { return false }
      if word(at + count) == "of" || word(at) == "all" && places.place(at: at + count) != nil, word(at) != "the" {
        at += count
        return true
      }
      take(.marker(.everything), count)
    case .stays, .included: take(.marker(marker), count)
    default: take(.marker(marker), count)
    }
    return true
  }

  private mutating func takePreposition() -> Bool {
    switch word(at) {
    case "to", "into", "onto":
      take(.to, 1)
    case "up":
      guard word(at + 1) == "to" || word(at + 1) == "until" else { return false }
      take(.to, word(at + 2) == "and" && word(at + 3) == "including" ? 4 : 2)
    case "until": take(.to, 1)
    case "from": take(.from, 1)
    case "with", "by", "as":
      take(.with, 1)
    case "for": take(.for, 1)
    case "in", "under", "within": take(.inside, 1)
    case "of", "on": at += 1
    case "and", "&", "then": take(.and, 1)
    default: return false
    }
    return true
  }

  private mutating func takePlace() -> Bool {
    guard kind(at) == .word, let found = places.place(at: at) else { return false }
    take(.place(found.place), found.next - at)
    return true
  }

  private mutating func takeNoise() -> Bool {
    let word = word(at)
    guard InstructionVocabulary.noise.contains(word) else { return false }
    if (word == "words" || word == "word") && kind(at + 1) != .word { take(.textKind, 1) } else { at += 1 }
    return true
  }

  private mutating func takeBare() {
    let span = tokens[at].span
    if let last = phrases.last, last.meaning == .bare, last.span.upperBound <= span.lowerBound {
      phrases[phrases.count - 1].span = last.span.lowerBound..<span.upperBound
      at += 1
    } else {
      take(.bare, 1)
    }
  }
}
