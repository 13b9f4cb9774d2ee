/// Quoted words that go or become others: in one place, beside others, throughout, in the title.
extension ActRules {
  /// Replaces or deletes quoted words.
  mutating func change(_ act: Act, new: String?) throws(Misreading) {
    var scopes = try scopes(act)
    let replacement = new.map { Letters.flowed($0.utf8) }
    if let position = act.position {
      guard act.words.count == 1, position.words != nil || position.side == .end || position.side == .start else {
        throw .notUnderstood(
          position.span, "This position is not one for words that go.", fix: "Name the clause, and quote the words.")
      }
      if let place = position.place, let found = try spots([place] + act.inside, act) { scopes = (found, true) }
    }
    for quoted in act.words {
      for spot in widened(quoted, scopes) {
        if let node = words.clause(withLabelIn: quoted, in: spot) {
          // "Delete ‘A. To sing.’": the clause with its number.
          let path = Path(base.entries[node].path)
          operations.append(
            replacement == nil ? Operation(.deleteBlock, path: path) : Operation(.replaceBlock, path: path, new: new))
          continue
        }
        if spot == .title {
          operations.append(try inTitle(quoted, replacement ?? ""))
        } else if act.throughout || quoted.occurrence == .each {
          operations.append(try throughout(quoted, replacement ?? "", spot))
        } else {
          let place: WordPlaces.Place
          do throws(Misreading) {
            place = try single(quoted, in: spot, beside: act.position, act)
          } catch {
            guard let replacement, takeAlreadyDone(quoted, replacement, spot, error) else { throw error }
            continue
          }
          if let replacement {
            operations.append(replacing(place, with: replacement))
          } else if !act.saysOnly, isWholeHeading(place) {
            throw .ambiguous(
              quoted.span, "which-heading", "Is the heading “\(place.old)” to go, or all that stands under it?",
              fix: "Write “delete all of ‘\(place.old)’”, or “change the heading to ‘…’”.",
              candidates: [base.candidate(place.node)])
          } else if !act.saysOnly, holdsAllWords(place) {
            // A clause without words would be left with its number alone.
            operations.append(Operation(.deleteBlock, path: Path(base.entries[place.node].path)))
          } else {
            operations.append(
              Operation(
                .deleteText, path: Path(base.entries[place.node].path), old: place.old, occurrence: place.occurrence))
          }
        }
      }
    }
  }

  private func isWholeHeading(_ place: WordPlaces.Place) -> Bool {
    let entry = base.entries[place.node]
    let rest = entry.text[..<place.range.lowerBound] + entry.text[place.range.upperBound...]
    return entry.kind == .section && !rest.contains(where: Letters.isWordByte)
  }

  /// Words in one place become others.
  func replacing(_ place: WordPlaces.Place, with new: String) -> Operation {
    let place = withMark(place, new) ?? place
    return Operation(
      .replaceText, path: Path(base.entries[place.node].path), old: place.old, new: new, occurrence: place.occurrence)
  }

  /// New words that end with a mark take the place of the one right after the old ones: never two full stops.
  private func withMark(_ place: WordPlaces.Place, _ new: String) -> WordPlaces.Place? {
    let text = base.entries[place.node].text
    guard let last = new.utf8.last, ".;:!?".utf8.contains(last), place.range.upperBound < text.count,
      ".;:,!?".utf8.contains(text[place.range.upperBound]),
      place.range.upperBound + 1 == text.count || text[place.range.upperBound + 1] == 0x20
    else { return nil }
    return words.place(AnchorFinder.Hit(node: place.node, range: place.range.lowerBound..<place.range.upperBound + 1))
  }

  /// Whether nothing is left of a clause without them.
  private func holdsAllWords(_ place: WordPlaces.Place) -> Bool {
    let entry = base.entries[place.node]
    guard entry.kind != .section, entry.end == place.node + 1 else { return false }
    let rest = entry.text[..<place.range.lowerBound] + entry.text[place.range.upperBound...]
    return !rest.contains(where: Letters.isWordByte)
  }

