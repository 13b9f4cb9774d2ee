/// Turns acts into operations. Each rule looks at the slots of one act; the first that fits makes the operations.
struct ActRules {
  typealias Spot = PlaceResolver.Spot

  let base: BaseText
  let settings: ReadingSettings
  let resolver: PlaceResolver
  let words: WordPlaces
  /// The places spoken of last, for what names none.
  var context: [Spot] = []
  private(set) var operations: [Operation] = []
  private(set) var checks: [Amendment.Check] = []
  private(set) var notes: [Finding] = []

  init(base: BaseText, settings: ReadingSettings) {
    self.base = base
    self.settings = settings
    resolver = PlaceResolver(base: base)
    words = WordPlaces(base)
  }

  // MARK: All acts of an instruction

  mutating func take(_ acts: [Act]) throws(Misreading) {
    let acts = Self.paired(acts)
    for act in acts {
      let before = operations.count
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
    let deleted = first.words.count + (first.objects.isEmpty ? 0 : 1) + (first.range == nil ? 0 : 1)
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

  private mutating func take(_ act: Act) throws(Misreading) {
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
  private mutating func takePlaceAlone(_ act: Act) throws(Misreading) {
    let places = act.inside + act.objects
    guard !places.isEmpty, act.words.isEmpty, act.new == nil, act.range == nil else {
      throw .notUnderstood(
        act.span, "It is not said what is to be done.",
        fix: "Say delete, insert, replace or move, such as: In 2, delete “X” and insert “Y”.")
    }
    context = try spots(places, act) ?? context
  }

  // MARK: Places

  /// The places that an act names; nil where it names none.
  private mutating func spots(_ places: [PlacePhrase], _ act: Act) throws(Misreading) -> [Spot]? {
    var named = places.filter { !$0.isOnlyLine }
    if named.count < places.count, let line = places.first(where: { $0.isOnlyLine }) {
      notes.append(
        Finding(
          code: "line-number-hint", severity: .note, span: line.span,
          message: "A line number is only a hint here: the clause and the quoted words decide."))
    }
    guard var first = named.first else { return nil }
    named.removeFirst()
    for place in named {
      // "in clause 3 … in the last sentence".
      if case .ordinal? = place.steps.first {
        first.steps += place.steps
      } else if case .ordinal? = first.steps.first {
        first.steps = place.steps + first.steps
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
      } else {
        throw .notUnderstood(
          place.span, "Two places are named for one change.", fix: "Name one clause for each change.")
      }
    }
    return try resolver.resolve(first, context: context)
  }

  /// `(a)`, "sub-clause (b)": an item of a clause named elsewhere.
  private func isItem(_ place: PlacePhrase) -> Bool {
    guard place.steps.count == 1, case .labels(let ranges, _) = place.steps[0], ranges.count == 1, ranges[0].to == nil
    else { return false }
    let letters = ranges[0].from.utf8.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x2E }
    return ranges[0].from.hasSuffix(")") && !letters.isEmpty && letters.allSatisfy(Letters.isASCIILetter)
  }

  private func isSection(_ place: PlacePhrase) -> Bool {
    switch place.steps.last {
    case .section: true
    case .node(let index): base.entries[index].kind == .section
    default: false
    }
  }

  private func path(_ spot: Spot) -> Path {
    switch spot {
    case .whole: .whole
    case .title: .title
    case .node(let index, _), .part(let index, _), .heading(let index): Path(base.entries[index].path)
    }
  }

  private func end(_ spot: Spot) -> Path? {
    if case .node(_, let to?) = spot { return Path(base.entries[to].path) }
    return nil
  }

  /// The scopes to look for words in: the places named, or those spoken of before, or the whole text.
  private mutating func scopes(_ act: Act) throws(Misreading) -> (spots: [Spot], named: Bool) {
    if let spots = try spots(act.inside + (act.words.isEmpty ? [] : act.objects), act) {
      context = spots
      return (spots, true)
    }
    return (context.isEmpty ? [.whole] : context, false)
  }

  /// Words in the places spoken of before, or, where they are not there, in the whole text.
  private func widened(_ quoted: QuotedWords, _ scopes: (spots: [Spot], named: Bool)) -> [Spot] {
    if scopes.named || scopes.spots == [.whole] { return scopes.spots }
    let found = scopes.spots.filter { !words.hits(quoted, in: $0).isEmpty }
    return found.isEmpty ? [.whole] : found
  }

  // MARK: Words

  private mutating func replace(_ act: Act) throws(Misreading) {
    guard let new = act.new else {
      throw .notUnderstood(
        act.verbSpan ?? act.span, "It is not said what comes instead.",
        fix: "Add the new words: “… and insert ‘…’”.")
    }
    let within = act.inside + act.objects
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

  private mutating func delete(_ act: Act) throws(Misreading) {
    if let new = act.new {
      throw .notUnderstood(
        new.span, "It is not said what is to be done with these words.",
        fix: "Say “and insert” before new words; a clause that goes needs only its number.")
    }
    if let range = act.range { return try changeRange(range, act, new: nil) }
    if !act.words.isEmpty { return try change(act, new: nil) }
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
      let found = try spots([place] + (act.objects.isEmpty ? [] : act.inside), act) ?? []
      for spot in found { operations.append(try deletion(of: spot, place)) }
    }
  }

  private func deletion(of spot: Spot, _ place: PlacePhrase) throws(Misreading) -> Operation {
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

  private mutating func replacePlaces(_ places: [PlacePhrase], _ act: Act, _ new: String) throws(Misreading) {
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
  private mutating func change(_ act: Act, new: String?) throws(Misreading) {
    let scopes = try scopes(act)
    let replacement = new.map { Letters.flowed($0.utf8) }
    if let position = act.position, position.words == nil || act.words.count > 1 {
      throw .notUnderstood(
        position.span, "This position is not one for words that go.", fix: "Name the clause, and quote the words.")
    }
    for quoted in act.words {
      for spot in widened(quoted, scopes) {
        if spot == .title {
          operations.append(try inTitle(quoted, replacement ?? ""))
        } else if act.throughout || quoted.occurrence == .each {
          operations.append(try throughout(quoted, replacement ?? "", spot))
        } else {
          let place = try single(quoted, in: spot, beside: act.position)
          operations.append(
            Operation(
              replacement == nil ? .deleteText : .replaceText, path: Path(base.entries[place.node].path),
              old: place.old, new: replacement, occurrence: place.occurrence))
        }
      }
    }
  }

  /// "after ‘X’ delete ‘Y’": the Y that follows X, or that stands before it.
  private func single(
    _ quoted: QuotedWords, in spot: Spot, beside position: Act.Position?
  ) throws(Misreading) -> WordPlaces.Place {
    guard let position, let landmark = position.words else { return try words.single(quoted, in: spot) }
    let mark = try words.single(landmark, in: spot)
    let found = words.hits(quoted, in: .node(mark.node, to: nil)).filter { hit in
      hit.node == mark.node
        && (position.side == .before
          ? hit.range.upperBound <= mark.range.lowerBound : hit.range.lowerBound >= mark.range.upperBound)
    }
    guard found.count == 1, let only = found.first else {
      if found.isEmpty { throw words.missing(quoted, in: .node(mark.node, to: nil)) }
      throw .ambiguous(
        quoted.span, "which-words", "“\(quoted.text)” stands \(found.count) times there. Which one?",
        fix: "Quote more words.", candidates: words.candidates(found))
    }
    return words.place(only)
  }

  private func throughout(_ quoted: QuotedWords, _ new: String, _ spot: Spot) throws(Misreading) -> Operation {
    guard let hit = words.hits(quoted, in: spot).first else { throw words.missing(quoted, in: spot) }
    return Operation(.globalReplace, path: path(spot), old: words.place(hit).old, new: new)
  }

  private func inTitle(_ quoted: QuotedWords, _ new: String) throws(Misreading) -> Operation {
    let title = Array((base.title ?? "").utf8)
    let found = AnchorFinder.exact(Array(quoted.text.utf8), in: title)
    guard found.count == 1, let range = found.first else {
      throw .notFound(
        quoted.span, "words-not-found", "“\(quoted.text)” is not once in the title “\(base.title ?? "")”.",
        fix: "Write the whole title: change the title to “…”.")
    }
    let text = Letters.flowed(title[..<range.lowerBound] + Array(new.utf8) + title[range.upperBound...])
    return Operation(.setTitle, path: .title, new: text)
  }

  // MARK: Ranges of words

  private mutating func changeRange(_ range: Act.WordRange, _ act: Act, new: String?) throws(Misreading) {
    guard range.from != nil || range.to != nil else {
      throw .notUnderstood(range.span, "It is not said after which words.", fix: "Quote the words: all after “…”.")
    }
    var scopes = try scopes(act)
    if let place = range.endPlace, let found = try spots([place], act), found != [.whole], !scopes.named {
      scopes = (found, true)
    }
    let toWhole = range.endPlace?.isWhole == true
    guard let anchor = range.from ?? range.to else { return }
    let spot = widened(anchor, scopes).first ?? .whole
    let saysAll = range.saysAll
    let fromStays =
      range.fromStays ?? (saysAll ? !settings.allAfterIncludesWords : !settings.fromToIncludesBoth && !range.toEnd)
    let toStays =
      range.toStays ?? (saysAll && range.from == nil ? !settings.allAfterIncludesWords : !settings.fromToIncludesBoth)
    let from: WordPlaces.Place? = if let quoted = range.from { try words.single(quoted, in: spot) } else { nil }
    let to = try far(range, from, spot)
    if case .part(let node, let part) = spot, !toWhole {
      let lower = from.map { fromStays ? $0.range.upperBound : $0.range.lowerBound } ?? part.lowerBound
      let upper = to.map { toStays ? $0.range.lowerBound : $0.range.upperBound } ?? part.upperBound
      return concrete(node, lower..<max(lower, upper), new)
    }
    var place = spot
    if toWhole { place = .whole }
    if place == .whole, let to, from == nil || from?.node == to.node, from != nil { place = .node(to.node, to: nil) }
    operations.append(
      Operation(
        new == nil ? .deleteRange : .replaceRange, path: path(place), to: end(place), old: from?.old,
        new: new.map { Letters.flowed($0.utf8) == $0 ? $0 : ($0.utf8.contains(0x0A) ? $0 : Letters.flowed($0.utf8)) },
        placement: from == nil ? nil : fromStays ? .after : .start, until: to?.old,
        untilStays: to == nil ? false : toStays, occurrence: from.flatMap { occurrence($0, in: place) }))
  }

  /// The far end of a range: the first place of its words after the near end, if they stand there once.
  private func far(
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

  private mutating func concrete(_ node: Int, _ range: Range<Int>, _ new: String?) {
    var range = range
    let text = base.entries[node].text
    while !range.isEmpty, text[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, text[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    let place = words.place(AnchorFinder.Hit(node: node, range: range))
    operations.append(
      Operation(
        new == nil ? .deleteText : .replaceText, path: Path(base.entries[node].path), old: place.old,
        new: new.map { Letters.flowed($0.utf8) }, occurrence: place.occurrence))
  }

  /// Which of the places of the words in a spot it is; nil if there is one. A place's own text comes before what is
  /// below it.
  private func occurrence(_ place: WordPlaces.Place, in spot: Spot) -> Int? {
    let needle = Array(place.old.utf8)
    let nodes = WordPlaces.nodes(spot, in: base)
    if case .node(let index, nil) = spot {
      let own = AnchorFinder.exact(needle, in: base.entries[index].text)
      if !own.isEmpty {
        return own.count > 1 ? (own.firstIndex(of: place.range).map { $0 + 1 }) : nil
      }
    }
    var count = 0
    var number = 0
    for node in nodes {
      for range in AnchorFinder.exact(needle, in: base.entries[node].text) {
        count += 1
        if node == place.node, range == place.range { number = count }
      }
    }
    return count > 1 ? number : nil
  }

  // MARK: Inserting

  private mutating func insert(_ act: Act) throws(Misreading) {
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
    let isClause = !act.saysText && (new.isClause || act.saysNewClause || NewText.holdsClauses(new.text))
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

  private mutating func insert(
    _ act: Act, _ new: Act.NewText, at position: Act.Position, isClause: Bool
  ) throws(Misreading) {
    switch position.side {
    case .start, .end:
      let places = act.inside + act.objects + (position.place.map { [$0] } ?? [])
      if places.allSatisfy(\.isOnlyLine), !places.isEmpty {
        throw .notUnderstood(
          places[0].span, "A line number alone does not say where.", fix: "Name the clause, or quote the words.")
      }
      let named = try spots(places, act)
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
          } else {
            try insertWords(new, placement, quoted, spot)
          }
        }
      } else if let place = position.place {
        let found = try spots([place] + act.inside, act) ?? []
        guard let spot = placement == .after ? found.last : found.first else { return }
        try insertBeside(spot, placement, new, place)
      } else {
        throw .notUnderstood(
          position.span, "It is not said \(placement.rawValue) what.", fix: "Quote the words, or name the clause.")
      }
    case .between: try insertBetween(act, new, position)
    }
  }

  private mutating func insertWords(
    _ new: Act.NewText, _ placement: Operation.Placement, _ quoted: QuotedWords, _ spot: Spot
  ) throws(Misreading) {
    let place = try words.single(quoted, in: spot)
    operations.append(
      Operation(
        .insertText, path: Path(base.entries[place.node].path), old: place.old, new: Letters.flowed(new.text.utf8),
        placement: placement, occurrence: place.occurrence))
  }

  private mutating func insertBeside(
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

  private mutating func insertBetween(_ act: Act, _ new: Act.NewText, _ position: Act.Position) throws(Misreading) {
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
    guard let place = position.place, let found = try spots([place], act), found.count == 2,
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
  private mutating func insert(
    _ new: Act.NewText, at placement: Operation.Placement, of spot: Spot, isClause: Bool, _ act: Act
  ) throws(Misreading) {
    switch spot {
    case .whole:
      if placement == .end, !isClause, !new.isBlock, let last = sentenceToGoOn(with: new.text) {
        operations.append(
          Operation(
            .insertText, path: Path(base.entries[last].path), new: Letters.flowed(new.text.utf8), placement: .end))
      } else {
        operations.append(Operation(.insertBlock, new: new.text, placement: placement))
      }
    case .title, .heading:
      throw .notUnderstood(act.span, "Write the whole heading.", fix: "Change the heading to “…”.")
    case .part(let node, let range):
      let place = words.place(AnchorFinder.Hit(node: node, range: range))
      let text = Letters.flowed(new.text.utf8)
      operations.append(
        Operation(
          .insertText, path: path(spot), old: place.old, new: text, placement: placement == .start ? .before : .after,
          occurrence: place.occurrence))
    case .node(let index, let to):
      let node = placement == .end ? to ?? index : index
      if base.entries[node].kind == .section || isClause {
        operations.append(
          Operation(.insertBlock, path: Path(base.entries[node].path), new: new.text, placement: placement))
      } else {
        operations.append(
          Operation(
            .insertText, path: Path(base.entries[node].path), new: Letters.flowed(new.text.utf8), placement: placement))
      }
    }
  }

  /// "At end add ‘and calls on …’": words that begin small go on with the last sentence, unless clauses begin so here.
  private func sentenceToGoOn(with new: String) -> Int? {
    guard let first = new.utf8.first, first >= 0x61, first <= 0x7A, let last = base.entries.indices.last,
      base.entries[last].kind != .section, let begins = base.entries[last].text.first,
      !(begins >= 0x61 && begins <= 0x7A)
    else { return nil }
    return last
  }

  /// A new clause by its number: before the clause that has it now, else after the one before it.
  private mutating func insert(_ act: Act, _ new: Act.NewText, as label: PlacePhrase.LabelRange) throws(Misreading) {
    let named = try spots(act.inside + act.objects, act)
    let outer = named?.first ?? .whole
    let range = WordPlaces.nodes(outer, in: base)
    func find(_ text: String) throws(Misreading) -> Int? {
      let item = PlacePhrase.LabelRange(from: text, to: nil, span: label.span)
      var steps: [PlacePhrase.Step] = [.labels([item], .clause)]
      if case .node(let index, _) = outer { steps.insert(.node(index), at: 0) }
      do throws(Misreading) {
        let found = try resolver.resolve(PlacePhrase(steps: steps, span: label.span), context: context)
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

  // MARK: Moving

  private mutating func move(_ act: Act) throws(Misreading) {
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

  // MARK: Checks

  private mutating func add(_ check: Act.NewText, _ act: Act, from first: Int) {
    guard operations.count > first, let path = operations.last?.path else { return }
    checks.append(Amendment.Check(path: path, expected: Letters.flowed(check.text.utf8)))
  }
}
