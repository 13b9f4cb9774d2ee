/// A few letters of a label, packed into one integer, so that a label is copied and compared without touching memory
/// elsewhere.
struct ShortLetters: Hashable, Sendable {
  private var packed: UInt64 = 0

  /// At most eight bytes; labels have no more than seven letters, and what is over is left out.
  init(_ text: String) {
    for byte in text.utf8.reversed().suffix(8) { packed = packed << 8 | UInt64(byte) }
  }

  var isEmpty: Bool { packed == 0 }

  var text: String {
    guard packed != 0 else { return "" }
    var bytes: [UInt8] = []
    var rest = packed
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
