internal import CanonicalJSON

/// `order.ruled`: the chair takes the amendments to a motion in this order.
package struct OrderRuled: Hashable, Sendable {
  package var motion: String
  /// `A4`, `A1` …
  package var order: [String]
  package var reason: String?

  package init(motion: String, order: [String], reason: String?) {
    self.motion = motion
    self.order = order
    self.reason = reason
  }

  init(_ fields: EventFields) throws(EventError) {
    motion = try fields.text("motion")
    order = try fields.texts("order")
    reason = try fields.optionalText("reason")
  }

  var fields: [JSON.Member] {
    JSON.fields(["motion": .string(motion), "order": JSON(order), "reason": JSON(reason)])
  }
}

/// `clash.ruled`: what stands at a place where two carried amendments cannot both stand.
package struct ClashRuled: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    case take(String)
    case both
    case text(String)
  }

  package var motion: String
  /// The amendments that clash there.
  package var between: [String]
  package var choice: Choice
  package var reason: String?
  /// The motion's text after it.
  package var text: TextName?

  package init(motion: String, between: [String], choice: Choice, reason: String?, text: TextName?) {
    self.motion = motion
    self.between = between
    self.choice = choice
    self.reason = reason
    self.text = text
  }

  init(_ fields: EventFields) throws(EventError) {
    motion = try fields.text("motion")
    between = try fields.texts("between")
    if let taken = try fields.optionalText("take") {
      choice = .take(taken)
    } else if let words = try fields.optionalText("words") {
      choice = .text(words)
    } else {
      choice = .both
    }
    reason = try fields.optionalText("reason")
    text = try fields.optionalTextName("text")
  }

  var fields: [JSON.Member] {
    let chosen: JSON.Member =
      switch choice {
      case .take(let name): JSON.Member("take", .string(name))
      case .both: JSON.Member("both", true)
      case .text(let words): JSON.Member("words", .string(words))
      }
    return JSON.fields([
      "between": JSON(between), "motion": .string(motion), "reason": JSON(reason), "text": JSON(text),
    ]) + [chosen]
  }
}
