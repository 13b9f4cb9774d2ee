extension JSON {
  /// Reads strict JSON (RFC 8259), narrowed by `limits`: any order of names and any blanks, nothing mended.
  ///
  /// What two programs could read in two ways is refused with its place: a name given twice, a fraction, a number
  /// beyond 2⁵³−1, half a surrogate pair, bytes that are not UTF-8.
  public init(parsing bytes: [UInt8], limits: JSONLimits = .line) throws(JSONError) {
    try self.init(parsing: bytes, in: 0..<bytes.count, limits: limits)
  }

  /// Reads a part of bytes, such as a line; the places of errors are within the part.
  package init(parsing bytes: [UInt8], in range: Range<Int>, limits: JSONLimits = .line) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, range, limits: limits)
    do throws(JSONParser.Fault) {
      self = try parser.document()
    } catch {
      throw JSONError(error.reason, at: error.offset, in: bytes, from: range.lowerBound)
    }
  }

  public init(parsing text: String, limits: JSONLimits = .line) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }
}

struct JSONParser {
  struct Fault: Error {
    var reason: JSONFault
    var offset: Int
  }

  let bytes: [UInt8]
  let limits: JSONLimits
  private let end: Int
  private var at: Int

  init(bytes: [UInt8], _ range: Range<Int>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func document() throws(Fault) -> JSON {
    guard end - at <= limits.bytes else { throw Fault(reason: .tooLong, offset: at + limits.bytes) }
    if bytes[at..<end].starts(with: [0xEF, 0xBB, 0xBF]) { throw Fault(reason: .byteOrderMark, offset: at) }
    skipBlanks()
    let value = try value(depth: 0)
    skipBlanks()
    guard at == end else { throw Fault(reason: .trailing, offset: at) }
    return value
  }

  private mutating func skipBlanks() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private func current() throws(Fault) -> UInt8 {
    guard at < end else { throw Fault(reason: .ended, offset: at) }
    return bytes[at]
  }

  private mutating func value(depth: Int) throws(Fault) -> JSON {
    switch try current() {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw Fault(reason: .unexpected, offset: at)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Fault) -> JSON {
    for expected in word.description.utf8 {
      guard try current() == expected else { throw Fault(reason: .unexpected, offset: at) }
      at += 1
    }
    return value
  }

  private mutating func array(depth: Int) throws(Fault) -> JSON {
    guard depth <= limits.depth else { throw Fault(reason: .tooDeep, offset: at) }
    at += 1
    skipBlanks()
    var values: [JSON] = []
    if try current() == UInt8(ascii: "]") {
      at += 1
      return .array(values)
    }
    while true {
      skipBlanks()
      values.append(try value(depth: depth))
      skipBlanks()
      switch try current() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return .array(values)
      default: throw Fault(reason: .unexpected, offset: at)
      }
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSON {
    guard depth <= limits.depth else { throw Fault(reason: .tooDeep, offset: at) }
    at += 1
    skipBlanks()
    var members: [JSON.Member] = []
    var names = Names()
    if try current() == UInt8(ascii: "}") {
      at += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      let start = at
      guard try current() == UInt8(ascii: "\"") else { throw Fault(reason: .unexpected, offset: at) }
      let name = try string()
      if limits.plainKeys, !CanonicalLine.isPlainKey(name.utf8) { throw Fault(reason: .badKey, offset: start) }
      guard names.isNew(name, after: members) else { throw Fault(reason: .duplicateKey, offset: start) }
      skipBlanks()
      guard try current() == UInt8(ascii: ":") else { throw Fault(reason: .unexpected, offset: at) }
      at += 1
      skipBlanks()
      members.append(JSON.Member(name, try value(depth: depth)))
      skipBlanks()
      switch try current() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        return .object(members)
      default: throw Fault(reason: .unexpected, offset: at)
      }
    }
  }

  /// The names of an object so far. Few of them are looked through faster than a set is made.
  private struct Names {
    private var many: Set<[UInt8]> = []

    mutating func isNew(_ name: String, after members: [JSON.Member]) -> Bool {
      if members.count < 12 {
        // Compared as bytes too: Swift's strings would call é and e with an accent one name.
        return !members.contains { $0.name == name && $0.name.utf8.elementsEqual(name.utf8) }
      }
      if many.isEmpty { many = Set(members.map { Array($0.name.utf8) }) }
      return many.insert(Array(name.utf8)).inserted
    }
  }

  private mutating func number() throws(Fault) -> Int {
    let start = at
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative { at += 1 }
    let first = try current()
    guard first.isDigit else { throw Fault(reason: .badNumber, offset: at) }
    at += 1
    var value = Int(first &- 48)
    var large = false
    if value == 0, at < end, bytes[at].isDigit { throw Fault(reason: .badNumber, offset: at) }
    while at < end, bytes[at].isDigit {
      if !large { value = value * 10 + Int(bytes[at] &- 48) }
      large = large || value > JSONLimits.largestNumber
      at += 1
    }
    var fraction = false
    if at < end, bytes[at] == UInt8(ascii: ".") {
      fraction = true
      at += 1
      try digits()
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      fraction = true
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    if fraction { throw Fault(reason: .fraction, offset: start) }
    if large { throw Fault(reason: .largeNumber, offset: start) }
    if negative && value == 0 { throw Fault(reason: .negativeZero, offset: start) }
    return negative ? -value : value
  }

  private mutating func digits() throws(Fault) {
    guard try current().isDigit else { throw Fault(reason: .badNumber, offset: at) }
    while at < end, bytes[at].isDigit { at += 1 }
  }

  private mutating func string() throws(Fault) -> String {
    let start = at
    at += 1
    var plain = at
    var text: [UInt8] = []
    var isASCII = true
    while true {
      let byte = try current()
      switch byte {
      case UInt8(ascii: "\""):
        if text.isEmpty, at - plain <= limits.stringBytes {
          if !isASCII, let bad = firstInvalidUTF8(in: bytes, plain..<at) { throw Fault(reason: .badUTF8, offset: bad) }
          defer { at += 1 }
          return String(decoding: bytes[plain..<at], as: UTF8.self)
        }
        try take(plain..<at, into: &text)
        at += 1
        guard text.count <= limits.stringBytes else { throw Fault(reason: .longString, offset: start) }
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try take(plain..<at, into: &text)
        try escape(into: &text)
        plain = at
      case 0..<0x20: throw Fault(reason: .controlCharacter, offset: at)
      default:
        if byte >= 0x80 { isASCII = false }
        at += 1
      }
    }
  }

  private func take(_ range: Range<Int>, into text: inout [UInt8]) throws(Fault) {
    if let bad = firstInvalidUTF8(in: bytes, range) { throw Fault(reason: .badUTF8, offset: bad) }
    text += bytes[range]
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = at
    at += 1
    let kind = try current()
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"):
      let unit = try hexUnit()
      let scalar = try scalar(from: unit, start: start)
      text += Array(String(Character(scalar)).utf8)
    default: throw Fault(reason: .badEscape, offset: start)
    }
  }

  private mutating func scalar(from unit: UInt32, start: Int) throws(Fault) -> Unicode.Scalar {
    if unit == 0 { throw Fault(reason: .nul, offset: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { throw Fault(reason: .loneSurrogate, offset: start) }
    at += 2
    let second = try hexUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw Fault(reason: .loneSurrogate, offset: start) }
    return scalar
  }

  private mutating func hexUnit() throws(Fault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = try current()
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw Fault(reason: .badEscape, offset: at)
      }
      unit = unit << 4 | UInt32(digit)
      at += 1
    }
    return unit
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
}
