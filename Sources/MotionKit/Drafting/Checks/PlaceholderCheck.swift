/// What a model motion left to be filled in.
enum PlaceholderCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    // A model declares its own fields; there they belong.
    guard draft.document.fields["fields"] == nil else { return [] }
    return Placeholder.all(in: draft.document.bytes).map { placeholder in
      Finding(
        code: "unfilled-field", severity: .error, span: placeholder.span,
        path: draft.document.path(at: placeholder.span.lowerBound),
        message: "“\(placeholder.name)” is still to be filled in.",
        fix: "Write your own words in the place of {{\(placeholder.name)}}.")
    }
  }
}
