/// What one verb of an instruction asks for, with everything said of it: the slots that the rules look at.
struct Act: Hashable, Sendable {
  /// Words or a block that are put in.
  struct NewText: Hashable, Sendable {
    var text: String
    var span: Range<Int>
    var isBlock: Bool
    /// Called a clause, or given in a block of lines.
    var isClause = false
    var isQuoted = true
  }

  struct Position: Hashable, Sendable {
    enum Side: Hashable, Sendable { case before, after, between, start, end }

    var side: Side
    var words: QuotedWords?
    var secondWords: QuotedWords?
    var place: PlacePhrase?
    /// The far one of "between clauses 2 and 3".
    var secondPlace: PlacePhrase?
    /// At the very end, after its final mark.
    var isLiteral = false
    var span: Range<Int>
  }

  /// From some words, or all after them, to some words or the end.
  struct WordRange: Hashable, Sendable {
    var from: QuotedWords?
    var fromStays: Bool?
    var to: QuotedWords?
    var toStays: Bool?
    var toEnd = false
    /// To the end of the sentence only.
    var toSentence = false
    var endPlace: PlacePhrase?
    var isOpen = true
    /// "all after", "all before", "all between" rather than "from … to".
    var saysAll = false
    var span: Range<Int>
  }

  var verb: InstructionVocabulary.Verb?
  var verbSpan: Range<Int>?
  /// Named with "in", "of" or before the verb.
  var inside: [PlacePhrase] = []
  /// Named as what the verb acts on.
  var objects: [PlacePhrase] = []
  var words: [QuotedWords] = []
  var new: NewText?
  var position: Position?
  var goal: MoveGoal?
  var range: WordRange?
  var insteadOf: QuotedWords?
  var newClause: PlacePhrase.LabelRange?
  var saysNewClause = false
  /// "a new first bullet": which it will be.
  var newOrdinal: PlacePhrase?
  /// What comes gets no number.
  var isUnnumbered = false
  var saysText = false
  /// "delete only the words": the clause stays even where it has no others.
  var saysOnly = false
  /// "at clause 7": of what comes it does not say where.
  var saysAt = false
  /// "for clause 5 substitute …": the place before the verb is what goes.
  var saysFor = false
  /// "for ‘A’ there is substituted ‘B’": the words before the verb are what goes.
  var saysForWords = false
  var everything = false
  var throughout = false
  var check: NewText?
  var topic: Range<Int>?
  var topicWords = ""
  /// "remit": nothing that changes words.
  var procedural: Range<Int>?
  /// Phrases without a slot, which make the reading fail.
  var leftovers: [Range<Int>] = []
  var span: Range<Int>
  /// Whether a sentence ended before it.
  var startsSentence = false

  init(at offset: Int) { span = offset..<offset }

  var isEmpty: Bool {
    inside.isEmpty && objects.isEmpty && words.isEmpty && new == nil && position == nil && range == nil
      && !everything && check == nil && newClause == nil && !saysNewClause && procedural == nil
  }

  /// Whether the verb has what it acts on.
  var isComplete: Bool {
    verb != nil
      && (!objects.isEmpty || !words.isEmpty || new != nil || range != nil || everything || topic != nil
        || verb?.action == .renumber || inside.contains(where: \.isOnlyLine))
  }
}
