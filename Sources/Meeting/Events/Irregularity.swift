internal import CanonicalJSON

/// Something irregular that has happened and is recorded with it, after it has been said.
package struct Irregularity: Hashable, Sendable {
  /// A stable name, such as `more-votes-than-present`.
  package var code: String
  package var message: String

  package init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ fields: EventFields) throws(EventError) {
    code = try fields.text("code")
    message = try fields.text("message")
  }

  var json: JSON { ["code": .string(code), "message": .string(message)] }
}

extension EventFields {
  func flags() throws(EventError) -> [Irregularity] {
    var result: [Irregularity] = []
    for item in try list("flags") { result.append(try Irregularity(item)) }
    return result
  }
}

extension JSON {
  init(_ flags: [Irregularity]) { self = .array(flags.map(\.json)) }
}
