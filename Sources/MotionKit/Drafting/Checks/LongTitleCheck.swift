/// The title is too long for an agenda.
///
/// A title is what the chair says when the motion is called. More than twenty words are a sentence, and belong in the text.
///
/// ```markdown
/// ---
/// title: That this branch deplores the recent rise in the price of bus tickets and asks the council to bring it down again at once
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
enum LongTitleCheck: Check {
  static let code = "long-title"

  static func findings(in draft: Draft) -> [Finding] {
    guard let title = draft.document.title else { return [] }
    let words = WordCounting.words(in: title)
    let limit = draft.expectations.titleLimit
    guard words > limit else { return [] }
    let span = draft.document.fields["title"]?.span ?? draft.document.titleNode.map { draft.document.nodes[$0].span }
    return [finding(.warning, .long(words, limit: limit), at: span, path: Path.title.text)]
  }
}

extension CheckMessage {
  fileprivate static func long(_ words: Int, limit: Int) -> CheckMessage {
    CheckMessage(
      "The title has \(words) words; more than \(limit) do not fit an agenda.",
      instead: "Say in a few words what the motion is about, and put the rest into a clause.")
  }
}
