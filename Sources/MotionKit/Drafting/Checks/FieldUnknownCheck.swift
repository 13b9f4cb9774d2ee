/// A field has a name that means nothing here.
///
/// It is kept. Look whether it is a slip: `seconder`, not `secunder`.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// colour: green
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldUnknownCheck: ReadingCheck {
  static let code = "field-unknown"
}
