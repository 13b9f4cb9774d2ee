internal import CanonicalJSON

/// Why an entry is not an event that this version knows.
package struct EventError: Error, Hashable, Sendable {
  /// A stable name: `unknown-event`, `newer-version`, `bad-event`.
  package var code: String
  package var message: String
}

/// The fields of an entry, read one by one with an error that names the field.
struct EventFields {
  let type: String
  let json: JSON

  func value(_ name: String) throws(EventError) -> JSON {
    guard let value = json[name] else { throw missing(name, "a value") }
    return value
  }

  func text(_ name: String) throws(EventError) -> String {
    guard case .string(let text)? = json[name] else { throw missing(name, "a text") }
    return text
  }

  func number(_ name: String) throws(EventError) -> Int {
    guard case .integer(let number)? = json[name] else { throw missing(name, "a whole number") }
    return number
  }

  func optionalText(_ name: String) throws(EventError) -> String? {
    switch json[name] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    default: throw missing(name, "a text or null")
    }
  }

  func optionalNumber(_ name: String) throws(EventError) -> Int? {
    switch json[name] {
    case nil, .null?: return nil
    case .integer(let number)?: return number
    default: throw missing(name, "a whole number or null")
    }
  }

  func flag(_ name: String) throws(EventError) -> Bool {
    switch json[name] {
    case nil, .null?: return false
    case .bool(let value)?: return value
    default: throw missing(name, "true or false")
    }
  }

  func list(_ name: String) throws(EventError) -> [EventFields] {
    switch json[name] {
    case nil, .null?: return []
    case .array(let values)?: return values.map { EventFields(type: "\(type).\(name)", json: $0) }
    default: throw missing(name, "a list")
    }
  }

  func texts(_ name: String) throws(EventError) -> [String] {
    var result: [String] = []
    for item in try list(name) {
      guard case .string(let text) = item.json else { throw missing(name, "a list of texts") }
      result.append(text)
    }
    return result
  }

  func numbers(_ name: String) throws(EventError) -> [Int] {
    var result: [Int] = []
    for item in try list(name) {
      guard case .integer(let number) = item.json else { throw missing(name, "a list of whole numbers") }
      result.append(number)
    }
    return result
  }

  func optional(_ name: String) -> EventFields? {
    switch json[name] {
    case nil, .null?: nil
    case let value?: EventFields(type: "\(type).\(name)", json: value)
    }
  }

  func textName(_ name: String) throws(EventError) -> TextName {
    guard let fields = optional(name) else { throw missing(name, "the SHA-256 and size of a text") }
    return TextName(sha256: try fields.text("sha256"), bytes: try fields.number("bytes"))
  }

  func optionalTextName(_ name: String) throws(EventError) -> TextName? {
    optional(name) == nil ? nil : try textName(name)
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String, of: Choice.Type = Choice.self) throws(EventError)
    -> Choice
  {
    guard let choice = Choice(rawValue: try text(name)) else { throw missing(name, "one of the known words") }
    return choice
  }

  private func missing(_ name: String, _ expected: String) -> EventError {
    EventError(code: "bad-event", message: "The field `\(name)` of \(type) should hold \(expected).")
  }
}

extension JSON {
  /// An object without the members whose value is null or an empty list: what was not said is not written.
  static func fields(_ members: KeyValuePairs<String, JSON>) -> [JSON.Member] {
    members.compactMap { name, value in
      value == .null || value == .array([]) ? nil : JSON.Member(name, value)
    }
  }

  init(_ name: TextName?) {
    self = name.map { ["bytes": .integer($0.bytes), "sha256": .string($0.sha256)] } ?? .null
  }

  init(_ numbers: [Int]) { self = .array(numbers.map { .integer($0) }) }
}
