package import MotionKit

/// The standing orders as a meeting asks for them.
extension StandingOrders {
  /// What holds before any were adopted.
  package static var standard: StandingOrders { StandingOrders(reading: Fields()) }

  package func rule(forKind kind: String) -> DecisionRule { decisionRule(forKind: kind) }

  package var ruleForAmendments: DecisionRule { decisionRule(votes.amendments) }
  package var ruleForAdmission: DecisionRule { decisionRule(votes.lateMotions) }
  package var ruleForChallenge: DecisionRule { decisionRule(votes.challenges) }
  package var ruleForProcedure: DecisionRule { decisionRule(votes.procedural) }

  /// What the numbers of a kind begin with; for a kind that the body does not know `C` if it is a composite, else `M`.
  package func numberPrefix(forKind kind: String) -> String {
    self.kind(named: kind)?.prefix ?? (MotionKind.normalized(kind) == "composite" ? "C" : "M")
  }

  package func wordLimit(forKind kind: String) -> Int? { self.kind(named: kind)?.wordLimit }

  /// The words of a motion, counted as the body counts them.
  package func words(of document: Document) -> Int {
    document.words(words.counting)
  }

  package var takingOrder: TakingOrder {
    switch amendments.order {
    case .place, .chair: .byPlace
    case .received: .asReceived
    case .furthestFirst: .furthestFirst
    }
  }

  package var readingSettings: ReadingSettings {
    ReadingSettings(
      fromToIncludesBoth: amendments.fromTo == .inclusive, allAfterIncludesWords: amendments.allAfter == .inclusive)
  }

  /// The last moment for sending something of a kind to the body itself, for its next meeting after a moment: that of
  /// the first route which takes the kind, or of the one named.
  package func ownDeadline(
    for action: Stage.Action, kind: String, route name: String?, on moment: Instant, zone: TimeZoneRules
  ) -> Deadline? {
    let kind = MotionKind.normalized(kind)
    for route in routes where name == nil || route.name == name {
      guard let first = route.stages.first(where: { $0.takes(kind) }) else { continue }
      let schedule = Schedule([route], on: moment, zone: zone, calendar: calendar())
      let own = schedule.deadlines.first {
        $0.action == action && $0.stage == first.name && ($0.kind == nil || $0.kind == kind)
      }
      if let own { return own }
    }
    return nil
  }

  /// Whether there is a last moment at all for something of a kind.
  func hasOwnDeadline(forKind kind: String) -> Bool {
    let kind = MotionKind.normalized(kind)
    return routes.contains { $0.stages.contains { $0.takes(kind) } }
  }

  /// The deadline of the body itself that something missed: that of the next meeting, or of the one on a day.
  package func lateness(
    of arrival: Instant, action: Stage.Action, kind: String, meeting: CivilDate?, zone: TimeZoneRules,
    zoneData: String?
  ) -> Lateness? {
    let moment = meeting.map { zone.resolve($0, .midnight).earliest } ?? arrival
    guard let deadline = ownDeadline(for: action, kind: kind, route: nil, on: moment, zone: zone),
      !deadline.admits(arrival)
    else { return nil }
    return Lateness(deadline: zone.rfc3339(deadline.at), zone: timeZone, zoneData: zoneData, rule: deadline.rule)
  }
}
