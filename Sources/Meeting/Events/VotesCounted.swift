internal import CanonicalJSON

/// `votes.counted`: the figures of one count. What was not counted is null, never 0.
package struct VotesCounted: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case hands, roll, card, ballot
  }

  /// The `seq` of the question.
  package var question: Int
  package var form: Form
  package var votesFor: Int?
  package var against: Int?
  package var abstain: Int?
  package var spoilt: Int?
  package var present: Int?
  package var entitled: Int?
  package var tellers: [Person]
  /// The roll of a recorded vote, kept by its digest.
  package var roll: TextName?
  /// The `seq` of the count that it repeats.
  package var recountOf: Int?
  package var reason: String?

  package init(
    question: Int, form: Form, votesFor: Int?, against: Int?, abstain: Int?, spoilt: Int?, present: Int?,
    entitled: Int?, tellers: [Person] = [], roll: TextName? = nil, recountOf: Int? = nil, reason: String? = nil
  ) {
    self.question = question
    self.form = form
    self.votesFor = votesFor
    self.against = against
    self.abstain = abstain
    self.spoilt = spoilt
    self.present = present
    self.entitled = entitled
    self.tellers = tellers
    self.roll = roll
    self.recountOf = recountOf
    self.reason = reason
  }

  init(_ fields: EventFields) throws(EventError) {
    question = try fields.number("question")
    form = try fields.choice("form")
    votesFor = try fields.optionalNumber("for")
    against = try fields.optionalNumber("against")
    abstain = try fields.optionalNumber("abstain")
    spoilt = try fields.optionalNumber("spoilt")
    present = try fields.optionalNumber("present")
    entitled = try fields.optionalNumber("entitled")
    var tellers: [Person] = []
    for item in try fields.list("tellers") {
      if let person = try Person(item) { tellers.append(person) }
    }
    self.tellers = tellers
    roll = try fields.optionalTextName("roll")
    recountOf = try fields.optionalNumber("recount_of")
    reason = try fields.optionalText("reason")
  }

  var fields: [JSON.Member] {
    [
      JSON.Member("abstain", JSON(abstain)), JSON.Member("against", JSON(against)), JSON.Member("for", JSON(votesFor)),
      JSON.Member("spoilt", JSON(spoilt)),
    ]
      + JSON.fields([
        "entitled": JSON(entitled), "form": .string(form.rawValue), "present": JSON(present),
        "question": .integer(question), "reason": JSON(reason), "recount_of": JSON(recountOf), "roll": JSON(roll),
        "tellers": .array(tellers.map(\.json)),
      ])
  }
}
