import Foundation
import MotionKit
import Testing

/// Summer time in the United Kingdom, from a file of the system, or UTC where there is none.
private let london: TimeZoneRules? = FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London")
  .flatMap { try? TimeZoneRules(name: "Europe/London", zoneFile: Array($0)) }

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(reading: text)) }

private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

@Suite("Deadlines of a route", .enabled(if: london != nil, "the system has no zone data in /usr/share/zoneinfo"))
struct ScheduleTests {
  private func orders(_ routes: String) throws -> StandingOrders {
    let text = """
      name: Riverside
      time-zone: Europe/London
      region: england-and-wales
      kinds:
        ordinary:
          prefix: M
        emergency:
          prefix: E
      routes:

      """
    let orders = StandingOrders(reading: Fields(parsing: text + routes))
    try #require(orders.findings.map(\.message) == [])
    return orders
  }

  private func lines(_ schedule: Schedule) throws -> [String] {
    let zone = try #require(london)
    return schedule.deadlines.map { deadline in
      "\(zone.rfc3339(deadline.at)) \(deadline.stage) \(deadline.action.rawValue) \(deadline.kind ?? "-")"
        + " \(deadline.status.rawValue) \(deadline.daysLeft)"
    }
  }

  private static let twoStages = """
      conference:
        - stage: branch
          body: the branch
          action: pass
          meetings: ["2026-08-27 19:30", "2026-09-03 19:30", "2026-09-10 19:30", "2026-09-17 19:30"]
          notice-before: 14 days
        - stage: clp
          body: the constituency
          action: pass
          meetings: ["2026-08-20", "2026-09-17"]
          time: "19:00"
          notice-before: 7 days
        - stage: conference
          body: conference
          action: submit
          deadline: until 2026-09-18 12:00
    """

