/// What a body expects of a motion; without standing orders, what every body does.
public struct Expectations: Hashable, Sendable {
  /// Whether somebody has to be named.
  public enum Need: Hashable, Sendable {
    /// The rules ask for it: without it the motion is not in order.
    case required
    /// Nobody said; most bodies ask for it.
    case usual
    case none
  }

  /// The most words a motion may have; nil where nobody set a limit.
  public var wordLimit: Int?
  /// What counts towards it.
  public var counting: WordCounting
  /// The limit of amendments, and whether their instructions and the words they take out count.
  public var amendmentWords: WordRules
  /// The kinds the body admits; nil where nobody said.
  public var kinds: [String]?
  public var mover: Need
  public var seconder: Need
  /// The most words of a title that still fits an agenda.
  public var titleLimit: Int
  /// By when motions of this kind must reach each body that could take it, worked out for the moment of the check.
  public var deadlines: [Deadline]
  /// By when amendments to such a motion must reach each body that could take it.
  public var amendmentDeadlines: [Deadline]
  /// From how many days before a deadline on it is said to be near.
  public var nearDays: Int

  public init(
    wordLimit: Int? = nil, counting: WordCounting = .standard, amendmentWords: WordRules = WordRules(),
    kinds: [String]? = nil, mover: Need = .usual, seconder: Need = .usual, titleLimit: Int = 20,
    deadlines: [Deadline] = [],
    amendmentDeadlines: [Deadline] = [], nearDays: Int = 7
  ) {
    self.wordLimit = wordLimit
    self.counting = counting
    self.amendmentWords = amendmentWords
    self.kinds = kinds
    self.mover = mover
    self.seconder = seconder
    self.titleLimit = titleLimit
    self.deadlines = deadlines
    self.amendmentDeadlines = amendmentDeadlines
    self.nearDays = nearDays
  }

  /// What a body's standing orders ask of a motion of some kind; of its deadlines, those of the schedule given.
  public init(_ orders: StandingOrders, kind: String, schedule: Schedule? = nil) {
    let found = orders.kind(named: kind)
    self.init(
      wordLimit: found?.wordLimit, counting: orders.words.counting, amendmentWords: orders.words,
      kinds: orders.kinds.map(\.name), mover: .required,
      seconder: found.map { $0.needsSeconder ? .required : .none } ?? .usual)
    guard let schedule else { return }
    // On each route the first body it has to reach is what a member can still do something about.
    for route in orders.routes {
      func first(_ action: Stage.Action) -> Deadline? {
        schedule.deadlines.first { deadline in
          deadline.route == route.name && deadline.action == action
            && (deadline.kind == nil || deadline.kind == found?.name)
        }
      }
      if let first = first(.submit) { deadlines.append(first) }
      if let first = first(.amend) { amendmentDeadlines.append(first) }
    }
  }
}
