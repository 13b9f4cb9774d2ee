/// A field is there twice.
///
/// Only one can hold. Two people who move a motion together are `movers:` with a line for each.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// mover: Harbour branch
/// seconder: Hill branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Hill branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldTwiceCheck: ReadingCheck {
  static let code = "field-twice"
}
