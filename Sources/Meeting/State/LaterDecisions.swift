internal import MotionKit

/// What a later entry does to a motion as a whole: another version of it, a composite of several, its end.
extension State {
  mutating func restore(_ restored: VersionRestored, _ entry: RecordedEvent) {
    guard let version = motion(restored.item)?.version(restored.version) else {
      return disagree(
        entry, "no-such-version", "It restores \(restored.item)@\(restored.version), a version that there was not.")
    }
    changeMotion(restored.item) { $0.restore(version, by: entry.seq, restored) }
    if motion(restored.item)?.isCarried ?? false {
      checkAdopted(restored.text, restored.renumbered, of: restored.item, entry)
    } else {
      check(restored.text, of: restored.item, entry)
    }
  }

  mutating func end(_ ended: MotionEnded, _ entry: RecordedEvent) {
    for number in [ended.item] + (ended.by.map { [$0] } ?? []) where motion(number) == nil {
      return disagree(entry, "no-such-item", "\(number) was not received.")
    }
    changeMotion(ended.item) { $0.endings.append(MotionState.Ending(seq: entry.seq, ended: ended)) }
  }

  mutating func composite(_ composited: MotionsComposited, _ entry: RecordedEvent) {
    for number in composited.originals + [composited.item] where motion(number) == nil {
      return disagree(entry, "no-such-item", "\(number) was not received.")
    }
    let parents = composited.originals.compactMap { number in
      motion(number).flatMap { motion in motion.versions.last.map { motion.name(of: $0) } }
    }
    changeMotion(composited.item) {
      $0.composited = composited
      $0.descends(from: parents)
    }
    for number in composited.originals {
      if let motion = motion(number), isChecked, !motion.isOpen {
        disagree(entry, "not-open", "\(number) could not go on in \(composited.item): it was \(motion.words).")
      }
      changeMotion(number) { $0.goesOn(in: composited) }
    }
  }

  /// A composite that is gone is broken: its originals are before the meeting again, with their amendments. Once it is
  /// taken again, so is what was agreed.
  mutating func followComposite(_ number: String) {
    guard let composite = motion(number), let composited = composite.composited else { return }
    let isBroken =
      switch composite.standing {
      case .decided(let decision): [.withdrawn, .notMoved, .ruledOut].contains(decision)
      default: false
      }
    for original in composited.originals {
      changeMotion(original) {
        if isBroken { $0.leaves(composited) } else if $0.isOpen { $0.goesOn(in: composited) }
      }
    }
  }
}

extension MotionState {
  /// Takes the amendments and rulings of an earlier version for the text, as a new version.
  mutating func restore(_ version: MotionVersion, by seq: Int, _ restored: VersionRestored) {
    let name = "\(number)@\(versions.count + 1)"
    for index in amendments.indices {
      let isIn = version.carried.contains(amendments[index].name)
      let wasIn = carried.contains(amendments[index].name)
      if isIn, !wasIn { amendments[index].standing = .reinstated(by: name) }
      if wasIn, !isIn { amendments[index].standing = .setAside(by: name) }
    }
    carried = version.carried
    rulings = version.rulings
    if isCarried {
      adopted = restored.text
      renumbered = restored.renumbered
      // What is in force again is ended no more.
      endings = []
    }
    versionMade(by: seq, .restored(version.number), adopted: isCarried)
  }

  /// The versions that a composite was made from.
  mutating func descends(from parents: [String]) {
    guard !versions.isEmpty else { return }
    versions[0].parents = parents
  }

  /// What a step of a composite does to the motions that it was made from.
  func compositeSays(_ kind: ItemStep.Kind) -> [String] {
    guard let composited else { return [] }
    let originals = Audit.listed(composited.originals)
    switch kind {
    case .withdrawn, .notMoved, .ruledOut:
      return ["The composite is broken: \(originals) are before the meeting again, with their amendments."]
    case .restored: return ["\(originals) go on in it again."]
    default: return []
    }
  }

  mutating func goesOn(in composited: MotionsComposited) {
    guard isOpen else { return }
    standing = .composited(into: composited.item)
    for settled in composited.amendments {
      guard let index = amendments.firstIndex(where: { $0.item == settled.item }), amendments[index].isOpen else {
        continue
      }
      amendments[index].standing = .composited(settled, into: composited.item)
    }
  }

  mutating func leaves(_ composited: MotionsComposited) {
    guard standing == .composited(into: composited.item) else { return }
    standing = .inOrder
    for index in amendments.indices {
      if case .composited(_, into: composited.item) = amendments[index].standing {
        amendments[index].standing = .pending
      }
    }
  }
}
