internal import Platform

extension LedgerFile {
  /// The receipt of an entry under the stored checkpoint; nil where that does not cover it.
  ///
  /// - Parameter holdingEntry: Whether the line itself goes into it, so that the receipt is all one needs.
  public func receipt(of seq: Int, holdingEntry: Bool = false) throws(LedgerError) -> Receipt? {
    var held: [UInt8]?
    let sealed = try sealed { line, index in
      if holdingEntry, index == seq { held = Array(line.bytes[line.range]) }
    }
    guard let (checkpoint, leaves) = sealed, seq >= 0, seq < checkpoint.size else { return nil }
    return Receipt(
      index: seq, hashes: MerkleProof.inclusion(of: seq, in: leaves), extra: held, checkpoint: checkpoint.bytes)
  }

  /// What shows that the stored checkpoint goes on from an earlier one.
  public enum Consistency: Sendable {
    /// The hashes that show it, with the stored checkpoint.
    case consistent([Digest], Checkpoint)
    /// The entries of the earlier one are not those of this ledger.
    case different
    /// There is no checkpoint, or it covers fewer entries.
    case notSealed
  }

  public func consistency(from old: Checkpoint) throws(LedgerError) -> Consistency {
    guard let (checkpoint, leaves) = try sealed(), old.size <= checkpoint.size else { return .notSealed }
    guard old.origin.utf8.elementsEqual(checkpoint.origin.utf8),
      MerkleProof.root(of: leaves.prefix(old.size)) == old.root
    else { return .different }
    return .consistent(MerkleProof.consistency(from: old.size, in: leaves), checkpoint)
  }

  /// The stored checkpoint and the leaf hashes that it covers, once they agree.
  private func sealed(
    each: (LedgerReading.Line, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> (Checkpoint, [Digest])? {
    // The ledger first: a missing one is said to be missing, not to be without a seal.
    let file: any OpenFile
    do throws(FileError) { file = try files.open(path, for: .reading) } catch { throw .file(error) }
    guard let checkpoint = try storedCheckpoint() else { return nil }
    var leaves: [Digest] = []
    _ = try LedgerReading.read(file, path: path, under: checkpoint.seal) { line in
      guard leaves.count < checkpoint.size else { return }
      each(line, leaves.count)
      leaves.append(line.leaf)
    }
    return (checkpoint, leaves)
  }
}

extension Checkpoint {
  /// What is sent to a witness: the earlier size, the hashes and the checkpoint (C2SP tlog-witness, add-checkpoint).
  public func addition(to size: Int, _ hashes: [Digest]) -> [UInt8] {
    let lines = (["old \(size)"] + hashes.map(\.base64)).map { $0 + "\n" }.joined()
    return Array((lines + "\n").utf8) + bytes
  }
}
