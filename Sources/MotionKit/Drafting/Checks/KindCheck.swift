/// A body says which kinds of motion it takes.
enum KindCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let kind = draft.document.kind
    let admitted = draft.expectations.kinds ?? known
    guard !admitted.contains(where: { same($0, kind) }) else { return [] }
    let list = admitted.joined(separator: ", ")
    let nearest = PlainWords.nearest(to: kind, among: admitted)
    return [
      Finding(
        code: "kind-not-admitted", severity: draft.expectations.kinds == nil ? .warning : .error,
        span: draft.document.fields["kind"]?.span,
        message: draft.expectations.kinds == nil
          ? "“\(kind)” is no kind of motion that is known here." : "This body takes no motions of the kind “\(kind)”.",
        fix: nearest.map { "Write “kind: \($0)”." } ?? "It takes: \(list).")
    ]
  }

  private static let known = ["ordinary", "contemporary", "emergency", "rule change", "composite", "statement"]

  /// `rule-change`, `Rule change` and `rule_change` are one.
  private static func same(_ one: String, _ other: String) -> Bool {
    func plain(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.folded.map { $0 == "-" || $0 == "_" ? " " : $0 }
    }
    return plain(one) == plain(other)
  }
}
