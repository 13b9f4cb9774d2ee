/// Text with quotation marks, dashes and blanks made alike and invisible characters gone, each byte remembering where it
/// came from.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ original: [UInt8], ignoringCase: Bool) {
    bytes.reserveCapacity(original.count)
    starts.reserveCapacity(original.count)
    ends.reserveCapacity(original.count)
    var at = 0
    while at < original.count {
      let first = original[at]
      if first < 0x80 {
        switch first {
        case 0x22, 0x60: append(0x27, at, at + 1)
        case 0x20, 0x09...0x0D: appendBlank(at, at + 1)
        default: append(ignoringCase ? Letters.lower(first) : first, at, at + 1)
        }
        at += 1
        continue
      }
      guard let (scalar, width) = FoldedText.scalar(original, at) else {
        append(first, at, at + 1)
        at += 1
        continue
      }
      let end = at + width
      switch scalar.value {
      case 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2032...0x2036, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02, 0xFF07:
        append(0x27, at, end)
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: append(0x2D, at, end)
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: appendBlank(at, end)
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: break
      default:
        if ignoringCase {
          for byte in scalar.properties.lowercaseMapping.utf8 { append(byte, at, end) }
        } else {
          for byte in original[at..<end] { append(byte, at, end) }
        }
      }
      at = end
    }
  }

  /// Without blanks at the ends.
  var trimmed: [UInt8] { Array(Letters.trimmed(bytes[...])) }

  /// The bytes of the original that a range of the folded ones stands for.
  func source(of range: Range<Int>) -> Range<Int> {
    guard starts.indices.contains(range.lowerBound), ends.indices.contains(range.upperBound - 1) else { return 0..<0 }
    return starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  private mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    bytes.append(byte)
    starts.append(start)
    ends.append(end)
  }

  private mutating func appendBlank(_ start: Int, _ end: Int) {
    if bytes.last == 0x20 {
      ends[ends.count - 1] = end
    } else {
      append(0x20, start, end)
    }
  }

  /// The character at an offset; nil where the bytes are none.
  private static func scalar(_ bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, width: Int)? {
    let first = bytes[at]
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, at + width <= bytes.count else { return nil }
    var value = UInt32(first) & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F)
    for byte in bytes[at + 1..<at + width] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, width) }
  }

  /// Whether some bytes stand anywhere in others.
  static func holds(_ needle: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= text.count else { return false }
    return (0...(text.count - needle.count)).contains { start in
      text[start] == first && text[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
