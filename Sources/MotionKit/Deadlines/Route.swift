/// The way of a motion through bodies, first body first: branch, constituency, conference.
public struct Route: Hashable, Sendable {
  /// As the rules name it: `conference`.
  public var name: String
  public var stages: [Stage]

  public init(name: String, stages: [Stage]) {
    self.name = name
    self.stages = stages
  }

  /// The kinds of motion that it makes a difference for, in the order they are first named; empty where all are alike.
  public var kinds: [String] {
    var kinds: [String] = []
    for stage in stages {
      for kind in stage.kinds + stage.limits.compactMap(\.kind) where !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }
}

/// One body on a route, and what has to happen there.
public struct Stage: Hashable, Sendable {
  /// What has to be done by the deadline.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// The motion has to be there.
    case submit
    /// Amendments to it have to be there.
    case amend
    /// Members have to be told of it.
    case notice
    /// The body has to have carried it.
    case pass

    /// `submitted to`, before a body's name; of passing: `passed by`.
    package var words: String {
      switch self {
      case .submit: "submitted to"
      case .amend: "amended at"
      case .notice: "notified to the members of"
      case .pass: "passed by"
      }
    }
  }

  /// A fixed last moment, on the clock of the body's zone.
  public struct Limit: Hashable, Sendable {
    /// `nil` for every kind that has none of its own.
    public var kind: String?
    public var date: CivilDate
    public var time: CivilTime
    /// Whether the moment itself is in time ("until") or not ("before").
    public var isInclusive: Bool

    public init(kind: String? = nil, date: CivilDate, time: CivilTime = .endOfDay, inclusive: Bool = true) {
      self.kind = kind
      self.date = date
      self.time = time
      self.isInclusive = inclusive
    }

    /// `until 12 noon on Monday 13 September 2027, that moment included`.
    package var words: String {
      guard isInclusive else { return "before \(time.words) on \(date.words)" }
      return time == .endOfDay
        ? "until \(time.words) on \(date.words)" : "until \(time.words) on \(date.words), that moment included"
    }
  }

  /// A day on which the body meets.
  public struct Meeting: Hashable, Sendable {
    public var date: CivilDate
    /// When it begins; `nil` where the rules do not say.
    public var time: CivilTime?

    public init(date: CivilDate, time: CivilTime? = nil) {
      self.date = date
      self.time = time
    }

    package var words: String { "\(date.words)\(time.map { " at \($0)" } ?? "")" }
  }

  /// As the rules name it: `branch`.
  public var name: String
  public var body: String
  public var action: Action
  /// The kinds that take this stage; empty for all.
  public var kinds: [String]
  public var limits: [Limit]
  public var meetings: [Meeting]
  /// Regular meetings, beside those with a date.
  public var patterns: [MeetingPattern]
  /// When meetings begin that say no time of their own.
  public var time: CivilTime?
  /// How long before the meeting the motion must be there.
  public var submission: Notice?
  /// How long before the meeting members must be told of it.
  public var notice: Notice?
  /// The time of day at which those days end.
  public var closing: CivilTime

  public init(
    name: String, body: String, action: Action, kinds: [String] = [], limits: [Limit] = [], meetings: [Meeting] = [],
    patterns: [MeetingPattern] = [], time: CivilTime? = nil, submission: Notice? = nil, notice: Notice? = nil,
    closing: CivilTime = .endOfDay
  ) {
    self.name = name
    self.body = body
    self.action = action
    self.kinds = kinds
    self.limits = limits
    self.meetings = meetings
    self.patterns = patterns
    self.time = time
    self.submission = submission
    self.notice = notice
    self.closing = closing
  }

  /// The fixed moment for a kind: its own, else the one for all.
  package func limit(for kind: String?) -> Limit? {
    limits.first { $0.kind == kind } ?? limits.first { $0.kind == nil }
  }

  package func takes(_ kind: String?) -> Bool {
    guard let kind else { return true }
    guard kinds.isEmpty || kinds.contains(kind) else { return false }
    return limits.isEmpty || limit(for: kind) != nil
  }

  private func timed(_ meeting: Meeting) -> Meeting { Meeting(date: meeting.date, time: meeting.time ?? time) }

  /// The last meeting that has begun before a local moment. One without a time has to be on an earlier day.
  package func latestMeeting(before date: CivilDate, _ time: CivilTime) -> Meeting? {
    func isBefore(_ meeting: Meeting) -> Bool {
      guard meeting.date == date else { return meeting.date < date }
      return meeting.time.map { $0 < time } ?? false
    }
    var found = meetings.map(timed).filter(isBefore)
    for pattern in patterns {
      for day in [date, date.adding(days: -1)] {
        if let day = pattern.latest(onOrBefore: day) {
          let meeting = timed(Meeting(date: day))
          if isBefore(meeting) { found.append(meeting) }
        }
      }
    }
    return found.max { ($0.date, $0.time ?? .midnight) < ($1.date, $1.time ?? .midnight) }
  }

  /// The first meeting that has not begun at a local moment.
  package func nextMeeting(from date: CivilDate, _ time: CivilTime) -> Meeting? {
    func isAhead(_ meeting: Meeting) -> Bool {
      guard meeting.date == date else { return meeting.date > date }
      return meeting.time.map { $0 >= time } ?? true
    }
    var found = meetings.map(timed).filter(isAhead)
    for pattern in patterns {
      let first = date.adding(days: 1 - date.day)
      for months in 0...1 {
        let month = first.adding(months: months)
        if let day = pattern.date(month: month.month, of: month.year) {
          let meeting = timed(Meeting(date: day))
          if isAhead(meeting) { found.append(meeting) }
        }
      }
    }
    return found.min { ($0.date, $0.time ?? .midnight) < ($1.date, $1.time ?? .midnight) }
  }
}

extension Stage.Limit {
  /// Reads `2027-09-13 12:00`, `until 2027-09-13 12 noon`, `before 2027-09-13 12:00`; a day alone is until its end, or
  /// before its beginning. `nil` for anything else.
  public init?(reading text: String, kind: String? = nil) {
    var rest = PlainWords.trim(text)
    var inclusive = true
    for (word, includes) in [("before ", false), ("until ", true), ("by ", true)] where rest.hasPrefix(word) {
      rest = PlainWords.trim(String(rest.dropFirst(word.count)))
      inclusive = includes
      break
    }
    guard let date = CivilDate(reading: String(rest.prefix(10))) else { return nil }
    var clock = String(rest.dropFirst(10))
    if clock.isEmpty {
      self.init(kind: kind, date: date, time: inclusive ? .endOfDay : .midnight, inclusive: inclusive)
      return
    }
    guard clock.removeFirst() == " ", let time = CivilTime(reading: PlainWords.trim(clock)) else { return nil }
    self.init(kind: kind, date: date, time: time, inclusive: inclusive)
  }
}
