/// The text points at a clause that is not there.
///
/// Somebody took the clause out, or counted wrongly. Only words that are sure to mean this text are looked at: "clause 7 of
/// the rule book" is somebody else's.
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. We object to the rise (see clause 7).
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. We object to the rise (see clause 1).
/// ```
enum DanglingReferenceCheck: ReadingCheck {
  static let code = "dangling-reference"
}
