internal import CanonicalJSON

/// What is known of a ledger from the lines read so far.
struct Chain: Sendable {
  var tree = MerkleFrontier()
  /// The leaf hash of the last line.
  var last = Digest.zero
  /// The time of the last line; empty before the first.
  var at: [UInt8] = []
  var size: Int { tree.count }
  var seal: Seal { Seal(root: tree.root, entries: size) }
  /// What the ledger's own entries among them say.
  private(set) var own = OwnEntries()

  private var checker = CanonicalLine()

  init() {}

  /// What is known once lines were read up to a last one of that time.
  init(tree: MerkleFrontier, last: Digest, at: [UInt8], own: OwnEntries) {
    self.tree = tree
    self.last = last
    self.at = at
    self.own = own
  }

  /// What a line shows when it is taken after those before it.
  struct Step {
    var fault: Fault?
    var seq = -1
    var followsLast = false
    var leaf: Digest
    var id: Range<Int>?
    /// What the ledger's own entries say with this one; nil where it is none of them.
    fileprivate(set) var own: OwnEntries?

    /// Whether the one thing wrong follows from a change of the line before: then its time was changed, not this one's.
    var isMisfitOnly: Bool {
      if case .backwards = fault { return !followsLast }
      return false
    }
  }

  enum Fault: Error {
    case form(JSONError)
    case envelope(String)
    case backwards
    case notOpening
    /// One of the ledger's own entries, in a version that is not known.
    case newer(type: String, version: Int)
    /// A new key that the old one and itself have not signed.
    case rotation
  }

  /// Looks at a line as the next one. `accept` takes it, sound or not: the hash is that of the bytes as they stand.
  mutating func examine(_ bytes: [UInt8], _ line: Range<Int>) -> Step {
    var step = Step(leaf: Digest.leaf(bytes, in: line))
    do throws(JSONError) {
      try checker.check(bytes, in: line)
      let envelope = Envelope(checker, in: bytes)
      if let fault = envelope.fault {
        step.fault = .envelope(fault)
      } else {
        step.seq = envelope.seq
        step.id = envelope.id
        step.followsLast = last.isBase64(bytes, at: envelope.previous.lowerBound + 1)
        if size == 0, !envelope.isOpening { step.fault = .notOpening }
        if isEarlier(bytes, envelope.at) { step.fault = .backwards }
        if envelope.isOwn, step.fault == nil { takeOwn(bytes, line, &step) }
        keep(bytes, envelope.at)
      }
    } catch {
      step.fault = .form(error)
    }
    return step
  }

  /// What one of the ledger's own entries says. There are few: here a line may be read whole.
  private func takeOwn(_ bytes: [UInt8], _ line: Range<Int>, _ step: inout Step) {
    guard let entry = Entry(line: Array(bytes[line]), leaf: step.leaf) else { return }
    var own = own
    do throws(Fault) {
      try own.take(entry, at: size)
      step.own = own
    } catch {
      step.fault = error
    }
  }

  mutating func accept(_ step: Step) {
    last = step.leaf
    tree.append(leaf: step.leaf)
    if let own = step.own { self.own = own }
  }

  private func isEarlier(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard at.count == range.count else { return false }
    for index in 0..<at.count where bytes[range.lowerBound + index] != at[index] {
      return bytes[range.lowerBound + index] < at[index]
    }
    return false
  }

  private mutating func keep(_ bytes: [UInt8], _ range: Range<Int>) {
    if at.count != range.count { at = [UInt8](repeating: 0, count: range.count) }
    for index in 0..<range.count { at[index] = bytes[range.lowerBound + index] }
  }
}
