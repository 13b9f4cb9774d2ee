internal import MotionKit

/// What follows from a decision on one amendment.
package struct Consequences: Hashable, Sendable {
  /// The motion's text after it; nil where the text is withheld.
  package var text: [UInt8]?
  package var falls: [Fallen]
  /// Pending amendments that would clash with it, in words.
  package var clashes: [String]
  /// Carried amendments that it clashes with: the place is unsettled until the chair rules.
  package var unsettled: [String]
  /// What a person should look at in the text with it: a reference to a clause that is gone, say.
  package var remarks: [String] = []
}

extension MotionState {
  /// The amendments still to be decided.
  package var pending: [AmendmentState] { amendments.filter(\.isOpen) }

  /// What follows if the amendment is carried, or lost.
  package func consequences(of name: String, carried isCarried: Bool) -> Consequences {
    let after = carried(with: name, carried: isCarried)
    let composition = composition(of: after)
    var result = Consequences(
      text: composition.map { MotionText.body(of: $0.bytes) }, falls: [], clashes: [], unsettled: [])
    result.remarks = (composition?.clashes ?? []).filter {
      $0.finding.severity == .flag && $0.amendments.contains(name)
    }
    .map(\.finding.message)
    guard let follows = whatFollows(deciding: name) else { return result }
    let consequence = isCarried ? follows.ifCarried : follows.ifLost
    result.falls = consequence.falls.map {
      Fallen(item: "\(number)/\($0.amendment)", because: $0.because, reason: $0.reason)
    }
    result.clashes = consequence.clashes.map(\.finding.message)
    result.unsettled = (composition?.unsettled ?? []).filter { $0.amendments.contains(name) }
      .map(\.finding.message)
    return result
  }

  /// What falls by a result, whatever fell by an earlier one on the same amendment.
  func falls(deciding name: String, carried isCarried: Bool) -> [Fallen] {
    var before = self
    before.revive(fallenBecauseOf: name)
    return before.consequences(of: name, carried: isCarried).falls
  }
}
