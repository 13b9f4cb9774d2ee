/// Something stands in a field that is YAML, but more of it than a motion needs.
///
/// Fields have names and values, lists and lists on one line. What goes beyond that is not read, so that every program
/// reads the same from them.
///
/// ```markdown
/// ---
/// title: Bus fares
/// movers: [Ann Jones, [Raj Patel]]
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
enum FieldUnsupportedCheck: ReadingCheck {
  static let code = "field-unsupported"
}
