/// The words of a node with every run of white space as one space: what says whether two texts are equal.
///
/// Every clause of both texts comes through here, and most of them through nothing else: text that is folded already
/// is recognised and interned where it lies, eight bytes at a time.
enum UnlaidText {
  /// The number of no words at all.
  static let empty: Int32 = 0

  /// Equal where the words are equal, whatever the layout.
  static func number(of spans: [Range<Int>], in source: [UInt8], texts: inout Vocabulary) -> Int32 {
    if spans.count == 1, let span = spans.first, isFolded(span, in: source) {
      return span.isEmpty ? empty : texts.intern(source, span) &+ 1
    }
    let text = bytes(of: spans, in: source)
    return text.isEmpty ? empty : texts.intern(text, 0..<text.count) &+ 1
  }

  static func bytes(of spans: [Range<Int>], in source: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(spans.reduce(0) { $0 &+ $1.count &+ 1 })
    var spaced = false
    for span in spans {
      spaced = !folded.isEmpty
      if isFolded(span, in: source) {
        guard !span.isEmpty else { continue }
        if spaced { folded.append(0x20) }
        folded.append(contentsOf: source[span])
        spaced = false
        continue
      }
      for index in span {
        let byte = source[index]
        if SegmentWriter.isSpace(byte) {
          spaced = !folded.isEmpty
        } else {
          if spaced { folded.append(0x20) }
          spaced = false
          folded.append(byte)
        }
      }
    }
    return folded
  }

  /// Whether the only white space in a stretch is single blanks between other bytes. A control character says no too.
  private static func isFolded(_ span: Range<Int>, in source: [UInt8]) -> Bool {
    guard !span.isEmpty else { return true }
    return unsafe source.withUnsafeBytes { buffer in
      let text = unsafe UnsafeRawBufferPointer(rebasing: buffer[span])
      var index = 0
      // Whether the byte before is a blank, in the lowest byte's highest bit.
      var before: UInt64 = 0x80
      while index &+ 8 <= text.count {
        let chunk = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let blanks = zeroBytes(chunk ^ 0x2020_2020_2020_2020)
        let controls = zeroBytes(chunk & 0xE0E0_E0E0_E0E0_E0E0)
        if controls | (blanks & (blanks &<< 8 | before)) != 0 { return false }
        before = blanks &>> 56
        index = index &+ 8
      }
      var isBlankBefore = before != 0
      while index < text.count {
        let byte = unsafe text[index]
        if byte < 0x20 || byte == 0x20 && isBlankBefore { return false }
        isBlankBefore = byte == 0x20
        index = index &+ 1
      }
      return !isBlankBefore
    }
  }

  /// The highest bit of every byte that is zero.
  @inline(__always)
  private static func zeroBytes(_ chunk: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((chunk & low &+ low) | chunk | low)
  }
}
