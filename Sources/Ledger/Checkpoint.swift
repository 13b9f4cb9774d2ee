/// The signed head of a ledger: its name, how many entries it has, and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
  public var origin: String
  public var size: Int
  public var root: Digest
  /// Lines after the root that another program may have written.
  public var extensions: [String]
  public var signatures: [SignedNote.Signature]

  public init(origin: String, size: Int, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
    extensions = []
    signatures = []
  }

  /// Reads a checkpoint as a signed note; nil where it is malformed. Says nothing about its signatures.
  public init?(parsing bytes: [UInt8]) {
    guard let note = SignedNote(parsing: bytes) else { return nil }
    let lines = note.text.utf8.dropLast().split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count >= 3, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Digest(base64: lines[2]), lines.dropFirst(3).allSatisfy({ !$0.isEmpty })
    else { return nil }
    origin = lines[0]
    self.size = size
    self.root = root
    extensions = Array(lines.dropFirst(3))
    signatures = note.signatures
  }

  /// What is signed.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// Whether a key has signed it.
  func isSigned(by key: VerifierKey) -> Bool {
    if case .verified = note.opened(with: [key]) { true } else { false }
  }

  public var note: SignedNote { SignedNote(text: text, signatures: signatures) }
  public var bytes: [UInt8] { note.bytes }
  public var seal: Seal { Seal(root: root, entries: size) }
}
