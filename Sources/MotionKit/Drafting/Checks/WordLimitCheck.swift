/// Standing orders limit a motion's words.
enum WordLimitCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    guard let limit = draft.expectations.wordLimit else { return [] }
    let words = draft.words
    guard words > limit else { return [] }
    let over = words - limit
    return [
      Finding(
        code: "word-limit", severity: .error,
        message: "The motion has \(words) words, \(over) more than the \(limit) that are allowed.",
        fix: "Leave out \(over == 1 ? "one word" : "\(over) words") or more.")
    ]
  }
}
