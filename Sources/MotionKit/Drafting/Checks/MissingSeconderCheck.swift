/// Nobody is named who seconds the motion.
///
/// Most bodies do not discuss a motion that nobody seconds. Where the standing orders ask for a seconder it is an error;
/// where they ask for none for this kind (`seconder: false`) nothing is said.
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// ---
/// 1. Fares rose in April.
/// ```
///
/// ```markdown
/// ---
/// title: Bus fares
/// mover: Riverside branch
/// seconder: Harbour branch
/// ---
/// 1. Fares rose in April.
/// ```
enum MissingSeconderCheck: Check {
  static let code = "missing-seconder"

  static func findings(in draft: Draft) -> [Finding] {
    guard draft.isFieldEmpty("seconder") else { return [] }
    switch draft.expectations.seconder {
    case .required: return [finding(.error, .unseconded(draft.name))]
    case .usual: return [finding(.note, .unseconded(draft.name))]
    case .none: return []
    }
  }
}

extension CheckMessage {
  fileprivate static func unseconded(_ name: String) -> CheckMessage {
    CheckMessage(
      "Nobody is named who seconds the \(name).",
      instead: "Write “seconder: …” between the lines of dashes at the top.")
  }
}
