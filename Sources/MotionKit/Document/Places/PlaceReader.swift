/// Reads the place that a run of tokens names.
struct PlaceReader {
  let tokens: [PhraseToken]
  let base: LaidOutText
  /// Folded words of each section's heading, with its node.
  let headings: [(words: [String], node: Int)]
  /// Whether the tokens are a place and nothing else, so that a letter or a bare noun can only name one.
  let isAddress: Bool

  init(
    tokens: [PhraseToken], base: LaidOutText, headings: [(words: [String], node: Int)], isAddress: Bool = false
  ) {
    self.tokens = tokens
    self.base = base
    self.headings = headings
    self.isAddress = isAddress
  }

  /// The headings that instructions may call a section by.
  static func headings(of base: LaidOutText) -> [(words: [String], node: Int)] {
    base.entries.indices.compactMap { index in
      guard base.entries[index].kind == .section else { return nil }
      let words = HeadingWords.of(base.entries[index].text)
      return words.isEmpty || words.count > 12 ? nil : (words, index)
    }
  }

  typealias Found = (place: PlacePhrase, next: Int)

  /// The place whose first token is at `start`; nil where none begins there.
  func place(at start: Int) -> Found? {
    guard var (steps, next) = simple(at: start) else { return nil }
    while true {
      if let outer = outer(at: next) {
        steps = outer.steps + steps
        next = outer.next
      } else if let inner = inner(at: next, of: steps) {
        steps += inner.steps
        next = inner.next
      } else if word(next) == "itself" {
        steps.append(.own)
        next += 1
      } else {
        break
      }
    }
    let span = tokens[start].span.lowerBound..<tokens[next - 1].span.upperBound
    return (PlacePhrase(steps: steps, span: span), next)
  }

