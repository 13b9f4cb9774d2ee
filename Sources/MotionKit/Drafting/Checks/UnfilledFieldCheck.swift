/// Something of a model motion was not filled in.
///
/// A model has places in double braces for what differs from body to body. `motions new` asks for each; what was left has
/// to be written before the motion is sent.
///
/// ```markdown
/// 1. The last bus to {{place}} leaves at eight.
/// ```
///
/// ```markdown
/// 1. The last bus to Northgate leaves at eight.
/// ```
enum UnfilledFieldCheck: Check {
  static let code = "unfilled-field"

  static func findings(in draft: Draft) -> [Finding] {
    // A model declares its own fields; there they belong.
    guard draft.document.fields["fields"] == nil else { return [] }
    return Placeholder.all(in: draft.document.bytes).map { placeholder in
      finding(
        .error, .unfilled(placeholder.name), at: placeholder.span,
        path: draft.document.path(at: placeholder.span.lowerBound))
    }
  }
}

extension CheckMessage {
  fileprivate static func unfilled(_ name: String) -> CheckMessage {
    CheckMessage(
      "“\(name)” is still to be filled in.", instead: "Write your own words in the place of {{\(name)}}.")
  }
}
