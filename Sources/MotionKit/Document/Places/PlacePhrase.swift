/// A place as a person names it, from the outside in: "the last sentence of clause 3" is clause 3, then its last
/// sentence.
struct PlacePhrase: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    /// `3`, `3 and 4`, `3 to 5`.
    case labels([LabelRange], PlaceVocabulary.Noun?)
    /// Each 1-based; from the end where negative.
    case ordinal([Int], PlaceVocabulary.Noun)
    /// The only one there is: "the table".
    case only(PlaceVocabulary.Noun)
    /// "the bullets", "all clauses".
    case every(PlaceVocabulary.Noun)
    /// "the paragraph beginning ‘…’"; without a noun anything that begins so.
    case beginning(String, PlaceVocabulary.Noun?)
    case section(String)
    case node(Int)
    case heading
    case title
    case whole
    case preamble
    /// What stands above a list, or introduces a section.
    case leadIn
    /// What stands below the list of a clause and belongs to it.
    case closing
    /// The items of a clause, all of them.
    case list
    /// "that clause", "the sentence": the place spoken of before.
    case inherited
    /// "2 itself": its own text, without what is below it.
    case own
    /// Lines as the papers number them, and a page: hints at where words stand.
    /// From the end where negative: "the last line".
    case line(ClosedRange<Int>)
    case page
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
  /// Nothing but digits: the number of a clause, or a figure of the text.
  var isFigure: Bool {
    guard steps.count == 1, case .labels(let ranges, nil) = steps[0], ranges.count == 1, ranges[0].to == nil else {
      return false
    }
    return !ranges[0].from.isEmpty && ranges[0].from.utf8.allSatisfy { Letters.isDigit($0) || $0 == 0x2E }
  }
  var isOnlyLine: Bool { steps.allSatisfy(\.isLine) }
  var namesLine: Bool { steps.contains(where: \.isLine) }
}

extension PlacePhrase.Step {
  fileprivate var isLine: Bool {
    switch self {
    case .line, .page: true
    default: false
    }
  }
}
