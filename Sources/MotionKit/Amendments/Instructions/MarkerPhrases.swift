/// Markers fill the slots of an act: "after", "at the end", "all after", "so that it reads".
extension ActReader {
  mutating func take(_ marker: InstructionVocabulary.Marker, _ span: Range<Int>) {
    at += 1
    switch marker {
    case .throughout, .eachPlace: act.throughout = true
    case .everything: act.everything = true
    case .allAfter: openRange(span, saysAll: true, fromStays: nil)
    case .allFrom: openRange(span, saysAll: true, fromStays: false)
    case .allBefore: openAllBefore(span)
    case .allBetween:
      openRange(span, saysAll: true, fromStays: true)
      if case .words(let from)? = meaning(at) {
        at += 1
        act.range?.from = from
        act.range?.toStays = true
        if meaning(at) == .and { at += 1 }
        if case .words(let to)? = meaning(at) {
          at += 1
          act.range?.to = to
        }
      }
      act.range?.isOpen = false
    case .after, .before, .between: openPosition(marker, span)
    case .atEnd, .atStart: edge(marker == .atEnd ? .end : .start, span)
    case .atVeryEnd:
      edge(.end, span)
      act.position?.isLiteral = true
    case .toEnd: takeToEnd(span)
    case .insteadOf:
      if case .words(let words)? = meaning(at) {
        at += 1
        act.insteadOf = words
      } else if case .place(let place)? = meaning(at) {
        at += 1
        act.objects.append(place)
      }
    case .reads, .becomes: takeReads(span)
    case .included:
      if act.range?.fromStays == nil { act.range?.fromStays = false }
      if act.range?.to != nil, act.range?.toStays == nil { act.range?.toStays = false }
    case .stays:
      if act.range?.to != nil { act.range?.toStays = true }
      if act.range?.from != nil, act.range?.to == nil { act.range?.fromStays = true }
    case .aboutTopic: takeTopic(span)
    case .procedural:
      act.procedural = span
      while let next = meaning(at), next != .end { at += 1 }
    case .only: act.saysOnly = true
    case .rest: takeRest(span)
    case .restOfSentence:
      takeRest(span)
      act.range?.toSentence = true
    case .toEndOfSentence:
      act.range?.isOpen = false
      act.range?.toEnd = true
      act.range?.toSentence = true
    case .allThatFollows: takeAllThatFollows(span)
    case .requires, .fallsIf, .reasons, .filler: break
    }
  }

  mutating func openRange(_ span: Range<Int>, saysAll: Bool, fromStays: Bool?) {
    act.range = Act.WordRange(fromStays: fromStays, saysAll: saysAll, span: span)
    if saysAll { act.range?.toEnd = true }
  }

  mutating func openAllBefore(_ span: Range<Int>) {
    openRange(span, saysAll: true, fromStays: nil)
    act.range?.toEnd = false
    act.range?.isOpen = false
    if case .words(let words)? = meaning(at) {
      at += 1
      act.range?.to = words
    } else if meaning(at) == .bare {
      var words = QuotedWords(
        text: Letters.flowed(source[phrases[at].span.clamped(to: source.indices)]), span: phrases[at].span)
      words.isQuoted = false
      at += 1
      act.range?.to = words
    }
  }

  mutating func openPosition(_ marker: InstructionVocabulary.Marker, _ span: Range<Int>) {
    let side: Act.Position.Side = marker == .after ? .after : marker == .before ? .before : .between
    var position = Act.Position(side: side, span: span)
    if meaning(at) == .textKind { at += 1 }
    switch meaning(at) {
    case .words(let words):
      at += 1
      position.words = words
      if side == .between {
        if meaning(at) == .and || meaning(at) == .pause { at += 1 }
        if case .words(let second)? = meaning(at) {
          at += 1
          position.secondWords = second
        }
      }
    case .place(let place):
      at += 1
      position.place = place
      if side == .between, meaning(at) == .and, case .place(let second)? = meaning(at + 1) {
        at += 2
        position.secondPlace = second
      }
    default: break
    }
    if act.position != nil { act.leftovers.append(span) }
    act.position = position
  }

  mutating func edge(_ side: Act.Position.Side, _ span: Range<Int>) {
    var position = Act.Position(side: side, span: span)
    if meaning(at) == .inside { at += 1 }
    switch meaning(at) {
    case .place(let place):
      at += 1
      position.place = place
    case .words(let words) where phrases[at - 1].span == span || meaning(at - 1) == .inside:
      // "at the end of ‘This branch notes’ add …"; "add at the end ‘…’" has its new words there.
      var next = at + 1
      while meaning(next) == .pause { next += 1 }
      var comesMore = false
      if case .words? = meaning(next) { comesMore = true }
      if case .block? = meaning(next) { comesMore = true }
      if act.verb == nil || comesMore, act.new == nil {
        at += 1
        position.place = PlacePhrase(steps: [.section(words.text)], span: words.span)
      }
    default: break
    }
    if act.position == nil { act.position = position } else { act.leftovers.append(span) }
  }

