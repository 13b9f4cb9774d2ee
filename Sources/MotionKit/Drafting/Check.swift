/// One rule that a motion is held against: one file in `Checks`, one test, one page of the documentation.
///
/// The page is made of the comment above the type: what the rule says and why, a text that breaks it (the first block),
/// rules where it needs some (a block of yaml), and the text mended (the last block).
package protocol Check: SendableMetatype {
  /// A stable name, such as `number-gap`.
  static var code: String { get }
  static func findings(in draft: Draft) -> [Finding]
}

/// A rule that the parser looks after while it reads; what it found is handed on.
protocol ReadingCheck: Check {}

extension ReadingCheck {
  static func findings(in draft: Draft) -> [Finding] { draft.reading.filter { $0.code == code } }
}

/// What a check says to a person.
struct CheckMessage {
  /// The fault, in one sentence.
  var text: String
  /// What to write instead.
  var instead: String

  init(_ text: String, instead: String) {
    self.text = text
    self.instead = instead
  }
}

extension Check {
  /// A finding of this check; `replacement` is put in the place of `span` where that is safe to do without asking, or
  /// `edit` is made where it changes other bytes than those that are shown.
  static func finding(
    _ severity: Finding.Severity, _ message: CheckMessage, at span: Range<Int>? = nil, path: String? = nil,
    replacement: String? = nil, edit: SourceEdit? = nil
  ) -> Finding {
    var edit = edit
    if let span, let replacement { edit = SourceEdit(span: span, replacement: replacement) }
    return Finding(
      code: code, severity: severity, span: span, path: path, message: message.text, fix: message.instead, edit: edit)
  }
}

extension Draft {
  /// Every rule; their order is that of what they say of one place.
  package static let checks: [any Check.Type] = [
    FrontMatterOpenCheck.self, FieldIndentCheck.self, FieldTabCheck.self, FieldSyntaxCheck.self,
    FieldQuoteCheck.self, FieldListCheck.self, FieldUnsupportedCheck.self, FieldDepthCheck.self,
    FieldTwiceCheck.self, FieldEmptyCheck.self, FieldNotTextCheck.self, FieldUnknownCheck.self,
    FieldUnknownValueCheck.self, MissingTitleCheck.self, LongTitleCheck.self, MissingMoverCheck.self,
    MissingSeconderCheck.self, KindNotAdmittedCheck.self, WordLimitCheck.self, DeadlinePassedCheck.self,
    DeadlineNearCheck.self, NumberGapCheck.self, NumberRepeatedCheck.self, NumberOrderCheck.self,
    NumberRestartCheck.self, NumberInsertedCheck.self, MixedMarkersCheck.self, MarkdownMergeCheck.self,
    MarkdownNumberCheck.self, CodeBlockCheck.self, InlineListCheck.self, DanglingReferenceCheck.self,
    AmbiguousReferenceCheck.self, UnfilledFieldCheck.self, ResolvesNothingCheck.self, InvalidUtf8Check.self,
    InvisibleCharacterCheck.self, DirectionMarkCheck.self, MixedQuotesCheck.self, UnclosedQuoteCheck.self,
    RepeatedWordCheck.self,
  ]

  /// Rules of a whole motion. The text of an amendment is instructions: its numbers and the clauses it speaks of are
  /// those of the motion that it amends.
  static let checksOfMotions: Set<String> = [
    MissingTitleCheck.code, LongTitleCheck.code, KindNotAdmittedCheck.code, NumberGapCheck.code,
    NumberRepeatedCheck.code, NumberOrderCheck.code, NumberRestartCheck.code, NumberInsertedCheck.code,
    MixedMarkersCheck.code, MarkdownMergeCheck.code, MarkdownNumberCheck.code, CodeBlockCheck.code,
    InlineListCheck.code, DanglingReferenceCheck.code, AmbiguousReferenceCheck.code, ResolvesNothingCheck.code,
  ]
}
