/// What "move", "swap", "make … the first" and "combine" ask for: whole clauses in other places.
extension ActRules {
  /// "Swap clauses 3 and 5": each goes where the other stood. "Swap ‘A’ and ‘B’": each becomes the other.
  mutating func swap(_ act: Act) throws(Misreading) {
    if act.words.count == 2, act.new == nil {
      let scopes = try scopes(act)
      for (old, new) in [(act.words[0], act.words[1]), (act.words[1], act.words[0])] {
        let place = try words.single(old, in: widened(old, scopes).first ?? .whole)
        operations.append(replacing(place, with: new.text))
      }
      return
    }
    if let new = act.new {
      let spot = try scopes(act).spots.first ?? .whole
      guard words.hits(QuotedWords(text: new.text, span: new.span), in: spot).isEmpty else {
        throw .notUnderstood(
          act.span, "Are the two phrases to change places, or does the second take the place of the first?",
          fix: "Write “swap ‘…’ and ‘…’”, or “replace ‘…’ with ‘…’”.")
      }
    }
    guard act.new == nil, act.words.isEmpty else { return try replace(act) }
    var nodes: [Int] = []
    for place in act.objects + act.inside {
      for spot in try spots([place], act) ?? [] {
        guard case .node(let index, nil) = spot else { continue }
        nodes.append(index)
      }
    }
    guard nodes.count == 2, let first = nodes.min(), let second = nodes.max(), base.entries[first].end <= second else {
      throw .notUnderstood(
        act.span, "Which two clauses are to change places?", fix: "Name both: Swap clauses 3 and 4.")
    }
    let paths = (Path(base.entries[first].path), Path(base.entries[second].path))
    if base.entries[first].end != second {
      operations.append(Operation(.moveBlock, path: paths.0, to: paths.1, placement: .before))
    }
    operations.append(Operation(.moveBlock, path: paths.1, to: paths.0, placement: .before))
  }

  mutating func move(_ act: Act) throws(Misreading) {
    guard let position = act.position else {
      throw .notUnderstood(
        act.span, "It is not said where the clause goes.", fix: "Say “before” or “after”: Move clause 3 after clause 5."
      )
    }
    var moved: [Int] = []
    for place in act.objects.isEmpty ? act.inside : act.objects {
      for spot in try spots([place], act) ?? [] {
        guard case .node(let index, let to) = spot else {
          throw .notUnderstood(
            place.span, "Only whole clauses can be moved.", fix: "Delete the words and insert them again.")
        }
        moved += [index]
        var next = base.entries[index].end
        while let to, next <= to {
          moved.append(next)
          next = base.entries[next].end
        }
      }
    }
    guard !moved.isEmpty else {
      throw .notUnderstood(
        act.span, "It is not said which clause is to be moved.", fix: "Move clause 3 after clause 5.")
    }
    var target: Spot = .whole
    if let place = position.place, let found = try spots([place], act) {
      target = (position.side == .after ? found.last : found.first) ?? .whole
    }
    let placement: Operation.Placement
    switch position.side {
    case .before: placement = .before
    case .after, .between: placement = .after
    case .start: placement = .start
    case .end: placement = .end
    }
    if position.place == nil, position.side != .start, position.side != .end {
      throw .notUnderstood(position.span, "It is not said \(placement.rawValue) which clause.", fix: "Name the clause.")
    }
    let destination: Path
    if case .node(let index, let to) = target {
      destination = Path(base.entries[placement == .after ? to ?? index : index].path)
    } else {
      destination = path(target)
    }
    for index in moved {
      operations.append(
        Operation(.moveBlock, path: Path(base.entries[index].path), to: destination, placement: placement))
    }
  }

  /// "Transfer ‘only’ to before ‘for’": words go from one point of the text to another.
  mutating func moveWords(_ act: Act) throws(Misreading) {
    guard let quoted = act.words.first, act.words.count == 1, act.new == nil, let position = act.position,
      position.side == .before || position.side == .after, let landmark = position.words
    else {
      throw .notUnderstood(
        act.span, "It is not said before or after which words these go.",
        fix: "Write “move ‘…’ before ‘…’”, or delete the words and insert them where they go.")
    }
    let scopes = try scopes(act)
    let from = try single(quoted, in: widened(quoted, scopes).first ?? .whole, on: lines.first)
    let beside = try single(landmark, in: widened(landmark, scopes).first ?? .whole, on: lines.first)
    guard from.node != beside.node || !from.range.overlaps(beside.range) else {
      throw .notUnderstood(position.span, "These words are among those that move.", fix: "Quote words that stay.")
    }
    operations.append(
      Operation(.deleteText, path: Path(base.entries[from.node].path), old: from.old, occurrence: from.occurrence))
    operations.append(
      Operation(
        .insertText, path: Path(base.entries[beside.node].path), old: beside.old, new: from.old,
        placement: position.side == .before ? .before : .after, occurrence: beside.occurrence))
  }

  /// "Make 3(c) a separate clause", "make D the first point".
  mutating func reach(_ act: Act) throws(Misreading) {
    guard let found = try spots(act.objects + act.inside, act), found.count == 1, case .node(let index, nil) = found[0]
    else {
      throw .notUnderstood(act.span, "Which one clause is that?", fix: "Write “move clause 3 after clause 5”.")
    }
    let path = Path(base.entries[index].path)
    switch act.goal {
    case .separate, nil:
      guard let parent = base.entries[index].parent, base.entries[parent].kind != .section else {
        throw .notUnderstood(
          act.span, "\(placeName(index)) stands by itself already.",
          fix: "To move it, say before or after which clause.")
      }
      operations.append(
        Operation(.moveBlock, path: path, to: Path(base.entries[parent].path), placement: .after))
    case .ordinal(let number):
      let siblings = base.children(of: base.entries[index].parent).filter {
        base.entries[$0].kind == base.entries[index].kind
      }
      let position = number > 0 ? number - 1 : siblings.count + number
      guard siblings.indices.contains(position), let own = siblings.firstIndex(of: index) else {
        throw .notFound(
          act.span, "no-such-place", "There are only \(siblings.count) of these beside it.",
          fix: "Say before or after which clause it goes.", candidates: siblings.prefix(8).map { base.candidate($0) })
      }
      guard position != own else {
        throw .notUnderstood(act.span, "\(placeName(index)) stands there already.", fix: "Leave this line out.")
      }
      operations.append(
        Operation(
          .moveBlock, path: path, to: Path(base.entries[siblings[position]].path),
          placement: position < own ? .before : .after))
    }
  }

  /// "Combine clauses 3 and 4": how their words are to be joined only new words can say.
  mutating func combine(_ act: Act) throws(Misreading) {
    let places = act.objects + act.inside
    if let new = act.new { return try replacePlaces(places, act, new.text) }
    var nodes: [Int] = []
    for place in places {
      for spot in try spots([place], act) ?? [] { nodes += WordPlaces.nodes(spot, in: base).prefix(1) + ends(spot) }
    }
    let texts = nodes.map { String(decoding: base.entries[$0].text, as: UTF8.self) }
    let joined = HouseQuotation.quoted(texts.joined(separator: " "))
    throw .notUnderstood(
      act.span, "It is not said with what words these become one.",
      fix: nodes.count > 1
        ? "Write them: “Combine … to read”, such as \(joined ?? "“…”")."
        : "Name the clauses, and write what they become.")
  }

  private func ends(_ spot: Spot) -> [Int] {
    guard case .node(let first, let to?) = spot else { return [] }
    return base.children(of: base.entries[first].parent).filter { $0 > first && $0 <= to }
  }
}
