/// A number is there twice.
///
/// An amendment to "clause 2" would have two clauses to choose from. `motions check --fix` gives the second one the next
/// number, and those behind it follow.
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 2. We object.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 3. We object.
/// ```
enum NumberRepeatedCheck: ReadingCheck {
  static let code = "number-repeated"
}
