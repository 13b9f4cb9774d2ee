/// Checks that bytes are RFC 8785's form of a narrowed JSON value, without building the value.
///
/// The rule is `bytes == canonical(parse(bytes))`; a test compares the two ways. A ledger of a million lines is read
/// with this one, so it makes one pass and allocates only when a line has more members than any before it.
public struct CanonicalLine: Sendable {
  /// A member of the outermost object: ranges of its name without quotes, and of its value.
  public struct Member: Hashable, Sendable {
    public var name: Range<Int>
    public var value: Range<Int>
  }

  /// The members of the last line checked; empty where it was no object.
  public private(set) var members: [Member] = []
  public private(set) var isObject = false
  private var at = 0
  private var end = 0

  public init() {}

  /// Throws at the first byte that is not as it has to be; places are within `range`.
  public mutating func check(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) {
    do throws(JSONParser.Fault) {
      members.removeAll(keepingCapacity: true)
      at = range.lowerBound
      end = range.upperBound
      guard range.count <= JSONLimits.line.bytes else {
        throw JSONParser.Fault(reason: .tooLong, offset: at + JSONLimits.line.bytes)
      }
      isObject = try current(bytes) == UInt8(ascii: "{")
      try value(bytes, depth: 0)
      guard at == end else { throw blank(bytes, or: .trailing) }
    } catch {
      throw JSONError(error.reason, at: error.offset, in: bytes, from: range.lowerBound)
    }
  }

  public mutating func check(_ bytes: [UInt8]) throws(JSONError) { try check(bytes, in: 0..<bytes.count) }

