internal import Crypto

/// The public half of a key, by which anybody can check a signature (C2SP signed-note verifier key).
public struct VerifierKey: Hashable, Sendable {
  /// What a signature says.
  public enum Kind: UInt8, Hashable, Sendable {
    /// That the text is the signer's own (Ed25519).
    case signature = 1
    /// That the signer saw the text at a time (C2SP cosignature/v1).
    case cosignature = 4
  }

  public var name: String
  public var kind: Kind
  /// Ed25519, 32 bytes.
  public var publicKey: [UInt8]
  /// The first four bytes of the digest of name, LF, kind and key.
  public var id: UInt32

  public init(name: String, kind: Kind = .signature, publicKey: [UInt8]) {
    self.name = name
    self.kind = kind
    self.publicKey = publicKey
    let digest = Digest(of: Array(name.utf8) + [10, kind.rawValue] + publicKey)
    id = digest.bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Reads `name+hash+base64`; nil where it is malformed or its hash is not that of the key.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(parts[0]), SignedNote.isKeyName(name), let hash = String(parts[1]),
      hash.utf8.count == 8, hash.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || 97...102 ~= $0 }),
      let id = UInt32(hash, radix: 16), let key = Base64.decode(parts[2]), key.count == 33,
      let kind = Kind(rawValue: key[0])
    else { return nil }
    self.init(name: name, kind: kind, publicKey: Array(key.dropFirst()))
    guard id == self.id else { return nil }
  }

  public var text: String {
    let hash = String(id, radix: 16)
    let padded = String(repeating: "0", count: 8 - hash.utf8.count) + hash
    return "\(name)+\(padded)+\(Base64.encode([kind.rawValue] + publicKey))"
  }

  func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    switch kind {
    case .signature: return signature.count == 64 && key.isValidSignature(signature, for: message)
    case .cosignature:
      guard signature.count == 72 else { return false }
      let time = signature[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return key.isValidSignature(Array(signature[8...]), for: VerifierKey.cosigned(message, at: time))
    }
  }

  /// What a cosignature signs: that a text was seen at a time, in seconds since 1970.
  static func cosigned(_ text: [UInt8], at time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
