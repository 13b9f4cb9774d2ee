/// The motion is longer than the standing orders allow.
///
/// The limit is set for each kind (`word-limit`). A word is what word processors count: anything between blanks with a
/// letter or digit in it. What counts is a setting of the body, under `word-count`, because bodies differ:
///
/// | setting | counts | unless set |
/// |---|---|---|
/// | `title` | the title | `false` |
/// | `headings` | headings and lines such as “This branch notes:” | `true` |
/// | `labels` | numbers and letters of clauses, each as a word | `false` |
/// | `recitals` | “Whereas …”, “Having regard to …” | `true` |
/// | `quotes` | quoted text, such as the old and new wording of a rule | `true` |
/// | `tables` | tables, and text kept as it stands | `true` |
/// | `instructions` | of an amendment, “In clause 2 delete” too | `false` |
/// | `deleted` | of an amendment, the words it takes out too | `false` |
/// | `amendment-limit` | how many words an amendment may have | none |
///
/// ```yaml
/// kinds:
///   ordinary:
///     word-limit: 12
/// word-count:
///   headings: false
/// ```
///
/// ```markdown
/// This branch notes:
///
/// 1. Bus fares, which were high, rose again in April.
///
/// This branch resolves:
///
/// 2. To campaign for a fares freeze.
/// ```
///
/// ```markdown
/// This branch notes:
///
/// 1. Bus fares rose in April.
///
/// This branch resolves:
///
/// 2. To campaign for a fares freeze.
/// ```
enum WordLimitCheck: Check {
  static let code = "word-limit"

  static func findings(in draft: Draft) -> [Finding] {
    guard let limit = draft.wordLimit else { return [] }
    let words = draft.words
    guard words > limit else { return [] }
    if draft.isAmendment { return [finding(.error, .over(words, limit: limit, draft.expectations.amendmentWords))] }
    return [finding(.error, .over(words, limit: limit, draft.expectations.counting))]
  }
}

extension CheckMessage {
  fileprivate static func over(_ words: Int, limit: Int, _ counting: WordCounting) -> CheckMessage {
    let out = [
      (counting.title, "the title"), (counting.headings, "headings"), (counting.labels, "the numbers of clauses"),
      (counting.recitals, "recitals"), (counting.quotes, "quoted text"), (counting.raw, "tables"),
    ].filter { !$0.0 }.map(\.1)
    return over("The motion has", words, limit: limit, notCounted: out)
  }

  fileprivate static func over(_ words: Int, limit: Int, _ rules: WordRules) -> CheckMessage {
    let out = [(rules.countsInstructions, "its instructions"), (rules.countsDeleted, "the words it takes out")]
      .filter { !$0.0 }.map(\.1)
    return over(
      rules.countsInstructions || rules.countsDeleted ? "The amendment has" : "The amendment adds", words, limit: limit,
      notCounted: out)
  }

  private static func over(_ subject: String, _ words: Int, limit: Int, notCounted out: [String]) -> CheckMessage {
    let over = words - limit
    return CheckMessage(
      "\(subject) \(words) words, \(over) more than the \(limit) that are allowed.",
      instead: "Leave out \(over == 1 ? "one word" : "\(over) words") or more."
        + (out.isEmpty ? "" : " Not counted: \(PlainWords.list(out))."))
  }
}
