extension JSON {
  /// RFC 8785: no blanks, names in the order of their UTF-16 code units, shortest escapes.
  ///
  /// Members of one name are kept one after the other: what is parsed has none.
  public var canonical: [UInt8] {
    var bytes: [UInt8] = []
    writeCanonical(to: &bytes)
    return bytes
  }

  /// Appends the canonical form.
  package func writeCanonical(to bytes: inout [UInt8]) { write(to: &bytes, inOrder: true) }
}

extension [JSON.Member] {
  /// These members in RFC 8785's order. Mostly they are in order, which costs a look at each.
  package var inOrder: [JSON.Member] {
    let isInOrder = zip(self, dropFirst()).allSatisfy { !JSON.precedes($1.name, $0.name) }
    return isInOrder ? self : sorted { JSON.precedes($0.name, $1.name) }
  }
}

extension JSON {
  /// RFC 8785's order of names. That of UTF-16 units differs from that of bytes beyond ASCII only.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    for (before, after) in zip(left.utf8, right.utf8) where before != after {
      return before | after < 0x80 ? before < after : left.utf16.lexicographicallyPrecedes(right.utf16)
    }
    return left.utf8.count < right.utf8.count
  }
}
