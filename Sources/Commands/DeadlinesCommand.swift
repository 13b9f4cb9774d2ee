internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions deadlines`: by when things must be done on a body's routes.
struct DeadlinesCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "Say by when a motion must be passed, notified and submitted to go its way in time.",
    discussion: """
      Deadlines are worked out backwards from where a route ends: when conference closes, when the constituency must have \
      passed it, when its agenda closes, by which meeting the branch must have passed it. Each is given with its reason.

      EXAMPLES
        motions deadlines rules.yaml --route conference --kind ordinary
        motions deadlines --on 2027-08-30
        motions deadlines rules.yaml --ics > deadlines.ics
      """)

  @Argument(help: "The rules; without it, rules.yaml of this folder or of one above it.")
  var rules: String?

  @Option(help: ArgumentHelp("This route only.", valueName: "name"))
  var route: String?

  @Option(help: ArgumentHelp("This kind of motion only.", valueName: "name"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "The moment that late is told by: a day, 2027-08-30, or a moment, 2027-08-30T12:00:00+01:00; else now.",
      valueName: "when"))
  var on: String?

  @Option(help: ArgumentHelp("A calendar file (.ics) with further holidays.", valueName: "file"))
  var holidays: String?

  @Flag(help: "Print a calendar file.")
  var ics = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    if ics, format.json {
      throw Failure(.usage, "two-formats", "--ics and --json can’t both be printed.", help: "Leave one of them out.")
    }
    let file = try RulesFile(reading: rules, quiet: format.json, in: world)
    var orders = file.orders
    let zone = try file.zone(in: world)
    let moment = try moment(in: zone, world)
    if let route {
      guard let found = orders.routes.first(where: { $0.name.lowercased() == route.lowercased() }) else {
        throw unknown("route", route, orders.routes.map(\.name))
      }
      orders.routes = [found]
    }
    var further: [Holiday] = []
    if let holidays {
      further = try WorkingCalendar(region: nil, holidays: holidays, quiet: format.json, in: world).holidays
    }
    var schedule = orders.schedule(on: moment, zone: zone, holidays: further)
    if let kind {
      guard let found = orders.kind(named: kind) else { throw unknown("kind", kind, orders.kinds.map(\.name)) }
      schedule.deadlines.removeAll { $0.kind != nil && $0.kind != found.name }
    }
    if ics {
      world.write(DeadlineCalendar(schedule.deadlines, of: orders, stamp: moment).bytes)
    } else if format.json {
      world.write(JSON(schedule: schedule, on: moment, zone: zone).answer + [10])
    } else {
      page(schedule, orders, moment, zone).forEach(world.print)
    }
    if !format.json {
      for finding in schedule.findings { world.say("\(finding.severity.rawValue): \(finding.message)") }
    }
    return .done
  }

  private func moment(in zone: TimeZoneRules, _ world: World) throws(Failure) -> Instant {
    guard let on else { return Instant(seconds: world.now()) }
    if let moment = Instant(rfc3339: on) { return moment }
    if let meeting = Stage.Meeting(reading: on) {
      return zone.resolve(meeting.date, meeting.time ?? .midnight).earliest
    }
    throw Failure(
      .usage, "moment-invalid", "“\(on)” is neither a day nor a moment.",
      help: "Write 2027-08-30, “2027-08-30 12:00” or 2027-08-30T12:00:00+01:00.")
  }

  private func unknown(_ what: String, _ name: String, _ names: [String]) -> Failure {
    let near = PlainWords.nearest(to: name, among: names).map { "Did you mean \($0)? " } ?? ""
    let there = names.isEmpty ? "There is none." : "There is \(PlainWords.list(names))."
    return Failure(.usage, "not-in-rules", "The rules have no \(what) “\(name)”.", help: near + there)
  }

  private func page(
    _ schedule: Schedule, _ orders: StandingOrders, _ moment: Instant, _ zone: TimeZoneRules
  ) -> [String] {
    let now = zone.civil(at: moment)
    var lines = ["Deadlines of \(orders.name), seen from \(now.date.words), \(now.time) (\(zone.name))."]
    if schedule.deadlines.isEmpty { lines += ["", "There are none in the rules."] }
    for route in orders.routes {
      let ways = schedule.deadlines.filter { $0.route == route.name }
      let kinds: [String?] = [nil] + route.kinds
      for kind in kinds where ways.contains(where: { $0.kind == kind }) {
        lines += ["", "Route \(route.name)\(kind.map { ", \($0) motions" } ?? "")"]
        for deadline in ways where deadline.kind == kind { lines += entry(deadline, zone) }
      }
    }
    return lines
  }

  private func entry(_ deadline: Deadline, _ zone: TimeZoneRules) -> [String] {
    let (date, time) = zone.civil(at: deadline.at)
    let days = abs(deadline.daysLeft) == 1 ? "1 day" : "\(abs(deadline.daysLeft)) days"
    let status =
      switch deadline.status {
      case .open: "\(days) left"
      case .today: "today"
      case .late: deadline.daysLeft == 0 ? "late, today" : "late by \(days)"
      }
    let clock = time == .endOfDay ? "end of the day" : time.description
    return ["  \(date.words), \(clock) – \(status)", "    \(deadline.task).", "    Why: \(deadline.rule)"]
      + deadline.remedies.map { "    Still possible: \($0)" }
  }
}
