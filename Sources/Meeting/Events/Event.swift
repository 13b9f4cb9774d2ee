package import CanonicalJSON

/// What can be recorded of a body and its meetings: a closed list, one case a kind of entry.
///
/// Each has a stable `noun.verb` name and a version `v`, now 1 for all. A newer version is an error that says so.
package enum Event: Hashable, Sendable {
  case ledgerOpened(LedgerOpened)
  /// The ledger's own entry on a torn tail that was cut; it says nothing of the body.
  case ledgerRecovered
  case ledgerRotated
  case rulesAdopted(RulesAdopted)
  case motionReceived(MotionReceived)
  case amendmentReceived(AmendmentReceived)
  case itemStep(ItemStep)
  case orderRuled(OrderRuled)
  case clashRuled(ClashRuled)
  case versionRestored(VersionRestored)
  case motionEnded(MotionEnded)
  case motionsComposited(MotionsComposited)
  case sitting(Sitting)
  case attendance(Attendance)
  case questionPut(QuestionPut)
  case votesCounted(VotesCounted)
  case resultDeclared(ResultDeclared)
  case entryUndone(EntryUndone)
  case entryCorrected(EntryCorrected)
  case noteMade(NoteMade)

  package static let version = 1

  /// The `type` of its entry.
  package var type: String {
    switch self {
    case .ledgerOpened: "ledger.opened"
    case .ledgerRecovered: "ledger.recovered"
    case .ledgerRotated: "ledger.rotated"
    case .rulesAdopted: "rules.adopted"
    case .motionReceived: "motion.received"
    case .amendmentReceived: "amendment.received"
    case .itemStep(let step): "item.\(step.kind.rawValue)"
    case .orderRuled: "order.ruled"
    case .clashRuled: "clash.ruled"
    case .versionRestored: "version.restored"
    case .motionEnded(let ended): "motion.\(ended.kind.rawValue)"
    case .motionsComposited: "motion.composited"
    case .sitting(let sitting): "meeting.\(sitting.kind.rawValue)"
    case .attendance: "meeting.attended"
    case .questionPut: "question.put"
    case .votesCounted: "votes.counted"
    case .resultDeclared: "result.declared"
    case .entryUndone: "entry.undone"
    case .entryCorrected: "entry.corrected"
    case .noteMade: "note.made"
    }
  }

  /// Every `type` there is, in the order of Docs/events.md.
  package static let types: [String] =
    ["ledger.opened", "ledger.rotated", "ledger.recovered", "rules.adopted", "motion.received", "amendment.received"]
    + ItemStep.Kind.allCases.map { "item.\($0.rawValue)" } + ["order.ruled", "clash.ruled", "version.restored"]
    + MotionEnded.Kind.allCases.map { "motion.\($0.rawValue)" } + ["motion.composited"]
    + Sitting.Kind.allCases.map { "meeting.\($0.rawValue)" }
    + [
      "meeting.attended", "question.put", "votes.counted", "result.declared", "entry.undone", "entry.corrected",
      "note.made",
    ]

  /// The fields of its entry, without the envelope.
  package var fields: [JSON.Member] {
    switch self {
    case .ledgerOpened(let event): event.fields
    case .ledgerRecovered, .ledgerRotated: []
    case .rulesAdopted(let event): event.fields
    case .motionReceived(let event): event.fields
    case .amendmentReceived(let event): event.fields
    case .itemStep(let event): event.fields
    case .orderRuled(let event): event.fields
    case .clashRuled(let event): event.fields
    case .versionRestored(let event): event.fields
    case .motionEnded(let event): event.fields
    case .motionsComposited(let event): event.fields
    case .sitting(let event): event.fields
    case .attendance(let event): event.fields
    case .questionPut(let event): event.fields
    case .votesCounted(let event): event.fields
    case .resultDeclared(let event): event.fields
    case .entryUndone(let event): event.fields
    case .entryCorrected(let event): event.fields
    case .noteMade(let event): event.fields
    }
  }

  /// Reads the fields of an entry.
  ///
  /// - Throws: `newer-version` where `v` is not known, `unknown-event` for another `type`, `bad-event` for a field
  ///   that is missing or of another kind.
  package init(type: String, version: Int, json: JSON) throws(EventError) {
    guard version == Event.version || type.hasPrefix("ledger.") else {
      throw EventError(
        code: "newer-version",
        message: "An entry \(type) has version \(version); this program reads version \(Event.version).")
    }
    let fields = EventFields(type: type, json: json)
    let parts = type.split(separator: ".", maxSplits: 1).map(String.init)
    let noun = parts.first ?? ""
    let verb = parts.count > 1 ? parts[1] : ""
    switch type {
    case "ledger.opened": self = .ledgerOpened(try LedgerOpened(fields))
    case "ledger.recovered": self = .ledgerRecovered
    case "ledger.rotated": self = .ledgerRotated
    case "rules.adopted": self = .rulesAdopted(try RulesAdopted(fields))
    case "motion.received": self = .motionReceived(try MotionReceived(fields))
    case "amendment.received": self = .amendmentReceived(try AmendmentReceived(fields))
    case "order.ruled": self = .orderRuled(try OrderRuled(fields))
    case "clash.ruled": self = .clashRuled(try ClashRuled(fields))
    case "version.restored": self = .versionRestored(try VersionRestored(fields))
    case "motion.composited": self = .motionsComposited(try MotionsComposited(fields))
    case "meeting.attended": self = .attendance(try Attendance(fields))
    case "question.put": self = .questionPut(try QuestionPut(fields))
    case "votes.counted": self = .votesCounted(try VotesCounted(fields))
    case "result.declared": self = .resultDeclared(try ResultDeclared(fields))
    case "entry.undone": self = .entryUndone(try EntryUndone(fields))
    case "entry.corrected": self = .entryCorrected(try EntryCorrected(fields))
    case "note.made": self = .noteMade(try NoteMade(fields))
    default:
      if noun == "item", let kind = ItemStep.Kind(rawValue: verb) {
        self = .itemStep(try ItemStep(kind, fields))
      } else if noun == "motion", let kind = MotionEnded.Kind(rawValue: verb) {
        self = .motionEnded(try MotionEnded(kind, fields))
      } else if noun == "meeting", let kind = Sitting.Kind(rawValue: verb) {
        self = .sitting(try Sitting(kind, fields))
      } else {
        throw EventError(code: "unknown-event", message: "This program knows no entry of the type \(type).")
      }
    }
  }
}
