import MotionKit
import Testing

@Suite("DeadlinePassedCheck")
struct DeadlinePassedCheckTests {
  @Test(
    "Without deadlines nothing is late",
    arguments: [
      CheckCase("1. a\n")
    ])
  func rule(_ example: CheckCase) { example.hold("deadline-passed") }

  private func codes(_ deadlines: [Deadline]) -> [String] {
    Draft(Document(parsing: CheckCase.head + "1. a\n"), expectations: Expectations(deadlines: deadlines)).findings
      .map(\.code)
  }

  private func deadline(_ status: Deadline.Status, days: Int, at seconds: Int64 = 0) -> Deadline {
    Deadline(
      route: "r", stage: "s", body: "the branch", action: .submit, at: Instant(seconds: seconds), rule: "Because.",
      status: status, daysLeft: days)
  }

  @Test("What is too late everywhere is said; what has a way left is not")
  func late() {
    #expect(codes([deadline(.late, days: -2), deadline(.late, days: -9, at: -9)]) == ["deadline-passed"])
    #expect(codes([deadline(.late, days: -2), deadline(.open, days: 30)]) == [])
  }
}
