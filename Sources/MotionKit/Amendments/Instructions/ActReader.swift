/// Reads phrases into acts: each verb opens one, and what stands around it fills the slots.
struct ActReader {
  let phrases: [InstructionPhrase]
  let source: [UInt8]
  var at = 0
  var acts: [Act] = []
  var act: Act
  private(set) var requires: [String] = []
  private(set) var fallsIf: [String] = []

  init(_ phrases: [InstructionPhrase], source: [UInt8]) {
    self.phrases = phrases
    self.source = source
    act = Act(at: phrases.first?.span.lowerBound ?? 0)
    act.startsSentence = true
  }

  mutating func read() -> [Act] {
    while at < phrases.count {
      let phrase = phrases[at]
      act.span = min(act.span.lowerBound, phrase.span.lowerBound)..<max(act.span.upperBound, phrase.span.upperBound)
      step(phrase)
    }
    close()
    return acts
  }

  func meaning(_ index: Int) -> InstructionPhrase.Meaning? {
    phrases.indices.contains(index) ? phrases[index].meaning : nil
  }

  mutating func close() {
    let next = Act(at: at < phrases.count ? phrases[at].span.lowerBound : act.span.upperBound)
    if act.verb != nil || !act.isEmpty || !act.leftovers.isEmpty { acts.append(act) }
    act = next
  }

  // MARK: One phrase

  mutating func step(_ phrase: InstructionPhrase) {
    switch phrase.meaning {
    case .end: endSentence()
    case .verb(let verb): begin(verb, phrase.span)
    case .and, .pause: pause()
    case .requires(let names): (requires, at) = (requires + names, at + 1)
    case .fallsIf(let names): (fallsIf, at) = (fallsIf + names, at + 1)
    case .words(let words): take(words)
    case .block(let text): takeNew(Act.NewText(text: text, span: phrase.span, isBlock: true))
    case .place(let place): take(place)
    case .newClause(let label):
      act.saysNewClause = true
      if let label { act.newClause = label }
      at += 1
    case .newAt(let place):
      act.saysNewClause = true
      act.newOrdinal = place
      at += 1
    case .unnumbered: (act.isUnnumbered, act.saysNewClause, at) = (true, true, at + 1)
    case .textKind: (act.saysText, at) = (true, at + 1)
    case .goal(let goal): (act.goal, at) = (goal, at + 1)
    case .marker(let marker): take(marker, phrase.span)
    case .to: takeTo()
    case .from: takeFrom()
    case .with: takeWith()
    case .for: takeFor()
    case .inside: takeInside()
    case .bare: takeBare(phrase.span)
    }
  }

  mutating func endSentence() {
    at += 1
    // A sentence that only names a place is the place of those that follow: "In clause 2:" on its own.
    close()
    act.startsSentence = true
  }

  mutating func begin(_ verb: InstructionVocabulary.Verb, _ span: Range<Int>) {
    if act.verb != nil { close() }
    act.verb = verb
    act.verbSpan = span
    at += 1
    // Before an active verb, places named barely are where it acts.
    if verb.form == .active, !act.objects.isEmpty, !(act.saysFor && verb.action == .substitute) {
      act.inside += act.objects
      act.objects = []
    }
    // "the word ‘Y’ be inserted": what stands before the verb is the new text.
    if verb.form == .passive, verb.action == .insert || verb.action == .substitute, act.new == nil, !act.saysForWords,
      let words = act.words.popLast()
    {
      act.new = newText(words)
    }
  }

  mutating func pause() {
    let isAnd = meaning(at) == .and
    at += 1
    // What stands between here and the next verb is said of that verb.
    // In the passive what it is said of stands before the verb.
    if act.isComplete || isAnd && act.verb?.form == .passive, verbFollows() {
      close()
    } else if isAnd, act.isComplete, act.new != nil || act.verb?.form == .passive, case .words? = meaning(at),
      act.range == nil, !(act.position?.side == .between && act.position?.secondWords == nil)
    {
      repeatVerb()
    } else if act.new != nil, case .words? = meaning(at), meaning(at + 1) == .with || meaning(at + 1) == .to {
      // "‘A’ with ‘B’, ‘C’ with ‘D’".
      repeatVerb()
    }
  }

  /// "‘A’ by ‘B’ and ‘C’ by ‘D’": the verb holds on.
  mutating func repeatVerb() {
    let verb = act.verb
    close()
    act.verb = verb
  }

  /// Whether a verb comes before the sentence ends, and before a second "and".
  func verbFollows() -> Bool {
    var index = at
    while let next = meaning(index) {
      switch next {
      case .verb: return true
      case .end, .block: return false
      case .and: return false
      case .marker(.reads): return false
      default: index += 1
      }
    }
    return false
  }

  // MARK: Words

