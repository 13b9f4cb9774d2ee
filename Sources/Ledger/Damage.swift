internal import CanonicalJSON

/// Something in a ledger that is not as it has to be, and where.
public struct Damage: Hashable, Sendable {
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The line is no JSON as a ledger has it.
    case badJSON = "bad-json"
    /// The line is JSON, but not written in the one form that it may have.
    case notCanonical = "not-canonical"
    /// The line is JSON, but no entry.
    case badEntry = "bad-entry"
    /// Entries are missing, doubled or in another order.
    case wrongSeq = "wrong-seq"
    /// The entry is not the one that the next entry names.
    case hashMismatch = "hash-mismatch"
    case clockBackwards = "clock-backwards"
    /// The first line does not open a ledger.
    case notOpened = "not-opened"
    /// Lines that were sealed are gone.
    case truncated
    /// The last line is not whole.
    case torn
    case badCheckpoint = "bad-checkpoint"
    case checkpointMismatch = "checkpoint-mismatch"
    case wrongOrigin = "wrong-origin"
    case badSignature = "bad-signature"
    case noKey = "no-key"
    /// The ledger was handed over to a key that not both have signed for.
    case badRotation = "bad-rotation"
    /// One of the ledger's own entries is written in a version of the format that is not known here.
    case newerVersion = "newer-version"
    /// A file of a published ledger is missing or does not hold what it has to.
    case badTile = "bad-tile"
    /// A text is not the one that its name says.
    case textChanged = "text-changed"
    /// Entries after the checkpoint. No damage: the last of them could be changed or gone without a trace.
    case unsealed

    public var isFatal: Bool { self != .unsealed }
  }

  public var code: Code
  /// The entry by its place, 0-based; nil where it is about the whole.
  public var seq: Int?
  /// Where the line begins in the file, in bytes; nil where it is about the whole.
  public var offset: Int?
  /// The place in the line, 1-based, in Unicode scalars.
  public var column: Int?
  public var message: String

  /// The line in the file, 1-based.
  public var line: Int? { seq.map { $0 + 1 } }

  init(_ code: Code, seq: Int?, offset: Int? = nil, column: Int? = nil, _ message: String) {
    self.code = code
    self.seq = seq
    self.offset = offset
    self.column = column
    self.message = message
  }

  /// What is wrong with one line by itself.
  init(_ fault: Chain.Fault, seq: Int, offset: Int, in bytes: [UInt8], line: Range<Int>) {
    switch fault {
    case .form(let error):
      let isJSON = (try? JSON(parsing: Array(bytes[line]))) != nil
      self.init(
        isJSON ? .notCanonical : .badJSON, seq: seq, offset: offset + error.offset, column: error.column,
        isJSON ? "not in the canonical form: \(error.message)" : "not JSON as a ledger has it: \(error.message)")
    case .envelope(let message): self.init(.badEntry, seq: seq, offset: offset, message)
    case .backwards:
      self.init(.clockBackwards, seq: seq, offset: offset, "the time is earlier than that of the entry before")
    case .newer(let type, let version):
      let message =
        version > OwnEntries.version
        ? "\(type) is written in version \(version) of the format; this program knows \(OwnEntries.version)"
        : "\(type) is an entry that this program does not know"
      self.init(.newerVersion, seq: seq, offset: offset, message)
    case .rotation:
      self.init(.badRotation, seq: seq, offset: offset, "the new key is not signed by the old one and by itself")
    case .notOpening:
      self.init(.notOpened, seq: seq, offset: offset, "the first entry of a ledger is ledger.opened")
    }
  }
}
