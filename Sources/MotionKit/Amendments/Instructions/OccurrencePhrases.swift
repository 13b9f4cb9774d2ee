/// Which of several is meant: "the second ‘may’", "each mention of ‘may’", "the last comma".
extension PhraseReader {
  /// "the second ‘may’", "each occurrence of ‘may’", "all mentions of ‘may’".
  mutating func takeOccurrence() -> Bool {
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
    while InstructionVocabulary.occurrenceNouns.contains(word(index)) || ["of", "the"].contains(word(index))
      || word(index) == "to" && word(index - 1).hasPrefix("reference")
    {
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
    takeEndInside(words.text)
    return true
  }

  /// "(second occurrence)", "where it first occurs", "in the second place where it occurs".
  func occurrenceAfter(_ start: Int) -> (occurrence: QuotedWords.Occurrence?, count: Int) {
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

  /// "a comma", "the second full stop": the mark, as if it were quoted.
  mutating func takeMarkName() -> Bool {
    var index = at
    var occurrence: QuotedWords.Occurrence?
    while ["a", "an", "the"].contains(word(index)) { index += 1 }
    if let number = PlaceVocabulary.ordinals[word(index)], number >= -1 {
      occurrence = number == -1 ? .last : .number(number)
      index += 1
    } else if ["each", "every", "all"].contains(word(index)) {
      occurrence = .each
      index += 1
      while ["the"].contains(word(index)) { index += 1 }
    }
    guard index > at || isAfterVerb,
      let mark = InstructionVocabulary.marks.first(where: { mark in
        mark.words.indices.allSatisfy { word(index + $0) == mark.words[$0] }
      })
    else { return false }
    let end = index + mark.words.count
    let span = tokens[at].span.lowerBound..<tokens[end - 1].span.upperBound
    var words = QuotedWords(text: mark.mark, span: span)
    words.occurrence = occurrence
    take(.words(words), end - at)
    return true
  }

  var isAfterVerb: Bool {
    switch phrases.last?.meaning {
    case .verb, .with, .to, .for, .marker(.after), .marker(.before): true
    default: false
    }
  }
}
