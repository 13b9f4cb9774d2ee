extension State {
  /// The texts that strangers need to compute the record again: standing orders, motions as received, as put and as
  /// adopted, long readings.
  ///
  /// Not what came in as it came, whose front matter names people, and not rolls, which name voters: they stay with the
  /// body, and the record names their digests.
  package var publishedTexts: Set<TextName> {
    var names: Set<TextName> = []
    for entry in log { names.formUnion(entry.event.publishedTexts.compactMap { $0 }) }
    return names
  }
}

extension Event {
  fileprivate var publishedTexts: [TextName?] {
    switch self {
    case .ledgerOpened(let opened): [opened.rules]
    case .rulesAdopted(let adopted): [adopted.rules]
    case .motionReceived(let received): [received.text]
    case .amendmentReceived(let received): [received.reading]
    case .itemStep(let step): [step.text]
    case .clashRuled(let ruled): [ruled.text]
    case .versionRestored(let restored): [restored.text]
    case .questionPut(let put): put.matter == .amendment ? [put.on] : [put.text, put.on]
    case .resultDeclared(let result): [result.text]
    case .entryCorrected(let correction): [correction.text]
    case .ledgerRecovered, .ledgerRotated, .orderRuled, .motionEnded, .motionsComposited, .sitting, .attendance,
      .votesCounted,
      .entryUndone, .noteMade:
      []
    }
  }
}
