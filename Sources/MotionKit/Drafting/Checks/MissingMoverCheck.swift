/// Nobody is named who moves the motion.
///
/// Somebody has to put a motion before the meeting. By standing orders (`--rules`) it is an error.
///
/// ```markdown
/// ---
/// title: Bus fares
/// seconder: Harbour branch
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
enum MissingMoverCheck: Check {
  static let code = "missing-mover"

  static func findings(in draft: Draft) -> [Finding] {
    guard draft.isFieldEmpty("mover"), draft.isFieldEmpty("movers") else { return [] }
    switch draft.expectations.mover {
    case .required: return [finding(.error, .unmoved(draft.name))]
    case .usual: return [finding(.warning, .unmoved(draft.name))]
    case .none: return []
    }
  }
}

extension CheckMessage {
  fileprivate static func unmoved(_ name: String) -> CheckMessage {
    CheckMessage(
      "Nobody is named who moves the \(name).", instead: "Write “mover: …” between the lines of dashes at the top.")
  }
}

extension Draft {
  /// Whether a field is not there, or has nothing but blanks behind its name.
  func isFieldEmpty(_ name: String) -> Bool {
    guard let value = document.fields[name] else { return true }
    return value.strings.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}
