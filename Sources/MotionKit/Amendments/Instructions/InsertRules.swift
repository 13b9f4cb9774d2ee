/// What "insert" and "add" ask for: words in a clause, clauses beside and among others.
extension ActRules {
  // MARK: Inserting

  mutating func insert(_ act: Act) throws(Misreading) {
    var act = act
    if act.new == nil, act.words.isEmpty, !act.objects.isEmpty, act.position?.place != nil, !act.saysNewClause {
      // "put clause 3 before clause 2".
      return try move(act)
    }
    guard let new = act.new else {
      throw .notUnderstood(
        act.verbSpan ?? act.span, "It is not said what is to be inserted.",
        fix: "Put the new words in quotation marks, or in lines that begin with “>”.")
    }
    if act.words.count == 1, let side = act.position?.side, side == .before || side == .after,
      act.position?.words == nil, act.position?.place == nil
    {
      // "Wherever ‘X’ occurs insert ‘Y’ before it".
      act.position?.words = act.words.popLast()
    }
    if let words = act.words.first {
      throw .notUnderstood(
        words.span, "It is not said what is to be done with “\(words.text)”.",
        fix: "Say “after ‘…’” or “before ‘…’”, and put the new words in quotation marks of their own.")
    }
    // "Add point 4: …" names the clause that is new.
    if act.position == nil, act.newClause == nil, let object = act.objects.last,
      case .labels(let ranges, let noun)? = object.steps.last, ranges.count == 1, ranges[0].to == nil,
      noun != nil || new.isBlock
    {
      act.newClause = ranges[0]
      act.saysNewClause = true
      act.objects.removeLast()
      var outer = object
      outer.steps.removeLast()
      if !outer.steps.isEmpty { act.inside.append(outer) }
    }
    // "( ) A council …": bills leave the number open.
    if new.text.hasPrefix("( )") {
      act.new = new
      act.new?.text = Letters.flowed(new.text.utf8.dropFirst(3))
      act.new?.isClause = true
      return try insert(act)
    }
    if act.saysAt, act.position == nil, let place = (act.inside + act.objects).first,
      case .node(let index, _)? = try spots(act.inside + act.objects, act)?.first
    {
      let name = names.object(Path(base.entries[index].path))
      throw .ambiguous(
        place.span, "which-position", "“At” could mean before \(name), after it, or at its end.",
        fix: "Write “before \(name)”, “after \(name)”, or “in \(placeName(index)), at the end”.",
        candidates: [base.candidate(index)])
    }
    let isClause = !act.saysText && (new.isClause || act.saysNewClause || NewText.holdsClauses(new.text))
    if let place = act.newOrdinal { return try insert(act, new, asThe: place) }
    if let position = act.position { return try insert(act, new, at: position, isClause: isClause) }
    if let label = act.newClause { return try insert(act, new, as: label) }
    let places = act.inside + act.objects
    guard let spot = try spots(places, act)?.first else {
      if act.saysNewClause { return operations.append(Operation(.insertBlock, new: new.text, placement: .end)) }
      throw .notUnderstood(
        act.verbSpan ?? act.span, "It is not said where the new words go.",
        fix: "Say where: “after ‘…’”, “after clause 3”, or “at the end”.")
    }
    context = [spot]
    try insert(new, at: .end, of: spot, isClause: isClause, act)
  }

  mutating func insert(
    _ act: Act, _ new: Act.NewText, at position: Act.Position, isClause: Bool
  ) throws(Misreading) {
    switch position.side {
    case .start, .end:
      let places = act.inside + act.objects + (position.place.map { [$0] } ?? [])
      let named = try spots(places, act)
      if let line = position.side == .start ? lines.first : lines.last {
        return try insert(
          new, atEnd: position.side == .end, of: line, in: named?.first ?? .whole, isClause: isClause, act)
      }
      let spot = named?.first ?? context.first ?? .whole
      if named != nil { context = [spot] }
      try insert(new, at: position.side == .start ? .start : .end, of: spot, isClause: isClause, act)
    case .before, .after:
      let placement: Operation.Placement = position.side == .before ? .before : .after
      if let quoted = position.words {
        let scopes = try scopes(act)
        for spot in widened(quoted, scopes) {
          if spot == .title {
            operations.append(
              try inTitle(quoted, NewText.beside(quoted.text, placement, Letters.flowed(new.text.utf8))))
          } else if act.throughout || quoted.occurrence == .each {
            let old = words.hits(quoted, in: spot).first.map { words.place($0).old } ?? quoted.text
            let both = NewText.beside(old, placement, Letters.flowed(new.text.utf8))
            operations.append(try throughout(quoted, both, spot))
          } else {
            try insertWords(new, placement, quoted, spot)
          }
        }
      } else if let place = position.place {
        if place.namesLine, let line = placement == .before ? lines.first : lines.last {
          let spot = try spots([place] + act.inside, act)?.first ?? .whole
          return try insert(new, atEnd: placement == .after, of: line, in: spot, isClause: isClause, act)
        }
        let found = try spots(act.inside + [place], act) ?? []
        guard let spot = placement == .after ? found.last : found.first else { return }
        try insertBeside(spot, placement, new, place)
      } else {
        throw .notUnderstood(
          position.span, "It is not said \(placement.rawValue) what.", fix: "Quote the words, or name the clause.")
      }
    case .between: try insertBetween(act, new, position)
    }
  }

