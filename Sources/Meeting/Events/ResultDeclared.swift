internal import CanonicalJSON

/// What was decided of an item.
package enum ItemDecision: String, Hashable, Sendable, CaseIterable {
  case carried
  case carriedAsAmended = "carried_as_amended"
  case lost, undecided, inquorate, remitted, withdrawn, fallen
  case notMoved = "not_moved"
  case notPut = "not_put"
  case ruledOut = "ruled_out"

  package var isCarried: Bool { self == .carried || self == .carriedAsAmended }

  /// Whether the item is decided by it; without a quorum, or undecided, it can be voted on again.
  package var isFinal: Bool { self != .inquorate && self != .undecided }

  /// As it is read out.
  package var words: String {
    switch self {
    case .carriedAsAmended: "carried as amended"
    case .notMoved: "not moved"
    case .notPut: "not put"
    case .ruledOut: "ruled out of order"
    case .inquorate: "not decided, for want of a quorum"
    default: rawValue
    }
  }
}

/// `result.declared`: the chair's word on a question.
package struct ResultDeclared: Hashable, Sendable {
  package enum Basis: String, Hashable, Sendable, CaseIterable {
    case figures
    case withoutCount = "without_count"
    case castingVote = "casting_vote"
    case ruling
  }

  package var question: Int
  package var item: String
  package var decision: ItemDecision
  package var basis: Basis
  /// How a result without figures was seen: hands, voices, nem. con., unanimous, acclamation.
  package var manner: String?
  /// The chair's casting vote: `for` or `against`.
  package var casting: String?
  /// The `seq` of the count it rests on.
  package var count: Int?
  /// What the rules give on the figures; null where they give nothing.
  package var rulesGive: String?
  package var rulesReason: String?
  package var reason: String?
  /// The motion's text after it: as amended so far, or as adopted.
  package var text: TextName?
  /// Old label → new label, where a motion is adopted and its labels run through once more.
  package var renumbered: [Renumbered]
  package var falls: [Fallen]
  /// Where it turns an earlier result: questions decided since on a text that changes by it, by `seq`; in question for
  /// the chair, never recomputed in silence.
  package var affects: [Int]
  package var flags: [Irregularity]

  package init(
    question: Int, item: String, decision: ItemDecision, basis: Basis, manner: String? = nil, casting: String? = nil,
    count: Int? = nil, rulesGive: String? = nil, rulesReason: String? = nil, reason: String? = nil,
    text: TextName? = nil, renumbered: [Renumbered] = [], falls: [Fallen] = [], affects: [Int] = [],
    flags: [Irregularity] = []
  ) {
    self.question = question
    self.item = item
    self.decision = decision
    self.basis = basis
    self.manner = manner
    self.casting = casting
    self.count = count
    self.rulesGive = rulesGive
    self.rulesReason = rulesReason
    self.reason = reason
    self.text = text
    self.renumbered = renumbered
    self.falls = falls
    self.affects = affects
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    question = try fields.number("question")
    item = try fields.text("item")
    decision = try fields.choice("decision")
    basis = try fields.choice("basis")
    manner = try fields.optionalText("manner")
    casting = try fields.optionalText("casting")
    count = try fields.optionalNumber("count")
    rulesGive = try fields.optionalText("rules_give")
    rulesReason = try fields.optionalText("rules_reason")
    reason = try fields.optionalText("reason")
    text = try fields.optionalTextName("text")
    renumbered = try fields.renumbered()
    falls = try fields.falls()
    affects = try fields.numbers("affects")
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "affects": JSON(affects), "basis": .string(basis.rawValue), "casting": JSON(casting), "count": JSON(count),
      "decision": .string(decision.rawValue), "falls": JSON(falls), "flags": JSON(flags), "item": .string(item),
      "manner": JSON(manner), "question": .integer(question), "reason": JSON(reason),
      "renumbered": JSON(renumbered), "rules_give": JSON(rulesGive), "rules_reason": JSON(rulesReason),
      "text": JSON(text),
    ])
  }
}

/// One line of the table old → new of an adopted text.
package struct Renumbered: Hashable, Sendable {
  package var old: String
  package var new: String

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  init(_ fields: EventFields) throws(EventError) {
    old = try fields.text("old")
    new = try fields.text("new")
  }

  var json: JSON { ["new": .string(new), "old": .string(old)] }
}

extension EventFields {
  func renumbered() throws(EventError) -> [Renumbered] {
    var result: [Renumbered] = []
    for item in try list("renumbered") { result.append(try Renumbered(item)) }
    return result
  }
}

extension JSON {
  init(_ table: [Renumbered]) { self = .array(table.map(\.json)) }
}