  mutating func take(_ words: QuotedWords) {
    if act.verb?.action == .renumber { return takeNew(newText(words)) }
    at += 1
    if act.range?.isOpen == true {
      if act.range?.saysAll != true || act.range?.from == nil {
        if act.range?.from == nil, act.range?.to == nil {
          act.range?.from = words
          return
        }
      }
    }
    if act.position?.side == .between, act.position?.words != nil, act.position?.secondWords == nil,
      act.position?.place == nil
    {
      act.position?.secondWords = words
      return
    }
    let text = newText(words)
    guard let verb = act.verb else {
      act.words.append(words)
      return
    }
    switch verb.action {
    case .insert where act.new == nil: act.new = text
    case .combine where act.new == nil && !act.objects.isEmpty: act.new = text
    case .move where act.words.isEmpty && act.objects.isEmpty: act.words.append(words)
    case .replace where act.words.isEmpty && act.objects.isEmpty && act.range == nil && act.insteadOf == nil:
      act.words.append(words)
    case .change where act.words.isEmpty && act.range == nil: act.words.append(words)
    case .swap where act.words.count < 2 && act.objects.isEmpty: act.words.append(words)
    case .substitute where act.new == nil: act.new = text
    case .delete where act.range == nil || act.words.isEmpty: act.words.append(words)
    default:
      // "replace ‘A’ ‘B’" says too little; two quotations side by side are kept for the rules to refuse.
      act.leftovers.append(words.span)
    }
  }

  func newText(_ words: QuotedWords) -> Act.NewText {
    Act.NewText(
      text: words.text, span: words.span, isBlock: false, isClause: words.isClause, isQuoted: words.isQuoted)
  }

  mutating func takeNew(_ text: Act.NewText) {
    at += 1
    if act.verb?.action == .renumber, let last = acts.indices.last, acts[last].new == nil, acts[last].verb != nil {
      // "Add new 4 and renumber: …".
      acts[last].new = text
    } else if act.new == nil {
      act.new = text
    } else {
      act.leftovers.append(text.span)
    }
  }

  mutating func takeBare(_ span: Range<Int>) {
    let text = Letters.flowed(source[span.clamped(to: source.indices)])
    var words = QuotedWords(text: text, span: span)
    words.isQuoted = false
    if let verb = act.verb, act.words.isEmpty, act.objects.isEmpty, act.range == nil,
      verb.action == .change || verb.action == .replace || verb.action == .delete, act.new == nil
    {
      at += 1
      act.words.append(words)
      return
    }
    if act.range?.isOpen == true, act.range?.from == nil, act.range?.to == nil {
      at += 1
      act.range?.from = words
      return
    }
    if act.verb?.action == .insert, act.new == nil, let last = acts.last, last.verb?.action == .delete,
      last.words.last?.isQuoted == false
    {
      // "delete 12% and insert 15%".
      return takeBareNew()
    }
    at += 1
    act.leftovers.append(span)
  }

  // MARK: Places

  mutating func take(_ place: PlacePhrase) {
    at += 1
    // "so that clause 1 now reads": the place of the change.
    if act.isComplete, meaning(at) == .marker(.reads), saysSoThat(before: place.span.lowerBound) { return }
    if let range = act.range, range.toEnd, range.endPlace == nil, act.inside.isEmpty, act.objects.isEmpty,
      justBefore(.marker(.toEnd))
    {
      act.range?.endPlace = place
      return
    }
    if place.isOnlyLine {
      act.inside.append(place)
      return
    }
    guard act.verb != nil else {
      act.objects.append(place)
      return
    }
    if act.words.isEmpty, act.new == nil, act.range == nil, !act.everything {
      act.objects.append(place)
    } else {
      act.inside.append(place)
    }
  }

  /// "under ‘This branch resolves’", "in ‘Conference notes’ point 2", "in ‘Conference notes’ insert …": a quotation
  /// before the verb.
  func takesHeading(_ words: QuotedWords) -> Bool {
    let before = Letters.folded(
      String(decoding: source[phrases[at - 1].span.clamped(to: source.indices)], as: UTF8.self))
    if before == "under" { return true }
    guard act.verb == nil else { return false }
    switch meaning(at + 1) {
    case .place, .verb: return true
    default: return false
    }
  }

  func saysSoThat(before offset: Int) -> Bool {
    let before = source[..<min(max(offset, 0), source.count)].split { !Letters.isWordByte($0) }.suffix(2)
    let words = before.map { Letters.folded(String(decoding: $0, as: UTF8.self)) }
    return words.last == "so" || words == ["so", "that"]
  }

  func justBefore(_ meaning: InstructionPhrase.Meaning) -> Bool {
    at >= 2 && phrases[at - 2].meaning == meaning
  }

  mutating func takeInside() {
    let preposition = Letters.folded(
      String(decoding: source[phrases[at].span.clamped(to: source.indices)], as: UTF8.self))
    at += 1
    switch meaning(at) {
    case .place(let place):
      at += 1
      if preposition == "at" { act.saysAt = true }
      act.inside.append(place)
    case .words(let words) where takesHeading(words):
      // "under ‘This branch resolves’".
      at += 1
      act.inside.append(PlacePhrase(steps: [.section(words.text)], span: words.span))
    case .words(let words):
      // Words inside words have no slot: "in ‘X Y’ delete ‘Y’".
      at += 1
      act.leftovers.append(words.span)
    default: break
    }
  }
}
