/// Why an instruction could not be read: a question with the places that may be meant, words or clauses that are not
/// there, or a form of words that is not known.
struct Misreading: Error, Hashable {
  var verdict: Reading.Verdict
  var finding: Finding
  var candidates: [Reading.Candidate] = []

  init(verdict: Reading.Verdict, finding: Finding, candidates: [Reading.Candidate] = []) {
    self.verdict = verdict
    self.finding = finding
    self.candidates = candidates
  }

  /// A place that an instruction names and that could not be found.
  init(_ problem: PlaceProblem) {
    switch problem.kind {
    case .ambiguous: verdict = .ambiguous
    case .notFound: verdict = .notFound
    case .notUnderstood: verdict = .notUnderstood
    }
    finding = problem.finding
    candidates = problem.candidates
  }

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

extension PlaceResolver {
  /// Where an instruction acts.
  func spots(_ place: PlacePhrase, context: [Spot]) throws(Misreading) -> [Spot] {
    do throws(PlaceProblem) {
      return try resolve(place, context: context)
    } catch {
      throw Misreading(error)
    }
  }
}
