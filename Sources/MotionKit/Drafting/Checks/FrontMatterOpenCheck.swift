/// The fields at the top begin with a line of dashes, and no such line ends them.
///
/// Title, mover and seconder stand between two lines of three dashes. Without the second one everything is text, and the
/// motion has no title.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
///
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
///
/// 1. Fares rose in April.
/// ```
enum FrontMatterOpenCheck: ReadingCheck {
  static let code = "front-matter-open"
}
