/// A short form of a ledger's root, to read aloud and print in the minutes.
///
/// The first 100 bits in Crockford's base32, which has no letters that are mistaken for others: enough that nobody can
/// make another ledger with the same seal.
public struct Seal: Hashable, Sendable {
  public var root: Digest
  public var entries: Int

  public init(root: Digest, entries: Int) {
    self.root = root
    self.entries = entries
  }

  /// Twenty letters in groups of four, such as `7G2K-9QWE-01AB-XYZ5-0Q8R`.
  public var letters: String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    let bytes = root.bytes
    var text: [UInt8] = []
    for index in 0..<20 {
      let bit = index * 5
      let pair = UInt16(bytes[bit / 8]) << 8 | UInt16(bytes[bit / 8 + 1])
      if index > 0, index.isMultiple(of: 4) { text.append(UInt8(ascii: "-")) }
      text.append(alphabet[Int(pair >> UInt16(11 - bit % 8)) & 31])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The letters with the number of entries: `7G2K-9QWE-01AB-XYZ5-0Q8R (63 entries)`.
  public var text: String { "\(letters) (\(entries) \(entries == 1 ? "entry" : "entries"))" }
}
