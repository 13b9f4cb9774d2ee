/// A body's rules: what it admits, how it decides, by when things must be done.
///
/// Read from `rules.yaml` (`init(reading:)`) and written as such a file (`text`); what is odd in one becomes a finding
/// with its place, and the rest is there all the same.
public struct StandingOrders: Hashable, Sendable {
  /// What can be done with a motion that came late.
  public enum LateMotions: String, Hashable, Sendable, CaseIterable {
    case never
    /// The chair may admit it.
    case chair
    /// The meeting may, by the majority for late motions.
    case vote
  }

  /// The body's name: `Riverside Members’ Association`.
  public var name: String
  /// A name of letters, digits, `.`, `-`, `_` and `/`, for the record's origin.
  public var shortName: String
  /// A zone of the tz database: `Europe/London`.
  public var timeZone: String
  /// Whose bank holidays are no working days; `nil` for none.
  public var region: HolidayRegion?
  /// In the order of the file; never empty once read.
  public var kinds: [MotionKind]
  public var words: WordRules
  public var votes: VoteRules
  public var amendments: AmendmentRules
  public var lateMotions: LateMotions
  public var routes: [Route]
  /// Folders to which the record is copied at each entry.
  public var copies: [String]
  public var minutes: MinutesRules
  /// What there is to say about the file they were read from; spans are offsets in its bytes.
  public var findings: [Finding]

  public init(
    name: String, shortName: String? = nil, timeZone: String = "Europe/London",
    region: HolidayRegion? = .englandAndWales, kinds: [MotionKind] = [MotionKind(name: "ordinary")],
    words: WordRules = WordRules(), votes: VoteRules = VoteRules(), amendments: AmendmentRules = AmendmentRules(),
    lateMotions: LateMotions = .vote, routes: [Route] = [], copies: [String] = [],
    minutes: MinutesRules = MinutesRules(), findings: [Finding] = []
  ) {
    self.name = name
    self.shortName = shortName ?? StandingOrders.shortName(from: name)
    self.timeZone = timeZone
    self.region = region
    self.kinds = kinds
    self.words = words
    self.votes = votes
    self.amendments = amendments
    self.lateMotions = lateMotions
    self.routes = routes
    self.copies = copies
    self.minutes = minutes
    self.findings = findings
  }

  /// Whether the rules can be used: nothing in them is an error.
  public var areValid: Bool { !findings.contains { $0.severity == .error } }

  /// A kind by its name, `Rule-Change` for `rule change`; `nil` for one that the body does not admit.
  public func kind(named name: String) -> MotionKind? {
    let name = MotionKind.normalized(name)
    return kinds.first { $0.name == name }
  }

  /// The rule that a motion of a kind is decided under; of a kind not admitted, by a simple majority.
  public func decisionRule(forKind name: String) -> DecisionRule {
    decisionRule(kind(named: name)?.threshold ?? .simpleMajority)
  }

  /// The rule with the body's quorum and tie.
  public func decisionRule(_ threshold: Threshold) -> DecisionRule {
    DecisionRule(threshold, quorum: votes.quorumCheck == .everyVote ? votes.quorum : nil, tie: votes.tie)
  }

  /// The days worked, by the region and by further holidays.
  public func calendar(holidays: [Holiday] = []) -> WorkingCalendar {
    WorkingCalendar(region: region, holidays: holidays)
  }

  /// The deadlines of the body's routes; `zone` are the rules of `timeZone`.
  public func schedule(on: Instant, zone: TimeZoneRules, holidays: [Holiday] = []) -> Schedule {
    Schedule(routes, on: on, zone: zone, calendar: calendar(holidays: holidays), late: lateSentence)
  }

  private var lateSentence: String? {
    switch lateMotions {
    case .never: nil
    case .chair: "The chair may admit it late."
    case .vote: "The meeting may admit it late: \(votes.lateMotions.words)."
    }
  }

  /// `riverside-members-association`.
  package static func shortName(from name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "’", "'": continue
      default: if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
      }
    }
    if result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "body" : String(result.prefix(64))
  }

  package static func isShortName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "/"):
          true
        default: false
        }
      }
  }
}
