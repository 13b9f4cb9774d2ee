/// A run of tokens that means one thing in an instruction.
struct InstructionPhrase: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case verb(InstructionVocabulary.Verb)
    case marker(InstructionVocabulary.Marker)
    case place(PlacePhrase)
    case words(QuotedWords)
    /// New text in a block of its own.
    case block(String)
    /// "a new clause", "new 4", "new clause 3A".
    case newClause(PlacePhrase.LabelRange?)
    /// "a new first bullet", with the one that is first now.
    case newAt(PlacePhrase)
    /// "the unnumbered paragraph ‘…’": what comes gets no number.
    case unnumbered
    /// "the following words": what comes is text inside a clause.
    case textKind
    /// "if A3 is carried", with the amendment's name.
    case requires([String])
    case fallsIf([String])
    /// "make 3(c) a separate clause", "make D the first point": where the clause goes.
    case goal(MoveGoal)
    case to, from, with, `for`, inside
    case and
    /// A comma or a dash: a pause, no more.
    case pause
    /// The end of a sentence or of a line.
    case end
    /// Words without quotation marks that nothing else explains.
    case bare
  }

  var meaning: Meaning
  var span: Range<Int>
}

/// What a clause is to be made, so that it moves.
enum MoveGoal: Hashable, Sendable {
  /// A clause of its own, after the one that holds it.
  case separate
  /// The first, second, last among those beside it.
  case ordinal(Int)
}

/// Words quoted from the text or to be put in.
struct QuotedWords: Hashable, Sendable {
  enum Occurrence: Hashable, Sendable {
    case number(Int)
    case last
    case each
  }

  var text: String
  var span: Range<Int>
  var occurrence: Occurrence?
  var isQuoted = true
  /// Called clauses: "the clause ‘…’".
  var isClause = false
}
