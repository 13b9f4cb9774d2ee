extension JSON {
  /// The text of a string; nil of anything else.
  public var text: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The value of a number; nil of anything else.
  public var number: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The value of `true` or `false`; nil of anything else.
  public var flag: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The values of an array; nil of anything else.
  public var items: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The members of an object in their order; nil of anything else.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  public var isNull: Bool { self == .null }
}
