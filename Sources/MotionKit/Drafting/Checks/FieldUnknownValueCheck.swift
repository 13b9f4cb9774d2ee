/// A field that takes one of a few words has another one.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// numbering: fixed
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// numbering: frozen
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldUnknownValueCheck: ReadingCheck {
  static let code = "field-unknown-value"
}
