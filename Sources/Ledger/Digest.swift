internal import Crypto

/// A SHA-256 digest.
public struct Digest: Hashable, Sendable {
  // Four words instead of an array: a ledger of a million entries makes two million of them.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of bytes.
  public init(of bytes: [UInt8]) {
    var hasher = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    self.init(hasher)
  }

  /// Exactly 32 bytes; nil of any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// 64 small hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in hex.utf8.enumerated() {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      words[index / 16] = words[index / 16] << 4 | UInt64(digit)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Standard base64 with padding.
  public init?(base64: String) {
    guard let bytes = Base64.decode(base64.utf8) else { return nil }
    self.init(bytes: bytes)
  }

  /// 32 zero bytes: what stands before the first entry.
  public static let zero = Digest(words: (0, 0, 0, 0))

  /// The hash of a leaf: SHA-256 of 0x00 and the bytes (RFC 6962 §2.1).
  static func leaf(_ bytes: [UInt8], in range: Range<Int>) -> Digest {
    var hasher = SHA256()
    unsafe withUnsafeBytes(of: UInt8(0)) { unsafe hasher.update(bufferPointer: $0) }
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
    return Digest(hasher)
  }

  static func leaf(_ bytes: [UInt8]) -> Digest { leaf(bytes, in: 0..<bytes.count) }

  /// The hash of two subtrees: SHA-256 of 0x01, left and right (RFC 6962 §2.1).
  static func node(_ left: Digest, _ right: Digest) -> Digest {
    unsafe withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
      unsafe buffer[0] = 1
      unsafe left.store(into: buffer, at: 1)
      unsafe right.store(into: buffer, at: 33)
      var hasher = SHA256()
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return Digest(hasher)
    }
  }

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  private init(_ hasher: SHA256) {
    words = unsafe hasher.finalize().withUnsafeBytes { buffer in
      unsafe (
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
      )
    }
  }

  private func store(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
    unsafe buffer.storeBytes(of: words.0.bigEndian, toByteOffset: offset, as: UInt64.self)
    unsafe buffer.storeBytes(of: words.1.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
    unsafe buffer.storeBytes(of: words.2.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
    unsafe buffer.storeBytes(of: words.3.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
  }

  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
  }

  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public var base64: String { Base64.encode(bytes) }

  /// Whether 44 bytes of a line are this digest in base64. Makes nothing, for the check of every line.
  func isBase64(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + 44 <= bytes.count, bytes[offset + 43] == UInt8(ascii: "=") else { return false }
    var differences: UInt8 = 0
    var at = offset
    forEachLetter { letter in
      differences |= bytes[at] ^ letter
      at += 1
    }
    return differences == 0
  }

  /// Appends the digest in base64, between quotation marks.
  func writeBase64(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    forEachLetter { bytes.append($0) }
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
  }

  /// The 43 letters before the padding: six bits from the left each, the last ones filled up with zeros.
  @inline(__always)
  private func forEachLetter(_ each: (UInt8) -> Void) {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for index in 0..<4 {
      let word = word(index)
      // What is left of the word before, at most four bits, and the first of this one.
      var rest = word
      let missing = 6 - count
      each(Base64.letter(UInt8(truncatingIfNeeded: bits << missing | word >> (64 - missing)) & 63))
      rest <<= missing
      count = 64 - missing
      while count >= 6 {
        each(Base64.letter(UInt8(truncatingIfNeeded: rest >> 58)))
        rest <<= 6
        count -= 6
      }
      bits = count == 0 ? 0 : rest >> (64 - count)
    }
    each(Base64.letter(UInt8(truncatingIfNeeded: bits << (6 - count)) & 63))
  }

  private func word(_ index: Int) -> UInt64 {
    switch index {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
