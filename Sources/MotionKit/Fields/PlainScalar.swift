/// What YAML 1.1 and 1.2 make of a plain scalar, so that we take as text only what every parser takes as text.
enum PlainScalar {
  case text
  case integer(Int)
  case boolean(Bool)
  /// Something else to at least one version of YAML; the words say what.
  case other(String)

  private static let truths: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false",
  ]

  static func read(_ bytes: ArraySlice<UInt8>) -> PlainScalar {
    guard let first = bytes.first else { return .other("nothing") }
    if bytes.elementsEqual("true".utf8) { return .boolean(true) }
    if bytes.elementsEqual("false".utf8) { return .boolean(false) }
    if bytes.count <= 5 {
      let word = String(decoding: bytes.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      if truths.contains(word), isOneCase(bytes) { return .other("yes or no") }
      if word == "null", isOneCase(bytes) { return .other("nothing") }
      if word == "~" { return .other("nothing") }
      if word == "<<" || word == "=" { return .other("a sign of YAML") }
    }
    var digits = bytes
    let signed = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    if signed { digits = digits.dropFirst() }
    guard let lead = digits.first, isDigit(lead) || lead == UInt8(ascii: ".") else { return .text }
    if digits.allSatisfy({ isDigit($0) }) {
      if lead == UInt8(ascii: "0") && digits.count > 1 { return .other("a number in base eight") }
      if first == UInt8(ascii: "+") { return .other("a number") }
      if let value = Int(String(decoding: bytes, as: UTF8.self)) { return .integer(value) }
      return .other("a number")
    }
    if isDate(bytes) { return .other("a date") }
    if isClock(digits) { return .other("a number in base sixty") }
    return isNumber(digits) ? .other("a number") : .text
  }

  /// `no`, `No` and `NO`, but not `nO`.
  private static func isOneCase(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.dropFirst()
    return rest.allSatisfy { !isUpper($0) } || bytes.allSatisfy { isUpper($0) }
  }

  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: "-") }.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
    else { return false }
    let rest = bytes.dropFirst(parts[0].count + parts[1].count + parts[2].count + 2)
    guard let next = rest.first else { return true }
    guard next == UInt8(ascii: "T") || next == UInt8(ascii: "t") || isBlank(next) else { return false }
    let time = rest.dropFirst().drop { isBlank($0) }
    return time.first.map { isDigit($0) } ?? true && time.contains(UInt8(ascii: ":"))
  }

  /// `12:00`: sixty seconds to the minute, to YAML 1.1.
  private static func isClock(_ digits: ArraySlice<UInt8>) -> Bool {
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
      }
  }

  /// Decimals, exponents, underscores, hexadecimal, octal and binary, infinity and not-a-number.
  private static func isNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let lower = String(decoding: digits.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    if lower == ".inf" || lower == ".nan" { return true }
    for (prefix, allowed) in [("0x", "0123456789abcdef_"), ("0o", "01234567_"), ("0b", "01_")]
    where lower.hasPrefix(prefix) && lower.utf8.count > 2 {
      return lower.utf8.dropFirst(2).allSatisfy { allowed.utf8.contains($0) }
    }
    let parts = lower.utf8.split(separator: UInt8(ascii: "e"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let mantissa = parts.first, mantissa.contains(where: { isDigit($0) }),
      mantissa.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") })
    else { return false }
    if parts.count == 1 {
      // 1.2.3 and 1.2_ are text to some and numbers to others: quotes.
      return true
    }
    let exponent =
      parts[1].first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } ?? false
      ? parts[1].dropFirst() : parts[1]
    return !exponent.isEmpty && exponent.allSatisfy { isDigit($0) }
  }
}
