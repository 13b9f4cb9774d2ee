internal import MotionKit

/// A question put, its counts, and what was declared on it.
package struct QuestionState: Hashable, Sendable {
  package var seq: Int
  package var put: QuestionPut
  /// In the order they were taken; the last decides.
  package var counts: [(seq: Int, count: VotesCounted)] { zip(countSeqs, countValues).map { ($0, $1) } }
  package var declared: ResultDeclared?
  package var declaredSeq: Int?
  /// The `seq` of the step that ended it without a vote: the item was withdrawn, say.
  package var endedBy: Int?
  /// A correction of an earlier decision changed the text this one was taken on.
  package var inQuestion = false

  private var countSeqs: [Int] = []
  private var countValues: [VotesCounted] = []

  package init(seq: Int, put: QuestionPut) {
    self.seq = seq
    self.put = put
  }

  package var isOpen: Bool { declared == nil && endedBy == nil }
  package var lastCount: VotesCounted? { countValues.last }
  package var lastCountSeq: Int? { countSeqs.last }

  mutating func add(_ count: VotesCounted, seq: Int) {
    countSeqs.append(seq)
    countValues.append(count)
  }

  /// Puts corrected figures in the place of a count's; false where it has no such count.
  mutating func correct(_ correction: EntryCorrected) -> Bool {
    guard let index = countSeqs.firstIndex(of: correction.target) else { return false }
    countValues[index].votesFor = correction.votesFor
    countValues[index].against = correction.against
    countValues[index].abstain = correction.abstain
    countValues[index].spoilt = correction.spoilt
    if let present = correction.present { countValues[index].present = present }
    return true
  }
}
