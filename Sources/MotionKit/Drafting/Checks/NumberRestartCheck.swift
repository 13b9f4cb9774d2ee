/// The numbers begin again at 1 although no heading comes before.
///
/// Under a heading of its own ("This branch resolves:") numbers may begin again; without one there would be two clauses of
/// one number and nothing to tell them apart. Either put a heading there, or let `motions check --fix` number on.
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 1. We ask the council to act.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 3. We ask the council to act.
/// ```
enum NumberRestartCheck: ReadingCheck {
  static let code = "number-restart"
}
