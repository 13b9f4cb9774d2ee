/// A character stands in the text that nobody sees.
///
/// Word processors and web pages leave soft hyphens, zero-width spaces and the like inside words. They look like nothing,
/// but an amendment that quotes the word does not find it. `motions check --fix` takes them out.
///
/// Joiners that shape the letters of Persian or Hindi, or make one emoji of several, are left alone.
///
/// ```markdown
/// 1. Fares for pen\u{AD}sioners rose\u{200B} in April.
/// ```
///
/// ```markdown
/// 1. Fares for pensioners rose in April.
/// ```
enum InvisibleCharacterCheck: Check {
  static let code = "invisible-character"

  static func findings(in draft: Draft) -> [Finding] {
    draft.scalars { previous, scalar, next in
      HiddenCharacter.isInvisible(scalar) || HiddenCharacter.isJoiner(scalar) && !HiddenCharacter.joins(previous, next)
    }.map { found in
      finding(
        .warning, .unseen(HiddenCharacter.name(found.scalar)), at: found.span,
        path: draft.document.path(at: found.span.lowerBound), replacement: "")
    }
  }
}

extension CheckMessage {
  fileprivate static func unseen(_ name: String) -> CheckMessage {
    CheckMessage(
      "A character stands here that nobody sees (\(name)); whoever quotes these words will not find them.",
      instead: "Delete it.")
  }
}
