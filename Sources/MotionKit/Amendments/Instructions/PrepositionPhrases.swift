/// Prepositions fill the slots of an act: "to", "from", "with", "for".
extension ActReader {
  mutating func takeTo() {
    at += 1
    switch meaning(at) {
    case .words(let words):
      if act.range?.isOpen == true, act.range?.from != nil {
        if act.verb?.action == .change, act.range?.saysAll != true {
          // "change from ‘A’ to ‘B’".
          at += 1
          if let from = act.range?.from {
            if let around = act.words.first, around.text != from.text { act.insteadOf = nil }
            act.words = [from]
          }
          act.range = nil
          act.new = newText(words)
          return
        }
        at += 1
        act.range?.to = words
        act.range?.toEnd = false
        act.range?.isOpen = false
      } else if act.verb?.action == .change || act.verb?.action == .replace, act.new == nil {
        at += 1
        act.new = newText(words)
      }
    case .block(let text) where act.verb?.action == .change || act.verb?.action == .replace:
      takeNew(Act.NewText(text: text, span: phrases[at].span, isBlock: true))
    case .bare where act.verb?.action == .change || act.verb?.action == .replace:
      takeBareNew()
    case .bare where act.range?.isOpen == true && act.range?.from != nil:
      var words = QuotedWords(
        text: Letters.flowed(source[phrases[at].span.clamped(to: source.indices)]), span: phrases[at].span)
      words.isQuoted = false
      at += 1
      act.range?.to = words
      act.range?.toEnd = false
      act.range?.isOpen = false
    case .place(let place):
      if act.verb?.action == .change || act.verb?.action == .replace, act.new == nil, place.isFigure {
        // "change 43 to 47".
        takeFigure()
      } else if act.verb?.action == .move {
        // "to clause 5" does not say on which side of it.
        at += 1
      } else if act.verb?.action == .insert || act.verb == nil {
        at += 1
        act.inside.append(place)
      }
    default: break
    }
  }

  private mutating func takeFigure() {
    let span = phrases[at].span
    at += 1
    let text = Letters.flowed(source[span.clamped(to: source.indices)])
    act.new = Act.NewText(text: text, span: span, isBlock: false, isQuoted: false)
  }

  mutating func takeBareNew() {
    let span = phrases[at].span
    at += 1
    let text = Letters.flowed(source[span.clamped(to: source.indices)])
    if act.new == nil {
      act.new = Act.NewText(text: text, span: span, isBlock: false, isQuoted: false)
    } else {
      act.leftovers.append(span)
    }
  }

  mutating func takeFrom() {
    at += 1
    switch meaning(at) {
    case .words(let words):
      let span = phrases[at].span
      at += 1
      act.range = Act.WordRange(from: words, span: span)
    case .marker(.after):
      // "from after ‘X’ to …".
      at += 1
      guard case .words(let words)? = meaning(at) else { return }
      let span = phrases[at].span
      at += 1
      act.range = Act.WordRange(from: words, fromStays: true, span: span)
    case .bare
    where act.verb?.action == .change && act.words.isEmpty || act.verb?.action == .delete && act.words.isEmpty:
      let span = phrases[at].span
      var words = QuotedWords(text: Letters.flowed(source[span.clamped(to: source.indices)]), span: span)
      words.isQuoted = false
      at += 1
      act.range = Act.WordRange(from: words, span: span)
    case .place(let place):
      at += 1
      act.inside.append(place)
    case .marker(.atStart):
      let span = phrases[at].span
      at += 1
      act.range = Act.WordRange(from: nil, fromStays: false, span: span)
      if meaning(at) == .to { at += 1 }
      if case .words(let words)? = meaning(at) {
        at += 1
        act.range?.to = words
        act.range?.isOpen = false
      }
    default: break
    }
  }

  mutating func takeWith() {
    at += 1
    if meaning(at) == .textKind { at += 1 }
    if meaning(at) == .unnumbered {
      act.isUnnumbered = true
      at += 1
    }
    if case .newClause(let label)? = meaning(at), case .words? = meaning(at + 1), label.map(isObject) ?? true {
      // "replace 10.2 with a new 10.2: ‘…’".
      act.saysNewClause = true
      at += 1
    }
    switch meaning(at) {
    case .words(let words) where act.verb?.action == .substitute && act.new != nil:
      // "substitute A with B".
      at += 1
      if let old = act.new, act.words.isEmpty {
        act.words = [QuotedWords(text: old.text, span: old.span)]
      }
      act.new = newText(words)
    case .words(let words) where act.new == nil:
      at += 1
      act.new = newText(words)
    case .block(let text):
      takeNew(Act.NewText(text: text, span: phrases[at].span, isBlock: true))
    case .place(let place) where act.verb?.action == .replace && act.new == nil && place.isFigure: takeFigure()
    case .bare where act.verb?.action == .replace || act.verb?.action == .change || act.verb?.action == .substitute:
      takeBareNew()
    default: break
    }
  }

  private func isObject(_ label: PlacePhrase.LabelRange) -> Bool {
    act.objects.contains { place in
      guard case .labels(let ranges, _)? = place.steps.last else { return false }
      return ranges.contains { $0.from == label.from }
    }
  }

  mutating func takeFor() {
    at += 1
    if meaning(at) == .textKind { at += 1 }
    switch meaning(at) {
    case .words(let words):
      at += 1
      if act.verb == nil { act.saysForWords = true }
      if act.verb?.action == .substitute || act.verb == nil || act.verb?.action == .insert {
        if act.words.isEmpty { act.words.append(words) } else { act.insteadOf = words }
      } else if act.verb?.action == .replace || act.verb?.action == .swap, act.new == nil {
        act.new = newText(words)
      } else {
        act.leftovers.append(words.span)
      }
    case .place(let place):
      at += 1
      act.objects.append(place)
      act.saysFor = act.verb == nil
    default: break
    }
  }
}
