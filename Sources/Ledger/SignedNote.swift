/// A text with signatures under it (C2SP signed-note).
public struct SignedNote: Hashable, Sendable {
  public struct Signature: Hashable, Sendable {
    /// The name of the key that signed.
    public var name: String
    /// The first four bytes of the digest of the key with its name.
    public var keyID: UInt32
    public var bytes: [UInt8]

    public init(name: String, keyID: UInt32, bytes: [UInt8]) {
      self.name = name
      self.keyID = keyID
      self.bytes = bytes
    }
  }

  /// What is signed; ends in LF.
  public var text: String
  public var signatures: [Signature]

  /// More than these are not read: nobody needs them, and each one costs.
  static let mostSignatures = 100
  private static let dash = Array("— ".utf8)

  public init(text: String, signatures: [Signature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note; nil where it is malformed.
  public init?(parsing bytes: [UInt8]) {
    guard bytes.last == 10, String(validating: bytes, as: UTF8.self) != nil,
      bytes.allSatisfy({ $0 >= 0x20 || $0 == 10 }), let split = Self.split(bytes)
    else { return nil }
    var signatures: [Signature] = []
    for line in bytes[split...].dropLast().split(separator: 10, omittingEmptySubsequences: false) {
      guard signatures.count < Self.mostSignatures, let signature = Self.signature(line) else { return nil }
      signatures.append(signature)
    }
    text = String(decoding: bytes[..<(split - 1)], as: UTF8.self)
    self.signatures = signatures
  }

  /// Where the signatures begin: after the last blank line.
  private static func split(_ bytes: [UInt8]) -> Int? {
    var at = bytes.count - 1
    while at >= 1 {
      if bytes[at] == 10, bytes[at - 1] == 10 { return at + 1 < bytes.count ? at + 1 : nil }
      at -= 1
    }
    return nil
  }

  private static func signature(_ line: ArraySlice<UInt8>) -> Signature? {
    guard line.starts(with: dash) else { return nil }
    let parts = line.dropFirst(dash.count).split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 2, let decoded = Base64.decode(parts[1]), decoded.count >= 5 else { return nil }
    let name = String(decoding: parts[0], as: UTF8.self)
    guard isKeyName(name) else { return nil }
    return Signature(
      name: name, keyID: decoded[..<4].reduce(0) { $0 << 8 | UInt32($1) }, bytes: Array(decoded[4...]))
  }

  /// Not empty, no blank of any kind and no plus (C2SP signed-note).
  public static func isKeyName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          && !$0.properties.isBidiControl
      }
  }

  public var bytes: [UInt8] {
    var lines = text + "\n"
    for signature in signatures {
      let id = (0..<4).map { UInt8(truncatingIfNeeded: signature.keyID >> UInt32(24 - 8 * $0)) }
      lines += "— \(signature.name) \(Base64.encode(id + signature.bytes))\n"
    }
    return Array(lines.utf8)
  }

  /// What comes of checking signatures against keys that one knows.
  public enum Opening: Hashable, Sendable {
    /// The places of the signatures that hold.
    case verified([Int])
    /// None is by a key that was given.
    case unknown
    /// One is by a key that was given and does not hold.
    case bad(name: String)
  }

  /// Whether one of those places is a line of a key.
  func isSigned(by key: VerifierKey, at places: [Int]) -> Bool {
    places.contains { signatures[$0].keyID == key.id && signatures[$0].name.utf8.elementsEqual(key.name.utf8) }
  }

  /// Checks the signatures: unknown signers are passed over, a bad one by a known key spoils the note. Of several lines
  /// of one key the first counts.
  public func opened(with keys: [VerifierKey]) -> Opening {
    var verified: [Int] = []
    var seen: Set<[UInt8]> = []
    for (index, signature) in signatures.enumerated() {
      guard
        let key = keys.first(where: { $0.id == signature.keyID && $0.name.utf8.elementsEqual(signature.name.utf8) }),
        seen.insert(Array("\(key.id) \(key.name)".utf8)).inserted
      else { continue }
      guard key.verifies(signature.bytes, of: Array(text.utf8)) else { return .bad(name: key.name) }
      verified.append(index)
    }
    return verified.isEmpty ? .unknown : .verified(verified)
  }
}
