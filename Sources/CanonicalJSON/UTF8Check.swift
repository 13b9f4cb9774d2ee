/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 16, table 3-7); nil where all is.
func firstInvalidUTF8(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
  var at = range.lowerBound
  let end = range.upperBound
  while at < end {
    let lead = bytes[at]
    if lead < 0x80 {
      at += 1
      continue
    }
    let length = utf8Length(lead)
    guard length > 0, at + length <= end else { return at }
    let second = bytes[at + 1]
    let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let most: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= least, second <= most else { return at }
    var next = 2
    while next < length {
      guard bytes[at + next] & 0xC0 == 0x80 else { return at }
      next += 1
    }
    at += length
  }
  return nil
}

/// Bytes of a character beyond ASCII by its first byte; 0 where no character starts so.
private func utf8Length(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 0
  }
}
