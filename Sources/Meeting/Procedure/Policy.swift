package import MotionKit

/// What the body has decided and still holds to, on a day.
package struct Policy: Sendable {
  package struct Text: Sendable {
    package var motion: MotionState
    package var version: MotionVersion
    /// When it was adopted, as the record has it.
    package var at: String
    /// Earlier motions that it took out of force.
    package var ends: [String]
  }

  package struct Ended: Sendable {
    package var motion: MotionState
    package var version: MotionVersion
    package var ended: MotionEnded
    package var at: String
  }

  package var inForce: [Text] = []
  package var notInForce: [Ended] = []
}

extension State {
  /// The motions adopted, those in force first, each in the order in which they were adopted.
  package var policy: Policy {
    var policy = Policy()
    let adopted = motions.compactMap { motion in motion.isCarried ? motion.adoptedVersion.map { (motion, $0) } : nil }
      .sorted { $0.1.seq < $1.1.seq }
    for (motion, version) in adopted {
      let at = entry(version.seq)?.at ?? ""
      if let ended = endingInForce(of: motion) {
        let seq = motion.endings.last { $0.ended == ended }?.seq
        policy.notInForce.append(
          Policy.Ended(motion: motion, version: version, ended: ended, at: seq.flatMap { entry($0)?.at } ?? ""))
      } else {
        let ends = motions.filter { endingInForce(of: $0)?.by == motion.number }.map(\.number)
        policy.inForce.append(Policy.Text(motion: motion, version: version, at: at, ends: ends))
      }
    }
    return policy
  }

  /// The state as it was before a moment, without what was taken back since.
  package func before(_ moment: Instant, texts: TextSource) -> State {
    var earlier: [RecordedEvent] = []
    for entry in log {
      guard let at = Instant(rfc3339: entry.at), at < moment else { break }
      earlier.append(entry)
    }
    var undone: Set<Int> = []
    for entry in log {
      if case .entryUndone(let undo) = entry.event { undone.formUnion(undo.targets) }
    }
    return State(folding: earlier, texts: texts, checked: false, without: undone)
  }
}
