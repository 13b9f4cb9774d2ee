/// How a body decides.
public struct VoteRules: Hashable, Sendable {
  /// When the quorum is looked at.
  public enum QuorumCheck: String, Hashable, Sendable, CaseIterable {
    case everyVote = "every-vote"
    /// Only when somebody asks.
    case challenge
    /// Once, when the meeting opens.
    case opening
  }

  /// `nil` for no quorum.
  public var quorum: Quorum?
  public var quorumCheck: QuorumCheck
  public var tie: TieRule
  /// Whether abstentions are asked for and recorded.
  public var recordsAbstentions: Bool
  public var amendments: Threshold
  /// Next business, that the vote be now taken, adjournment …
  public var procedural: Threshold
  /// Against a ruling of the chair.
  public var challenges: Threshold
  /// How many must support a challenge before it is put.
  public var challengeSupporters: Int
  /// To admit a motion that came late.
  public var lateMotions: Threshold
  /// To suspend standing orders.
  public var suspension: Threshold

  public init(
    quorum: Quorum? = nil, quorumCheck: QuorumCheck = .everyVote, tie: TieRule = .lost, recordsAbstentions: Bool = true,
    amendments: Threshold = .simpleMajority, procedural: Threshold = .simpleMajority,
    challenges: Threshold = Threshold(.twoThirds, atLeast: true), challengeSupporters: Int = 0,
    lateMotions: Threshold = Threshold(.twoThirds, atLeast: true),
    suspension: Threshold = Threshold(.twoThirds, atLeast: true)
  ) {
    self.quorum = quorum
    self.quorumCheck = quorumCheck
    self.tie = tie
    self.recordsAbstentions = recordsAbstentions
    self.amendments = amendments
    self.procedural = procedural
    self.challenges = challenges
    self.challengeSupporters = challengeSupporters
    self.lateMotions = lateMotions
    self.suspension = suspension
  }
}
