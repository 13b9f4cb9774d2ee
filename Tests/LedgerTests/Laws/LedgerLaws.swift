import CanonicalJSON
import Ledger
import Platform

/// What holds of any bytes that lie where a ledger, a checkpoint or a receipt should be. Plain functions, for tests and
/// for the fuzzer.
enum LedgerLaws {
  /// Bytes in the place of a ledger.
  static func broken(byLedger bytes: [UInt8]) -> String? {
    guard let made = KnownLedger.made else { return "a ledger can be made" }
    do {
      let known = try KnownLedger(made, holding: bytes)
      // Under the checkpoint only what begins with the sealed lines holds.
      let sealed = try known.ledger.verify()
      if sealed.isVerified, !bytes.starts(with: known.bytes) { return "a change of what was sealed is found" }
      if let broken = places(sealed, bytes) { return broken }
      try known.disk.remove(known.ledger.checkpointPath)
      return try unsealed(known, bytes)
    } catch {
      return "a ledger of any bytes can be looked at: \(error)"
    }
  }

  private static func unsealed(_ known: KnownLedger, _ bytes: [UInt8]) throws -> String? {
    let found = try known.ledger.verify()
    if let broken = places(found, bytes) { return broken }
    let isSound = found.problems.allSatisfy { !$0.code.isFatal || $0.code == .torn }
    guard let entries = try? known.ledger.entries() else { return isSound ? "what verifies can be read" : nil }
    if !isSound { return "what can be read verifies: \(found.problems)" }
    if entries.count != found.entries { return "all entries are read" }
    var tree = MerkleFrontier()
    for entry in entries { tree.append(leaf: entry.leaf) }
    if tree.root != found.root { return "the root is that of the entries" }
    // A ledger that could be made by writing can be written to.
    let appended: OpenLedger.Appended
    do throws(LedgerError) {
      let open = try known.ledger.open()
      defer { open.close() }
      appended = try open.append([KnownLedger.event(9)])
    } catch {
      if case .damaged(_, let damage) = error, damage.code == .notOpened { return nil }
      if case .newer = error { return nil }
      return "what verifies can be written to: \(error)"
    }
    let after = try known.ledger.verify()
    if !after.isVerified { return "what was written to verifies: \(after.problems)" }
    if appended.entries.last?.seq != after.entries - 1 { return "the new entry is the last" }
    let written = try known.disk.read(KnownLedger.path)
    let kept = bytes.prefix(found.problems.first { $0.code == .torn }?.offset ?? bytes.count)
    return written.starts(with: kept) ? nil : "what was there stays"
  }

  private static func places(_ found: Verification, _ bytes: [UInt8]) -> String? {
    for problem in found.problems {
      if let offset = problem.offset, offset > bytes.count { return "the place of a problem lies in the file" }
      if let seq = problem.seq, seq < 0 { return "the place of a problem is an entry's" }
    }
    return nil
  }

  /// Bytes in the place of a checkpoint.
  static func broken(byNote bytes: [UInt8]) -> String? {
    guard let known = KnownLedger.made, let sealed = Checkpoint(parsing: known.checkpoint) else {
      return "a ledger can be made"
    }
    guard let note = SignedNote(parsing: bytes) else {
      return Checkpoint(parsing: bytes) == nil ? nil : "a checkpoint is a note"
    }
    if note.bytes != bytes { return "a note is written as it was read" }
    if case .verified = note.opened(with: [known.key.verifier]), note.text != sealed.text {
      return "a signature holds for the signed text alone"
    }
    guard let head = Checkpoint(parsing: bytes) else { return nil }
    if head.bytes != bytes { return "a checkpoint is written as it was read" }
    do {
      let found = try known.ledger.verify(checkpoint: bytes)
      return found.isVerified && head.text != sealed.text ? "another checkpoint does not hold" : nil
    } catch {
      return "a ledger is looked at under any checkpoint: \(error)"
    }
  }

  /// A line and a receipt.
  static func broken(by line: [UInt8], receipt bytes: [UInt8]) -> String? {
    guard let known = KnownLedger.made else { return "a ledger can be made" }
    guard let receipt = Receipt(parsing: bytes) else { return nil }
    if receipt.bytes != bytes { return "a receipt is written as it was read" }
    guard receipt.fault(for: line, keys: [known.key.verifier]) == nil else { return nil }
    let lines = known.lines
    return lines.indices.contains(receipt.index) && lines[receipt.index] == line
      ? nil : "a receipt proves an entry in its place and no other"
  }
}
