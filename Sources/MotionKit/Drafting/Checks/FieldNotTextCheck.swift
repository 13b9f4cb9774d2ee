/// A field that is text would be read as something else by other programs.
///
/// `No` is not a name to them but the opposite of yes, `12:00` is 720, and `1.0` is 1. With quotation marks a value is what
/// it is; `motions check --fix` puts them there.
///
/// ```markdown
/// ---
/// title: 2030
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: "2030"
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum FieldNotTextCheck: ReadingCheck {
  static let code = "field-not-text"
}
