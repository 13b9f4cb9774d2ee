internal import CanonicalJSON

/// `entry.undone`: the last thing recorded is taken back before the next question is put.
package struct EntryUndone: Hashable, Sendable {
  /// The entries of the command that is taken back, by `seq`.
  package var targets: [Int]
  package var reason: String?

  package init(targets: [Int], reason: String?) {
    self.targets = targets
    self.reason = reason
  }

  init(_ fields: EventFields) throws(EventError) {
    targets = try fields.numbers("targets")
    reason = try fields.optionalText("reason")
  }

  var fields: [JSON.Member] { JSON.fields(["reason": JSON(reason), "targets": JSON(targets)]) }
}

/// `entry.corrected`: figures that were misheard, mended with a reason; it acts from its own place on.
package struct EntryCorrected: Hashable, Sendable {
  /// The count that was wrong, by `seq`.
  package var target: Int
  package var reason: String
  package var votesFor: Int?
  package var against: Int?
  package var abstain: Int?
  package var spoilt: Int?
  package var present: Int?
  /// The result as it stands declared now.
  package var decision: ItemDecision
  package var rulesGive: String?
  package var rulesReason: String?
  /// The motion's text after it, where the result changes it.
  package var text: TextName?
  /// What falls by the result as it stands now.
  package var falls: [Fallen]
  /// Questions decided on a text that changes by it, by `seq`: in question for the chair, never recomputed in silence.
  package var affects: [Int]

  package init(
    target: Int, reason: String, votesFor: Int?, against: Int?, abstain: Int?, spoilt: Int?, present: Int?,
    decision: ItemDecision, rulesGive: String?, rulesReason: String?, text: TextName?, falls: [Fallen] = [],
    affects: [Int]
  ) {
    self.target = target
    self.reason = reason
    self.votesFor = votesFor
    self.against = against
    self.abstain = abstain
    self.spoilt = spoilt
    self.present = present
    self.decision = decision
    self.rulesGive = rulesGive
    self.rulesReason = rulesReason
    self.text = text
    self.falls = falls
    self.affects = affects
  }

  init(_ fields: EventFields) throws(EventError) {
    target = try fields.number("target")
    reason = try fields.text("reason")
    votesFor = try fields.optionalNumber("for")
    against = try fields.optionalNumber("against")
    abstain = try fields.optionalNumber("abstain")
    spoilt = try fields.optionalNumber("spoilt")
    present = try fields.optionalNumber("present")
    decision = try fields.choice("decision")
    rulesGive = try fields.optionalText("rules_give")
    rulesReason = try fields.optionalText("rules_reason")
    text = try fields.optionalTextName("text")
    falls = try fields.falls()
    affects = try fields.numbers("affects")
  }

  var fields: [JSON.Member] {
    [
      JSON.Member("abstain", JSON(abstain)), JSON.Member("against", JSON(against)), JSON.Member("for", JSON(votesFor)),
      JSON.Member("spoilt", JSON(spoilt)),
    ]
      + JSON.fields([
        "affects": JSON(affects), "decision": .string(decision.rawValue), "falls": JSON(falls),
        "present": JSON(present),
        "reason": .string(reason), "rules_give": JSON(rulesGive), "rules_reason": JSON(rulesReason),
        "target": .integer(target), "text": JSON(text),
      ])
  }
}
