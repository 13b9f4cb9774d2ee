/// The motion has no title.
///
/// A title is how a motion is found on an agenda and in the minutes. It is a field at the top, or the first heading of the
/// text (`# Bus fares`).
///
/// ```markdown
/// ---
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum MissingTitleCheck: Check {
  static let code = "missing-title"

  static func findings(in draft: Draft) -> [Finding] {
    let title = draft.document.title ?? ""
    guard title.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return [] }
    return [finding(.error, .untitled, path: Path.title.text)]
  }
}

extension CheckMessage {
  fileprivate static let untitled = CheckMessage(
    "The motion has no title.", instead: "Write “title: …” between the lines of dashes at the top.")
}
