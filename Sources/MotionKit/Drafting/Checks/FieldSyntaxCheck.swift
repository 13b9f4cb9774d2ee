/// A line at the top is no field: it has no name with a colon behind it.
///
/// A colon inside a value needs quotation marks around the value, or other programs read something else than you wrote.
///
/// ```markdown
/// ---
/// title: Buses: what they cost
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: "Buses: what they cost"
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldSyntaxCheck: ReadingCheck {
  static let code = "field-syntax"
}
