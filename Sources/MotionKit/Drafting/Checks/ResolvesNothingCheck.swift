/// A motion that only notes and believes leaves nothing to do when it is carried.
enum ResolvesNothingCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    guard document.kind != "statement", document.nodes.contains(where: { $0.kind == .clause }) else { return [] }
    var isMotion = false
    for index in document.nodes.indices {
      let words = document.nodes[index].kind == .section ? document.heading(of: index) : document.text(of: index)
      let names = SectionWords.words(of: words)
      if names.contains(where: { SectionWords.acting.contains($0) }) { return [] }
      if document.nodes[index].kind == .section, names.contains(where: { SectionWords.noting.contains($0) }) {
        isMotion = true
      }
    }
    guard isMotion else { return [] }
    return [
      Finding(
        code: "resolves-nothing", severity: .warning, span: document.nodes.last?.span,
        message: "The motion notes or believes something, but nothing is resolved: nobody is asked to do anything.",
        fix: "Add “This meeting resolves:” and a clause that says who does what, and by when.")
    ]
  }
}
