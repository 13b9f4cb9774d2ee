/// Bytes of a text in whatever encoding a word processor or mail program left them in.
///
/// UTF-8 and UTF-16 by their marks or by their looks; bytes that are not UTF-8 as the file itself says they are, else each
/// byte that UTF-8 cannot explain as Windows-1252, the encoding of nearly every old file in English. Total: every byte
/// string has a reading.
struct TextDecoding: Hashable, Sendable {
  var scalars: [Unicode.Scalar]
  var encoding: TextEncoding
  /// The line of the first byte that is not UTF-8, where there is one; 1-based.
  var firstOddLine: Int?
  /// The file named the encoding itself.
  var isDeclared = false

  /// - Parameter declared: What the file says of itself. UTF-8 is so seldom valid by chance that valid bytes are believed
  ///   more than this.
  init(_ bytes: [UInt8], declared: TextEncoding? = nil) {
    self.init(undeclared: bytes)
    guard encoding == .windows1252 else { return }
    // A text in one encoding is read in it from end to end.
    if let declared, declared != .utf8, declared != .utf16 {
      scalars = bytes.map(declared.scalar)
      encoding = declared
      isDeclared = true
    } else if TextDecoding.looksLikeMacintosh(bytes) {
      scalars = bytes.map(TextEncoding.macintosh.scalar)
      encoding = .macintosh
    }
  }

  /// Old files of a Mac write ’ as the byte that is Õ in Windows-1252, where no capital stands inside a word of small
  /// letters, and “ and ” as Ò and Ó; none of the bytes that Windows has for such marks is in them.
  private static func looksLikeMacintosh(_ bytes: [UInt8]) -> Bool {
    func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    var isMac = false
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      switch byte {
      case 0x91...0x94: return false
      case 0xD5 where isSmall(before) && isSmall(after): isMac = true
      case 0xD3 where (isSmall(before) || before == 0x2E || before == 0x2C) && (after <= 0x20 || after == 0x2E):
        isMac = true
      default: break
      }
    }
    return isMac
  }

  /// Said once for a text that is not plain UTF-8; nil for one that is.
  var guess: Guess? {
    guard encoding != .utf8 else { return nil }
    return Guess(
      .decoded, line: firstOddLine ?? 1, subject: encoding.rawValue,
      message: "the text was read as \(encoding.rawValue)" + (isDeclared ? ", as it says of itself" : ""))
  }

  private init(undeclared bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes[3...])
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes[2...], littleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes[2...], littleEndian: false)
    } else if let littleEndian = TextDecoding.looksLikeUTF16(bytes) {
      self.init(utf16: bytes[...], littleEndian: littleEndian)
    } else {
      self.init(utf8: bytes[...])
    }
  }

  /// Whether bytes are a file of some program rather than text: they hold zero bytes and are not UTF-16.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(0) else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TextDecoding(bytes).scalars.contains("\0")
    }
    return looksLikeUTF16(bytes) == nil
  }

  /// Letters of Europe in UTF-16 have a zero in every other byte; nil where they have not.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = bytes.count / 2
    if zeros.even == 0 && zeros.odd * 2 > units { return true }
    if zeros.odd == 0 && zeros.even * 2 > units { return false }
    return nil
  }

  private init(utf16 bytes: ArraySlice<UInt8>, littleEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var low: UInt8?
    for byte in bytes {
      if let first = low {
        units.append(littleEndian ? UInt16(first) | UInt16(byte) << 8 : UInt16(first) << 8 | UInt16(byte))
        low = nil
      } else {
        low = byte
      }
    }
    scalars = Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    encoding = .utf16
    firstOddLine = nil
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    scalars = []
    scalars.reserveCapacity(bytes.count)
    encoding = .utf8
    firstOddLine = nil
    var decoder = Unicode.UTF8.ForwardParser()
    var index = bytes.startIndex
    var lines = 1
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        if bytes[index] == 10 { lines += 1 }
        scalars.append(Unicode.Scalar(bytes[index]))
        index += 1
        continue
      }
      var input = bytes[index...].makeIterator()
      if case .valid(let sequence) = decoder.parseScalar(from: &input) {
        scalars.append(Unicode.UTF8.decode(sequence))
        index += sequence.count
      } else {
        if firstOddLine == nil { firstOddLine = lines }
        encoding = .windows1252
        scalars.append(Windows1252.scalar(bytes[index]))
        index += 1
      }
      decoder = Unicode.UTF8.ForwardParser()
    }
  }
}