  mutating func insertWords(
    _ new: Act.NewText, _ placement: Operation.Placement, _ quoted: QuotedWords, _ spot: Spot
  ) throws(Misreading) {
    let place = try single(quoted, in: spot, on: lines.first)
    let entry = base.entries[place.node]
    if entry.kind == .section, !ClauseEnd.goesOn(new.text), place.range.lowerBound == 0,
      !entry.text[place.range.upperBound...].contains(where: Letters.isWordByte),
      new.text.utf8.contains(0x20)
        || new.isBlock || new.isClause
    {
      // "After ‘This branch resolves:’ insert ‘To …’": what comes is a clause, not part of the heading.
      return operations.append(
        Operation(
          .insertBlock, path: Path(entry.path), new: new.text, placement: placement == .after ? .start : .before))
    }
    operations.append(
      Operation(
        .insertText, path: Path(base.entries[place.node].path), old: place.old, new: Letters.flowed(new.text.utf8),
        placement: placement, occurrence: place.occurrence))
  }

  mutating func insertBeside(
    _ spot: Spot, _ placement: Operation.Placement, _ new: Act.NewText, _ place: PlacePhrase
  ) throws(Misreading) {
    switch spot {
    case .node(let index, let to):
      let node = placement == .after ? to ?? index : index
      operations.append(
        Operation(.insertBlock, path: Path(base.entries[node].path), new: new.text, placement: placement))
      context = []
    case .part(let node, let range):
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      operations.append(
        Operation(
          .insertText, path: path(spot), old: place.old, new: Letters.flowed(new.text.utf8), placement: placement,
          occurrence: place.occurrence))
    case .heading:
      operations.append(
        Operation(.insertBlock, path: path(spot), new: new.text, placement: placement == .after ? .start : .before))
    case .whole, .title:
      operations.append(
        Operation(.insertBlock, new: new.text, placement: placement == .after && spot == .whole ? .end : .start))
    }
  }

  mutating func insertBetween(_ act: Act, _ new: Act.NewText, _ position: Act.Position) throws(Misreading) {
    if let first = position.words, let second = position.secondWords {
      let scopes = try scopes(act)
      let spot = widened(first, scopes).first ?? .whole
      let pairs = words.hits(first, in: spot).filter { hit in
        let text = base.entries[hit.node].text
        return words.hits(second, in: .node(hit.node, to: nil)).contains { other in
          other.node == hit.node && other.range.lowerBound >= hit.range.upperBound
            && text[hit.range.upperBound..<other.range.lowerBound].allSatisfy(Letters.isBlank)
        }
      }
      guard pairs.count == 1, let pair = pairs.first else {
        if words.hits(first, in: spot).isEmpty { throw words.missing(first, in: spot) }
        if words.hits(second, in: spot).isEmpty { throw words.missing(second, in: spot) }
        throw .notFound(
          position.span, "words-not-found", "“\(first.text)” and “\(second.text)” do not stand side by side once.",
          fix: "Say after which words.", candidates: words.candidates(words.hits(first, in: spot)))
      }
      let place = words.place(pair)
      return operations.append(
        Operation(
          .insertText, path: Path(base.entries[place.node].path), old: place.old, new: Letters.flowed(new.text.utf8),
          placement: .after, occurrence: place.occurrence))
    }
    var between: [Spot] = []
    for place in [position.place, position.secondPlace].compactMap({ $0 }) {
      between += try spots([place], act) ?? []
    }
    let found = between
    guard found.count == 2,
      case .node(let first, nil) = found[0], case .node(let second, nil) = found[1],
      base.entries[first].end == second
    else {
      throw .notUnderstood(
        position.span, "Between which two places?", fix: "Name two clauses that follow one another, or say after which."
      )
    }
    operations.append(
      Operation(.insertBlock, path: Path(base.entries[first].path), new: new.text, placement: .after))
  }

