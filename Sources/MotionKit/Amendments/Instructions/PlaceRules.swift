/// Which places of the text an act speaks of.
extension ActRules {
  /// The places that an act names; nil where it names none.
  mutating func spots(_ places: [PlacePhrase], _ act: Act) throws(Misreading) -> [Spot]? {
    var named = places.filter { !$0.isOnlyLine }
    guard var first = named.first else { return nil }
    named.removeFirst()
    for place in named {
      // "in clause 3 … in the last sentence".
      if case .ordinal? = place.steps.first {
        first.steps += place.steps
      } else if case .ordinal? = first.steps.first {
        first.steps = place.steps + first.steps
      } else if place.steps == [.leadIn] || place.steps == [.closing] {
        // "In section 2, in the opening words".
        first.steps += place.steps
      } else if case .beginning? = place.steps.first {
        first.steps += place.steps
      } else if isItem(place), !isItem(first) {
        // "in resolves 2, delete sub-point (a)", "remove (b) from clause 3".
        first.steps += place.steps
      } else if isItem(first), !isItem(place) {
        first.steps = place.steps + first.steps
      } else if isSection(place) {
        // "in resolves, delete point 2".
        first.steps = place.steps + first.steps
      } else if isSection(first) {
        first.steps += place.steps
      } else if case .inherited? = place.steps.first {
        continue
      } else if holds(first, place) {
        // "Standing Order 1 – in 1.3 –": one inside the other.
        first.steps += place.steps
      } else if holds(place, first) {
        first.steps = place.steps + first.steps
      } else {
        throw .notUnderstood(
          place.span, "Two places are named for one change.", fix: "Name one clause for each change.")
      }
    }
    return try resolver.spots(first, context: context)
  }

  private func holds(_ outer: PlacePhrase, _ inner: PlacePhrase) -> Bool {
    (try? resolver.resolve(PlacePhrase(steps: outer.steps + inner.steps, span: inner.span), context: [])) != nil
  }

  /// `(a)`, "sub-clause (b)": an item of a clause named elsewhere.
  func isItem(_ place: PlacePhrase) -> Bool {
    guard place.steps.count == 1, case .labels(let ranges, _) = place.steps[0], ranges.count == 1, ranges[0].to == nil
    else { return false }
    let text = ranges[0].from
    let letters = Letters.folded(text).utf8.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x2E }
    if letters.allSatisfy(Letters.isDigit) { return text.hasPrefix("(") && text.hasSuffix(")") && !letters.isEmpty }
    return !letters.isEmpty && letters.count <= 4 && letters.allSatisfy(Letters.isASCIILetter)
      && (text.hasSuffix(")") || !base.topClauses.contains { base.entries[$0].label.utf8.elementsEqual(letters) })
  }

  func isSection(_ place: PlacePhrase) -> Bool {
    switch place.steps.last {
    case .section: true
    case .node(let index): base.entries[index].kind == .section
    default: false
    }
  }

  func path(_ spot: Spot) -> Path {
    switch spot {
    case .whole: .whole
    case .title: .title
    case .node(let index, _), .part(let index, _), .heading(let index): Path(base.entries[index].path)
    }
  }

  /// What a node is called in a message.
  func placeName(_ node: Int) -> String { names.name(Path(base.entries[node].path)) }

  func end(_ spot: Spot) -> Path? {
    if case .node(_, let to?) = spot { return Path(base.entries[to].path) }
    return nil
  }

  /// The scopes to look for words in: the places named, or those spoken of before, or the whole text.
  mutating func scopes(_ act: Act) throws(Misreading) -> (spots: [Spot], named: Bool) {
    if let spots = try spots(act.inside + (act.words.isEmpty ? [] : act.objects), act) {
      context = spots
      return (spots, true)
    }
    return (context.isEmpty ? [.whole] : context, false)
  }

  /// Words in the places spoken of before, or, where they are not there, in the whole text.
  func widened(_ quoted: QuotedWords, _ scopes: (spots: [Spot], named: Bool)) -> [Spot] {
    if scopes.named || scopes.spots == [.whole] { return scopes.spots }
    let found = scopes.spots.filter { !words.hits(quoted, in: $0).isEmpty }
    return found.isEmpty ? [.whole] : found
  }
}
