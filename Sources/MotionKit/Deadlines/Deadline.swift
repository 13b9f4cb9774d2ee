/// The last moment for something on a route, and why it is then.
public struct Deadline: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case open, late
    /// Not past, and on this very day.
    case today
  }

  public var route: String
  public var stage: String
  public var body: String
  /// `nil` where all kinds are alike.
  public var kind: String?
  public var action: Stage.Action
  public var at: Instant
  /// Whether the moment itself is in time.
  public var isInclusive: Bool
  /// The rule it comes from, as a sentence.
  public var rule: String
  /// The chain of reasons, from the end of the route back to here.
  public var because: [String]
  public var status: Status
  /// Days of the calendar until then; negative once past.
  public var daysLeft: Int
  /// Once late: what can still be done.
  public var remedies: [String]

  public init(
    route: String, stage: String, body: String, kind: String? = nil, action: Stage.Action, at: Instant,
    inclusive: Bool = true, rule: String, because: [String] = [], status: Status = .open, daysLeft: Int = 0,
    remedies: [String] = []
  ) {
    self.route = route
    self.stage = stage
    self.body = body
    self.kind = kind
    self.action = action
    self.at = at
    self.isInclusive = inclusive
    self.rule = rule
    self.because = because
    self.status = status
    self.daysLeft = daysLeft
    self.remedies = remedies
  }

  /// Whether something that arrives at a moment is in time.
  public func admits(_ moment: Instant) -> Bool { isInclusive ? moment <= at : moment < at }
}
