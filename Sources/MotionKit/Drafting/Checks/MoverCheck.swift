/// Somebody has to move a motion.
enum MoverCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    guard draft.isFieldEmpty("mover") else { return [] }
    return [
      Finding(
        code: "missing-mover", severity: draft.expectations.requiresMover ? .error : .warning,
        message: "Nobody is named who moves the motion.",
        fix: "Write “mover: …” between the lines of dashes at the top.")
    ]
  }
}

extension Draft {
  func isFieldEmpty(_ name: String) -> Bool {
    guard let value = document.fields[name] else { return true }
    return value.strings.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}
