/// A motion has a title: without one nobody can find it on an agenda.
enum TitleCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let title = draft.document.title ?? ""
    guard title.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return [] }
    return [
      Finding(
        code: "missing-title", severity: .error, path: Path.title.text, message: "The motion has no title.",
        fix: "Write “title: …” between the lines of dashes at the top.")
    ]
  }
}
