/// The motion notes and believes, and asks nobody to do anything.
///
/// If it is carried, nothing follows. Nothing is said of a statement (`kind: statement`), nor of a text without headings
/// such as “This branch notes:”.
///
/// ```markdown
/// This branch notes:
///
/// 1. Bus fares rose in April.
/// ```
///
/// ```markdown
/// This branch notes:
///
/// 1. Bus fares rose in April.
///
/// This branch resolves:
///
/// 2. To write to the council in May.
/// ```
enum ResolvesNothingCheck: Check {
  static let code = "resolves-nothing"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    guard MotionKind.normalized(document.kind) != "statement", document.nodes.contains(where: { $0.kind == .clause })
    else { return [] }
    var notes = false
    for index in document.nodes.indices {
      let isSection = document.nodes[index].kind == .section
      let words = SectionWords.words(of: isSection ? document.heading(of: index) : document.text(of: index))
      if words.contains(where: { SectionWords.acting.contains($0) }) { return [] }
      if isSection, words.contains(where: { SectionWords.noting.contains($0) }) { notes = true }
    }
    guard notes, let last = document.nodes.last else { return [] }
    return [finding(.warning, .resolvesNothing, at: last.span, path: last.path.text)]
  }
}

extension CheckMessage {
  fileprivate static let resolvesNothing = CheckMessage(
    "The motion notes or believes something, but nothing is resolved: nobody is asked to do anything.",
    instead: "Add “This meeting resolves:” and a clause that says who does what, and by when.")
}
