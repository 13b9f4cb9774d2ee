/// Reads tokens into phrases by the tables: at each token the first rule that fits takes what it explains.
struct PhraseReader {
  let tokens: [PhraseToken]
  let places: PlaceReader
  var phrases: [InstructionPhrase] = []
  var at = 0
  var wantsClause = false

  static func phrases(of tokens: [PhraseToken], places: PlaceReader) -> [InstructionPhrase] {
    var reader = PhraseReader(tokens: tokens, places: places)
    while reader.at < tokens.count { reader.next() }
    return reader.phrases
  }

  init(tokens: [PhraseToken], places: PlaceReader) {
    self.tokens = tokens
    self.places = places
  }

  // MARK: The rules, in order

  mutating func next() {
    if takePunctuation() || takePreamble() || takeAllOfSection() || takeSplitVerb() || takeText() || takeEnumerator()
      || takeCondition() || takeMarkName() || takeOccurrence()
      || takeNewClause() || takeGoal() || takeRow() || takePreposition() || takePlace() || takeNoise()
    {
      return
    }
    takeBare()
  }

  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }
  func kind(_ index: Int) -> PhraseToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  mutating func take(_ meaning: InstructionPhrase.Meaning, _ count: Int) {
    let end = min(at + max(count, 1), tokens.count)
    phrases.append(
      InstructionPhrase(meaning: meaning, span: tokens[at].span.lowerBound..<tokens[end - 1].span.upperBound))
    at = end
  }

  mutating func takePunctuation() -> Bool {
    switch tokens[at].kind {
    case .comma, .dash: take(.pause, 1)
    case .stop, .semicolon, .lineEnd: take(.end, 1)
    case .colon, .bracket: at += 1
    default: return false
    }
    return true
  }

  mutating func takeText() -> Bool {
    switch tokens[at].kind {
    case .quotation:
      var words = QuotedWords(text: tokens[at].text, span: tokens[at].span)
      words.isClause = wantsClause
      wantsClause = false
      let following = occurrenceAfter(at + 1)
      words.occurrence = following.occurrence
      take(.words(words), 1 + following.count)
      takeEndInside(words.text)
    case .block:
      wantsClause = false
      take(.block(tokens[at].text), 1)
    default: return false
    }
    return true
  }

  /// A quotation that ends with a full stop ends the sentence, where another one begins after it.
  mutating func takeEndInside(_ words: String) {
    guard let last = words.utf8.last, last == 0x2E || last == 0x21 || last == 0x3F, kind(at) == .word,
      let next = tokens[at].text.utf8.first, (0x41...0x5A).contains(next), sentenceHasVerb
    else { return }
    phrases.append(InstructionPhrase(meaning: .end, span: tokens[at].span.lowerBound..<tokens[at].span.lowerBound))
  }

  var sentenceHasVerb: Bool {
    for phrase in phrases.reversed() {
      if phrase.meaning == .end { return false }
      if case .verb = phrase.meaning { return true }
    }
    return false
  }

  /// "1. Delete …", "(a) by striking …": a number of the list of instructions, not a place.
  mutating func takeEnumerator() -> Bool {
    if takeAmendmentHeading() { return true }
    guard kind(at) == .word, LabelWord.isOne(tokens[at].text.utf8), isFirst || kind(at - 1) == .colon else {
      return false
    }
    // "(c)" on a line by itself, before anything else: the letter of the amendment.
    if phrases.isEmpty, tokens[at].text.hasPrefix("("),
      kind(at + 1) == .lineEnd || kind(at + 1) == .bracket
        || tokens.indices.contains(at + 1) && tokens[at + 1].startsLine
    {
      at += 1
      return true
    }
    let next = word(at + 1)
    let isDelimited = tokens[at].text.hasSuffix(".") || tokens[at].text.hasSuffix(")")
    guard isDelimited else { return false }
    // "(a) The substitution of …".
    if next == "the", let (row, _) = row(at + 2), case .verb(let verb) = row.meaning, verb.form == .nominal {
      at += 1
      return true
    }
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

  mutating func takeListMark() -> Bool {
    guard row(at + 1) != nil else { return false }
    at += 1
    return true
  }

  /// "in clause 3: (a) delete …; (b) replace …": letters that count the changes, where no clause has them.
  var isInlineList: Bool {
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
  mutating func takeAmendmentHeading() -> Bool {
    guard isFirst else { return false }
    if word(at) == "amendment", kind(at + 1) == .word, tokens[at + 1].text.utf8.contains(where: Letters.isDigit) {
      at += 2
    } else if kind(at) == .word, kind(at + 1) == .colon, places.isAmendmentOnly(tokens[at].text) {
      at += 1
      return true
    } else {
      return false
    }
    // "(Northern branch)", up to the end of the line: who moves it.
    var next = at
    while next < tokens.count, kind(next) == .word || kind(next) == .bracket || kind(next) == .comma,
      !tokens[next].startsLine, row(next) == nil, places.place(at: next) == nil
    {
      next += 1
    }
    if next > at, kind(next) == .lineEnd || tokens.indices.contains(next) && tokens[next].startsLine { at = next }
    return true
  }

  /// Whether the numbers at the starts of lines count from 1, a or i on: then they number the instructions.
  var isListed: Bool {
    let labels = tokens.filter {
      $0.kind == .word && $0.startsLine && ($0.text.hasSuffix(".") || $0.text.hasSuffix(")"))
        && LabelWord.isOne($0.text.utf8)
    }.map { $0.word.utf8.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x2E } }
    guard labels.count > 1, let first = labels.first else { return false }
    return first.elementsEqual([0x31]) || first.elementsEqual([0x61]) || first.elementsEqual([0x69])
  }

  var isFirst: Bool {
    guard let last = phrases.last else { return true }
    if last.meaning == .end || last.meaning == .pause || last.meaning == .and { return true }
    return tokens[at].startsLine
  }

  func namesPlace(from start: Int) -> Bool {
    var index = start
    while index < tokens.count, kind(index) == .word || kind(index) == .quotation {
      if kind(index) == .word, places.place(at: index) != nil { return true }
      index += 1
    }
    return false
  }

  // MARK: Tables

  func row(_ index: Int) -> (row: InstructionVocabulary.Row, count: Int)? {
    guard kind(index) == .word, let rows = InstructionVocabulary.rows[tokens[index].word] else { return nil }
    for row in rows where row.words.indices.allSatisfy({ word(index + $0) == row.words[$0] }) {
      return (row, row.words.count)
    }
    return nil
  }

  func marker(_ index: Int) -> (InstructionVocabulary.Marker, Int)? {
    guard let (row, count) = row(index), case .marker(let marker) = row.meaning else { return nil }
    return (marker, count)
  }

  mutating func takeRow() -> Bool {
    guard let (row, count) = row(at) else { return false }
    switch row.meaning {
    case .verb(let verb): return takeVerb(verb, count)
    case .marker(let marker): return takeMarker(marker, count)
    }
  }

  mutating func takeVerb(_ verb: InstructionVocabulary.Verb, _ count: Int) -> Bool {
    // "I move that …", "move to delete", "move an amendment": the verb of the meeting, not of the text.
    if verb.action == .move, verb.form == .active, ["that", "to", "an", "the", "amendment"].contains(word(at + count)),
      places.place(at: at + count) == nil
    {
      at += count
      return true
    }
    if verb.action == .insert, word(at) == "including", phrases.isEmpty { return false }
    // "let's have", "could we say", "write": everyday words that are verbs of an instruction only before a quotation.
    if verb.action == .insert, ["have", "having", "say", "write"].contains(word(at)), !comesQuotation(at + count) {
      return false
    }
    if verb.form == .passive, word(at) == "to", places.place(at: at + count) != nil { return false }
    if verb.action == .renumber {
      // "and the remaining points be renumbered".
      while let last = phrases.last?.meaning, last == .bare || isUnlabelled(last) { phrases.removeLast() }
    }
    take(.verb(verb), count)
    if verb.action == .renumber {
      while at < tokens.count, kind(at) == .word || kind(at) == .comma, row(at) == nil || word(at) == "following" {
        at += 1
      }
    }
    return true
  }

  private func isUnlabelled(_ meaning: InstructionPhrase.Meaning) -> Bool {
    if case .place(let place) = meaning { return place.steps == [.inherited] }
    return false
  }

  func comesQuotation(_ start: Int) -> Bool {
    var next = start
    while kind(next) == .colon || ["the", "word", "words", "figure", "a"].contains(word(next)) { next += 1 }
    return kind(next) == .quotation
  }

  /// "take point 9 out": a verb in two parts.
  mutating func takeSplitVerb() -> Bool {
    guard ["take", "leave", "strike", "cross"].contains(word(at)), row(at)?.count ?? 1 <= 1 else { return false }
    var next = at + 1
    while next < tokens.count, kind(next) != .stop, kind(next) != .lineEnd, kind(next) != .semicolon {
      if word(next) == "out" || word(next) == "away" {
        take(.verb(.init(action: .delete, form: .active)), 1)
        return true
      }
      if row(next).map({ if case .verb = $0.row.meaning { true } else { false } }) ?? false { return false }
      next += 1
    }
    return false
  }

  /// "As an amendment to motion 12 in the name of …,": whose amendment it is, up to what it asks.
  mutating func takePreamble() -> Bool {
    guard phrases.isEmpty || phrases.last?.meaning == .end else { return false }
    var index = at
    while ["as", "an", "the", "i", "we", "beg", "to", "move"].contains(word(index)) { index += 1 }
    guard ["amendment", "addendum"].contains(word(index)), ["to", "of", "in", "by"].contains(word(index + 1)) else {
      return false
    }
    var next = index + 2
    while next < tokens.count, kind(next) != .lineEnd, kind(next) != .quotation {
      if [.comma, .colon, .dash, .stop].contains(kind(next)), next + 1 < tokens.count,
        row(next + 1) != nil || ["in", "after", "before", "at", "line", "to"].contains(word(next + 1))
          || kind(next + 1) == .lineEnd
      {
        at = next + 1
        return true
      }
      next += 1
    }
    guard kind(next) == .lineEnd else { return false }
    at = next
    return true
  }

  /// "all of ‘This branch believes’": the section of that heading.
  mutating func takeAllOfSection() -> Bool {
    guard ["all", "whole", "everything"].contains(word(at)) else { return false }
    var next = at + 1
    while ["of", "in", "under", "the"].contains(word(next)) { next += 1 }
    guard next > at + 1, kind(next) == .quotation else { return false }
    let words = HeadingWords.of(Array(tokens[next].text.utf8))
    guard let heading = places.headings.first(where: { $0.words == words }) else { return false }
    let span = tokens[at].span.lowerBound..<tokens[next].span.upperBound
    take(.place(PlacePhrase(steps: [.node(heading.node)], span: span)), next + 1 - at)
    return true
  }

  mutating func takeMarker(_ marker: InstructionVocabulary.Marker, _ count: Int) -> Bool {
    switch marker {
    case .requires, .fallsIf: return false
    case .procedural where !standsAlone: return false
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
    case .becomes: return takeBecomes(count)
    default: take(.marker(marker), count)
    }
    return true
  }

  /// Whether a word begins a sentence, or follows the place it speaks of.
  private var standsAlone: Bool {
    switch phrases.last?.meaning {
    case nil, .end, .and, .pause, .place: true
    // "Clause 8 to be remitted".
    case .to: word(at).hasSuffix("ed")
    default: false
    }
  }

  /// "‘£50’ becomes ‘£75’"; "clause 3 becomes clause 4" only says how the numbers run on.
  mutating func takeBecomes(_ count: Int) -> Bool {
    var next = at + count
    while kind(next) == .colon || ["the", "word", "words", "figure"].contains(word(next)) { next += 1 }
    if kind(next) == .quotation || kind(next) == .block {
      take(.marker(.becomes), count)
      return true
    }
    guard case .place? = phrases.last?.meaning, word(at).hasPrefix("become"), places.place(at: at + count) != nil else {
      return false
    }
    take(.verb(.init(action: .renumber, form: .active)), count)
    while at < tokens.count, kind(at) != .stop, kind(at) != .lineEnd, kind(at) != .semicolon { at += 1 }
    return true
  }

  mutating func takePreposition() -> Bool {
    switch word(at) {
    case "to", "into", "onto":
      take(.to, 1)
    case "up":
      guard word(at + 1) == "to" || word(at + 1) == "until" else { return false }
      take(.to, word(at + 2) == "and" && word(at + 3) == "including" ? 4 : 2)
    case "until", "through": take(.to, 1)
    case "from": take(.from, 1)
    case "with", "by", "as":
      take(.with, 1)
    case "for": take(.for, 1)
    case "in", "under", "within": take(.inside, 1)
    case "at":
      guard places.place(at: at + 1) != nil else { return false }
      take(.inside, 1)
    case "of", "on": at += 1
    case "and", "&", "then": take(.and, 1)
    default: return false
    }
    return true
  }

  mutating func takePlace() -> Bool {
    guard kind(at) == .word else { return false }
    guard let found = places.place(at: at) else { return takeLetter() }
    take(.place(found.place), found.next - at)
    return true
  }

  /// "delete b) and insert …": the letter of an item with its bracket.
  private mutating func takeLetter() -> Bool {
    let letters = tokens[at].text.utf8
    guard letters.count <= 4, letters.allSatisfy({ (0x61...0x7A).contains($0) }), kind(at + 1) == .bracket,
      tokens[at + 1].text == ")", tokens[at + 1].span.lowerBound == tokens[at].span.upperBound,
      case .verb? = phrases.last?.meaning
    else { return false }
    let span = tokens[at].span.lowerBound..<tokens[at + 1].span.upperBound
    let label = PlacePhrase.LabelRange(from: "(\(tokens[at].text))", to: nil, span: span)
    take(.place(PlacePhrase(steps: [.labels([label], nil)], span: span)), 2)
    return true
  }

  mutating func takeNoise() -> Bool {
    let word = word(at)
    guard InstructionVocabulary.noise.contains(word) else { return false }
    if (word == "words" || word == "word") && kind(at + 1) != .word { take(.textKind, 1) } else { at += 1 }
    return true
  }

  mutating func takeBare() {
    let span = tokens[at].span
    if let last = phrases.last, last.meaning == .bare, last.span.upperBound <= span.lowerBound {
      phrases[phrases.count - 1].span = last.span.lowerBound..<span.upperBound
      at += 1
    } else {
      take(.bare, 1)
    }
  }
}
