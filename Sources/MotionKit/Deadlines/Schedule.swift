/// The deadlines of a body's routes, worked out backwards from where each route ends.
///
/// When conference closes, the constituency must have passed the motion at a meeting before that; when the
/// constituency's agenda closes, the branch must have passed it; and members must have had notice of that meeting.
public struct Schedule: Hashable, Sendable {
  /// By moment; those at one moment in the order of the rules.
  public var deadlines: [Deadline]
  /// Where a chain breaks: no meeting is early enough.
  public var findings: [Finding]

  /// - Parameters:
  ///   - on: the moment that "late" and "days left" are told by.
  ///   - zone: the clock that the limits stand on.
  ///   - late: what the rules say can be done with a late motion, as a sentence.
  public init(
    _ routes: [Route], on: Instant, zone: TimeZoneRules, calendar: WorkingCalendar = WorkingCalendar(),
    late: String? = nil
  ) {
    var deadlines: [Deadline] = []
    var findings: [Finding] = []
    for route in routes {
      let kinds: [String?] = route.kinds.isEmpty ? [nil] : route.kinds.map { $0 }
      for kind in kinds {
        var chain = Chain(route: route, kind: kind, on: on, zone: zone, calendar: calendar)
        chain.run()
        deadlines += chain.deadlines.reversed()
        findings += chain.findings
      }
    }
    for index in deadlines.indices {
      let at = zone.civil(at: deadlines[index].at).date
      let today = zone.civil(at: on).date
      deadlines[index].daysLeft = today.days(to: at)
      deadlines[index].status = deadlines[index].admits(on) ? (at == today ? .today : .open) : .late
    }
    let known = deadlines
    for index in deadlines.indices {
      guard deadlines[index].status == .late else {
        deadlines[index].remedies = []
        continue
      }
      deadlines[index].remedies += Schedule.remedies(for: deadlines[index], among: known, zone: zone)
      if let late, deadlines[index].action == .submit { deadlines[index].remedies.append(late) }
    }
    let order = deadlines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    self.deadlines = order.map(\.element)
    self.findings = findings
  }

  /// Other kinds and routes that are open, and the meeting that could still be called.
  private static func remedies(for late: Deadline, among all: [Deadline], zone: TimeZoneRules) -> [String] {
    func moment(_ deadline: Deadline) -> String {
      let (date, time) = zone.civil(at: deadline.at)
      return "\(deadline.isInclusive ? "until" : "before") \(time.words) on \(date.words)"
    }
    var remedies: [String] = []
    let open = all.filter { $0.status != .late && $0.action == .submit }
    if late.action != .amend,
      let end = open.last(where: { $0.route == late.route && $0.kind == late.kind && $0.at > late.at })
    {
      remedies.append(
        PlainWords.sentence(
          "\(end.body) is open \(moment(end)): a special meeting of \(late.body) before then would still do."))
    }
    guard late.action == .submit else { return remedies }
    for other in open where other.route == late.route && other.kind != late.kind && other.stage == late.stage {
      remedies.append(
        PlainWords.sentence(
          "\(other.body) still takes motions of the kind “\(other.kind ?? "all")” \(moment(other))."))
    }
    var routes = [late.route]
    for other in open where !routes.contains(other.route) && (other.kind == late.kind || other.kind == nil) {
      let chain = all.filter { $0.route == other.route && $0.kind == other.kind && $0.action != .amend }
      guard !chain.contains(where: { $0.status == .late }), let first = chain.first(where: { $0.action == .submit })
      else { continue }
      routes.append(other.route)
      remedies.append("By the route \(first.route) it can go to \(first.body) \(moment(first)).")
    }
    return remedies
  }
}

/// One kind of motion on one route, from the end backwards.
private struct Chain {
  var route: Route
  var kind: String?
  var on: Instant
  var zone: TimeZoneRules
  var calendar: WorkingCalendar

  var deadlines: [Deadline] = []
  var findings: [Finding] = []
  /// When the stage before must be done, and whether that moment is still in time.
  private var required: (at: Instant, inclusive: Bool)?
  private var because: [String] = []

  init(route: Route, kind: String?, on: Instant, zone: TimeZoneRules, calendar: WorkingCalendar) {
    self.route = route
    self.kind = kind
    self.on = on
    self.zone = zone
    self.calendar = calendar
  }

  private var motions: String { kind.map { "\($0) motions" } ?? "motions" }

  mutating func run() {
    for stage in route.stages.reversed() where stage.takes(kind) {
      if let limit = stage.limit(for: kind) {
        close(stage, limit)
      } else if !meet(stage) {
        return
      }
    }
  }

