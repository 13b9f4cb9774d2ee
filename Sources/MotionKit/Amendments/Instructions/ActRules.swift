/// Turns acts into operations. Each rule looks at the slots of one act; the first that fits makes the operations.
struct ActRules {
  typealias Spot = PlaceResolver.Spot

  let base: LaidOutText
  let settings: ReadingSettings
  let resolver: PlaceResolver
  let words: WordPlaces
  let names: PlaceNames
  /// Whether the base is the text that was printed, so that the numbers of its lines are those of the papers.
  let isCirculated: Bool
  private var printedLines: PrintedLines?
  /// The lines that the act at hand names.
  var lines: [NamedLines] = []
  /// The places spoken of last, for what names none.
  var context: [Spot] = []
  var operations: [Operation] = []
  private(set) var checks: [Amendment.Check] = []
  var notes: [Finding] = []

  init(base: LaidOutText, settings: ReadingSettings, isCirculated: Bool, names: PlaceNames) {
    self.base = base
    self.settings = settings
    self.isCirculated = isCirculated
    self.names = names
    resolver = PlaceResolver(base: base)
    words = WordPlaces(base)
  }

  // MARK: All acts of an instruction

  mutating func take(_ acts: [Act]) throws(Misreading) {
    let acts = Self.paired(acts)
    for act in acts {
      let before = operations.count
      lines = NamedLines.of(act.inside + act.objects + [act.position?.place, act.range?.endPlace].compactMap { $0 })
      if !lines.isEmpty, printedLines == nil { printedLines = PrintedLines(base.document) }
      try take(act)
      if act.isUnnumbered {
        for index in before..<operations.count
        where operations[index].kind == .insertBlock || operations[index].kind == .replaceBlock {
          operations[index].asWritten = true
        }
      }
      if let check = act.check { add(check, act, from: before) }
    }
  }

  /// "delete A and insert B" is one replacement.
  private static func paired(_ acts: [Act]) -> [Act] {
    var result: [Act] = []
    for act in acts {
      if var last = result.last, canPair(last, act) {
        last.verb?.action = .replace
        last.new = act.new
        last.inside += act.inside
        last.check = act.check ?? last.check
        last.throughout = last.throughout || act.throughout
        last.leftovers += act.leftovers
        last.saysNewClause = last.saysNewClause || act.saysNewClause
        last.isUnnumbered = last.isUnnumbered || act.isUnnumbered
        last.span = last.span.lowerBound..<max(last.span.upperBound, act.span.upperBound)
        result[result.count - 1] = last
      } else {
        result.append(act)
      }
    }
    return result
  }

  private static func canPair(_ first: Act, _ second: Act) -> Bool {
    guard first.verb?.action == .delete, let action = second.verb?.action, first.new == nil, second.new != nil,
      [.insert, .replace, .substitute, .change].contains(action)
    else { return false }
    let hasLines =
      first.objects.isEmpty && first.words.isEmpty && first.range == nil && first.inside.contains(where: \.namesLine)
    let deleted = first.words.count + (first.objects.isEmpty && !hasLines ? 0 : 1) + (first.range == nil ? 0 : 1)
    guard deleted == 1 || first.everything else { return false }
    // A place at the very end is that of both: "delete ‘A’ and insert ‘B’ in clause 4".
    let sharesPlace = first.inside.isEmpty && first.objects.isEmpty
    guard second.position == nil, second.range == nil, second.insteadOf == nil,
      second.inside.isEmpty || sharesPlace, second.words.isEmpty,
      second.objects.allSatisfy({ $0.steps == [.inherited] })
    else { return false }
    if let label = second.newClause {
      guard case .labels(let ranges, _)? = first.objects.last?.steps.last else { return false }
      return ranges.contains { $0.from == label.from }
    }
    return true
  }

  mutating func take(_ act: Act) throws(Misreading) {
    if let leftover = act.leftovers.first {
      throw .notUnderstood(
        leftover, "This part was not understood.",
        fix: "Put the words of the text and the new words in quotation marks, and say one change at a time.")
    }
    if let topic = act.topic {
      throw .ambiguous(
        topic, "which-words", "Which words are to go? “The bit about” does not say where they begin and end.",
        fix: "Quote the first and the last of them: “delete from ‘…’ to ‘…’”.",
        candidates: words.candidates(about: topic, words: act.topicWords))
    }
    guard let verb = act.verb else { return try takePlaceAlone(act) }
    switch verb.action {
    case .renumber: operations.append(Operation(.renumber))
    case .move: try move(act)
    case .swap: try swap(act)
    case .delete: try delete(act)
    case .insert where act.insteadOf != nil:
      var replacing = act
      replacing.words = act.insteadOf.map { [$0] } ?? []
      try replace(replacing)
    case .insert: try insert(act)
    case .change where act.new == nil && act.words.isEmpty && act.range == nil:
      context = try spots(act.objects.isEmpty ? act.inside : act.objects, act) ?? context
    case .substitute where act.words.isEmpty && act.objects.isEmpty && act.range == nil && !act.everything:
      try insert(act)
    case .replace, .change, .substitute: try replace(act)
    }
  }

  /// "In clause 2:" sets the place for what follows.
  mutating func takePlaceAlone(_ act: Act) throws(Misreading) {
    let places = act.inside + act.objects
    guard !places.isEmpty, act.words.isEmpty, act.new == nil, act.range == nil else {
      throw .notUnderstood(
        act.span, "It is not said what is to be done.",
        fix: "Say delete, insert, replace or move, such as: In 2, delete “X” and insert “Y”.")
    }
    context = try spots(places, act) ?? context
  }

  var printed: PrintedLines { printedLines ?? PrintedLines(base.document) }

  // MARK: Places

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

  // MARK: Words

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
      operations.append(
        Operation(
          .replaceText, path: path(first), old: place.old, new: Letters.flowed(new.utf8), occurrence: place.occurrence))
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
          if let replacement, let marked = withMark(place, replacement) {
            operations.append(
              Operation(
                .replaceText, path: Path(base.entries[place.node].path), old: marked.old, new: replacement,
                occurrence: marked.occurrence))
          } else if replacement == nil, !act.saysOnly, isWholeHeading(place) {
            throw .ambiguous(
              quoted.span, "which-heading", "Is the heading “\(place.old)” to go, or all that stands under it?",
              fix: "Write “delete all of ‘\(place.old)’”, or “change the heading to ‘…’”.",
              candidates: [base.candidate(place.node)])
          } else if replacement == nil, !act.saysOnly, holdsAllWords(place) {
            // A clause without words would be left with its number alone.
            operations.append(Operation(.deleteBlock, path: Path(base.entries[place.node].path)))
          } else {
            operations.append(
              Operation(
                replacement == nil ? .deleteText : .replaceText, path: Path(base.entries[place.node].path),
                old: place.old, new: replacement, occurrence: place.occurrence))
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

  mutating func throughout(_ quoted: QuotedWords, _ new: String, _ spot: Spot) throws(Misreading) -> Operation {
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

  // MARK: Checks

  mutating func add(_ check: Act.NewText, _ act: Act, from first: Int) {
    guard operations.count > first, let path = operations.last?.path else { return }
    checks.append(Amendment.Check(path: path, expected: Letters.flowed(check.text.utf8)))
  }
}
