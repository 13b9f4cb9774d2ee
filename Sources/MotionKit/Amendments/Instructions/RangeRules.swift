/// What is asked of words from one place to another: "from … to …", "all after …".
extension ActRules {
  // MARK: Ranges of words

  mutating func changeRange(_ range: Act.WordRange, _ act: Act, new: String?) throws(Misreading) {
    if range.from == nil, range.to == nil, range.saysAll, let edge = try edgeWords(act, isAfter: range.toEnd) {
      return operations.append(
        Operation(
          new == nil ? .deleteRange : .replaceRange, old: range.toEnd ? edge.old : nil, new: new.map(Self.flowed),
          placement: range.toEnd ? .after : nil, until: range.toEnd ? nil : edge.old, untilStays: !range.toEnd,
          occurrence: range.toEnd ? occurrence(edge, in: .whole) : nil))
    }
    guard range.from != nil || range.to != nil else {
      throw .notUnderstood(range.span, "It is not said after which words.", fix: "Quote the words: all after “…”.")
    }
    var scopes = try scopes(act)
    if let place = range.endPlace, let found = try spots([place], act), found != [.whole], !scopes.named {
      scopes = (found, true)
    }
    let range = withoutEllipses(range, in: scopes.spots)
    let toWhole = range.endPlace?.isWhole == true
    guard let anchor = range.from ?? range.to else { return }
    let spot = widened(anchor, scopes).first ?? .whole
    let saysAll = range.saysAll
    let fromStays =
      range.fromStays ?? (saysAll ? !settings.allAfterIncludesWords : !settings.fromToIncludesBoth)
    let toStays =
      range.toStays ?? (saysAll && range.from == nil ? !settings.allAfterIncludesWords : !settings.fromToIncludesBoth)
    var from: WordPlaces.Place? =
      if let quoted = range.from { try single(quoted, in: spot, on: lines.first) } else { nil }
    // "All after ‘This branch resolves’" leaves the colon of the heading.
    if fromStays, let place = from, base.entries[place.node].kind == .section {
      let text = base.entries[place.node].text
      if !text[place.range.upperBound...].contains(where: Letters.isWordByte) {
        from = words.place(AnchorFinder.Hit(node: place.node, range: place.range.lowerBound..<text.count))
      }
    }
    let to = try far(range, from, spot)
    if range.toSentence, let from {
      let sentences = Sentences.ranges(in: base.entries[from.node].text)
      guard let sentence = sentences.first(where: { $0.contains(from.range.lowerBound) }) else { return }
      let lower = fromStays ? from.range.upperBound : from.range.lowerBound
      return try concrete(from.node, lower..<max(lower, sentence.upperBound), new, said: range.span)
    }
    if case .part(let node, let part) = spot, !toWhole {
      let lower = from.map { fromStays ? $0.range.upperBound : $0.range.lowerBound } ?? part.lowerBound
      let upper = to.map { toStays ? $0.range.lowerBound : $0.range.upperBound } ?? part.upperBound
      return try concrete(node, lower..<max(lower, upper), new, said: range.span)
    }
    var place = spot
    if toWhole { place = .whole }
    if place == .whole, let to, from == nil || from?.node == to.node, from != nil { place = .node(to.node, to: nil) }
    operations.append(
      Operation(
        new == nil ? .deleteRange : .replaceRange, path: path(place), to: end(place), old: from?.old,
        new: new.map(Self.flowed),
        placement: from == nil ? nil : fromStays ? .after : .start, until: to?.old,
        untilStays: to == nil ? false : toStays, occurrence: from.flatMap { occurrence($0, in: place) }))
  }

  /// Words for a line have one blank between them; clauses keep their lines.
  private static func flowed(_ new: String) -> String {
    new.utf8.contains(0x0A) ? new : Letters.flowed(new.utf8)
  }

  /// "from ‘All members …’ to ‘… by post’": the dots stand for what is between, where the text has none.
  private func withoutEllipses(_ range: Act.WordRange, in spots: [Spot]) -> Act.WordRange {
    func bare(_ quoted: QuotedWords) -> QuotedWords {
      guard spots.allSatisfy({ words.hits(quoted, in: $0).isEmpty }) else { return quoted }
      var text = quoted.text[...]
      for dots in ["…", "..."] {
        while text.hasSuffix(dots) { text.removeLast(dots.count) }
        while text.hasPrefix(dots) { text.removeFirst(dots.count) }
      }
      var bare = quoted
      bare.text = Letters.flowed(text.utf8)
      return bare.text.isEmpty ? quoted : bare
    }
    var bareRange = range
    bareRange.from = range.from.map(bare)
    bareRange.to = range.to.map(bare)
    return bareRange
  }

  /// The far end of a range: the first place of its words after the near end, if they stand there once.
  func far(
    _ range: Act.WordRange, _ from: WordPlaces.Place?, _ spot: Spot
  ) throws(Misreading) -> WordPlaces.Place? {
    guard let quoted = range.to else { return nil }
    guard let from else { return try words.single(quoted, in: spot) }
    let after = words.hits(quoted, in: spot).filter {
      $0.node > from.node || ($0.node == from.node && $0.range.lowerBound >= from.range.upperBound)
    }
    guard let first = after.first else {
      let all = words.hits(quoted, in: spot)
      guard all.isEmpty else {
        throw .notFound(
          quoted.span, "words-not-found", "“\(quoted.text)” does not come after “\(from.old)” there.",
          fix: "Name the words in the order of the text.", candidates: words.candidates(all))
      }
      throw words.missing(quoted, in: spot)
    }
    guard after.filter({ $0.node == first.node }).count == 1 else {
      throw .ambiguous(
        quoted.span, "which-words", "“\(quoted.text)” stands more than once after “\(from.old)”. To which one?",
        fix: "Quote more words of the end.", candidates: words.candidates(after))
    }
    return words.place(first)
  }

  mutating func concrete(
    _ node: Int, _ range: Range<Int>, _ new: String?, said span: Range<Int>
  ) throws(Misreading) {
    var range = range
    let text = base.entries[node].text
    while !range.isEmpty, text[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, text[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    guard !range.isEmpty else {
      throw .notFound(
        span, "words-not-found", "There are no words there to be taken out.", fix: "Say after which words.",
        candidates: [base.candidate(node)])
    }
    let place = words.place(AnchorFinder.Hit(node: node, range: range))
    guard let new else {
      return operations.append(
        Operation(.deleteText, path: Path(base.entries[node].path), old: place.old, occurrence: place.occurrence))
    }
    operations.append(replacing(place, with: Letters.flowed(new.utf8)))
  }

  /// Which of the places of the words in a spot it is; nil if there is one. A place's own text comes before what is
  /// below it.
  func occurrence(_ place: WordPlaces.Place, in spot: Spot) -> Int? {
    let needle = Array(place.old.utf8)
    let nodes = WordPlaces.nodes(spot, in: base)
    if case .node(let index, nil) = spot {
      let own = Phrase.places(of: needle, in: base.entries[index].text)
      if !own.isEmpty {
        return own.count > 1 ? (own.firstIndex(of: place.range).map { $0 + 1 }) : nil
      }
    }
    var count = 0
    var number = 0
    for node in nodes {
      for range in Phrase.places(of: needle, in: base.entries[node].text) {
        count += 1
        if node == place.node, range == place.range { number = count }
      }
    }
    return count > 1 ? number : nil
  }
}
