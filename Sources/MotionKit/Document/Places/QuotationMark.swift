/// The marks people quote with. Any mark of a family closes any other of it, because typing mixes them.
struct QuotationMark: Hashable, Sendable {
  enum Family: Hashable, Sendable { case double, single }

  var family: Family
  /// In bytes.
  var length: Int

  /// The mark at an offset; nil where there is none.
  static func at(_ offset: Int, in bytes: [UInt8]) -> QuotationMark? {
    guard offset < bytes.count else { return nil }
    let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let third = offset + 2 < bytes.count ? bytes[offset + 2] : 0
    switch bytes[offset] {
    case 0x22: return QuotationMark(family: .double, length: 1)
    case 0x27:
      return second == 0x27 ? QuotationMark(family: .double, length: 2) : QuotationMark(family: .single, length: 1)
    case 0x60:
      return second == 0x60 ? QuotationMark(family: .double, length: 2) : QuotationMark(family: .single, length: 1)
    case 0xC2 where second == 0xAB || second == 0xBB: return QuotationMark(family: .double, length: 2)
    case 0xE2 where second == 0x80:
      switch third {
      case 0x98...0x9B: return QuotationMark(family: .single, length: 3)
      case 0x9C...0x9F: return QuotationMark(family: .double, length: 3)
      case 0xB9, 0xBA: return QuotationMark(family: .single, length: 3)
      default: return nil
      }
    default: return nil
    }
  }
}
