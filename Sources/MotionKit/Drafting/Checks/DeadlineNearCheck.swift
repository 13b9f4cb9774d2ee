/// The motion has to be sent in within a week.
///
/// With standing orders (`--rules`) that have routes, the deadline for motions of this kind is worked out and held against
/// today.
///
/// ```yaml
/// routes:
///   conference:
///     - stage: conference
///       body: Conference
///       action: submit
///       deadline:
///         all: until 2027-03-04 12:00
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// ```
enum DeadlineNearCheck: Check {
  static let code = "deadline-near"

  static func findings(in draft: Draft) -> [Finding] {
    let open = draft.deadlines.filter { $0.status != .late }
    guard let next = open.min(by: { $0.at < $1.at }), next.daysLeft <= draft.expectations.nearDays else { return [] }
    return [finding(.note, .near(next, draft.name))]
  }
}

extension CheckMessage {
  fileprivate static func near(_ deadline: Deadline, _ name: String) -> CheckMessage {
    let days = deadline.daysLeft
    let left = days <= 0 ? "This is the last day" : days == 1 ? "One day is left" : "\(days) days are left"
    return CheckMessage(
      "\(left) to send this \(name) in. \(deadline.rule)", instead: "Send it to the secretary before then.")
  }
}
