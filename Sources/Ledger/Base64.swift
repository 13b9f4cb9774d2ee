/// Standard base64 with padding (RFC 4648 §4), read strictly: one text for one run of bytes.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      let second = at + 1 < bytes.count ? bytes[at + 1] : 0
      let third = at + 2 < bytes.count ? bytes[at + 2] : 0
      text.append(letter(first >> 2))
      text.append(letter((first & 3) << 4 | second >> 4))
      text.append(at + 1 < bytes.count ? letter((second & 15) << 2 | third >> 6) : UInt8(ascii: "="))
      text.append(at + 2 < bytes.count ? letter(third & 63) : UInt8(ascii: "="))
      at += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// nil where a letter is strange, the padding is missing or bits that mean nothing are not zero.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let letters = Array(text)
    guard letters.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count / 4 * 3)
    for start in stride(from: 0, to: letters.count, by: 4) {
      let isLast = start + 4 == letters.count
      let padding =
        !isLast || letters[start + 3] != UInt8(ascii: "=") ? 0 : letters[start + 2] == UInt8(ascii: "=") ? 2 : 1
      var group: UInt32 = 0
      for index in 0..<4 - padding {
        guard let value = value(letters[start + index]) else { return nil }
        group |= UInt32(value) << UInt32(18 - 6 * index)
      }
      bytes.append(UInt8(truncatingIfNeeded: group >> 16))
      if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
      if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: group)) }
      if padding > 0, group & (padding == 2 ? 0xFFFF : 0xFF) != 0 { return nil }
    }
    return bytes
  }

  /// Without a branch: a million entries are written and read with 44 of these each.
  static func letter(_ value: UInt8) -> UInt8 {
    var letter = value &+ UInt8(ascii: "A")
    letter &+= value > 25 ? 6 : 0
    letter &-= value > 51 ? 75 : 0
    letter &-= value > 61 ? 15 : 0
    letter &+= value > 62 ? 3 : 0
    return letter
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
