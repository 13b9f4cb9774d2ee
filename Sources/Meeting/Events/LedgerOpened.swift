internal import CanonicalJSON

/// `ledger.opened`: the first entry of a body's record.
package struct LedgerOpened: Hashable, Sendable {
  /// The name that checkpoints are signed for.
  package var origin: String
  /// The standing orders in force from the start.
  package var rules: TextName?

  package init(origin: String, rules: TextName?) {
    self.origin = origin
    self.rules = rules
  }

  init(_ fields: EventFields) throws(EventError) {
    origin = try fields.text("origin")
    rules = try fields.optionalTextName("rules")
  }

  var fields: [JSON.Member] { JSON.fields(["origin": .string(origin), "rules": JSON(rules)]) }
}

/// `rules.adopted`: other standing orders from here on.
package struct RulesAdopted: Hashable, Sendable {
  package var rules: TextName
  package var reason: String?

  package init(rules: TextName, reason: String?) {
    self.rules = rules
    self.reason = reason
  }

  init(_ fields: EventFields) throws(EventError) {
    rules = try fields.textName("rules")
    reason = try fields.optionalText("reason")
  }

  var fields: [JSON.Member] { JSON.fields(["reason": JSON(reason), "rules": JSON(rules)]) }
}

/// `note.made`: something the minutes should have.
package struct NoteMade: Hashable, Sendable {
  package var item: String?
  package var text: String

  package init(item: String?, text: String) {
    self.item = item
    self.text = text
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.optionalText("item")
    text = try fields.text("text")
  }

  var fields: [JSON.Member] { JSON.fields(["item": JSON(item), "text": .string(text)]) }
}
