/// A number is left out.
///
/// In a draft the numbers follow one another, so that everybody in the meeting means the same clause by "clause 3". A list
/// inside a clause begins with its first number or letter.
///
/// `motions check --fix` gives the clauses their numbers, and the words that point at them follow. Where a text is
/// circulated (`numbering: frozen`), numbers are left alone: there a gap shows that something was taken out.
///
/// ```markdown
/// 1. Fares rose in April.
/// 3. Members noticed.
/// 4. We object to what clause 3 says.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 3. We object to what clause 2 says.
/// ```
enum NumberGapCheck: ReadingCheck {
  static let code = "number-gap"
}