  @Test("a chain is worked out backwards: conference, constituency, its notice, branch, its notice")
  func twoStageRoute() throws {
    let orders = try orders(Self.twoStages)
    let schedule = orders.schedule(on: try instant("2026-08-01T09:00:00+01:00"), zone: try #require(london))
    #expect(
      try lines(schedule) == [
        "2026-08-27T23:59:59+01:00 branch notice - open 26",
        "2026-09-10T19:30:00+01:00 branch pass - open 40",
        "2026-09-10T23:59:59+01:00 clp notice - open 40",
        "2026-09-17T19:00:00+01:00 clp pass - open 47",
        "2026-09-18T12:00:00+01:00 conference submit - open 48",
      ])
    let branch = try #require(schedule.deadlines.first { $0.stage == "branch" && $0.action == .pass })
    #expect(
      branch.because == [
        "Conference takes motions until 12 noon on Friday 18 September 2026, that moment included.",
        "The last meeting of the constituency before then is on Thursday 17 September 2026 at 19:00.",
        "Members must have notice of it until the end of the day on Thursday 10 September 2026. "
          + "7 days: 7 days back from Thursday 17 September 2026, itself not counted.",
        "The last meeting of the branch before then is on Thursday 10 September 2026 at 19:30.",
      ])
  }

  @Test("noon on the clock in summer is eleven o’clock UTC, and the moment itself is in time")
  func noon() throws {
    let schedule = try orders(Self.twoStages).schedule(
      on: try instant("2026-09-18T12:00:00+01:00"), zone: try #require(london))
    let last = try #require(schedule.deadlines.last)
    #expect(last.at == (try instant("2026-09-18T11:00:00Z")))
    #expect(last.status == .today && last.daysLeft == 0)
    #expect(last.isInclusive && last.admits(last.at))
    #expect(!last.admits(last.at.adding(seconds: 1)))
  }

  @Test("before a moment leaves that moment out")
  func exclusive() throws {
    let orders = try orders("  c:\n    - body: C\n      action: submit\n      deadline: before 2026-09-18 12:00\n")
    let zone = try #require(london)
    let noon = try instant("2026-09-18T12:00:00+01:00")
    #expect(orders.schedule(on: noon, zone: zone).deadlines.map(\.status) == [.late])
    #expect(orders.schedule(on: noon.adding(seconds: -1), zone: zone).deadlines.map(\.status) == [.today])
  }

  @Test("kinds have dates of their own, and one that is late is told what is still open")
  func kinds() throws {
    let orders = try orders(
      """
        conference:
          - stage: branch
            body: the branch
            action: pass
            meetings: first Thursday of the month
            time: "19:30"
          - stage: conference
            body: conference
            action: submit
            deadline:
              ordinary: until 2026-09-18 12:00
              emergency: until 2026-10-02 12:00
      """)
    let zone = try #require(london)
    let schedule = orders.schedule(on: try instant("2026-09-20T09:00:00+01:00"), zone: zone)
    #expect(
      try lines(schedule) == [
        "2026-09-03T19:30:00+01:00 branch pass ordinary late -17",
        "2026-09-18T12:00:00+01:00 conference submit ordinary late -2",
        "2026-10-01T19:30:00+01:00 branch pass emergency open 11",
        "2026-10-02T12:00:00+01:00 conference submit emergency open 12",
      ])
    #expect(
      schedule.deadlines[1].remedies == [
        "Conference still takes motions of the kind “emergency” until 12 noon on Friday 2 October 2026.",
        "The meeting may admit it late: at least two thirds of the votes.",
      ])
    let before = orders.schedule(on: try instant("2026-09-10T09:00:00+01:00"), zone: zone)
    #expect(
      before.deadlines[0].remedies.first
        == "Conference is open until 12 noon on Friday 18 September 2026: a special meeting of the branch before then "
        + "would still do.")
  }

  @Test("a route that ends in the body’s own meeting counts from its next meeting")
  func ownMeeting() throws {
    let orders = try orders(
      """
        branch:
          - body: the branch
            action: pass
            meetings: first Thursday of the month
            time: "19:30"
            submit-before: 7 days
            closing: "12:00"
      """)
    let zone = try #require(london)
    #expect(
      try lines(orders.schedule(on: try instant("2027-03-01T19:00:00Z"), zone: zone)) == [
        "2027-02-25T12:00:00+00:00 the branch submit - late -4",
        "2027-03-04T19:30:00+00:00 the branch pass - open 3",
      ])
    let late = orders.schedule(on: try instant("2027-03-01T19:00:00Z"), zone: zone).deadlines[0]
    #expect(
      late.remedies == [
        "The meeting after that is on Thursday 1 April 2027 at 19:30; it takes motions until 12 noon on Thursday "
          + "25 March 2027, that moment included.",
        "The meeting may admit it late: at least two thirds of the votes.",
      ])
    #expect(
      try lines(orders.schedule(on: try instant("2027-03-04T19:31:00Z"), zone: zone)).last
        == "2027-04-01T19:30:00+01:00 the branch pass - open 28")
  }

  @Test("where no meeting is early enough the chain ends and says so")
  func noMeeting() throws {
    let text = Self.twoStages.replacing("[\"2026-08-20\", \"2026-09-17\"]", with: "[\"2026-09-19\"]")
    let schedule = try orders(text).schedule(on: try instant("2026-08-01T09:00:00Z"), zone: try #require(london))
    #expect(schedule.deadlines.map(\.stage) == ["conference"])
    #expect(
      schedule.findings.map(\.message) == [
        "The constituency has no meeting that is early enough for motions on the route conference."
      ])
  }

  @Test("a limit in the hour that comes twice means the later, in the hour that is left out as long after the change")
  func clockChange() throws {
    let zone = try #require(london)
    let twice = try orders("  c:\n    - body: C\n      action: submit\n      deadline: until 2026-10-25 01:30\n")
    let deadline = try #require(twice.schedule(on: Instant(seconds: 0), zone: zone).deadlines.first)
    #expect(deadline.at.rfc3339 == "2026-10-25T01:30:00Z")
    #expect(deadline.because.count == 2)
    let never = try orders("  c:\n    - body: C\n      action: submit\n      deadline: until 2027-03-28 01:30\n")
    let gap = try #require(never.schedule(on: Instant(seconds: 0), zone: zone).deadlines.first)
    #expect(zone.rfc3339(gap.at) == "2027-03-28T02:30:00+01:00")
  }

  @Test("no stage is due after the stage that follows it, on any day of three years", arguments: presetNames)
  func backwards(_ name: String) throws {
    let orders = StandingOrders(reading: Fields(parsing: try preset(name)))
    let zone = try #require(london)
    for seed in 0..<40 {
      let on = Instant(seconds: 1_790_000_000 + Int64(seed) * 2_345_678)
      let schedule = orders.schedule(on: on, zone: zone)
      #expect(schedule == orders.schedule(on: on, zone: zone))
      for route in orders.routes {
        for kind in [nil] + orders.kinds.map({ Optional($0.name) }) {
          let chain = schedule.deadlines.filter { $0.route == route.name && $0.kind == kind }
          let passes = route.stages.compactMap { stage in
            chain.first {
              $0.stage == stage.name && ($0.action == .pass || $0.action == .submit && !stage.limits.isEmpty)
            }
          }
          #expect(zip(passes, passes.dropFirst()).allSatisfy { $0.at <= $1.at }, "seed \(seed)")
          for deadline in chain {
            #expect(deadline.admits(on) == (deadline.status != .late) && !deadline.because.isEmpty, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test(
    "limits as people write them",
    arguments: [
      ("2027-09-13 12:00", "until 12 noon on Monday 13 September 2027, that moment included"),
      ("until 2027-09-13 12 noon", "until 12 noon on Monday 13 September 2027, that moment included"),
      ("before 2027-09-13 17:30", "before 17:30 on Monday 13 September 2027"),
      ("by 2027-09-13", "until the end of the day on Monday 13 September 2027"),
      ("before 2027-09-13", "before 00:00 on Monday 13 September 2027"),
    ])
  func limits(_ text: String, _ words: String) throws {
    let limit = try #require(Stage.Limit(reading: text))
    let stage = Stage(name: "c", body: "C", action: .submit, limits: [limit])
    let schedule = Schedule([Route(name: "r", stages: [stage])], on: Instant(seconds: 0), zone: .utc)
    #expect(schedule.deadlines.first?.rule == "C takes motions \(words).")
  }

  @Test(
    "what is no limit is refused",
    arguments: ["", "noon", "2027-09-31 12:00", "2027-09-13T12:00", "2027-09-13 25:00", "after 2027-09-13"])
  func noLimits(_ text: String) {
    #expect(Stage.Limit(reading: text) == nil)
  }
}