  /// "after ‘X’ delete ‘Y’": the Y that follows X, or that stands before it.
  mutating func single(
    _ quoted: QuotedWords, in spot: Spot, beside position: Act.Position?, _ act: Act
  ) throws(Misreading) -> WordPlaces.Place {
    guard let position else { return try single(quoted, in: spot, on: lines.first) }
    guard let landmark = position.words else { return try atEdge(quoted, in: spot, position) }
    let mark = try words.single(landmark, in: spot)
    let found = words.hits(quoted, in: .node(mark.node, to: nil)).filter { hit in
      hit.node == mark.node
        && (position.side == .before
          ? hit.range.upperBound <= mark.range.lowerBound : hit.range.lowerBound >= mark.range.upperBound)
    }
    // "The comma after ‘low’" is the one right after it.
    let text = base.entries[mark.node].text
    let beside = found.filter { hit in
      let between =
        position.side == .before
        ? text[hit.range.upperBound..<mark.range.lowerBound] : text[mark.range.upperBound..<hit.range.lowerBound]
      return between.allSatisfy(Letters.isBlank)
    }
    if let only = beside.first { return words.place(only) }
    guard found.count == 1, let only = found.first else {
      if found.isEmpty { throw words.missing(quoted, in: .node(mark.node, to: nil)) }
      throw .ambiguous(
        quoted.span, "which-words", "“\(quoted.text)” stands \(found.count) times there. Which one?",
        fix: "Quote more words.", candidates: words.candidates(found))
    }
    return words.place(only)
  }

  /// "Change 43 to 47": the figures of the text where no clause has that number.
  func withFigure(_ act: Act) throws(Misreading) -> Act {
    guard let action = act.verb?.action, action == .change || action == .replace, act.words.isEmpty, act.range == nil,
      act.objects.count == 1, case .labels(let ranges, nil)? = act.objects[0].steps.first, ranges.count == 1
    else { return act }
    // "43 to 47" is read as a run of clauses.
    var pair = act.objects[0]
    pair.steps = [.labels([PlacePhrase.LabelRange(from: ranges[0].from, to: nil, span: ranges[0].span)], nil)]
    let figure = ranges[0].to.map { Act.NewText(text: $0, span: ranges[0].span, isBlock: false, isQuoted: false) }
    let isRun = action == .change && act.new == nil && act.objects[0].steps.count == 1
    guard pair.isFigure, let new = isRun ? figure : act.objects[0].isFigure ? act.new : nil, !new.isQuoted, !new.isBlock
    else { return act }
    let words = QuotedWords(text: ranges[0].from, span: ranges[0].span)
    let isClause = (try? resolver.resolve(pair, context: context)) != nil
    let hits = self.words.hits(words, in: .whole)
    if isClause {
      throw .ambiguous(
        act.objects[0].span, "clause-or-figure", "Is \(words.text) the number of a clause, or a figure of the text?",
        fix: "Put a figure in quotation marks: change “\(words.text)” to “\(new.text)”.",
        candidates: self.words.candidates(hits))
    }
    var read = act
    read.objects = []
    read.new = new
    read.words = [words]
    return read
  }

  mutating func throughout(_ quoted: QuotedWords, _ new: String, _ spot: Spot) throws(Misreading) -> Operation {
    // "Throughout the Standing Orders", where the text is called so.
    if case .node(let index, nil) = spot, index == base.document.titleNode, words.hits(quoted, in: spot).isEmpty {
      return try throughout(quoted, new, .whole)
    }
    guard let hit = words.hits(quoted, in: spot).first else { throw words.missing(quoted, in: spot) }
    noteForms(of: words.place(hit).old, new, in: spot, quoted.span)
    return Operation(.globalReplace, path: path(spot), old: words.place(hit).old, new: new)
  }

  func inTitle(_ quoted: QuotedWords, _ new: String) throws(Misreading) -> Operation {
    let title = Array((base.title ?? "").utf8)
    let found = Phrase.places(of: Array(quoted.text.utf8), in: title)
    guard found.count == 1, let range = found.first else {
      throw .notFound(
        quoted.span, "words-not-found", "“\(quoted.text)” is not once in the title “\(base.title ?? "")”.",
        fix: "Write the whole title: change the title to “…”.")
    }
    let text = Letters.flowed(title[..<range.lowerBound] + Array(new.utf8) + title[range.upperBound...])
    return Operation(.setTitle, path: .title, new: text)
  }
}
