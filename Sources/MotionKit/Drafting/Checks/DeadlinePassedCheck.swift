/// The motion comes too late for every meeting that could take it.
///
/// With standing orders (`--rules`) that have routes, the deadline for motions of this kind is worked out and held against
/// today. Nothing is said if there is a route on which it is still in time; `motions deadlines` shows them all.
///
/// ```yaml
/// routes:
///   conference:
///     - stage: conference
///       body: Conference
///       action: submit
///       deadline:
///         all: until 2027-02-26 12:00
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// ```
enum DeadlinePassedCheck: Check {
  static let code = "deadline-passed"

  static func findings(in draft: Draft) -> [Finding] {
    let deadlines = draft.deadlines
    guard let last = deadlines.max(by: { $0.at < $1.at }), deadlines.allSatisfy({ $0.status == .late }) else {
      return []
    }
    return [finding(.warning, .late(last, draft.name))]
  }
}

extension CheckMessage {
  fileprivate static func late(_ deadline: Deadline, _ name: String) -> CheckMessage {
    CheckMessage(
      "It is too late to send this \(name) in. \(deadline.rule)",
      instead: deadline.remedies.isEmpty
        ? "Ask the secretary whether it can be taken late." : deadline.remedies.joined(separator: " "))
  }
}
