internal import CanonicalJSON

/// `item.moved`, `item.accepted`, `item.ruled_out` …: what happens to a motion or an amendment outside a vote.
package struct ItemStep: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A late or irregular item is let in, by ruling or by vote.
    case admitted
    case ruledOut = "ruled_out"
    /// A fallen, withdrawn or ruled-out item is taken again.
    case restored
    case moved, seconded
    case notMoved = "not_moved"
    /// The mover of the motion accepts an amendment: it is incorporated without a vote.
    case accepted
    case withdrawn, remitted
    /// The chair rules that it falls: it is inconsistent with what was carried.
    case fell

    /// Whether the item is not before the meeting after it.
    package var ends: Bool {
      switch self {
      case .ruledOut, .notMoved, .withdrawn, .remitted, .fell: true
      case .admitted, .restored, .moved, .seconded, .accepted: false
      }
    }
  }

  package var kind: Kind
  package var item: String
  package var person: Person?
  package var reason: String?
  /// Where it is remitted to.
  package var to: String?
  /// The `seq` of the question by which it was decided, where there was a vote.
  package var question: Int?
  /// The motion's text after it, where the text changes.
  package var text: TextName?
  package var falls: [Fallen]
  package var flags: [Irregularity]

  package init(
    _ kind: Kind, item: String, person: Person? = nil, reason: String? = nil, to: String? = nil,
    question: Int? = nil, text: TextName? = nil, falls: [Fallen] = [], flags: [Irregularity] = []
  ) {
    self.kind = kind
    self.item = item
    self.person = person
    self.reason = reason
    self.to = to
    self.question = question
    self.text = text
    self.falls = falls
    self.flags = flags
  }

  init(_ kind: Kind, _ fields: EventFields) throws(EventError) {
    self.kind = kind
    item = try fields.text("item")
    person = try Person(fields.optional("person"))
    reason = try fields.optionalText("reason")
    to = try fields.optionalText("to")
    question = try fields.optionalNumber("question")
    text = try fields.optionalTextName("text")
    falls = try fields.falls()
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "falls": JSON(falls), "flags": JSON(flags), "item": .string(item), "person": JSON(person),
      "question": JSON(question), "reason": JSON(reason), "text": JSON(text), "to": JSON(to),
    ])
  }
}

/// An amendment that falls in consequence of a decision.
package struct Fallen: Hashable, Sendable {
  package var item: String
  package var because: String
  package var reason: String

  package init(item: String, because: String, reason: String) {
    self.item = item
    self.because = because
    self.reason = reason
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    because = try fields.text("because")
    reason = try fields.text("reason")
  }

  var json: JSON { ["because": .string(because), "item": .string(item), "reason": .string(reason)] }
}

extension EventFields {
  func falls() throws(EventError) -> [Fallen] {
    var result: [Fallen] = []
    for item in try list("falls") { result.append(try Fallen(item)) }
    return result
  }
}

extension JSON {
  init(_ falls: [Fallen]) { self = .array(falls.map(\.json)) }
}
