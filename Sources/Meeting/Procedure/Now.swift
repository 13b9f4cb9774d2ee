internal import MotionKit

/// Where the meeting is: the question, on which text, what is left and in which order, the words, who is present.
package struct Now: Sendable {
  package struct Line: Sendable {
    package var item: String
    package var words: String
    /// How it stands to the text as it now is, where that is not as it was submitted.
    package var now: [String] = []
    package var rebased: Rebased?
  }

  package var sitting: State.SittingState
  package var sittingTitle: String?
  package var until: String?
  package var attendance: Attendance?
  package var quorum: String?
  /// Open questions, the innermost last.
  package var questions: [QuestionState]
  package var motion: MotionState?
  package var motionTitle: String?
  /// Amendments of the motion before the meeting still to be taken, in order.
  package var amendmentsLeft: [Line]
  /// Other motions not yet decided.
  package var motionsLeft: [Line]
  package var notAdmitted: [Line]
  package var words: Int?
  package var wordLimit: Int?
  package var unsettled: [String]
  package var inQuestion: [String]
  /// Amendments carried whose words have nothing to stand in any more.
  package var groundless: [Line] = []
  /// What to do next, as a command.
  package var next: String?
  /// The text before the meeting.
  package var text: TextName?
}

extension State {
  package var now: Now {
    let motion = motionBeforeTheMeeting
    let open = openQuestions
    let asked = Set(open.map(\.put.item))
    let left = (motion?.orderOfTaking(orders) ?? []).filter { name in
      !asked.contains("\(motion?.number ?? "")/\(name)")
    }
    let lines = left.compactMap { name -> Now.Line? in
      guard let motion, let amendment = motion.amendment(name) else { return nil }
      return Now.Line(
        item: amendment.item, words: amendment.received.sentence, now: motion.asItNowStands(name),
        rebased: motion.rebased(name))
    }
    let text = motion?.textNow
    let words = motion?.fileNow.map { orders.words(of: Document(parsing: $0)) }
    var now = Now(
      sitting: sitting, sittingTitle: sittingTitle, until: sittingUntil, attendance: attendance,
      quorum: orders.votes.quorum.flatMap { quorum in attendance.map { quorumSentence(quorum, $0) } }, questions: open,
      motion: motion, motionTitle: motion?.titleNow, amendmentsLeft: lines,
      motionsLeft: motions.filter { $0.isOpen && $0.number != motion?.number }.map {
        Now.Line(item: $0.number, words: $0.titleNow ?? "without a title")
      },
      notAdmitted: motions.flatMap { motion -> [Now.Line] in
        let own =
          motion.standing == .notAdmitted
          ? [Now.Line(item: motion.number, words: "\(motion.titleNow.map { "\($0) " } ?? "")(\(motion.words))")] : []
        return own
          + motion.amendments.filter { $0.standing == .notAdmitted }.map {
            Now.Line(item: $0.item, words: "(\($0.words))")
          }
      },
      words: words, wordLimit: motion.flatMap { orders.wordLimit(forKind: $0.received.kind) },
      unsettled: motions.flatMap { motion in motion.unsettled.map { "\(motion.number): \($0.finding.message)" } },
      inQuestion: items(ofQuestions: inQuestion.map(\.seq)), next: nil, text: text.map { TextName(of: $0) })
    now.groundless = motions.flatMap { motion in
      motion.groundless.map { Now.Line(item: "\(motion.number)/\($0.name)", words: $0.reason) }
    }
    now.next = nextCommand(now)
    return now
  }

  private func nextCommand(_ now: Now) -> String? {
    switch sitting {
    case .none, .closed: return motions.contains(where: \.isOpen) ? "motions meeting open" : nil
    case .suspended, .adjourned: return "motions meeting resume"
    case .open: break
    }
    if attendance == nil { return "motions meeting present --room N --online N" }
    if let open = now.questions.last {
      let count = open.lastCount
      if let count, rule(of: open.put).decide(count.figures).missing.contains(.castingVote) {
        return "motions casting \(open.put.item) --for, or --against"
      }
      return "motions vote \(open.put.item) --for N --against N"
    }
    if let amendment = now.amendmentsLeft.first { return "motions put \(amendment.item)" }
    if let motion = now.motion { return "motions put \(motion.number)" }
    return "motions meeting close"
  }

}
