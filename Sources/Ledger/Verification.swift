internal import CanonicalJSON
internal import Platform

/// What a ledger is found to be by reading all of it.
public struct Verification: Sendable {
  /// Whole lines.
  public internal(set) var entries = 0
  /// Entries after the checkpoint; all where there is none.
  public internal(set) var unsealed = 0
  public internal(set) var root = Digest(of: [])
  public internal(set) var checkpoint: Checkpoint?
  /// The key that seals what comes next; nil where the ledger has none.
  public internal(set) var key: VerifierKey?
  /// The names of those whose signatures under the checkpoint hold, in its order.
  public internal(set) var signers: [String] = []
  public internal(set) var problems: [Damage] = []

  public var isVerified: Bool { problems.allSatisfy { !$0.code.isFatal } }
  public var seal: Seal { Seal(root: root, entries: entries) }

  /// After so many problems a list helps nobody.
  static let mostProblems = 100
}

extension LedgerFile {
  /// Reads every line and finds what is not as it has to be, each with its entry.
  ///
  /// - Parameters:
  ///   - checkpoint: The bytes of a checkpoint to hold the entries against; nil: the one beside the ledger, if any.
  ///   - keys: Whose signatures count; empty: the key named in the first entry.
  public func verify(checkpoint given: [UInt8]? = nil, keys: [VerifierKey] = []) throws(LedgerError) -> Verification {
    let found = try verifyNow(given, keys)
    guard !found.isVerified, files.kind(of: lockPath) == .file else { return found }
    // A writer may have been in the middle of a line: what is wrong is wrong still while nobody writes.
    let lock = heldToRead()
    defer { lock?.release() }
    var settled = try verifyNow(given, keys)
    if lock == nil { settled.problems.removeAll { $0.code == .torn } }
    return settled
  }

  private func verifyNow(_ given: [UInt8]?, _ keys: [VerifierKey]) throws(LedgerError) -> Verification {
    var bytes = given
    if bytes == nil { bytes = try storedCheckpointBytes() }
    var verifier = LedgerVerifier(checkpoint: bytes.flatMap { Checkpoint(parsing: $0) }, keys: keys)
    if bytes != nil, verifier.checkpoint == nil {
      verifier.report(Damage(.badCheckpoint, seq: nil, "the checkpoint is malformed"))
    }
    do throws(FileError) {
      let file = try files.open(path, for: .reading)
      var lines = LineSource(file)
      while let line = try lines.next() {
        guard try verifier.take(line, of: lines) else {
          verifier.torn(try lines.bytesToEnd(from: line), offset: lines.offset(line.lowerBound))
          return verifier.finished()
        }
      }
      let offset = lines.offset(lines.tail.lowerBound)
      let torn = try file.size() - offset
      if torn > 0 { verifier.torn(torn, offset: offset) }
    } catch {
      throw .file(error)
    }
    return verifier.finished()
  }
}
