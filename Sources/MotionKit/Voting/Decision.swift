/// What the figures decide under the rules, and why.
public struct Decision: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case carried, lost
    /// The rule takes a figure, or a casting vote, that is not there.
    case undecided
    /// Too few were present.
    case inquorate
  }

  /// What is said of a result beside its figures.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    /// None against; some abstained, or nobody counted the abstentions.
    case nemCon = "nem con"
    /// None against and none abstaining.
    case unanimous
    /// By the chair's casting vote.
    case castingVote = "casting vote"
  }

  /// What a decision waits for.
  public enum Missing: Hashable, Sendable {
    case figure(Count.Figure)
    case castingVote
  }

  public var outcome: Outcome
  /// `41 for of 53 votes: more than half`.
  public var reason: String
  public var label: Label?
  public var missing: [Missing]
  /// What does not fit together in the figures.
  public var findings: [Finding]

  public init(
    _ outcome: Outcome, reason: String, label: Label? = nil, missing: [Missing] = [], findings: [Finding] = []
  ) {
    self.outcome = outcome
    self.reason = reason
    self.label = label
    self.missing = missing
    self.findings = findings
  }
}
