/// Quoted words made into the words of the base that they mean, or a question about them.
struct WordPlaces {
  let base: LaidOutText
  private let finder: AnchorFinder

  init(_ base: LaidOutText) {
    self.base = base
    finder = AnchorFinder(base: base)
  }

  /// Where an operation on words acts: the node, the words as they stand, and which of several they are.
  struct Place: Hashable {
    var node: Int
    var range: Range<Int>
    var old: String
    var occurrence: Int?
  }

  static func nodes(_ spot: PlaceResolver.Spot, in base: LaidOutText) -> Range<Int> {
    switch spot {
    case .whole, .title: 0..<base.entries.count
    case .node(let index, let to): index..<max(base.entries[to ?? index].end, index + 1)
    case .part(let index, _), .heading(let index): index..<index + 1
    }
  }

  func hits(_ words: QuotedWords, in spot: PlaceResolver.Spot) -> [AnchorFinder.Hit] {
    let nodes = Self.nodes(spot, in: base)
    var part: Range<Int>?
    if case .part(_, let range) = spot { part = range }
    for text in Self.forms(words) {
      let found = finder.hits(of: text, in: nodes, part: part)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What may be meant by a quotation: its words; where it is not closed, the same without the stop at the end.
  private static func forms(_ words: QuotedWords) -> [String] {
    let flowed = Letters.flowed(words.text.utf8)
    var bytes = Array(flowed.utf8)
    guard let last = bytes.last, [0x2E, 0x2C, 0x3B].contains(last), bytes.count > 1 else { return [flowed] }
    bytes.removeLast()
    return [flowed, String(decoding: bytes, as: UTF8.self)]
  }

  /// The clause that is quoted whole, with its number before its words: "‘A. To sing.’".
  func clause(withLabelIn words: QuotedWords, in spot: PlaceResolver.Spot) -> Int? {
    let bytes = Array(Letters.flowed(words.text.utf8).utf8)
    guard InstructionLine.hasLabel(bytes), let blank = bytes.firstIndex(of: 0x20), hits(words, in: spot).isEmpty else {
      return nil
    }
    let label = Letters.folded(String(decoding: bytes[..<blank].filter { !".()".utf8.contains($0) }, as: UTF8.self))
    let rest = QuotedWords(text: String(decoding: bytes[(blank + 1)...], as: UTF8.self), span: words.span)
    let found = hits(rest, in: spot).filter { hit in
      let entry = base.entries[hit.node]
      let own = entry.label.filter { $0 != "." && $0 != "(" && $0 != ")" }
      return (own == label || label.hasSuffix(own) && !own.isEmpty) && hit.range.lowerBound == 0
        && !entry.text[hit.range.upperBound...].contains(where: Letters.isWordByte)
    }
    return found.count == 1 ? found.first?.node : nil
  }

  /// The one place of the words in a spot.
  func single(_ words: QuotedWords, in spot: PlaceResolver.Spot) throws(Misreading) -> Place {
    let found = hits(words, in: spot)
    guard !found.isEmpty else { throw missing(words, in: spot) }
    let hit: AnchorFinder.Hit
    switch words.occurrence {
    case .number(let number):
      guard found.indices.contains(number - 1) else {
        throw .notFound(
          words.span, "no-such-occurrence",
          "“\(words.text)” stands \(found.count == 1 ? "once" : "\(found.count) times")\(name(spot)).",
          candidates: candidates(found))
      }
      hit = found[number - 1]
    case .last: hit = found[found.count - 1]
    case nil, .each:
      guard found.count == 1 else {
        throw .ambiguous(
          words.span, "which-words", "“\(words.text)” stands \(found.count) times\(name(spot)). Which one?",
          fix: "Name the clause, quote more words, or say “the first”, “the second” or “throughout”.",
          candidates: candidates(found))
      }
      hit = found[0]
    }
    return place(hit)
  }

  func place(_ hit: AnchorFinder.Hit) -> Place {
    let text = base.entries[hit.node].text
    let old = Array(text[hit.range])
    let all = Phrase.places(of: old, in: text)
    let number = all.firstIndex { $0.lowerBound >= hit.range.lowerBound } ?? 0
    return Place(
      node: hit.node, range: hit.range, old: String(decoding: old, as: UTF8.self),
      occurrence: all.count > 1 ? number + 1 : nil)
  }

  func candidates(_ hits: [AnchorFinder.Hit]) -> [Reading.Candidate] {
    hits.prefix(12).map { hit in
      Reading.Candidate(
        path: Path(base.entries[hit.node].path), excerpt: Excerpt.around(hit.range, in: base.entries[hit.node].text))
    }
  }

  /// Where the words of a topic stand, the longest word first.
  func candidates(about span: Range<Int>, words: String) -> [Reading.Candidate] {
    let sorted = words.split(separator: " ").map(String.init).sorted { $0.utf8.count > $1.utf8.count }
    for word in sorted where !InstructionVocabulary.noise.contains(word) {
      let found = hits(QuotedWords(text: word, span: span), in: .whole)
      if !found.isEmpty { return candidates(found) }
    }
    return []
  }

  private func name(_ spot: PlaceResolver.Spot) -> String {
    switch spot {
    case .whole: " in the text"
    case .title: " in the title"
    case .node(let index, _), .heading(let index): " in \(base.entries[index].path)"
    case .part(let index, _): " in that sentence of \(base.entries[index].path)"
    }
  }

  /// Words that are not there: the nearest ones, with what differs.
  func missing(_ words: QuotedWords, in spot: PlaceResolver.Spot) -> Misreading {
    guard words.isQuoted else {
      return .notUnderstood(
        words.span, "“\(words.text)” was not understood.",
        fix: "Put the words of the text and the new words in quotation marks.")
    }
    var near = NearestWords(base: base).near(words.text, in: Self.nodes(spot, in: base))
    var elsewhere = false
    if near.isEmpty || near[0].likeness < 100, spot != .whole {
      let exact = hits(QuotedWords(text: words.text, span: words.span), in: .whole)
      if !exact.isEmpty {
        elsewhere = true
        near = exact.prefix(3).map { hit in
          NearestWords.Near(
            node: hit.node, text: String(decoding: base.entries[hit.node].text[hit.range], as: UTF8.self),
            range: hit.range, likeness: 100)
        }
      }
    }
    var message = "“\(words.text)” is not\(name(spot))."
    var fix: String?
    if let first = near.first {
      let path = base.entries[first.node].path
      if elsewhere {
        message += " It stands in \(path)."
        fix = "Write “in \(path)”."
      } else {
        message += " The nearest words stand in \(path): “\(first.text)”."
        if let difference = NearestWords.difference(words.text, first.text) {
          message += " Where you wrote “\(difference.written)”, it has “\(difference.standing)”."
        }
        fix = "Quote the words as they stand in the text."
      }
    } else {
      fix = "Quote the words as they stand in the text."
    }
    return .notFound(
      words.span, "words-not-found", message, fix: fix,
      candidates: near.map { near in
        Reading.Candidate(
          path: Path(base.entries[near.node].path),
          excerpt: Excerpt.around(near.range, in: base.entries[near.node].text))
      })
  }
}
