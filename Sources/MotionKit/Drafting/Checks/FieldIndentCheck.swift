/// A field at the top begins further in than the fields around it.
///
/// How far a line is set in says what it belongs to. The fields of a motion begin at the margin.
///
/// ```markdown
/// ---
/// title: Bus fares
///   mover: Riverside branch
/// seconder: Harbour branch
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
enum FieldIndentCheck: ReadingCheck {
  static let code = "field-indent"
}
