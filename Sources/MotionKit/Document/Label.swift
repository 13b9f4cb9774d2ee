/// The number of a clause as printed (`1.`, `(a)`, `2.1`, `iv)`), or the marker of a bullet.
public struct Label: Hashable, Sendable {
  /// As printed, with its delimiters.
  public var printed: String
  /// UTF-8 offsets in the document's bytes.
  public var span: Range<Int>

  public init(printed: String, span: Range<Int>) {
    self.printed = printed
    self.span = span
  }

  /// Without its delimiters: `1`, `a`, `2.1`, `iv`; of `3(b)`, which says two labels, `3/b`.
  public var bare: String {
    var bytes = printed.utf8[...]
    if bytes.contains(where: { $0 >= 0x80 }) { return Label.bare(ofWide: printed, span) }
    while let first = bytes.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") { bytes.removeFirst() }
    // A blank may stand before the delimiter: `3 .`
    while let last = bytes.last,
      last == UInt8(ascii: ")") || last == UInt8(ascii: ".") || last == UInt8(ascii: "]") || last <= 0x20
    {
      bytes.removeLast()
    }
    // Nearly always; the copy below is slow.
    if !bytes.contains(UInt8(ascii: "(")) { return String(Substring(bytes)) }
    var bare: [UInt8] = []
    for byte in bytes {
      if byte != UInt8(ascii: "(") {
        bare.append(byte)
      } else {
        // 1.(a) is 1/a.
        if bare.last == UInt8(ascii: ".") { bare.removeLast() }
        bare.append(UInt8(ascii: "/"))
      }
    }
    return String(decoding: bare, as: UTF8.self)
  }

  /// Of a label in wide letters (`１．`), that of the same in plain ones.
  private static func bare(ofWide printed: String, _ span: Range<Int>) -> String {
    let plain = String(decoding: DressedLabel.folded(Array(printed.utf8)), as: UTF8.self)
    return plain.utf8.contains { $0 >= 0x80 } ? plain : Label(printed: plain, span: span).bare
  }
}
