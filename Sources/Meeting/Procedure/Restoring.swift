internal import MotionKit

extension State {
  /// Makes an earlier version of a motion's text its text again, as a new version.
  package func restoring(_ item: Item, version number: Int, reason: String?) throws(Refusal) -> Plan {
    guard case .motion(let motion) = item else {
      throw Refusal(
        "no-such-version", "Only motions have versions; \(item.name) is none.",
        help: "To take an amendment again: motions restore \(item.name) --by chair --reason \"…\"")
    }
    guard let version = motion.version(number) else { throw motion.noSuchVersion(number) }
    guard let reason else {
      throw Refusal(
        "no-reason", "What was decided is not set aside without a reason.", help: "Add --by chair --reason \"…\".")
    }
    if motion.carried == version.carried, motion.rulings == version.rulings, motion.endings.isEmpty {
      throw Refusal(
        "nothing-to-restore", "\(motion.number) reads as \(motion.name(of: version)) does.",
        help: "Its versions: motions log \(motion.number) --versions")
    }
    var restored = VersionRestored(
      item: motion.number, version: number, reason: reason, flags: restoringFlags(item, motion))
    var after = motion
    after.restore(version, by: next, restored)
    var plan = Plan(flags: restored.flags)
    if motion.isCarried, let adopted = after.adoptedText {
      restored.text = plan.keep(adopted.body)
      restored.renumbered = adopted.table
    } else {
      restored.text = after.textNow.map { plan.keep($0) }
    }
    plan.events = [.versionRestored(restored)]
    let names = (
      back: version.carried.filter { !motion.carried.contains($0) },
      gone: motion.carried.filter { !version.carried.contains($0) }
    )
    plan.says = [
      "\(after.versions.last.map { after.name(of: $0) } ?? motion.number) reads as "
        + "\(motion.name(of: version)) did (\(version.words))."
    ]
    if !names.back.isEmpty { plan.says.append("In the text again: \(Audit.listed(names.back)).") }
    if !names.gone.isEmpty { plan.says.append("Set aside: \(Audit.listed(names.gone)).") }
    if !restored.renumbered.isEmpty {
      plan.says.append(
        "Renumbered: \(restored.renumbered.map { "\($0.old) → \($0.new)" }.joined(separator: ", ")).")
    }
    plan.says += after.unsettled.map { "Unsettled: \($0.finding.message)" } + overTheLimit(after.textNow, motion)
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }

  private func restoringFlags(_ item: Item, _ motion: MotionState) -> [Irregularity] {
    var flags = standingFlags(item).filter { $0.code == "already-decided" }
    for open in openQuestions where ItemReference(open.put.item)?.motion == motion.number {
      flags.append(
        Irregularity(
          "another-question-open", "The question on \(open.put.item) is open: it was put on the text before this."))
    }
    return flags
  }

  /// Records that a later decision took an adopted motion out of force.
  package func ending(_ kind: MotionEnded.Kind, _ item: Item, by later: Item?, reason: String?) throws(Refusal) -> Plan
  {
    let motion = try item.adopted(to: kind)
    if let ending = endingInForce(of: motion) {
      throw Refusal(
        "already-ended", "\(motion.number) is not in force: it \(ending.words).",
        help: "If that was wrong, take it back (motions undo), or put an earlier version in force again: "
          + "motions restore \(motion.number)@\(motion.adoptedVersion?.number ?? 1) --by chair --reason \"…\"")
    }
    var by: MotionState?
    if let later {
      let found = try later.adopted(to: kind)
      guard found.number != motion.number else {
        throw Refusal("itself", "\(motion.number) does not end itself.", help: "Name the later motion: --by M9.")
      }
      by = found
    } else if kind == .superseded {
      throw Refusal(
        "no-later-motion", "What stands in the place of \(motion.number) is not said.",
        help: "Name the later motion: motions supersede \(motion.number) --by M9. Where there is none: motions rescind")
    } else if reason == nil {
      throw Refusal(
        "no-reason", "By which decision \(motion.number) is rescinded is not said.",
        help: "Name the later motion, --by M9, or say what was decided: --reason \"…\".")
    }
    var plan = Plan()
    if let by, let adopted = motion.adoptedVersion, let later = by.adoptedVersion, later.seq < adopted.seq {
      plan.flags = [
        Irregularity("earlier-motion", "\(by.number) was adopted before \(motion.number), not after it.")
      ]
    }
    if reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    let ended = MotionEnded(kind, item: motion.number, by: by?.number, reason: reason, flags: plan.flags)
    plan.events = [.motionEnded(ended)]
    plan.says = ["\(motion.number) \(ended.words). It is not in force any more."]
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }

  /// What took a motion out of force. A motion that turned out not to be carried takes nothing out.
  package func endingInForce(of motion: MotionState) -> MotionEnded? {
    motion.endings.last { ending in ending.ended.by.map { self.motion($0)?.isCarried ?? false } ?? true }?.ended
  }
}

extension State.Item {
  fileprivate func adopted(to kind: MotionEnded.Kind) throws(Refusal) -> MotionState {
    guard case .motion(let motion) = self else {
      throw Refusal(
        "not-adopted", "\(name) is no motion; only an adopted motion is \(kind.rawValue), by another one.",
        help: "Name the motions: motions \(kind == .superseded ? "supersede" : "rescind") M1 --by M9")
    }
    guard motion.isCarried else {
      throw Refusal(
        "not-adopted", "\(motion.number) is not adopted: \(motion.words).",
        help: "What is adopted: motions policy")
    }
    return motion
  }
}

extension MotionState {
  package func noSuchVersion(_ version: Int) -> Refusal {
    Refusal(
      "no-such-version", "\(number) has no version \(version).",
      help: versionCount == 1
        ? "It has one version, the text as received."
        : "It has versions 1 to \(versionCount): 1 is the text as received.")
  }
}

extension MotionEnded {
  /// After the motion's name.
  package var words: String {
    "was \(kind.rawValue)\(by.map { " by \($0)" } ?? "")\(reason.map { ": \($0)" } ?? "")"
  }
}
