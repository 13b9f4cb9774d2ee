package import MotionKit

/// An amendment and what has become of it.
package struct AmendmentState: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    /// Received and in order, not yet decided.
    case pending
    /// Received late or irregular, not admitted.
    case notAdmitted
    /// By the mover of the motion, without a vote.
    case accepted
    case decided(ItemDecision)
    case fallen(because: String, reason: String)
    /// It was in the text, and an earlier version was restored by the version named.
    case setAside(by: String)
    /// It is in the text because the version named restored one that has it.
    case reinstated(by: String)
    /// Its motion goes on in a composite.
    case composited(MotionsComposited.Settled, into: String)
  }

  /// `A4`, `A4.1`.
  package var name: String
  /// `M1/A4`.
  package var item: String
  package var seq: Int
  package var received: AmendmentReceived
  package var standing: Standing
  package var moved: Person?
  package var isMoved = false
  package var isSeconded = false

  /// As composing takes it.
  package var amendment: Amendment {
    let parent = ItemReference(item)?.parentAmendment
    return Amendment(
      name: name, operations: received.operations, layout: received.layout, requires: received.requires,
      fallsIf: received.fallsIf, parent: parent, readAgainst: received.readAgainst ?? [])
  }

  /// Operations derived from a text with this amendment in it, without the labels that its new clauses were given: the
  /// mover did not write them, and elsewhere they are others.
  func withoutLabels(_ operations: [MotionKit.Operation]) -> [MotionKit.Operation] {
    operations.map { operation in
      var operation = operation
      for label in received.labels {
        guard let new = operation.new, new.hasPrefix(label.label + " ") else { continue }
        operation.new = String(new.dropFirst(label.label.count + 1))
        break
      }
      return operation
    }
  }

  package var isOpen: Bool { standing == .pending }

  /// Its place in words, for lists.
  package var words: String {
    switch standing {
    case .pending: isMoved ? "moved, not yet decided" : "to be taken"
    case .notAdmitted: received.lateness == nil ? "out of order as received" : "late, not admitted"
    case .accepted: "accepted by the mover"
    case .decided(let decision): decision.words
    case .fallen(let because, let reason): "fell with \(because): \(reason)"
    case .setAside(let version): "carried, and set aside by \(version)"
    case .reinstated(let version): "in the text again by \(version)"
    case .composited(let settled, _): settled.fate.words + (settled.name.map { " as \($0)" } ?? "")
    }
  }
}