  /// A stage with a fixed last moment.
  private mutating func close(_ stage: Stage, _ limit: Stage.Limit) {
    let resolution = zone.resolve(limit.date, limit.time)
    let at = resolution.forDeadline
    var rule: String
    switch stage.action {
    case .submit: rule = "\(stage.body) takes \(motions) \(limit.words)."
    case .amend: rule = "\(stage.body) takes amendments to \(motions) \(limit.words)."
    case .notice: rule = "\(stage.body) takes notice of \(motions) \(limit.words)."
    case .pass: rule = "\(stage.body) must have passed \(motions) \(limit.words)."
    }
    rule = PlainWords.sentence(rule)
    var reasons = [rule]
    switch resolution {
    case .once: break
    case .twice: reasons.append("The clocks go back over that time; the second time they show it counts.")
    case .never: reasons.append("The clocks go forward over that time; as long after the change counts.")
    }
    // What comes after a motion was sent in does not bind the bodies before.
    if stage.action == .amend || stage.action == .notice {
      add(stage, stage.action, at, inclusive: limit.isInclusive, rule: rule, because: reasons)
      return
    }
    because += reasons
    add(stage, stage.action, at, inclusive: limit.isInclusive, rule: rule, because: because)
    if required.map({ at < $0.at }) ?? true { required = (at, limit.isInclusive) }
  }

  /// A stage that acts at a meeting; false where there is none and the chain breaks.
  private mutating func meet(_ stage: Stage) -> Bool {
    let hasMeetings = !stage.meetings.isEmpty || !stage.patterns.isEmpty
    guard hasMeetings else {
      guard let required else { return report(stage, "names neither a last moment nor a meeting") }
      let (date, time) = zone.civil(at: required.at)
      let limit = Stage.Limit(date: date, time: time, inclusive: required.inclusive)
      let rule = PlainWords.sentence("\(stage.body) must have passed it \(limit.words).")
      because.append(rule)
      add(stage, stage.action, required.at, inclusive: required.inclusive, rule: rule, because: because)
      return true
    }
    let meeting: Stage.Meeting?
    let now = zone.civil(at: on)
    let isLast = required == nil
    if let required {
      let (date, time) = zone.civil(at: required.at)
      meeting = stage.latestMeeting(before: date, time)
    } else {
      meeting = stage.nextMeeting(from: now.date, now.time)
    }
    guard let meeting else {
      return report(stage, isLast ? "has no meeting ahead" : "has no meeting that is early enough")
    }
    let rule =
      isLast
      ? "The next meeting of \(stage.body) is on \(meeting.words)."
      : "The last meeting of \(stage.body) before then is on \(meeting.words)."
    because.append(rule)
    let at = zone.resolve(meeting.date, meeting.time ?? .endOfDay).earliest
    add(stage, stage.action, at, inclusive: true, rule: rule, because: because)
    required = (at, false)
    before(meeting, stage.submission, stage, .submit, "\(stage.body) takes motions for it")
    before(meeting, stage.notice, stage, .notice, "Members must have notice of it")
    if isLast, let next = stage.nextMeeting(from: meeting.date.adding(days: 1), .midnight) {
      var remedy = "The meeting after that is on \(next.words)"
      if let submission = stage.submission {
        let latest = submission.latest(before: next.date, calendar: calendar)
        remedy += "; it takes motions \(Stage.Limit(date: latest.date, time: stage.closing).words)"
      }
      for index in deadlines.indices.suffix(3) where deadlines[index].action != .pass {
        deadlines[index].remedies = ["\(remedy)."]
      }
    }
    return true
  }

  /// What has to be done so long before a meeting.
  private mutating func before(
    _ meeting: Stage.Meeting, _ notice: Notice?, _ stage: Stage, _ action: Stage.Action, _ subject: String
  ) {
    guard let notice else { return }
    let latest = notice.latest(before: meeting.date, calendar: calendar)
    let limit = Stage.Limit(date: latest.date, time: stage.closing)
    let rule = PlainWords.sentence("\(subject) \(limit.words). \(latest.rule)")
    add(
      stage, action, zone.resolve(latest.date, stage.closing).forDeadline, inclusive: true, rule: rule,
      because: because + [rule])
    guard let last = deadlines.last, required.map({ last.at < $0.at }) ?? true else { return }
    required = (last.at, true)
    because.append(rule)
  }

  private mutating func add(
    _ stage: Stage, _ action: Stage.Action, _ at: Instant, inclusive: Bool, rule: String, because: [String]
  ) {
    deadlines.append(
      Deadline(
        route: route.name, stage: stage.name, body: stage.body, kind: kind, action: action, at: at,
        inclusive: inclusive, rule: rule, because: because))
  }

  private mutating func report(_ stage: Stage, _ what: String) -> Bool {
    findings.append(
      Finding(
        code: "no-meeting", severity: .warning,
        message: PlainWords.sentence("\(stage.body) \(what) for \(motions) on the route \(route.name)."),
        fix: "Add its meetings to the rules, or call a special meeting."))
    return false
  }
}
