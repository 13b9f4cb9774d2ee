package import MotionKit

/// Where a body stands: the fold of its record, never stored apart from it.
package struct State: Sendable {
  package enum SittingState: Hashable, Sendable {
    case none
    case open, suspended, adjourned
    case closed
  }

  /// An assertion in an entry that the entries before it do not bear out.
  package struct Disagreement: Hashable, Sendable {
    package var seq: Int
    package var code: String
    package var message: String
  }

  package var origin = ""
  package var rules: TextName?
  package var orders: StandingOrders
  /// In the order of receipt.
  package var motions: [MotionState] = []
  package var questions: [QuestionState] = []
  package var sitting: SittingState = .none
  package var sittingTitle: String?
  package var sittingUntil: String?
  package var chair: Person?
  package var attendance: Attendance?
  package var notes: [(seq: Int, note: NoteMade)] = []
  package internal(set) var log: [RecordedEvent] = []
  /// Entries that were taken back, by `seq`.
  package internal(set) var undone: Set<Int> = []
  package internal(set) var numbers = NumbersGiven()
  /// What entries assert is compared with what follows from those before them, and differences are listed.
  let isChecked: Bool
  /// The zones that deadlines are computed in; without the data of one, what rests on it is not computed again.
  let zones: @Sendable (String) -> TimeZoneRules?
  /// Where it is checked: what an entry asserts and does not follow.
  package internal(set) var disagreements: [Disagreement] = []
  /// Texts that entries name and that are not there.
  package var withheld: [TextName] = []
  /// Where it is checked: what was not computed again, and what was computed with other data, each a sentence.
  package internal(set) var remarks: [String] = []

  init(orders: StandingOrders, checked: Bool, zones: @escaping @Sendable (String) -> TimeZoneRules?) {
    self.orders = orders
    isChecked = checked
    self.zones = zones
  }

  /// The `seq` of the next entry.
  package var next: Int { (log.last?.seq ?? -1) + 1 }

  /// An entry by its `seq`.
  package func entry(_ seq: Int) -> RecordedEvent? {
    // They are counted from 0 without a gap; a part of a record is looked through.
    if log.indices.contains(seq), log[seq].seq == seq { return log[seq] }
    return log.first { $0.seq == seq }
  }

  /// The question that is open, the innermost one: the last put that has no declaration.
  package var openQuestion: QuestionState? { questions.last { $0.isOpen } }

  package var openQuestions: [QuestionState] { questions.filter(\.isOpen) }

  package func motion(_ number: String) -> MotionState? { motions.first { $0.number == number } }

  package func amendment(_ item: String) -> AmendmentState? {
    guard let reference = ItemReference(item), let name = reference.amendment else { return nil }
    return motion(reference.motion)?.amendment(name)
  }

  /// Questions whose text has changed since by a correction or another count, and that were not decided anew.
  package var inQuestion: [QuestionState] {
    questions.filter { question in
      question.inQuestion
        && !questions.contains {
          $0.seq > question.seq && $0.put.item == question.put.item && $0.declared.map { $0.decision.isFinal } ?? false
        }
    }
  }

  /// The last question put on an item.
  package func question(on item: String) -> QuestionState? { questions.last { $0.put.item == item } }

  /// The motion before the meeting: the one whose question is open or that was last moved and is not decided, else the
  /// first that is left.
  package var motionBeforeTheMeeting: MotionState? {
    if let open = openQuestion, let reference = ItemReference(open.put.item), let motion = motion(reference.motion) {
      return motion
    }
    return motions.last { $0.isOpen && $0.isMoved } ?? motions.first { $0.isOpen }
  }
}
