/// Fields stand inside fields more than six deep.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// from:
///   a:
///     b:
///       c:
///         d:
///           e:
///             f: too deep
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// from: the branch meeting
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldDepthCheck: ReadingCheck {
  static let code = "field-depth"
}
