package import CanonicalJSON
package import Meeting
package import MotionKit

/// The texts in force, each with where it came from; below them those that are not in force any more.
package struct PolicyPage {
  private let policy: Policy
  private let day: CivilDate?
  private let reader: Reader

  package init(_ policy: Policy, on day: CivilDate?, reader: Reader) {
    self.policy = policy
    self.day = day
    self.reader = reader
  }

  package var lines: [String] {
    let when = day.map { " at the end of \($0.words)" } ?? ""
    var lines = [policy.inForce.isEmpty ? "Nothing is in force\(when)." : "In force\(when):"]
    for text in policy.inForce {
      let motion = text.motion
      var line = "\(motion.number) \(motion.title(of: text.version) ?? "without a title")"
      line += ", adopted \(reader.time(text.at))"
      if !text.version.carried.isEmpty { line += ", amended by \(Audit.listed(text.version.carried))" }
      if let mover = reader.who(motion.received.mover) { line += ", moved by \(mover)" }
      if let composited = motion.composited { line += ", a composite of \(Audit.listed(composited.originals))" }
      if !text.ends.isEmpty { line += ", in the place of \(Audit.listed(text.ends))" }
      lines.append("  \(line). Text: motions show \(motion.name(of: text.version))")
    }
    if !policy.notInForce.isEmpty { lines.append("Not in force any more:") }
    for gone in policy.notInForce {
      let title = gone.motion.title(of: gone.version) ?? "without a title"
      lines.append("  \(gone.motion.number) \(title) \(gone.ended.words), \(reader.time(gone.at)).")
    }
    return lines
  }

  package var json: JSON {
    [
      "schema": "motions.policy/1", "on": JSON(day?.description),
      "in_force": .array(
        policy.inForce.map { text in
          let motion = text.motion
          return [
            "item": .string(motion.number), "title": JSON(motion.title(of: text.version)),
            "version": .string(motion.name(of: text.version)), "adopted_at": .string(text.at),
            "mover": JSON(reader.who(motion.received.mover)), "amended_by": JSON(text.version.carried),
            "composite_of": JSON(motion.composited?.originals ?? []), "in_place_of": JSON(text.ends),
            "sha256": JSON(motion.adopted?.sha256), "text": JSON(motion.text(of: text.version)),
          ]
        }),
      "not_in_force": .array(
        policy.notInForce.map { gone in
          [
            "item": .string(gone.motion.number), "title": JSON(gone.motion.title(of: gone.version)),
            "version": .string(gone.motion.name(of: gone.version)), "ended": .string(gone.ended.kind.rawValue),
            "by": JSON(gone.ended.by), "reason": JSON(gone.ended.reason), "at": .string(gone.at),
          ]
        }),
    ]
  }
}

extension MotionState {
  /// The title that a version has.
  package func title(of version: MotionVersion) -> String? {
    file(of: version).flatMap { Document(parsing: $0).title } ?? received.title
  }

  package func text(of version: MotionVersion) -> String? {
    file(of: version).map { String(decoding: MotionText.body(of: $0), as: UTF8.self) }
  }
}
