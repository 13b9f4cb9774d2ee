/// Why a place could not be found: a question with the places that may be meant, nothing there, or words that name no
/// place.
struct PlaceProblem: Error, Hashable {
  enum Kind: Hashable, Sendable { case ambiguous, notFound, notUnderstood }

  var kind: Kind
  var finding: Finding
  /// Of an ambiguous name what may be meant; of what is not there the nearest.
  var candidates: [AddressCandidate]

  static func notUnderstood(_ span: Range<Int>, _ message: String, fix: String? = nil) -> PlaceProblem {
    PlaceProblem(.notUnderstood, span, "not-understood", message, fix, [])
  }

  static func notFound(
    _ span: Range<Int>, _ code: String, _ message: String, fix: String? = nil, candidates: [AddressCandidate] = []
  ) -> PlaceProblem {
    PlaceProblem(.notFound, span, code, message, fix, candidates)
  }

  static func ambiguous(
    _ span: Range<Int>, _ code: String, _ message: String, fix: String? = nil, candidates: [AddressCandidate]
  ) -> PlaceProblem {
    PlaceProblem(.ambiguous, span, code, message, fix, candidates)
  }

  private init(
    _ kind: Kind, _ span: Range<Int>, _ code: String, _ message: String, _ fix: String?,
    _ candidates: [AddressCandidate]
  ) {
    self.kind = kind
    self.candidates = candidates
    finding = Finding(code: code, severity: .error, span: span, message: message, fix: fix)
  }
}
