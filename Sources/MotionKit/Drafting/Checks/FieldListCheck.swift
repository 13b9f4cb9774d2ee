/// A list on one line is opened with a bracket, and none closes it.
///
/// ```markdown
/// ---
/// title: Bus fares
/// movers: [Ann Jones, Raj Patel
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// movers: [Ann Jones, Raj Patel]
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldListCheck: ReadingCheck {
  static let code = "field-list"
}
