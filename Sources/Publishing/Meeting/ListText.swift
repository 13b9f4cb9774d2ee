package import Meeting

extension State {
  /// Motions with their amendments, one a line.
  package func listLines(_ reader: Reader) -> [String] {
    guard !motions.isEmpty else { return ["Nothing has been received yet."] }
    return motions.flatMap { motion in
      [
        "\(motion.number) \(motion.titleNow ?? "without a title") (\(motion.received.kind)): \(motion.words)\(ending(of: motion))"
      ]
        + motion.amendments.map { amendment in
          let sentence = "\(amendment.item) (\(amendment.words)): \(amendment.received.sentence)"
          return sentence.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        }
    }
  }

  /// After how it was decided: what took it out of force since.
  func ending(of motion: MotionState) -> String {
    guard let ended = endingInForce(of: motion) else { return "" }
    return ", \(ended.kind.rawValue)\(ended.by.map { " by \($0)" } ?? "")"
  }

  /// Every entry in words, in the order of the record; beside one that made another version of a text, its name.
  package func logLines(_ reader: Reader, item: String?) -> [String] {
    let versions = versionsMade
    return log.filter { item == nil || $0.event.concerns(item ?? "", in: self) }.map { entry in
      let mark = undone.contains(entry.seq) ? " (taken back)" : ""
      let version = versions[entry.seq].map { " [\($0)]" } ?? ""
      return "\(entry.seq)  \(reader.time(entry.at))  \(entry.by)  \(spoken(entry.event) ?? entry.event.type)"
        + version + mark
    }
  }

  /// The version that an entry made, by `seq`; no entry makes two.
  var versionsMade: [Int: String] {
    var made: [Int: String] = [:]
    for motion in motions { for version in motion.versions { made[version.seq] = motion.name(of: version) } }
    return made
  }
}

extension Event {
  /// Whether an entry has to do with an item, or with an amendment to it.
  package func concerns(_ item: String, in state: State) -> Bool {
    if fallen.contains(where: { $0.item == item }) || others.contains(item) { return true }
    guard let own = self.item(in: state) else { return false }
    return own == item || own.hasPrefix(item + "/") || own.hasPrefix(item + ".")
  }

  private var fallen: [Fallen] {
    switch self {
    case .resultDeclared(let result): result.falls
    case .itemStep(let step): step.falls
    default: []
    }
  }

  /// Further motions that it has to do with.
  private var others: [String] {
    switch self {
    case .motionEnded(let event): event.by.map { [$0] } ?? []
    case .motionsComposited(let event): event.originals + event.amendments.map(\.item)
    default: []
    }
  }

  /// The item that an entry is about.
  package func item(in state: State) -> String? {
    switch self {
    case .motionReceived(let event): event.item
    case .amendmentReceived(let event): event.item
    case .itemStep(let event): event.item
    case .orderRuled(let event): event.motion
    case .clashRuled(let event): event.motion
    case .versionRestored(let event): event.item
    case .motionEnded(let event): event.item
    case .motionsComposited(let event): event.item
    case .questionPut(let event): event.item
    case .votesCounted(let event): state.entry(event.question)?.event.item(in: state)
    case .resultDeclared(let event): event.item
    case .entryCorrected(let event): state.entry(event.target)?.event.item(in: state)
    case .entryUndone(let event): event.targets.lazy.compactMap { state.entry($0) }.first?.event.item(in: state)
    case .noteMade(let event): event.item
    default: nil
    }
  }
}