  /// Whether a name matches `[a-z][a-z0-9_]*`.
  static func isPlainKey(_ name: String.UTF8View) -> Bool {
    guard let first = name.first, first &- 97 < 26 else { return false }
    return name.allSatisfy { $0 &- 97 < 26 || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  private func current(_ bytes: [UInt8]) throws(JSONParser.Fault) -> UInt8 {
    guard at < end else { throw JSONParser.Fault(reason: .ended, offset: at) }
    return bytes[at]
  }

  private func blank(_ bytes: [UInt8], or other: JSONFault) -> JSONParser.Fault {
    guard at < end else { return JSONParser.Fault(reason: .ended, offset: at) }
    let isBlank = bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A
    return JSONParser.Fault(reason: isBlank ? .blank : other, offset: at)
  }

  private mutating func value(_ bytes: [UInt8], depth: Int) throws(JSONParser.Fault) {
    switch try current(bytes) {
    case UInt8(ascii: "\""): try string(bytes)
    case UInt8(ascii: "{"): try object(bytes, depth: depth + 1)
    case UInt8(ascii: "["): try array(bytes, depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(bytes)
    case UInt8(ascii: "t"): try word("true", bytes)
    case UInt8(ascii: "f"): try word("false", bytes)
    case UInt8(ascii: "n"): try word("null", bytes)
    default: throw blank(bytes, or: .unexpected)
    }
  }

  private mutating func word(_ word: StaticString, _ bytes: [UInt8]) throws(JSONParser.Fault) {
    for expected in word.description.utf8 {
      guard try current(bytes) == expected else { throw JSONParser.Fault(reason: .unexpected, offset: at) }
      at += 1
    }
  }

  private mutating func array(_ bytes: [UInt8], depth: Int) throws(JSONParser.Fault) {
    guard depth <= JSONLimits.line.depth else { throw JSONParser.Fault(reason: .tooDeep, offset: at) }
    at += 1
    if try current(bytes) == UInt8(ascii: "]") {
      at += 1
      return
    }
    while true {
      try value(bytes, depth: depth)
      switch try current(bytes) {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return
      default: throw blank(bytes, or: .unexpected)
      }
    }
  }

  private mutating func object(_ bytes: [UInt8], depth: Int) throws(JSONParser.Fault) {
    guard depth <= JSONLimits.line.depth else { throw JSONParser.Fault(reason: .tooDeep, offset: at) }
    at += 1
    if try current(bytes) == UInt8(ascii: "}") {
      at += 1
      return
    }
    var last: Range<Int>?
    while true {
      let name = try key(bytes)
      if let last { try compare(bytes, last, name) }
      last = name
      guard try current(bytes) == UInt8(ascii: ":") else { throw blank(bytes, or: .unexpected) }
      at += 1
      let start = at
      try value(bytes, depth: depth)
      if depth == 1, isObject { members.append(Member(name: name, value: start..<at)) }
      switch try current(bytes) {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        return
      default: throw blank(bytes, or: .unexpected)
      }
    }
  }

  private mutating func key(_ bytes: [UInt8]) throws(JSONParser.Fault) -> Range<Int> {
    guard try current(bytes) == UInt8(ascii: "\"") else { throw blank(bytes, or: .unexpected) }
    at += 1
    let start = at
    guard try current(bytes) &- 97 < 26 else { throw JSONParser.Fault(reason: .badKey, offset: start) }
    at += 1
    while at < end, bytes[at] &- 97 < 26 || bytes[at].isDigit || bytes[at] == UInt8(ascii: "_") { at += 1 }
    guard try current(bytes) == UInt8(ascii: "\"") else { throw JSONParser.Fault(reason: .badKey, offset: at) }
    guard at - start <= JSONLimits.line.stringBytes else {
      throw JSONParser.Fault(reason: .longString, offset: start - 1)
    }
    at += 1
    return start..<(at - 1)
  }

  /// Names are ASCII, so RFC 8785's order of UTF-16 units is the order of bytes.
  private func compare(_ bytes: [UInt8], _ last: Range<Int>, _ name: Range<Int>) throws(JSONParser.Fault) {
    var index = 0
    while index < last.count && index < name.count {
      let (before, after) = (bytes[last.lowerBound + index], bytes[name.lowerBound + index])
      if before < after { return }
      if before > after { throw JSONParser.Fault(reason: .keyOrder, offset: name.lowerBound) }
      index += 1
    }
    if last.count == name.count { throw JSONParser.Fault(reason: .duplicateKey, offset: name.lowerBound) }
    if last.count > name.count { throw JSONParser.Fault(reason: .keyOrder, offset: name.lowerBound) }
  }

  private mutating func number(_ bytes: [UInt8]) throws(JSONParser.Fault) {
    let start = at
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative { at += 1 }
    guard try current(bytes).isDigit else { throw JSONParser.Fault(reason: .badNumber, offset: at) }
    var value = Int(bytes[at] &- 48)
    at += 1
    if value == 0 {
      if at < end, bytes[at].isDigit { throw JSONParser.Fault(reason: .badNumber, offset: at) }
    } else {
      while at < end, bytes[at].isDigit {
        value = value * 10 + Int(bytes[at] &- 48)
        guard value <= JSONLimits.largestNumber else {
          throw JSONParser.Fault(reason: .largeNumber, offset: start)
        }
        at += 1
      }
    }
    if at < end, bytes[at] == UInt8(ascii: ".") || bytes[at] | 0x20 == UInt8(ascii: "e") {
      throw JSONParser.Fault(reason: .fraction, offset: start)
    }
    if negative && value == 0 { throw JSONParser.Fault(reason: .negativeZero, offset: start) }
  }

  private mutating func string(_ bytes: [UInt8]) throws(JSONParser.Fault) {
    let opening = at
    at += 1
    let start = at
    var saved = 0
    var ascii = true
    while true {
      let byte = try current(bytes)
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        saved += try escape(bytes)
        continue
      }
      guard byte >= 0x20 else { throw JSONParser.Fault(reason: .controlCharacter, offset: at) }
      if byte >= 0x80 { ascii = false }
      at += 1
    }
    if !ascii, let bad = firstInvalidUTF8(in: bytes, start..<at) {
      throw JSONParser.Fault(reason: .badUTF8, offset: bad)
    }
    guard at - start - saved <= JSONLimits.line.stringBytes else {
      throw JSONParser.Fault(reason: .longString, offset: opening)
    }
    at += 1
  }

  /// Passes over one escape and returns how many bytes longer it is than its character.
  private mutating func escape(_ bytes: [UInt8]) throws(JSONParser.Fault) -> Int {
    let start = at
    at += 1
    let kind = try current(bytes)
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"),
      UInt8(ascii: "f"), UInt8(ascii: "r"):
      return 1
    case UInt8(ascii: "/"): throw JSONParser.Fault(reason: .needlessEscape, offset: start)
    case UInt8(ascii: "u"): break
    default: throw JSONParser.Fault(reason: .badEscape, offset: start)
    }
    var unit = 0
    for index in 0..<4 {
      let byte = try current(bytes)
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): throw JSONParser.Fault(reason: .needlessEscape, offset: start)
      default: throw JSONParser.Fault(reason: .badEscape, offset: start)
      }
      unit = unit << 4 | Int(digit)
      if index == 3, unit == 0 { throw JSONParser.Fault(reason: .nul, offset: start) }
      at += 1
    }
    if (0xD800...0xDFFF).contains(unit) { throw JSONParser.Fault(reason: .loneSurrogate, offset: start) }
    guard unit < 0x20, ![8, 9, 10, 12, 13].contains(unit) else {
      throw JSONParser.Fault(reason: .needlessEscape, offset: start)
    }
    return 5
  }
}
