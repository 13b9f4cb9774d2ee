/// A number such as 2A stands in a draft.
///
/// 2A is what a clause is called that comes in between 2 and 3 once the text has been sent round and its numbers can no
/// longer change. As long as a text is a draft, nothing needs such a number. A text that has been sent round says
/// `numbering: frozen` between the lines of dashes.
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 2A. They walk.
/// 3. We object.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 3. They walk.
/// 4. We object.
/// ```
enum NumberInsertedCheck: ReadingCheck {
  static let code = "number-inserted"
}
