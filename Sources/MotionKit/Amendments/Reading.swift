/// How the engine understood an instruction: the operations, and the sentence that says them back.
public struct Reading: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case understood, ambiguous
    case notFound = "not-found"
    case notUnderstood = "not-understood"
  }

  /// A place that may have been meant.
  public typealias Candidate = AddressCandidate

  /// A "so that it reads" with what the place would really read.
  public struct CheckResult: Hashable, Sendable {
    public var expected: String
    public var actual: String
    public var matches: Bool { expected == actual }

    public init(expected: String, actual: String) {
      self.expected = expected
      self.actual = actual
    }
  }

  public var verdict: Verdict
  public var operations: [Operation]
  /// House style; reads to the same operations.
  public var sentence: String
  public var candidates: [Candidate]
  public var check: CheckResult?
  public var checks: [Amendment.Check]
  public var requires: [String]
  public var fallsIf: [String]
  /// What was not understood, with its place in the instruction.
  public var findings: [Finding]

  public init(
    verdict: Verdict, operations: [Operation] = [], sentence: String = "", candidates: [Candidate] = [],
    check: CheckResult? = nil, checks: [Amendment.Check] = [], requires: [String] = [], fallsIf: [String] = [],
    findings: [Finding] = []
  ) {
    self.verdict = verdict
    self.operations = operations
    self.sentence = sentence
    self.candidates = candidates
    self.check = check
    self.checks = checks
    self.requires = requires
    self.fallsIf = fallsIf
    self.findings = findings
  }
}
