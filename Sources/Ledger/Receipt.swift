internal import CanonicalJSON

/// The proof that one entry is in a ledger, for somebody who has neither the ledger nor a network (C2SP tlog-proof).
public struct Receipt: Hashable, Sendable {
  /// The place of the entry.
  public var index: Int
  /// The hashes that lead from the entry to the root.
  public var hashes: [Digest]
  /// What another program may have put in.
  public var extra: [UInt8]?
  /// The signed head, byte for byte.
  public var checkpoint: [UInt8]

  private static let header = "c2sp.org/tlog-proof@v1"

  public init(index: Int, hashes: [Digest], extra: [UInt8]? = nil, checkpoint: [UInt8]) {
    self.index = index
    self.hashes = hashes
    self.extra = extra
    self.checkpoint = checkpoint
  }

  /// Reads a receipt; nil where it is malformed. Says nothing about what it proves.
  public init?(parsing bytes: [UInt8]) {
    var rest = bytes[...]
    func line() -> String? {
      guard let end = rest.firstIndex(of: 10) else { return nil }
      let text = String(validating: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      return text
    }
    guard line() == Self.header, var next = line() else { return nil }
    if next.hasPrefix("extra ") {
      guard let decoded = Base64.decode(next.utf8.dropFirst(6)), let following = line() else { return nil }
      extra = decoded
      next = following
    }
    guard next.hasPrefix("index "), let index = Int(next.dropFirst(6)), index >= 0,
      String(index).utf8.elementsEqual(next.utf8.dropFirst(6))
    else { return nil }
    self.index = index
    hashes = []
    while true {
      guard let text = line() else { return nil }
      if text.isEmpty { break }
      // A tree of every atom there is would be less deep.
      guard hashes.count < 64, let hash = Digest(base64: text) else { return nil }
      hashes.append(hash)
    }
    guard !rest.isEmpty else { return nil }
    checkpoint = Array(rest)
  }

  public var bytes: [UInt8] {
    var lines = Self.header + "\n"
    if let extra { lines += "extra \(Base64.encode(extra))\n" }
    lines += "index \(index)\n"
    for hash in hashes { lines += hash.base64 + "\n" }
    return Array((lines + "\n").utf8) + checkpoint
  }

  /// The entry that the receipt itself holds, with its line; nil where it holds none. Says nothing about its proof.
  public var heldEntry: (line: [UInt8], entry: Entry)? {
    guard let extra, let entry = Entry(line: extra, leaf: Digest.leaf(extra)) else { return nil }
    return (extra, entry)
  }

  /// Why a receipt does not prove what it should.
  public enum Fault: String, Hashable, Sendable {
    case badCheckpoint = "bad-checkpoint"
    case badSignature = "bad-signature"
    case badProof = "bad-proof"
    case wrongEntry = "wrong-entry"

    public var message: String {
      switch self {
      case .badCheckpoint: "the checkpoint in the receipt is malformed"
      case .badSignature: "the checkpoint in the receipt is not signed with this key"
      case .badProof: "the receipt is not of this entry: they do not lead to the signed root"
      case .wrongEntry: "this is no entry, or the one of another place"
      }
    }
  }

  /// Checks that a line (without its LF) is the entry of this receipt in a ledger that one of the keys has signed.
  public func fault(for line: [UInt8], keys: [VerifierKey]) -> Fault? {
    guard let head = Checkpoint(parsing: checkpoint) else { return .badCheckpoint }
    let owners = keys.filter { $0.kind == .signature && $0.name.utf8.elementsEqual(head.origin.utf8) }
    guard case .verified(let places) = head.note.opened(with: keys),
      owners.contains(where: { head.note.isSigned(by: $0, at: places) })
    else { return .badSignature }
    let leaf = Digest.leaf(line)
    guard MerkleProof.verifies(inclusion: hashes, of: leaf, at: index, size: head.size, root: head.root) else {
      return .badProof
    }
    guard let entry = Entry(line: line, leaf: leaf), entry.seq == index else { return .wrongEntry }
    return nil
  }
}
