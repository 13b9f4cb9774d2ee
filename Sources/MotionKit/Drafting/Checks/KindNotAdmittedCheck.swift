/// The motion is of a kind that the body does not take.
///
/// Which kinds there are is said in the standing orders. Without them a kind that is none of the usual ones (ordinary,
/// contemporary, emergency, rule change, composite, statement) is a warning.
///
/// ```yaml
/// kinds:
///   ordinary:
///     prefix: M
///   emergency:
///     prefix: E
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// kind: emergancy
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// kind: emergency
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum KindNotAdmittedCheck: Check {
  static let code = "kind-not-admitted"

  static func findings(in draft: Draft) -> [Finding] {
    let kind = draft.document.kind
    let admitted = draft.expectations.kinds ?? usual
    guard !admitted.contains(where: { MotionKind.normalized($0) == MotionKind.normalized(kind) }) else { return [] }
    let isRule = draft.expectations.kinds != nil
    return [
      finding(
        isRule ? .error : .warning, .notAdmitted(kind, admitted: admitted, isRule: isRule),
        at: draft.document.fields["kind"]?.span)
    ]
  }

  private static let usual = ["ordinary", "contemporary", "emergency", "rule change", "composite", "statement"]
}

extension CheckMessage {
  fileprivate static func notAdmitted(_ kind: String, admitted: [String], isRule: Bool) -> CheckMessage {
    CheckMessage(
      isRule
        ? "This body takes no motions of the kind “\(kind)”."
        : "“\(kind)” is none of the usual kinds of motion.",
      instead: PlainWords.nearest(to: kind, among: admitted).map { "Write “kind: \($0)”." }
        ?? "Write one of these: \(PlainWords.list(admitted, "or")).")
  }
}
