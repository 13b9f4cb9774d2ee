import MotionKit
import Testing

@Suite("DeadlineNearCheck")
struct DeadlineNearCheckTests {
  @Test(
    "Without deadlines nothing is near",
    arguments: [
      CheckCase("1. a\n")
    ])
  func rule(_ example: CheckCase) { example.hold("deadline-near") }

  private func codes(_ deadlines: [Deadline]) -> [String] {
    Draft(Document(parsing: CheckCase.head + "1. a\n"), expectations: Expectations(deadlines: deadlines)).findings
      .map(\.code)
  }

  private func deadline(_ status: Deadline.Status, days: Int, at seconds: Int64 = 0) -> Deadline {
    Deadline(
      route: "r", stage: "s", body: "the branch", action: .submit, at: Instant(seconds: seconds), rule: "Because.",
      status: status, daysLeft: days)
  }

  @Test("A week before its deadline a motion is due", arguments: [(8, false), (7, true), (1, true), (0, true)])
  func near(_ days: Int, _ isNear: Bool) {
    let status: Deadline.Status = days == 0 ? .today : .open
    #expect(codes([deadline(status, days: days)]) == (isNear ? ["deadline-near"] : []))
  }

  @Test("A body's routes give the first deadline of each for the motion's kind")
  func routes() throws {
    let rules = """
      name: R
      time-zone: UTC
      kinds:
        ordinary:
          prefix: M
        emergency:
          prefix: E
      routes:
        conference:
          - stage: conference
            body: Conference
            action: submit
            deadline:
              ordinary: until 2027-03-04 12:00
              emergency: until 2027-04-04 12:00

      """
    let orders = StandingOrders(reading: Fields(parsing: rules))
    #expect(orders.findings.map(\.message) == [])
    let now = try #require(Instant(rfc3339: "2027-03-01T19:00:00Z"))
    let schedule = orders.schedule(on: now, zone: .utc)
    #expect(Expectations(orders, kind: "ordinary", schedule: schedule).deadlines.map(\.daysLeft) == [3])
    #expect(Expectations(orders, kind: "emergency", schedule: schedule).deadlines.map(\.daysLeft) == [34])
  }
}
