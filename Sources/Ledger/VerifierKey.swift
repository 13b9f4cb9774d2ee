internal import Crypto

/// The public half of a key, by which anybody can check a signature (C2SP signed-note verifier key).
public struct VerifierKey: Hashable, Sendable {
  public var name: String
  /// Ed25519, 32 bytes.
  public var publicKey: [UInt8]
  public var id: UInt32

  private static let ed25519: UInt8 = 1

  public init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
    id = VerifierKey.id(name: name, key: [Self.ed25519] + publicKey)
  }

  /// Reads `name+hash+base64`; nil where it is malformed or its hash is not that of the key.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(parts[0]), SignedNote.isKeyName(name), let hash = String(parts[1]),
      hash.utf8.count == 8, hash.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || 97...102 ~= $0 }),
      let id = UInt32(hash, radix: 16), let key = Base64.decode(parts[2]), key.count == 33, key[0] == Self.ed25519
    else { return nil }
    self.init(name: name, publicKey: Array(key.dropFirst()))
    guard id == self.id else { return nil }
  }

  public var text: String {
    let hash = String(id, radix: 16)
    let padded = String(repeating: "0", count: 8 - hash.utf8.count) + hash
    return "\(name)+\(padded)+\(Base64.encode([Self.ed25519] + publicKey))"
  }

  func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }

  /// The first four bytes of the digest of name, LF, algorithm and key.
  static func id(name: String, key: [UInt8]) -> UInt32 {
    Digest(of: Array(name.utf8) + [10] + key).bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
