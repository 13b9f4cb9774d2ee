/// Why bytes are not JSON as it is meant here, and where.
public struct JSONError: Error, Hashable, Sendable {
  public var fault: JSONFault
  /// UTF-8 bytes from the start of what was read, 0-based.
  public var offset: Int
  /// 1-based.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int

  public var message: String { fault.message }

  init(_ fault: JSONFault, at offset: Int, in bytes: [UInt8], from start: Int = 0) {
    self.fault = fault
    self.offset = offset - start
    var line = 1
    var column = 1
    for byte in bytes[min(start, bytes.count)..<min(max(offset, start), bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }
}

/// What can be wrong with JSON, under a stable name.
public enum JSONFault: String, Hashable, Sendable, CaseIterable {
  // Not JSON at all (RFC 8259).
  case ended = "json-ended"
  case unexpected = "json-unexpected"
  case badNumber = "json-bad-number"
  case badEscape = "json-bad-escape"
  case controlCharacter = "json-control-character"
  case badUTF8 = "json-bad-utf8"
  case byteOrderMark = "json-byte-order-mark"
  case trailing = "json-trailing"
  // JSON, but outside what every program reads alike.
  case duplicateKey = "json-duplicate-key"
  case badKey = "json-bad-key"
  case fraction = "json-fraction"
  case largeNumber = "json-large-number"
  case negativeZero = "json-negative-zero"
  case loneSurrogate = "json-lone-surrogate"
  case nul = "json-nul"
  case longString = "json-long-string"
  case tooDeep = "json-too-deep"
  case tooLong = "json-too-long"
  // Right JSON, written in another way than RFC 8785's.
  case blank = "json-blank"
  case keyOrder = "json-key-order"
  case needlessEscape = "json-needless-escape"

  /// What kind of rule is broken.
  public enum Kind: Hashable, Sendable {
    case syntax, narrowing, form
  }

  public var kind: Kind {
    switch self {
    case .ended, .unexpected, .badNumber, .badEscape, .controlCharacter, .badUTF8, .byteOrderMark, .trailing: .syntax
    case .duplicateKey, .badKey, .fraction, .largeNumber, .negativeZero, .loneSurrogate, .nul, .longString, .tooDeep,
      .tooLong:
      .narrowing
    case .blank, .keyOrder, .needlessEscape: .form
    }
  }

  public var message: String {
    switch self {
    case .ended: "the JSON ends too early"
    case .unexpected: "this does not belong here in JSON"
    case .badNumber: "this is not a number as JSON writes one"
    case .badEscape: "this is not an escape that JSON has"
    case .controlCharacter: "a control character has to be escaped in JSON"
    case .badUTF8: "these bytes are not UTF-8"
    case .byteOrderMark: "JSON does not start with a byte-order mark"
    case .trailing: "something follows the JSON value"
    case .duplicateKey: "this name is there twice in one object"
    case .badKey: "a name is a small letter, then small letters, digits and _"
    case .fraction: "numbers are whole here; write a fraction as a string"
    case .largeNumber: "a number is at most 9007199254740991 here; write a larger one as a string"
    case .negativeZero: "zero has no sign here"
    case .loneSurrogate: "half of a surrogate pair is no character"
    case .nul: "the character U+0000 is not allowed"
    case .longString: "a string is at most 8192 bytes here"
    case .tooDeep: "this is nested too deeply"
    case .tooLong: "this is longer than a line may be"
    case .blank: "there is no blank here in the canonical form"
    case .keyOrder: "names are in order in the canonical form"
    case .needlessEscape: "the canonical form writes this character without this escape"
    }
  }
}
