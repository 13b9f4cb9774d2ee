internal import MotionKit

extension State {
  /// Opens, stops, resumes or closes the meeting.
  package func changingSitting(
    _ kind: Sitting.Kind, title: String? = nil, chair: Person? = nil, until: String? = nil, reason: String? = nil,
    clockGiven: Bool = false
  ) throws(Refusal) -> Plan {
    if let refusal = impossible(kind) { throw refusal }
    var change = Sitting(
      kind, title: title, chair: chair, until: until, reason: reason, clockGiven: clockGiven)
    var plan = Plan()
    switch kind {
    case .opened: plan.says.append("The meeting is open\(title.map { ": \($0)" } ?? "").")
    case .closed:
      change.notTaken = notTaken
      plan.says.append("The meeting is closed.")
      if !change.notTaken.isEmpty { plan.says.append("Not taken: \(Audit.listed(change.notTaken)).") }
      for open in openQuestions { plan.says.append("The question on \(open.put.item) was put and not decided.") }
      for motion in motions where !motion.unsettled.isEmpty {
        plan.says += motion.unsettled.map { "Unsettled in \(motion.number): \($0.finding.message)" }
      }
    default:
      plan.says.append("The meeting is \(kind.rawValue)\(until.map { " until \($0)" } ?? "").")
    }
    plan.events = [.sitting(change)]
    return plan
  }

  private func impossible(_ kind: Sitting.Kind) -> Refusal? {
    switch (kind, sitting) {
    case (.opened, .open), (.opened, .suspended), (.opened, .adjourned):
      Refusal(
        "meeting-open", "A meeting is open already.",
        help: sitting == .open
          ? "Close it first: motions meeting close" : "Go on with it: motions meeting resume")
    case (.suspended, .open), (.adjourned, .open), (.closed, .open), (.closed, .suspended), (.closed, .adjourned),
      (.adjourned, .suspended), (.resumed, .suspended), (.resumed, .adjourned), (.opened, _):
      nil
    case (.resumed, .open): Refusal("meeting-open", "The meeting is open: there is nothing to resume.")
    default:
      Refusal(
        "no-meeting", sittingFlags().first?.message ?? "No meeting is open.",
        help: sitting == .suspended || sitting == .adjourned
          ? "Go on with it: motions meeting resume" : "Open one: motions meeting open")
    }
  }

  /// Motions and amendments that nobody has decided, in the order in which they would be taken.
  package var notTaken: [String] {
    motions.filter(\.isOpen).flatMap { motion in
      motion.orderOfTaking(orders).map { "\(motion.number)/\($0)" } + [motion.number]
    }
  }

  /// Records who is present, as figures.
  package func attending(room: Int?, online: Int?, entitled: Int?) throws(Refusal) -> Plan {
    guard room != nil || online != nil || entitled != nil else {
      throw Refusal("no-figures", "No figures were given.", help: "Give --room N, --online N, or both.")
    }
    let figures = Attendance(
      room: room ?? attendance?.room, online: online ?? attendance?.online,
      entitled: entitled ?? attendance?.entitled)
    var plan = Plan([.attendance(figures)])
    plan.says.append("Present: \(figures.spoken).")
    if let quorum = orders.votes.quorum {
      plan.says.append(quorumSentence(quorum, figures))
    }
    return plan
  }
}
