/// Most bodies do not discuss a motion that nobody seconds.
enum SeconderCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    guard draft.isFieldEmpty("seconder") else { return [] }
    return [
      Finding(
        code: "missing-seconder", severity: draft.expectations.requiresSeconder ? .error : .note,
        message: "Nobody is named who seconds the motion.",
        fix: "Write “seconder: …” between the lines of dashes at the top.")
    ]
  }
}
