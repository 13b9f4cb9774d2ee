/// Why an instruction could not be read: a question with the places that may be meant, words or clauses that are not
/// there, or a form of words that is not known.
struct Misreading: Error, Hashable {
  var verdict: Reading.Verdict
  var finding: Finding
  var candidates: [Reading.Candidate] = []

  static func notUnderstood(_ span: Range<Int>, _ message: String, fix: String? = nil) -> Misreading {
    Misreading(
      verdict: .notUnderstood,
      finding: Finding(code: "not-understood", severity: .error, span: span, message: message, fix: fix))
  }

  static func notFound(
    _ span: Range<Int>, _ code: String, _ message: String, fix: String? = nil,
    candidates: [Reading.Candidate] = [], path: String? = nil
  ) -> Misreading {
    Misreading(
      verdict: .notFound,
      finding: Finding(code: code, severity: .error, span: span, path: path, message: message, fix: fix),
      candidates: candidates)
  }

  static func ambiguous(
    _ span: Range<Int>, _ code: String, _ message: String, fix: String? = nil, candidates: [Reading.Candidate]
  ) -> Misreading {
    Misreading(
      verdict: .ambiguous,
      finding: Finding(code: code, severity: .error, span: span, message: message, fix: fix),
      candidates: candidates)
  }
}
