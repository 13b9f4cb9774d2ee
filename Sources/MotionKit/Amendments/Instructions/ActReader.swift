/// Reads phrases into acts: each verb opens one, and what stands around it fills the slots.
struct ActReader {
  private let phrases: [InstructionPhrase]
  private let source: [UInt8]
  private var at = 0
  private var acts: [Act] = []
  private var act: Act
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

  private func meaning(_ index: Int) -> InstructionPhrase.Meaning? {
    phrases.indices.contains(index) ? phrases[index].meaning : nil
  }

  private mutating func close() {
    let next = Act(at: at < phrases.count ? phrases[at].span.lowerBound : act.span.upperBound)
    if act.verb != nil || !act.isEmpty || !act.leftovers.isEmpty { acts.append(act) }
    act = next
  }

  // MARK: One phrase

  private mutating func step(_ phrase: InstructionPhrase) {
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
    case .unnumbered: (act.isUnnumbered, act.saysNewClause, at) = (true, true, at + 1)
    case .textKind: (act.saysText, at) = (true, at + 1)
    case .marker(let marker): take(marker, phrase.span)
    case .to: takeTo()
    case .from: takeFrom()
    case .with: takeWith()
    case .for: takeFor()
    case .inside: takeInside()
    case .bare: takeBare(phrase.span)
    }
  }

  private mutating func endSentence() {
    at += 1
    // A sentence that only names a place is the place of those that follow: "In clause 2:" on its own.
    close()
    act.startsSentence = true
  }

  private mutating func begin(_ verb: InstructionVocabulary.Verb, _ span: Range<Int>) {
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
    if verb.form == .passive, verb.action == .insert || verb.action == .substitute, act.new == nil,
      let words = act.words.popLast()
    {
      act.new = newText(words)
    }
  }

  private mutating func pause() {
    let isAnd = meaning(at) == .and
    at += 1
    // What stands between here and the next verb is said of that verb.
    if act.isComplete, verbFollows() {
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
  private mutating func repeatVerb() {
    let verb = act.verb
    close()
    act.verb = verb
  }

  /// Whether a verb comes before the sentence ends, and before a second "and".
  private func verbFollows() -> Bool {
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

  private mutating func take(_ words: QuotedWords) {
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
    case .replace where act.words.isEmpty && act.objects.isEmpty && act.range == nil && act.insteadOf == nil:
      act.words.append(words)
    case .change where act.words.isEmpty && act.range == nil: act.words.append(words)
    case .substitute where act.new == nil: act.new = text
    case .delete where act.range == nil || act.words.isEmpty: act.words.append(words)
    default:
      // "replace ‘A’ ‘B’" says too little; two quotations side by side are kept for the rules to refuse.
      act.leftovers.append(words.span)
    }
  }

  private func newText(_ words: QuotedWords) -> Act.NewText {
    Act.NewText(
      text: words.text, span: words.span, isBlock: false, isClause: words.isClause, isQuoted: words.isQuoted)
  }

  private mutating func takeNew(_ text: Act.NewText) {
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

  private mutating func takeBare(_ span: Range<Int>) {
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

  private mutating func take(_ place: PlacePhrase) {
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

  /// "under ‘This branch resolves’", "in ‘Conference notes’ point 2": a quotation before the verb and a number.
  private func takesHeading(_ words: QuotedWords) -> Bool {
    let before = Letters.folded(
      String(decoding: source[phrases[at - 1].span.clamped(to: source.indices)], as: UTF8.self))
    if before == "under" { return true }
    if act.verb == nil, case .place? = meaning(at + 1) { return true }
    return false
  }

  private func saysSoThat(before offset: Int) -> Bool {
    let before = source[..<min(max(offset, 0), source.count)].split { !Letters.isWordByte($0) }.suffix(2)
    let words = before.map { Letters.folded(String(decoding: $0, as: UTF8.self)) }
    return words.last == "so" || words == ["so", "that"]
  }

  private func justBefore(_ meaning: InstructionPhrase.Meaning) -> Bool {
    at >= 2 && phrases[at - 2].meaning == meaning
  }

  private mutating func takeInside() {
    at += 1
    switch meaning(at) {
    case .place(let place):
      at += 1
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

  // MARK: Markers

  private mutating func take(_ marker: InstructionVocabulary.Marker, _ span: Range<Int>) {
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
    case .toEnd: takeToEnd(span)
    case .insteadOf:
      if case .words(let words)? = meaning(at) {
        at += 1
        act.insteadOf = words
      } else if case .place(let place)? = meaning(at) {
        at += 1
        act.objects.append(place)
      }
    case .reads: takeReads(span)
    case .included:
      if act.range?.fromStays == nil { act.range?.fromStays = false }
      if act.range?.to != nil, act.range?.toStays == nil { act.range?.toStays = false }
    case .stays:
      if act.range?.to != nil { act.range?.toStays = true }
      if act.range?.from != nil, act.range?.to == nil { act.range?.fromStays = true }
    case .aboutTopic: takeTopic(span)
    case .requires, .fallsIf, .reasons, .filler: break
    }
  }

  private mutating func openRange(_ span: Range<Int>, saysAll: Bool, fromStays: Bool?) {
    act.range = Act.WordRange(fromStays: fromStays, saysAll: saysAll, span: span)
    if saysAll { act.range?.toEnd = true }
  }

  private mutating func openAllBefore(_ span: Range<Int>) {
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

  private mutating func openPosition(_ marker: InstructionVocabulary.Marker, _ span: Range<Int>) {
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
    default: break
    }
    if act.position != nil { act.leftovers.append(span) }
    act.position = position
  }

  private mutating func edge(_ side: Act.Position.Side, _ span: Range<Int>) {
    var position = Act.Position(side: side, span: span)
    if meaning(at) == .inside { at += 1 }
    switch meaning(at) {
    case .place(let place):
      at += 1
      position.place = place
    case .words(let words) where phrases[at - 1].span == span || meaning(at - 1) == .inside:
      // "at the end of ‘This branch notes’ add …"; "add at the end ‘…’" has its new words there.
      if act.verb == nil {
        at += 1
        position.place = PlacePhrase(steps: [.section(words.text)], span: words.span)
      }
    default: break
    }
    if act.position == nil { act.position = position } else { act.leftovers.append(span) }
  }

  private mutating func takeToEnd(_ span: Range<Int>) {
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
  private mutating func takeReads(_ span: Range<Int>) {
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
    } else if act.new == nil, act.verb?.action == .change || act.verb?.action == .replace, act.words.count == 1 {
      act.new = text
    } else if act.new == nil, act.verb?.action == .change || act.verb?.action == .replace || act.verb == nil,
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

  private mutating func takeTopic(_ span: Range<Int>) {
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

  // MARK: Prepositions

  private mutating func takeTo() {
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
      if act.verb?.action == .move {
        // "to clause 5" does not say on which side of it.
        at += 1
      } else if act.verb?.action == .insert || act.verb == nil {
        at += 1
        act.inside.append(place)
      }
    default: break
    }
  }

  private mutating func takeBareNew() {
    let span = phrases[at].span
    at += 1
    let text = Letters.flowed(source[span.clamped(to: source.indices)])
    if act.new == nil {
      act.new = Act.NewText(text: text, span: span, isBlock: false, isQuoted: false)
    } else {
      act.leftovers.append(span)
    }
  }

  private mutating func takeFrom() {
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

  private mutating func takeWith() {
    at += 1
    if meaning(at) == .textKind { at += 1 }
    if meaning(at) == .unnumbered {
      act.isUnnumbered = true
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
    case .bare where act.verb?.action == .replace || act.verb?.action == .change || act.verb?.action == .substitute:
      takeBareNew()
    default: break
    }
  }

  private mutating func takeFor() {
    at += 1
    if meaning(at) == .textKind { at += 1 }
    switch meaning(at) {
    case .words(let words):
      at += 1
      if act.verb?.action == .substitute || act.verb == nil || act.verb?.action == .insert {
        if act.words.isEmpty { act.words.append(words) } else { act.insteadOf = words }
      } else if act.verb?.action == .replace, act.new == nil {
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