  typealias Steps = (steps: [PlacePhrase.Step], next: Int)

  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }
  func kind(_ index: Int) -> PhraseToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  private func outer(at index: Int) -> Steps? {
    guard ["of", "in", "under", "within"].contains(word(index)), let found = place(at: index + 1) else { return nil }
    return (found.place.steps, found.next)
  }

  /// What narrows a place named before it: "Believes 2", "clause 4, second paragraph", "clause 3(b)".
  private func inner(at index: Int, of steps: [PlacePhrase.Step]) -> Steps? {
    let comma = kind(index) == .comma
    let at = comma ? index + 1 : index
    guard let found = simple(at: at), let step = found.steps.first, let last = steps.last else { return nil }
    switch (last, step) {
    case (.section, .labels), (.section, .ordinal), (.section, .beginning), (.section, .every): return found
    case (.section, .leadIn), (.node, .leadIn), (.labels, .leadIn), (.labels, .closing), (.node, .closing),
      (.labels, .list), (.section, .list), (.node, .list):
      return found
    case (.section, .heading), (.labels, .heading), (.node, .heading), (.labels, .every): return isAddress ? found : nil
    case (.node, .labels(_, let noun)) where isSection(last) && (!comma || noun != nil || isAddress): return found
    case (.node, .ordinal) where isSection(last): return found
    case (.labels, .ordinal(_, let noun)) where noun != .clause && noun != .section: return found
    case (.labels, .beginning) where isAddress: return found
    case (_, .line), (_, .page): return found
    case (.line, .labels), (.line, .ordinal), (.page, .labels), (.page, .ordinal): return found
    case (.labels(_, let outer), .labels(let ranges, let noun)) where comma || noun != nil:
      // "clause 2, sub-clause (a)", "clause 2 (a)".
      let goesDown = outer != noun || isAddress && ranges[0].from.hasPrefix("(")
      return goesDown && ranges.count == 1 ? found : nil
    case (.labels, .labels(let ranges, nil)):
      let isItem = ranges[0].from.hasPrefix("(") || ranges[0].from.hasSuffix(")")
      return (ranges.count == 1 || isAddress) && isItem ? found : nil
    case (.ordinal(_, let outer), .ordinal(_, let noun)) where outer != noun && comma: return found
    case (.section, .title), (.line, .section), (.page, .section): return found
    default: return nil
    }
  }

  private func isSection(_ step: PlacePhrase.Step) -> Bool {
    if case .node(let index) = step { return base.entries[index].kind == .section }
    return false
  }

  private func simple(at start: Int) -> Steps? {
    var at = start
    while ["the", "this", "its", "our", "existing", "current", "that", "original"].contains(word(at)) { at += 1 }
    if isAddress, kind(at) == .quotation { return ([.beginning(tokens[at].text, nil)], at + 1) }
    guard kind(at) == .word else { return nil }
    if isAddress, ["all", "every", "each", "both"].contains(word(at)), let found = every(at + 1) { return found }
    if let found = ordinal(at) { return found }
    if let found = list(at) { return found }
    if let found = headingWords(start) ?? headingWords(at) { return found }
    if let found = noun(at, definite: at > start) { return found }
    if let found = labelled(at) { return found }
    return section(at) ?? subject(at, named: at > start)
  }

  /// "This conference believes": whoever is said to believe, the section is that of what is believed.
  private func subject(_ at: Int, named: Bool) -> Steps? {
    guard isAddress || named && at > 0 && ["this", "our"].contains(word(at - 1)) else { return nil }
    for next in at + 1..<at + 5 {
      guard kind(next) == .word, !Self.prepositions.contains(word(next)), nounRow(next) == nil else { return nil }
      if let found = section(next) { return found }
    }
    return nil
  }

  private static let prepositions: Set<String> = [
    "of", "in", "under", "within", "and", "at", "to", "after", "before", "from", "by",
  ]

  /// "all clauses", "all three bullets".
  private func every(_ at: Int) -> Steps? {
    var next = at
    while ["the", "of"].contains(word(next)) || PlaceVocabulary.numbers[word(next)] != nil { next += 1 }
    guard let row = nounRow(next), Self.members.contains(row.noun) else { return nil }
    return ([.every(row.noun)], row.next)
  }

  /// Nouns of what there may be many of.
  private static let members: Set<PlaceVocabulary.Noun> = [
    .clause, .paragraph, .bullet, .sentence, .section, .recital, .quote, .table,
  ]

  func nounRow(_ at: Int) -> (noun: PlaceVocabulary.Noun, next: Int)? {
    guard let rows = PlaceVocabulary.nounRows[word(at)] else { return nil }
    for row in rows where row.words.indices.allSatisfy({ word(at + $0) == row.words[$0] }) {
      return (row.noun, at + row.words.count)
    }
    return nil
  }

  private func ordinal(_ at: Int) -> Steps? {
    guard let (numbers, end) = ordinals(at) else { return nil }
    var next = end
    while ["numbered", "full", "whole", "operative", "unnumbered"].contains(word(next)), nounRow(next) == nil {
      next += 1
    }
    if kind(next) == .quotation, ["clause", "paragraph"].contains(word(next + 1)),
      let noun = ["resolved": PlaceVocabulary.Noun.resolved, "whereas": .recital][Letters.folded(tokens[next].text)]
    {
      return ([.ordinal(numbers, noun)], next + 2)
    }
    if !["opening", "closing"].contains(word(at)), let after = wordNoun(next) {
      return ([.ordinal(numbers, .word)], after)
    }
    guard let row = nounRow(next) else {
      // "the last of believes", "the last but one".
      let ends = !tokens.indices.contains(next) || ["of", "in", "under"].contains(word(next))
      return isAddress && ends ? ([.ordinal(numbers, .clause)], next) : nil
    }
    next = row.next
    var counted = numbers
    if numbers == [-1], word(next) == "but", let back = Self.back[word(next + 1)] {
      counted = [-1 - back]
      next += 2
    }
    switch row.noun {
    case .line:
      guard let first = counted.first, let last = counted.last, first <= last, (first > 0) == (last > 0) else {
        return nil
      }
      return ([.line(first...last)], next)
    case .page: return ([.page], next)
    case .heading: return isAddress ? ([.ordinal(counted, .section), .heading], next) : nil
    case .title, .motion, .preamble, .leadIn, .closing: return nil
    default: return ([.ordinal(counted, row.noun)], next)
    }
  }

  /// "the first word", where no words are quoted: those that stand there.
  private func wordNoun(_ at: Int) -> Int? {
    guard ["word", "words"].contains(word(at)), ![.quotation, .block, .colon].contains(kind(at + 1)) else { return nil }
    return at + 1
  }

  /// "the list", "the list in 2".
  private func list(_ at: Int) -> Steps? {
    guard word(at) == "list", !(word(at + 1) == "of" && place(at: at + 2) == nil) else { return nil }
    return ([.list], at + 1)
  }

  private static let back = ["one": 1, "two": 2, "three": 3]

  /// "second", "second and third", "second to fourth", "first two", "last but one", "next to last".
  private func ordinals(_ at: Int) -> (numbers: [Int], next: Int)? {
    if word(at) == "next", word(at + 1) == "to", word(at + 2) == "last" { return ([-2], at + 3) }
    guard let first = PlaceVocabulary.ordinals[word(at)] else { return nil }
    var next = at + 1
    if first == -1, word(next) == "but", let back = Self.back[word(next + 1)] { return ([-1 - back], next + 2) }
    if first > 1, PlaceVocabulary.ordinals[word(next)] == -1 { return ([-first], next + 1) }
    if first > 1, word(next) == "to", PlaceVocabulary.ordinals[word(next + 1)] == -1, !isPlural(next + 2) {
      return ([-first], next + 2)
    }
    if first == 1 || first == -1, let count = count(next), nounRow(next + 1) != nil || wordNoun(next + 1) != nil {
      return (first == 1 ? Array(1...count) : Array(-count ... -1), next + 1)
    }
    var numbers = [first]
    while true {
      var after = next
      let isRange = ["to", "through"].contains(word(after)) || kind(after) == .dash
      if kind(after) == .comma { after += 1 }
      if isRange || ["and", "&", "or"].contains(word(after)) { after += 1 }
      if after > next, word(after) == "the" { after += 1 }
      guard after > next, let number = PlaceVocabulary.ordinals[word(after)],
        nounRow(after + 1) != nil || kind(after + 1) == .comma || word(after + 1) == "and"
      else { break }
      if isRange, let last = numbers.last, last > 0, number > last {
        numbers += Array(last + 1...number)
      } else {
        numbers.append(number)
      }
      next = after + 1
    }
    return (numbers, next)
  }

  /// "two", "3": how many are meant.
  private func count(_ at: Int) -> Int? {
    guard kind(at) == .word, let count = Int(PlaceVocabulary.numbers[word(at)] ?? word(at)), (2...99).contains(count)
    else { return nil }
    return count
  }

  private func isPlural(_ at: Int) -> Bool { nounRow(at) != nil && word(at).utf8.last == UInt8(ascii: "s") }

  private func noun(_ at: Int, definite: Bool) -> Steps? {
    guard let row = nounRow(at) else { return nil }
    switch row.noun {
    case .title: return ([.title], row.next)
    case .motion: return ([.whole], row.next)
    case .preamble: return ([.preamble], row.next)
    case .heading:
      if kind(row.next) == .quotation {
        return ([.section(tokens[row.next].text), .heading], row.next + 1)
      }
      if let found = headingWords(row.next) ?? section(row.next) { return (found.steps + [.heading], found.next) }
      return ([.heading], row.next)
    case .leadIn, .closing:
      let ends =
        isAddress || ["of", "to"].contains(word(row.next)) || row.noun == .leadIn && row.next == at + 1
        || definite && (kind(row.next) == .comma || kind(row.next) == .colon)
      return ends ? ([row.noun == .leadIn ? .leadIn : .closing], row.next) : nil
    case .quote, .table:
      if let list = labelList(row.next, afterNoun: true), let numbers = Self.numbers(list.ranges) {
        return ([.ordinal(numbers, row.noun)], list.next)
      }
      if isAddress, let found = beginning(row.next, row.noun) { return found }
      return isAddress ? ([isPlural(at) ? .every(row.noun) : .only(row.noun)], row.next) : nil
    case .line, .page:
      guard let first = number(row.next) else { return nil }
      var last = first.last
      var next = row.next + 1
      while kind(next) == .dash || kind(next) == .comma || ["to", "and", "&", "until", "through"].contains(word(next)),
        let number = number(next + 1), number.first > last
      {
        // "lines 3 and 4" is a run, "line 3, 12 of them" none.
        if kind(next) == .comma || word(next) == "and", number.first > last + 1 { break }
        last = number.last
        next += 2
      }
      return ([row.noun == .page ? .page : .line(first.first...last)], next)
    case .section:
      if let found = beginning(row.next, .section) { return found }
      if kind(row.next) == .quotation, word(at) == "section" || word(at) == "part" {
        return ([.section(tokens[row.next].text)], row.next + 1)
      }
      if let found = section(row.next) { return found }
    default:
      break
    }
    if let found = beginning(row.next, row.noun) { return found }
    if let list = labelList(row.next, afterNoun: true) {
      if row.noun == .bullet || row.noun == .sentence || row.noun == .recital, let numbers = Self.numbers(list.ranges) {
        return ([.ordinal(numbers, row.noun)], list.next)
      }
      return ([.labels(list.ranges, row.noun)], list.next)
    }
    if isAddress { return ([isPlural(row.next - 1) ? .every(row.noun) : .only(row.noun)], row.next) }
    if definite { return ([.inherited], row.next) }
    return nil
  }

  /// `3`, `3-5`.
  private func number(_ at: Int) -> (first: Int, last: Int)? {
    let parts = word(at).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard kind(at) == .word, let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      (1...99_999).contains(first), (first...99_999).contains(last)
    else { return nil }
    return (first, last)
  }

  /// What is counted rather than labelled: "bullets 1 to 3".
  private static func numbers(_ ranges: [PlacePhrase.LabelRange]) -> [Int]? {
    var numbers: [Int] = []
    for range in ranges {
      guard let from = Int(range.from), from > 0, from < 1000 else { return nil }
      guard let to = range.to else {
        numbers.append(from)
        continue
      }
      guard let last = Int(to), last >= from, last < 1000 else { return nil }
      numbers += Array(from...last)
    }
    return numbers
  }

  /// "beginning ‘…’", "which starts with ‘…’".
  private func beginning(_ at: Int, _ noun: PlaceVocabulary.Noun) -> Steps? {
    var next = at
    if ["which", "that"].contains(word(next)) { next += 1 }
    guard
      ["beginning", "begins", "starting", "starts", "reading", "commencing", "headed", "titled", "entitled", "called"]
        .contains(word(next))
    else { return nil }
    let verb = word(next)
    next += 1
    if word(next) == "with" { next += 1 }
    while ["the", "words", "word"].contains(word(next)) { next += 1 }
    guard kind(next) == .quotation else { return nil }
    if ["headed", "titled", "entitled", "called"].contains(verb) { return ([.section(tokens[next].text)], next + 1) }
    return ([.beginning(tokens[next].text, noun)], next + 1)
  }

  private func section(_ at: Int) -> Steps? {
    guard kind(at) == .word else { return nil }
    let text = word(at)
    guard PlaceVocabulary.sections.contains(where: { $0.0 == text }) || base.labels.sectionSteps.contains(text)
    else { return nil }
    var next = at + 1
    if ["section", "part", "clauses", "points"].contains(word(next)), label(next + 1, afterNoun: true) == nil {
      next += 1
    }
    if ["for", "on", "upon"].contains(word(next)), label(next + 1, afterNoun: false) != nil { next += 1 }
    return ([.section(text)], next)
  }

  /// The words of a section's own heading, where the instruction uses them: the longest that fit.
  private func headingWords(_ at: Int) -> Steps? {
    var best: (count: Int, node: Int)?
    for heading in headings where heading.words.count > (best?.count ?? 0) {
      if heading.words.indices.allSatisfy({ word(at + $0) == heading.words[$0] }) {
        best = (heading.words.count, heading.node)
      }
    }
    guard let best, headings.filter({ $0.words.count == best.count && $0.words == headingOf(best.node) }).count == 1
    else { return nil }
    var next = at + best.count
    if ["section", "part"].contains(word(next)), label(next + 1, afterNoun: true) == nil { next += 1 }
    return ([.node(best.node)], next)
  }

  private func headingOf(_ node: Int) -> [String] { headings.first { $0.node == node }?.words ?? [] }
}
