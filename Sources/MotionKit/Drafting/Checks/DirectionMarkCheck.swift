/// Marks that turn the direction of writing belong around words that run from right to left; elsewhere they can make a
/// text look other than it is.
enum DirectionMarkCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    draft.scalars { _, scalar, _ in HiddenCharacter.isDirectionMark(scalar) }
      .filter { found in
        let line = draft.document.line(containing: found.span.lowerBound)
        return !line.unicodeScalars.contains(where: HiddenCharacter.isRightToLeft)
      }
      .map { found in
        Finding(
          code: "direction-mark", severity: .warning, span: found.span,
          path: draft.document.path(at: found.span.lowerBound),
          message: "A mark that turns the direction of writing (\(HiddenCharacter.name(found.scalar))) stands here, "
            + "but no word of the line runs from right to left.",
          fix: "Delete it.", edit: SourceEdit(span: found.span, replacement: ""))
      }
  }
}
