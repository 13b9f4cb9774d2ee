internal import Crypto
public import Platform

/// The secret half of a key.
public struct SigningKey: Sendable {
  public let name: String
  private let seed: [UInt8]
  public let verifier: VerifierKey

  private static let ed25519: UInt8 = 1

  /// Makes the key of a seed of 32 random bytes; nil of any other number.
  public init?(name: String, seed: [UInt8]) {
    guard SignedNote.isKeyName(name), seed.count == 32,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    else { return nil }
    self.name = name
    self.seed = seed
    verifier = VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// Reads `PRIVATE+KEY+name+hash+base64`, the form of Go's signers; nil where it is malformed.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, String(parts[0]) == "PRIVATE", String(parts[1]) == "KEY", let name = String(parts[2]),
      let hash = String(parts[3]), let key = Base64.decode(parts[4]), key.count == 33, key[0] == Self.ed25519
    else { return nil }
    self.init(name: name, seed: Array(key.dropFirst()))
    let expected = verifier.text.utf8.dropFirst(name.utf8.count + 1).prefix(8)
    guard hash.utf8.elementsEqual(expected) else { return nil }
  }

  /// Reads a key file. One that others can read is refused: its signatures would prove nothing.
  public init(file path: String, in files: any FileSystem) throws(LedgerError) {
    let bytes: [UInt8]
    let mode: UInt32
    do throws(FileError) {
      bytes = try files.read(path)
      mode = try files.mode(of: path)
    } catch {
      throw error.isMissing ? .badKey(path: path, .missing) : .file(error)
    }
    guard mode & 0o077 == 0 else { throw .badKey(path: path, .exposed) }
    let text = String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes[...], as: UTF8.self)
    guard let key = SigningKey(text) else { throw .badKey(path: path, .malformed) }
    self = key
  }

  public var text: String {
    let hash = verifier.text.utf8.dropFirst(name.utf8.count + 1).prefix(8)
    return "PRIVATE+KEY+\(name)+\(String(decoding: hash, as: UTF8.self))+\(Base64.encode([Self.ed25519] + seed))"
  }

  /// The key that checks this one's cosignatures.
  public var cosigner: VerifierKey {
    VerifierKey(name: name, kind: .cosignature, publicKey: verifier.publicKey)
  }

  /// The statement that a checkpoint's text was seen at a time, in seconds since 1970 (C2SP cosignature/v1).
  public func cosignature(of text: String, at time: Int64) -> SignedNote.Signature? {
    guard let time = UInt64(exactly: time),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let signature = try? key.signature(for: VerifierKey.cosigned(Array(text.utf8), at: time))
    else { return nil }
    let seconds = (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) }
    return SignedNote.Signature(name: name, keyID: cosigner.id, bytes: seconds + Array(signature))
  }

  /// The signature of a note's text; nil only where the system's cryptography fails.
  public func signature(of text: String) -> SignedNote.Signature? {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let signature = try? key.signature(for: Array(text.utf8))
    else { return nil }
    return SignedNote.Signature(name: name, keyID: verifier.id, bytes: Array(signature))
  }
}

/// Why a key can't be used.
public enum KeyFault: Hashable, Sendable {
  case missing, exposed, malformed, otherName(String), unusable
  /// It is not, or not any more, the key that seals the ledger.
  case notInForce
  /// The ledger was opened without a key.
  case keyless

  public var code: String {
    switch self {
    case .missing: "no-key"
    case .exposed: "key-exposed"
    case .malformed: "bad-key"
    case .otherName, .notInForce: "wrong-key"
    case .keyless: "keyless"
    case .unusable: "key-unusable"
    }
  }

  public var message: String {
    switch self {
    case .missing: "there is no key here to sign with"
    case .exposed: "others can read this key, so anybody could have signed with it"
    case .malformed: "this is not a key"
    case .otherName(let name): "this key belongs to “\(name)”, not to this ledger"
    case .notInForce: "this is not the key that seals this ledger now"
    case .keyless: "this ledger was opened without a key, so there is none that could hand it over"
    case .unusable: "nothing could be signed with this key"
    }
  }

  public var help: String? {
    switch self {
    case .missing: "name the key's file with --key"
    case .exposed: "make it yours alone with chmod 600, and make a new key if others may have seen it"
    case .notInForce: "where a new key was being made, finish that with: motions ledger rotate FILE"
    default: nil
    }
  }
}