  mutating func takeToEnd(_ span: Range<Int>) {
    if act.range != nil {
      act.range?.toEnd = true
      act.range?.isOpen = false
      if case .place(let place)? = meaning(at) {
        at += 1
        act.range?.endPlace = place
      }
    } else if act.verb?.action == .delete, act.position?.side == .after, let words = act.position?.words {
      // "after ‘X’ leave out to the end".
      act.range = Act.WordRange(from: words, fromStays: true, toEnd: true, isOpen: false, span: span)
      act.position = nil
    } else {
      // "add ‘X’ to the end of clause 3", "move 3 to the end".
      edge(.end, span)
    }
  }

  /// With a change before it the words are a check, alone they are the new text of the place.
  mutating func takeReads(_ span: Range<Int>) {
    while meaning(at) == .with || meaning(at) == .pause { at += 1 }
    var text: Act.NewText?
    switch meaning(at) {
    case .words(let words): text = newText(words)
    case .block(let block): text = Act.NewText(text: block, span: phrases[at].span, isBlock: true)
    default: break
    }
    guard let text else {
      act.leftovers.append(span)
      return
    }
    at += 1
    if act.verb == nil, act.inside.isEmpty, act.words.isEmpty, act.objects.allSatisfy({ $0.steps == [.inherited] }),
      !acts.isEmpty
    {
      acts[acts.count - 1].check = text
      act.objects = []
    } else if act.new == nil, act.words.count == 1,
      act.verb == nil || act.verb?.action == .change || act.verb?.action == .replace
    {
      // "‘£50’ should read ‘£75’".
      if act.verb == nil { act.verb = InstructionVocabulary.Verb(action: .replace, form: .active) }
      act.new = text
    } else if act.new == nil,
      act.verb?.action == .change || act.verb?.action == .replace || act.verb?.action == .combine || act.verb == nil,
      act.words.isEmpty, !act.objects.isEmpty || !act.inside.isEmpty
    {
      // "Amend clause 2 to read: …", "Clause 2 should read: …".
      if act.verb == nil { act.verb = InstructionVocabulary.Verb(action: .replace, form: .active) }
      act.new = text
      act.new?.isClause = true
    } else if act.new == nil, act.verb?.action == .insert {
      // "insert a new paragraph reading: …".
      act.new = text
      act.new?.isClause = act.saysNewClause
    } else {
      act.check = text
    }
  }

  /// "insert a full stop after ‘X’ and delete the rest": all after X.
  mutating func takeRest(_ span: Range<Int>) {
    if act.verb?.action == .delete, act.range == nil, act.position?.side == .after, let words = act.position?.words {
      act.range = Act.WordRange(from: words, fromStays: true, toEnd: true, isOpen: false, saysAll: true, span: span)
      act.position = nil
      return
    }
    guard act.verb?.action == .delete, let last = acts.last, last.position?.side == .after,
      let words = last.position?.words, last.new != nil, last.verb?.action == .insert
    else { return act.leftovers.append(span) }
    acts.removeLast()
    act.verb?.action = .replace
    act.new = last.new
    act.inside = last.inside + last.objects + act.inside
    act.range = Act.WordRange(from: words, fromStays: true, toEnd: true, isOpen: false, saysAll: true, span: span)
  }

  /// "striking ‘X’ and all that follows through ‘Y’": from X on, with it.
  mutating func takeAllThatFollows(_ span: Range<Int>) {
    guard act.verb?.action == .delete, act.range == nil, let from = act.words.popLast() else {
      return act.leftovers.append(span)
    }
    act.range = Act.WordRange(from: from, fromStays: false, toEnd: true, saysAll: true, span: span)
    if meaning(at) == .to, case .words(let words)? = meaning(at + 1) {
      at += 2
      act.range?.to = words
      act.range?.toStays = false
      act.range?.toEnd = false
      act.range?.isOpen = false
    }
  }

  mutating func takeTopic(_ span: Range<Int>) {
    var end = span.upperBound
    while let next = meaning(at), next != .end {
      if case .words(let words) = next, case .verb? = act.verb.map({ InstructionPhrase.Meaning.verb($0) }) {
        // "all references to ‘X’": those very words.
        at += 1
        var each = words
        each.occurrence = .each
        act.words.append(each)
        return
      }
      end = phrases[at].span.upperBound
      at += 1
    }
    act.topic = span.lowerBound..<end
    let words = Letters.flowed(source[(span.upperBound..<max(end, span.upperBound)).clamped(to: source.indices)])
    act.topicWords = Letters.folded(words)
  }
}
