/// A field at the top is set in with a tab.
///
/// Programs disagree how wide a tab is; use blanks.
///
/// ```markdown
/// ---
/// title: Bus fares
/// movers:
/// \u{9}- Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// movers:
///   - Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldTabCheck: ReadingCheck {
  static let code = "field-tab"
}
