/// A mark that turns the direction of writing stands where nothing runs from right to left.
///
/// Such marks belong around Arabic or Hebrew words in an English line. Elsewhere they come with a paste, or somebody put
/// them there to make a text look other than it is: what stands after one can be shown back to front. `motions check --fix`
/// takes them out.
///
/// ```markdown
/// 1. To pay \u{202E}no more than £250.
/// ```
///
/// ```markdown
/// 1. To pay no more than £250.
/// ```
enum DirectionMarkCheck: Check {
  static let code = "direction-mark"

  static func findings(in draft: Draft) -> [Finding] {
    draft.scalars { _, scalar, _ in HiddenCharacter.isDirectionMark(scalar) }
      .filter { found in
        // Nobody needs to force the direction of whole words; around words that run that way the rest have a use.
        if HiddenCharacter.forcesDirection(found.scalar) { return true }
        let line = draft.document.line(containing: found.span.lowerBound)
        return !line.unicodeScalars.contains(where: HiddenCharacter.isRightToLeft)
      }
      .map { found in
        finding(
          .warning, .turning(HiddenCharacter.name(found.scalar)), at: found.span,
          path: draft.document.path(at: found.span.lowerBound), replacement: "")
      }
  }
}

extension CheckMessage {
  fileprivate static func turning(_ name: String) -> CheckMessage {
    CheckMessage(
      "A mark that nobody sees (\(name)) turns the direction of writing here; what follows it may be shown back to front.",
      instead: "Delete it.")
  }
}
