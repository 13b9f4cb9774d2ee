package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.decision/1`.
  package init(decision: Decision, under rule: DecisionRule) {
    self = [
      "schema": "motions.decision/1",
      "decision": .string(decision.outcome.rawValue),
      "threshold": JSON(threshold: rule.threshold),
      "reason": .string(decision.reason),
      "label": JSON(decision.label?.rawValue),
      "missing": JSON(decision.missing.map(\.name)),
      "quorum": JSON(rule.quorum?.words),
      "tie": .string(rule.tie.rawValue),
      "findings": .array(decision.findings.map { JSON($0) { _ in Place(line: 1, column: 1) } }),
    ]
  }

  /// The rule of a majority, with its words.
  package init(threshold: Threshold) {
    self = [
      "fraction": .string(threshold.fraction.description),
      "at_least": .bool(threshold.isAtLeast),
      "of": .string(threshold.base.rawValue),
      "minimum_for": JSON(threshold.minimumFor),
      "words": .string(threshold.words),
    ]
  }
}

extension Decision.Missing {
  fileprivate var name: String {
    switch self {
    case .figure(let figure): figure.rawValue
    case .castingVote: "casting"
    }
  }
}
