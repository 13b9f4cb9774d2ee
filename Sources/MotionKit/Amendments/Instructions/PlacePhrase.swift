/// A place as an instruction names it, from the outside in: "the last sentence of clause 3" is clause 3, then its last
/// sentence.
struct PlacePhrase: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    /// `3`, `3 and 4`, `3 to 5`.
    case labels([LabelRange], InstructionVocabulary.Noun?)
    /// 1-based; from the end where negative.
    case ordinal(Int, InstructionVocabulary.Noun)
    /// "the paragraph beginning ‘…’".
    case beginning(String, InstructionVocabulary.Noun)
    case section(String)
    case node(Int)
    case heading
    case title
    case whole
    case preamble
    /// "that clause", "the sentence": the place spoken of before.
    case inherited
    /// "2 itself": its own text, without what is below it.
    case own
    /// A line number, which is only a hint.
    case line(Int)
  }

  struct LabelRange: Hashable, Sendable {
    var from: String
    var to: String?
    var span: Range<Int>
    /// An `A1` without a noun, which could be an amendment.
    var couldBeAmendment = false
  }

  var steps: [Step]
  var span: Range<Int>

  var isWhole: Bool { steps == [.whole] }
  var isTitle: Bool { steps.last == .title }
  var isHeading: Bool { steps.last == .heading }
  var isOnlyLine: Bool {
    steps.allSatisfy {
      if case .line = $0 { true } else { false }
    }
  }
}
