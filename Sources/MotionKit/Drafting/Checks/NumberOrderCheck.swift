/// A number stands after a greater one.
///
/// That happens when a clause is moved and keeps its number. The clauses stay where they are and are numbered as they
/// stand; if the clause was to be elsewhere, move it before you let `motions check --fix` do that.
///
/// ```markdown
/// 1. Fares rose in April.
/// 3. We object.
/// 2. Members noticed.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. We object.
/// 3. Members noticed.
/// ```
enum NumberOrderCheck: ReadingCheck {
  static let code = "number-order"
}
