/// The text points at a number that two clauses have.
///
/// Where numbers begin again under each heading, a number alone is not enough; say under which heading it stands.
///
/// ```markdown
/// This branch notes:
///
/// 1. Fares rose in April.
///
/// This branch believes:
///
/// 1. Buses are for everybody.
///
/// This branch resolves:
///
/// - To publish the figures, as clause 1 shows.
/// ```
///
/// ```markdown
/// This branch notes:
///
/// 1. Fares rose in April.
///
/// This branch believes:
///
/// 1. Buses are for everybody.
///
/// This branch resolves:
///
/// - To publish the figures, as notes 1 shows.
/// ```
enum AmbiguousReferenceCheck: ReadingCheck {
  static let code = "ambiguous-reference"
}
