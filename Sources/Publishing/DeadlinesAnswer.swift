package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.deadlines/1`; moments are told by the zone's clock.
  package init(schedule: Schedule, on: Instant, zone: TimeZoneRules) {
    self = [
      "schema": "motions.deadlines/1",
      "on": .string(zone.rfc3339(on)),
      "deadlines": .array(schedule.deadlines.map { JSON(deadline: $0, zone: zone) }),
      "findings": .array(schedule.findings.map { JSON($0) { _ in Place(line: 1, column: 1) } }),
    ]
  }

  private init(deadline: Deadline, zone: TimeZoneRules) {
    self = [
      "route": .string(deadline.route), "stage": .string(deadline.stage), "body": .string(deadline.body),
      "kind": JSON(deadline.kind), "action": .string(deadline.action.rawValue),
      "at": .string(zone.rfc3339(deadline.at)), "inclusive": .bool(deadline.isInclusive),
      "rule": .string(deadline.rule), "because": JSON(deadline.because), "status": .string(deadline.status.rawValue),
      "days_left": .integer(deadline.daysLeft), "remedies": JSON(deadline.remedies),
    ]
  }
}
