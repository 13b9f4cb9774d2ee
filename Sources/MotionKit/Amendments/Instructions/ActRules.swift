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
    let acts = PairedActs.of(acts)
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

  mutating func take(_ act: Act) throws(Misreading) {
    if let procedural = act.procedural {
      throw .notUnderstood(
        procedural, "That decides what becomes of a text, and changes none of its words.",
        fix: "Put it to the meeting and record the decision; to take words out, write “Delete clause …”.")
    }
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
    let act = try withFigure(act)
    switch verb.action {
    case .renumber: operations.append(Operation(.renumber))
    case .move where act.goal != nil: try reach(act)
    case .move where !act.words.isEmpty: try moveWords(act)
    case .move: try move(act)
    case .combine: try combine(act)
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

  // MARK: Checks

  mutating func add(_ check: Act.NewText, _ act: Act, from first: Int) {
    guard operations.count > first, let path = operations.last?.path else { return }
    checks.append(Amendment.Check(path: path, expected: Letters.flowed(check.text.utf8)))
  }
}
