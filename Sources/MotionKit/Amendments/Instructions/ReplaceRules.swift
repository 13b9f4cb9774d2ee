/// What "replace" and "delete" ask for: whole places, or the words in them.
extension ActRules {
  mutating func replace(_ act: Act) throws(Misreading) {
    guard let new = act.new else {
      throw .notUnderstood(
        act.verbSpan ?? act.span, "It is not said what comes instead.",
        fix: "Add the new words: “… and insert ‘…’”.")
    }
    let within = act.inside + act.objects
    if act.everything, let position = act.position {
      throw .notUnderstood(
        position.span, "All of the motion, or all from this place on?",
        fix: "Say “delete all after …” or “delete all before …”, or leave the place out.")
    }
    if act.everything, !within.isEmpty, !within.contains(where: \.isWhole) {
      // "In clause 3, delete all and insert …": all of that clause.
      if let spot = try spots(within, act)?.first, case .node(let index, _) = spot, base.entries[index].kind == .section
      {
        throw .notUnderstood(
          act.span, "All of this part, or all below its heading?",
          fix: "Say “delete all after” and quote the heading, or name the clauses.")
      }
      return try replacePlaces(within, act, new.text)
    }
    if act.everything || act.words.isEmpty && act.range == nil && act.objects.contains(where: \.isWhole) {
      return operations.append(Operation(.replaceAll, new: new.text))
    }
    if let range = act.range { return try changeRange(range, act, new: new.text) }
    if act.words.isEmpty, let named = lines.first, act.objects.allSatisfy(\.isOnlyLine) {
      return try changeLines(named, in: spots(within, act)?.first ?? .whole, to: new)
    }
    if act.words.isEmpty {
      let places = act.objects.isEmpty ? act.inside : act.objects + act.inside
      guard !places.isEmpty else {
        throw .notUnderstood(
          act.verbSpan ?? act.span, "It is not said what is to be replaced.",
          fix: "Quote the words, or name the clause.")
      }
      return try replacePlaces(places, act, new.text)
    }
    if let quoted = act.words.first(where: { !$0.isQuoted }), !new.isQuoted,
      quoted.text.utf8.count + new.text.utf8.count > 80
    {
      throw words.missing(quoted, in: .whole)
    }
    try change(act, new: new.text)
  }

  mutating func delete(_ act: Act) throws(Misreading) {
    if let new = act.new {
      throw .notUnderstood(
        new.span, "It is not said what is to be done with these words.",
        fix: "Say “and insert” before new words; a clause that goes needs only its number.")
    }
    if let range = act.range { return try changeRange(range, act, new: nil) }
    if !act.words.isEmpty { return try change(act, new: nil) }
    if let named = lines.first, !act.everything, act.position == nil, act.objects.allSatisfy(\.isOnlyLine) {
      return try changeLines(named, in: spots(act.inside + act.objects, act)?.first ?? .whole, to: nil)
    }
    if act.everything, (act.inside + act.objects).allSatisfy(\.isWhole) {
      throw .notUnderstood(
        act.span, "If all is deleted, nothing is left to decide.",
        fix: "Say what comes instead: “delete all and insert: …”.")
    }
    if let position = act.position {
      throw .notUnderstood(
        position.span, "This position is not one for a clause that goes.", fix: "Name the clause: Delete clause 3.")
    }
    let places = act.objects.isEmpty ? act.inside : act.objects + act.inside
    guard !places.isEmpty else {
      throw .notUnderstood(
        act.verbSpan ?? act.span, "It is not said what is to be deleted.", fix: "Quote the words, or name the clause.")
    }
    for place in act.objects.isEmpty ? act.inside : act.objects {
      let found = try spots((act.objects.isEmpty ? [] : act.inside) + [place], act) ?? []
      for spot in found { operations.append(try deletion(of: spot, place)) }
    }
  }

  func deletion(of spot: Spot, _ place: PlacePhrase) throws(Misreading) -> Operation {
    switch spot {
    case .node: return Operation(.deleteBlock, path: path(spot), to: end(spot))
    case .part(let node, let range):
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      return Operation(.deleteText, path: path(spot), old: place.old, occurrence: place.occurrence)
    case .whole, .title, .heading:
      throw .notUnderstood(
        place.span, "This cannot be deleted by itself.", fix: "Say what comes instead, or name the clauses.")
    }
  }

  mutating func replacePlaces(_ places: [PlacePhrase], _ act: Act, _ new: String) throws(Misreading) {
    let found = try spots(places, act) ?? []
    guard let first = found.first else { return }
    switch first {
    case .title: operations.append(Operation(.setTitle, path: .title, new: Letters.flowed(new.utf8)))
    case .heading: operations.append(Operation(.setHeading, path: path(first), new: Letters.flowed(new.utf8)))
    case .part(let node, let range):
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      operations.append(replacing(place, with: Letters.flowed(new.utf8)))
    case .whole: operations.append(Operation(.replaceAll, new: new))
    case .node(let start, let to):
      var last = to
      var previous = to ?? start
      for spot in found.dropFirst() {
        guard case .node(let next, let end) = spot, base.entries[previous].end == next,
          base.entries[next].parent == base.entries[start].parent
        else {
          throw .notUnderstood(
            act.span, "These clauses do not stand side by side, so one text cannot take their place.",
            fix: "Replace one and delete the others.")
        }
        previous = end ?? next
        last = previous
      }
      operations.append(
        Operation(.replaceBlock, path: path(first), to: last.map { Path(base.entries[$0].path) }, new: new))
    }
    context = [first]
  }
}
