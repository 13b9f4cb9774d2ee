internal import CanonicalJSON
internal import Platform

/// Goes on where reading would stop, and says of each damage which entry it is in.
///
/// A line that was changed shows in the line after it, whose `prev` no longer fits; where the line's own `prev` was
/// changed it shows in both. So what does not fit is said once the next line has been seen.
struct LedgerVerifier {
  let checkpoint: Checkpoint?
  private let keys: [VerifierKey]
  private var chain = Chain()
  private var result = Verification()
  private var sealedRoot: Digest?

  /// How far the numbers stand from the lines, since entries were taken out or put in; and the other way to count
  /// that the last line offers.
  private var shift = 0
  private var otherShift: Int?
  /// Whether the last line was reported, so that what follows from it is not.
  private var lastWasReported = false
  /// The line whose `prev` does not fit, while it is open which of the two was changed.
  private var misfit: (seq: Int, offset: Int, offsetBefore: Int)?
  private var lastOffset = 0
  /// The line that does not fit, the leaf hash before it and the tree of those before it.
  private var lastLine: [UInt8] = []
  private var previousOfLast: Digest?
  private var treeBeforeLast = MerkleFrontier()

  init(checkpoint: Checkpoint?, keys: [VerifierKey]) {
    self.checkpoint = checkpoint
    self.keys = keys
    if checkpoint?.size == 0 { sealedRoot = chain.tree.root }
  }

  /// The leaf hash of the line that was taken last.
  var lastLeaf: Digest { chain.last }

  mutating func report(_ damage: Damage) {
    if result.problems.count < Verification.mostProblems { result.problems.append(damage) }
  }

  /// Takes the next line; false where it, beyond what was sealed, begins what a crash left.
  mutating func take(_ line: Range<Int>, of lines: LineSource) throws(FileError) -> Bool {
    let step = chain.examine(lines.buffer, line)
    // The first line was there whole before anybody could add to it.
    let isBeyondSeal = chain.size >= max(checkpoint?.size ?? 0, 1)
    if case .form = step.fault, isBeyondSeal, try lines.isUnwritten(line) { return false }
    take(step, lines.buffer, line, offset: lines.offset(line.lowerBound))
    return true
  }

  mutating func take(_ bytes: [UInt8], _ line: Range<Int>, offset: Int) {
    take(chain.examine(bytes, line), bytes, line, offset: offset)
  }

  private mutating func take(_ step: Chain.Step, _ bytes: [UInt8], _ line: Range<Int>, offset: Int) {
    let seq = chain.size
    var isReported = false
    if let fault = step.fault, !step.isMisfitOnly {
      report(Damage(fault, seq: seq, offset: offset, in: bytes, line: line))
      isReported = true
    }
    let hasEnvelope = step.seq >= 0
    if hasEnvelope, !counts(step.seq, at: seq, offset: offset) { isReported = true }
    if hasEnvelope, !step.followsLast {
      settle(nextFits: false)
      if !isReported, !lastWasReported {
        misfit = (seq, offset, lastOffset)
        treeBeforeLast = chain.tree
        previousOfLast = chain.last
        lastLine = Array(bytes[line])
      }
    } else {
      settle(nextFits: true)
    }
    chain.accept(step)
    lastWasReported = isReported
    lastOffset = offset
    if chain.size == checkpoint?.size { sealedRoot = chain.tree.root }
  }

  /// Whether a number follows from those before it. One wrong number says little: the next tells whether entries are
  /// missing or only this line was changed.
  private mutating func counts(_ number: Int, at seq: Int, offset: Int) -> Bool {
    if number == seq + shift {
      otherShift = nil
      return true
    }
    if let other = otherShift, number == seq + other {
      shift = other
      otherShift = nil
      return true
    }
    report(Damage(.wrongSeq, seq: seq, offset: offset, "entry \(number) stands where entry \(seq + shift) belongs"))
    otherShift = number - seq
    return false
  }

  /// Says which line a misfit is in, now that the line after it is known.
  private mutating func settle(nextFits: Bool) {
    guard let (seq, place, before) = misfit else { return }
    misfit = nil
    if seq == 0 || !nextFits {
      report(Damage(.hashMismatch, seq: seq, offset: place, "this entry was changed: its neighbours do not fit it"))
      lastWasReported = true
    } else {
      let message = "this entry is not the one that the next entry names"
      report(Damage(.hashMismatch, seq: seq - 1, offset: before, message))
    }
  }

  mutating func torn(_ count: Int, offset: Int) {
    let message = "the last line is not whole (\(count) bytes): a write was cut off; the next write sets it aside"
    report(Damage(.torn, seq: chain.size, offset: offset, message))
  }