  /// At the start or the end of a place: a section and the whole text take clauses, a clause takes words.
  mutating func insert(
    _ new: Act.NewText, at placement: Operation.Placement, of spot: Spot, isClause: Bool, _ act: Act
  ) throws(Misreading) {
    switch spot {
    case .whole:
      if placement == .end, !isClause, !new.isBlock, let last = sentenceToGoOn(with: new.text) {
        insertAtEnd(of: last, 0..<base.entries[last].text.count, new, isLiteral: act.position?.isLiteral ?? false)
      } else {
        if placement == .start, let heading = base.children(of: nil).first(where: { $0 != base.document.titleNode }),
          base.entries[heading].kind == .section
        {
          let words = String(decoding: base.entries[heading].text, as: UTF8.self)
          notes.append(
            Finding(
              code: "before-lead-in", severity: .note, span: new.span,
              message: "The new text goes before “\(words)” and has no number of its own.",
              fix: "To put it among the clauses, write “before clause …”."))
        }
        operations.append(Operation(.insertBlock, new: new.text, placement: placement))
      }
    case .title, .heading:
      throw .notUnderstood(act.span, "Write the whole heading.", fix: "Change the heading to “…”.")
    case .part(let node, _) where base.entries[node].kind == .section:
      throw .notUnderstood(
        act.span, "\(placeName(node)) is a heading, which has no sentences.",
        fix: "Name the clause, or write “at the end of \(placeName(node))” for a new clause there.")
    case .part(let node, let range):
      guard placement == .start else {
        return insertAtEnd(of: node, range, new, isLiteral: act.position?.isLiteral ?? false)
      }
      let text = Letters.flowed(new.text.utf8)
      if range == 0..<base.entries[node].text.count {
        return operations.append(Operation(.insertText, path: path(spot), new: text, placement: .start))
      }
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      operations.append(
        Operation(
          .insertText, path: path(spot), old: place.old, new: text, placement: .before, occurrence: place.occurrence))
    case .node(_, let to?) where placement == .end && isClause:
      operations.append(
        Operation(.insertBlock, path: Path(base.entries[to].path), new: new.text, placement: .after))
    case .node(let index, let to):
      let node = placement == .end ? to ?? index : index
      if base.entries[node].kind == .section || isClause {
        operations.append(
          Operation(.insertBlock, path: Path(base.entries[node].path), new: new.text, placement: placement))
      } else if placement == .end {
        try insertAtEnd(ofClause: node, new, isLiteral: act.position?.isLiteral ?? false, act)
      } else {
        operations.append(
          Operation(
            .insertText, path: Path(base.entries[node].path), new: Letters.flowed(new.text.utf8), placement: placement))
      }
    }
  }

  /// "At end add ‘and calls on …’": words that begin small go on with the last sentence, unless clauses begin so here.
  func sentenceToGoOn(with new: String) -> Int? {
    guard ClauseEnd.goesOn(new) || ClauseEnd.bringsMark(new), let last = base.entries.indices.last,
      base.entries[last].kind != .section, let begins = base.entries[last].text.first,
      !(begins >= 0x61 && begins <= 0x7A) || !ClauseEnd.goesOn(new)
    else { return nil }
    return last
  }

  /// "A new first bullet" goes before the one that is first now; "a new last point" after the last.
  mutating func insert(_ act: Act, _ new: Act.NewText, asThe place: PlacePhrase) throws(Misreading) {
    var phrase = place
    guard case .ordinal(let numbers, let noun)? = phrase.steps.last, let number = numbers.first else { return }
    let outer = act.inside + act.objects + [act.position?.place].compactMap { $0 }
    var found: [Spot]?
    do throws(Misreading) {
      found = try spots([phrase] + outer, act)
    } catch {
      // A new fourth of three comes after the third.
      guard number > 1, error.finding.code == "no-such-place" else { throw error }
      phrase.steps[phrase.steps.count - 1] = .ordinal([number - 1], noun)
      if case .node(let last, let to)? = try spots([phrase] + outer, act)?.last {
        return operations.append(
          Operation(.insertBlock, path: Path(base.entries[to ?? last].path), new: new.text, placement: .after))
      }
    }
    guard case .node(let index, _)? = found?.first else { return }
    operations.append(
      Operation(
        .insertBlock, path: Path(base.entries[index].path), new: new.text, placement: number < 0 ? .after : .before))
  }

  /// A new clause by its number: before the clause that has it now, else after the one before it.
  mutating func insert(_ act: Act, _ new: Act.NewText, as label: PlacePhrase.LabelRange) throws(Misreading) {
    let named = try spots(act.inside + act.objects, act)
    let outer = named?.first ?? .whole
    let range = WordPlaces.nodes(outer, in: base)
    func find(_ text: String) throws(Misreading) -> Int? {
      let item = PlacePhrase.LabelRange(from: text, to: nil, span: label.span)
      var steps: [PlacePhrase.Step] = [.labels([item], .clause)]
      if case .node(let index, _) = outer { steps.insert(.node(index), at: 0) }
      do throws(Misreading) {
        let found = try resolver.spots(PlacePhrase(steps: steps, span: label.span), context: context)
        if case .node(let index, _)? = found.first { return index }
      } catch {
        if error.verdict == .ambiguous { throw error }
      }
      return nil
    }
    if let standing = try find(label.from) {
      return operations.append(
        Operation(.insertBlock, path: Path(base.entries[standing].path), new: new.text, placement: .before))
    }
    for text in LabelBefore.candidates(label.from) {
      if let before = try find(text) {
        return operations.append(
          Operation(.insertBlock, path: Path(base.entries[before].path), new: new.text, placement: .after))
      }
    }
    if case .node = outer, !range.isEmpty {
      return operations.append(Operation(.insertBlock, path: path(outer), new: new.text, placement: .end))
    }
    throw .notFound(
      label.span, "no-such-clause", "There is no clause that a new \(label.from) could follow.",
      fix: "Say where it goes: “after clause …”.", candidates: base.topClauses.suffix(5).map { base.candidate($0) })
  }
}
