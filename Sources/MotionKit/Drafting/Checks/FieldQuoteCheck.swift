/// A quotation mark opens the value of a field and none closes it.
///
/// ```markdown
/// ---
/// title: "Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: "Bus fares"
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldQuoteCheck: ReadingCheck {
  static let code = "field-quote"
}
