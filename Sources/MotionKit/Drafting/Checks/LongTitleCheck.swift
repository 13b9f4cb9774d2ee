/// A title is what an agenda and a chair say; a sentence is too long for that.
enum LongTitleCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    guard let title = draft.document.title else { return [] }
    let words = WordCounting.words(in: title)
    guard words > draft.expectations.titleLimit else { return [] }
    let node = draft.document.titleNode.map { draft.document.nodes[$0].span }
    return [
      Finding(
        code: "long-title", severity: .warning, span: draft.document.fields["title"]?.span ?? node,
        path: Path.title.text,
        message: "The title has \(words) words; more than \(draft.expectations.titleLimit) do not fit an agenda.",
        fix: "Say in a few words what the motion is about, and put the rest into a clause.")
    ]
  }
}
