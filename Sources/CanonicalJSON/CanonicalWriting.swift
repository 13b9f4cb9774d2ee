extension JSON {
  /// RFC 8785: no blanks, names in the order of their UTF-16 code units, shortest escapes.
  ///
  /// Members of one name are kept one after the other: what is parsed has none.
  public var canonical: [UInt8] { inOrder.answer }

  /// The same value with the members of every object in RFC 8785's order.
  private var inOrder: JSON {
    switch self {
    case .array(let values): .array(values.map(\.inOrder))
    case .object(let members):
      .object(
        members.map { Member($0.name, $0.value.inOrder) }
          .sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) })
    default: self
    }
  }
}
