/// How an item is named: `M1`, `M1@2`, `M1/A4`, `M1/A4.1`; a procedural question is `P1`.
///
/// Read in any case; written in capitals. A motion's number begins with the letter of its kind (`M`, `E` for an
/// emergency motion, `C` for a composite) and is never given twice.
package struct ItemReference: Hashable, Sendable, CustomStringConvertible {
  /// `M1`.
  package var motion: String
  /// 1-based version, after `@`.
  package var version: Int?
  /// `A4`, `A4.1`; nil for the motion itself.
  package var amendment: String?

  package init(motion: String, version: Int? = nil, amendment: String? = nil) {
    self.motion = motion
    self.version = version
    self.amendment = amendment
  }

  /// Reads a reference; nil where the text has not that shape.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let motion = ItemReference.number(&rest, letters: 1...2) else { return nil }
    self.motion = motion
    if rest.first == UInt8(ascii: "@") {
      rest.removeFirst()
      guard let version = ItemReference.digits(&rest), let value = Int(version), value > 0 else { return nil }
      self.version = value
    }
    if rest.first == UInt8(ascii: "/") {
      rest.removeFirst()
      guard var name = ItemReference.number(&rest, letters: 1...1) else { return nil }
      var degree = 1
      while rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        guard let part = ItemReference.digits(&rest) else { return nil }
        name += "." + part
        degree += 1
      }
      guard degree <= 4 else { return nil }
      self.amendment = name
    }
    guard rest.isEmpty else { return nil }
  }

  package var description: String {
    motion + (version.map { "@\($0)" } ?? "") + (amendment.map { "/\($0)" } ?? "")
  }

  /// The item without a version.
  package var item: String { motion + (amendment.map { "/\($0)" } ?? "") }

  /// The amendment that this one amends: `A4` of `A4.1`.
  package var parentAmendment: String? {
    guard let amendment, let dot = amendment.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return String(amendment[..<dot])
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, letters: ClosedRange<Int>) -> String? {
    var name = ""
    while let byte = rest.first, let letter = letter(byte), name.utf8.count < letters.upperBound {
      name.append(letter)
      rest.removeFirst()
    }
    guard letters.contains(name.utf8.count), let digits = digits(&rest) else { return nil }
    return name + digits
  }

  private static func letter(_ byte: UInt8) -> Character? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Character(Unicode.Scalar(byte))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Character(Unicode.Scalar(byte - 32))
    default: nil
    }
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> String? {
    var text = ""
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), text.utf8.count < 6 {
      text.append(Character(Unicode.Scalar(byte)))
      rest.removeFirst()
    }
    return text.isEmpty || text.hasPrefix("0") ? nil : text
  }
}

extension String {
  /// Whether an item is an amendment to another one, or to an amendment of it: `M1/A1.2` is below `M1/A1` and `M1`.
  package func isBelow(_ item: String) -> Bool { hasPrefix(item + "/") || hasPrefix(item + ".") }
}