  mutating func finished() -> Verification {
    settleLast()
    result.entries = chain.size
    result.root = chain.tree.root
    result.checkpoint = checkpoint
    result.key = chain.own.key
    result.unsealed = max(chain.size - (checkpoint?.size ?? 0), 0)
    if chain.size == 0 {
      report(Damage(.notOpened, seq: 0, offset: 0, "the first entry, ledger.opened, is missing"))
    }
    if let checkpoint { hold(against: checkpoint) }
    // In the order of the entries; what is about the whole comes last.
    let sorted = result.problems.enumerated().sorted {
      ($0.element.seq ?? .max, $0.offset) < ($1.element.seq ?? .max, $1.offset)
    }
    result.problems = sorted.map(\.element)
    return result
  }

  /// A misfit at the very end: with a checkpoint over all entries the root tells which of the two was changed.
  private mutating func settleLast() {
    guard let (seq, place, before) = misfit else { return }
    misfit = nil
    if seq > 0, checkpoint?.size == chain.size, sealedRoot != checkpoint?.root,
      let line = lastLineMended(), treeWith(line).root == checkpoint?.root
    {
      report(Damage(.hashMismatch, seq: seq, offset: place, "this entry was changed: it names another one before it"))
    } else if seq == 0 {
      report(Damage(.hashMismatch, seq: 0, offset: place, "the first entry names an entry before it"))
    } else {
      let message =
        checkpoint?.size == chain.size
        ? "this entry is not the one that the next entry names"
        : "this entry is not the one that the next entry names, or that one was changed"
      report(Damage(.hashMismatch, seq: seq - 1, offset: before, message))
    }
  }

  private func lastLineMended() -> [UInt8]? {
    guard var entry = (try? JSON(parsing: lastLine))?.members,
      let index = entry.firstIndex(where: { $0.name == "prev" })
    else { return nil }
    guard let before = previousOfLast else { return nil }
    entry[index].value = .string(before.base64)
    return JSON.object(entry).canonical
  }

  private func treeWith(_ line: [UInt8]) -> MerkleFrontier {
    var tree = treeBeforeLast
    tree.append(leaf: .leaf(line))
    return tree
  }

  private mutating func hold(against checkpoint: Checkpoint) {
    sign(checkpoint)
    if let origin = chain.own.origin, !origin.utf8.elementsEqual(checkpoint.origin.utf8) {
      report(Damage(.wrongOrigin, seq: nil, "the checkpoint is of “\(checkpoint.origin)”, the ledger is “\(origin)”"))
    }
    if checkpoint.size > chain.size {
      let message = "it ends after \(chain.size) of the \(checkpoint.size) entries that were sealed"
      report(Damage(.truncated, seq: chain.size, message))
    } else if sealedRoot != checkpoint.root {
      let message = "the first \(checkpoint.size) entries are not those that were sealed"
      // Where nothing else is found it is the last sealed entry, or all was written anew.
      let isAlone = !result.problems.contains { $0.code.isFatal && $0.seq != nil }
      report(Damage(.checkpointMismatch, seq: isAlone ? max(checkpoint.size - 1, 0) : nil, message))
    } else if checkpoint.size < chain.size {
      let count = chain.size - checkpoint.size
      report(
        Damage(
          .unsealed, seq: checkpoint.size, "\(count) \(count == 1 ? "entry is" : "entries are") not sealed yet"))
    }
  }

  /// Checks who has signed a checkpoint: the ledger's own key that was in force then, always; and of the keys that were
  /// given at least one. Who knows any key that the ledger has had knows by the entries that hand it over which that is.
  private mutating func sign(_ checkpoint: Checkpoint) {
    let inForce = chain.own.key(at: checkpoint.size)
    let others = keys.filter { !chain.own.holds($0) }
    let known = others + (inForce.map { [$0] } ?? [])
    guard !known.isEmpty else {
      report(Damage(.noKey, seq: nil, "there is no key to check the checkpoint's signature with"))
      return
    }
    let note = checkpoint.note
    switch note.opened(with: known) {
    case .bad(let name):
      report(Damage(.badSignature, seq: nil, "the signature of “\(name)” under the checkpoint does not hold"))
    case .verified(let places)
    where inForce.map({ note.isSigned(by: $0, at: places) }) ?? true
      && (others.count < keys.count || keys.isEmpty || others.contains { note.isSigned(by: $0, at: places) }):
      result.signers = places.map { checkpoint.signatures[$0].name }
    case .verified, .unknown:
      report(Damage(.badSignature, seq: nil, "the checkpoint is not signed with the ledger's key"))
    }
  }
}
