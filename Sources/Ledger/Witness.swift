internal import CanonicalJSON
public import Platform

/// A teller, or anybody, who adds to checkpoints that they have seen them.
///
/// A witness signs only what is checked, and keeps in mind how far each ledger had come, so that their name never stands
/// under two courses of one ledger (C2SP tlog-witness).
public struct Witness: Sendable {
  public let key: SigningKey
  /// Where is kept what was cosigned last of each ledger.
  public let memoryPath: String
  private let world: World

  /// - Parameter memory: The file with what was cosigned; it is made where it is missing. One key has one.
  public init(_ key: SigningKey, memory path: String, in world: World) {
    self.key = key
    memoryPath = path
    self.world = world
  }

  /// What shows that a checkpoint is a ledger's, and goes on from an earlier one.
  public enum Grounds: Sendable {
    /// The ledger itself, read from its first line.
    case ledger(LedgerFile)
    /// The hashes that lead from an earlier number of entries to it.
    case proof(from: Int, [Digest])
    case none
  }

  /// Adds this witness's line to a checkpoint, in the place of an earlier one.
  ///
  /// - Parameter keys: The keys by which the ledger is known; for one that is there itself, none: the one that it names.
  public func cosign(
    _ checkpoint: Checkpoint, on grounds: Grounds, keys: [VerifierKey]
  ) throws(LedgerError) -> Checkpoint {
    try check(checkpoint, on: grounds, keys)
    let lock: any HeldLock
    do throws(FileError) { lock = try world.files.lock(memoryPath + ".lock", wait: 5000) } catch { throw .file(error) }
    defer { lock.release() }
    var memory = try remembered()
    if let earlier = memory[checkpoint.origin] { try check(checkpoint, goesOnFrom: earlier, on: grounds) }
    guard let line = key.cosignature(of: checkpoint.text, at: world.now()) else {
      throw .badKey(path: key.name, .unusable)
    }
    // What is signed is never forgotten: what is kept in mind comes first.
    memory[checkpoint.origin] = checkpoint.seal
    try remember(memory)
    var cosigned = checkpoint
    cosigned.signatures.removeAll { $0.keyID == line.keyID && $0.name.utf8.elementsEqual(line.name.utf8) }
    cosigned.signatures.append(line)
    return cosigned
  }

  /// Whether the ledger itself has signed it, and is as it says where it is there.
  private func check(_ checkpoint: Checkpoint, on grounds: Grounds, _ keys: [VerifierKey]) throws(LedgerError) {
    var signers: [String] = []
    if case .ledger(let ledger) = grounds {
      let found = try ledger.verify(checkpoint: checkpoint.bytes, keys: keys)
      // A write that was cut off later takes nothing from what was sealed.
      if let damage = found.problems.first(where: { $0.code.isFatal && $0.code != .torn }) {
        throw .damaged(path: ledger.path, damage)
      }
      signers = found.signers
    } else {
      guard !keys.isEmpty else { throw .uncosigned(origin: checkpoint.origin, .unknownLedger) }
      if case .verified(let places) = checkpoint.note.opened(with: keys.filter { $0.kind == .signature }) {
        signers = places.map { checkpoint.signatures[$0].name }
      }
    }
    guard signers.contains(where: { $0.utf8.elementsEqual(checkpoint.origin.utf8) }) else {
      throw .uncosigned(origin: checkpoint.origin, .notSigned)
    }
  }

  private func check(_ checkpoint: Checkpoint, goesOnFrom earlier: Seal, on grounds: Grounds) throws(LedgerError) {
    let origin = checkpoint.origin
    if earlier == checkpoint.seal { return }
    guard earlier.entries <= checkpoint.size else {
      throw .uncosigned(origin: origin, .behind(cosigned: earlier.entries, size: checkpoint.size))
    }
    guard earlier.entries < checkpoint.size else { throw .uncosigned(origin: origin, .otherCourse(earlier.entries)) }
    switch grounds {
    case .ledger(let ledger):
      guard try ledger.begins(with: earlier) else { throw .uncosigned(origin: origin, .otherCourse(earlier.entries)) }
    case .proof(let from, let hashes):
      let second = (size: checkpoint.size, root: checkpoint.root)
      guard from == earlier.entries,
        from == 0 || MerkleProof.verifies(consistency: hashes, from: (size: from, root: earlier.root), to: second)
      else { throw .uncosigned(origin: origin, .notProved(earlier.entries)) }
    case .none: throw .uncosigned(origin: origin, .notProved(earlier.entries))
    }
  }

  // MARK: What was cosigned

  private func remembered() throws(LedgerError) -> [String: Seal] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try world.files.read(memoryPath)
    } catch {
      if error.isMissing { return [:] }
      throw .file(error)
    }
    var memory: [String: Seal] = [:]
    for line in bytes.split(separator: 10) {
      guard let json = try? JSON(parsing: Array(line)), let origin = json["origin"]?.text,
        let size = json["size"]?.number, let root = json["root"]?.text.flatMap({ Digest(base64: $0) })
      else { throw .uncosigned(origin: memoryPath.lastStep, .badMemory) }
      memory[origin] = Seal(root: root, entries: size)
    }
    return memory
  }

  /// A line for each ledger, in the order of their names.
  private func remember(_ memory: [String: Seal]) throws(LedgerError) {
    var lines: [UInt8] = []
    for (origin, seal) in memory.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let line = JSON.object([
        .init("origin", .string(origin)), .init("root", .string(seal.root.base64)),
        .init("size", .integer(seal.entries)),
      ])
      lines += line.canonical + [10]
    }
    do throws(FileError) {
      try world.files.write(lines, to: memoryPath, mode: 0o644)
    } catch {
      throw .file(error)
    }
  }
}

/// Why a checkpoint is not cosigned.
public enum CosigningFault: Hashable, Sendable {
  case unknownLedger
  case notSigned
  /// It is older than what the witness has cosigned of this ledger.
  case behind(cosigned: Int, size: Int)
  /// The entries that the witness has cosigned are not the first of this ledger.
  case otherCourse(Int)
  /// Nothing shows that it goes on from what the witness has cosigned.
  case notProved(Int)
  case badMemory

  public var code: String {
    switch self {
    case .unknownLedger: "unknown-ledger"
    case .notSigned: "not-signed"
    case .behind: "cosigned-further"
    case .otherCourse: "other-course"
    case .notProved: "not-proved"
    case .badMemory: "bad-memory"
    }
  }

  var message: String {
    switch self {
    case .unknownLedger: "neither the ledger nor its key is here, so nothing shows whose checkpoint this is"
    case .notSigned: "the ledger's key has not signed this checkpoint; it was not cosigned"
    case .behind(let cosigned, let size):
      "this is a checkpoint of \(size) \(size == 1 ? "entry" : "entries"), and with this key \(cosigned) are cosigned already"
    case .otherCourse(let count):
      count == 1
        ? "the first entry of this ledger is not the one that was cosigned with this key; it was not cosigned"
        : "the first \(count) entries of this ledger are not those that were cosigned with this key; it was not cosigned"
    case .notProved(let count):
      "nothing here shows that it goes on from the \(Self.entries(count)) that were cosigned with this key"
    case .badMemory: "what was cosigned with this key can't be read, so nothing more is"
    }
  }

  private static func entries(_ count: Int) -> String { count == 1 ? "entry" : "\(count) entries" }

  var help: String {
    switch self {
    case .unknownLedger: "name the ledger with --ledger, or its verifier key with --ledger-key"
    case .notSigned: "ask whoever keeps the ledger for its checkpoint, and for its verifier key"
    case .behind: "ask whoever keeps the ledger for the checkpoint of today"
    case .otherCourse:
      "the ledger was written anew: keep this checkpoint and the one that you cosigned, and show both to others"
    case .notProved(let count):
      count == 0
        ? "name the ledger with --ledger"
        : "name the ledger with --ledger, or give what this makes: motions ledger consistency FILE --from OLD"
    case .badMemory: "put the file back as it was; where it is lost, go on with a new key"
    }
  }
}

extension LedgerFile {
  /// Whether the first entries are those of a seal.
  func begins(with seal: Seal) throws(LedgerError) -> Bool {
    let file: any OpenFile
    do throws(FileError) { file = try files.open(path, for: .reading) } catch { throw .file(error) }
    do throws(LedgerError) {
      _ = try LedgerReading.read(file, path: path, under: seal)
      return true
    } catch {
      guard case .damaged = error else { throw error }
      return false
    }
  }
}

extension Checkpoint {
  /// Reads what is sent to a witness: the earlier size, the hashes and the checkpoint (C2SP tlog-witness, add-checkpoint);
  /// nil where it is malformed.
  public static func addition(parsing bytes: [UInt8]) -> (checkpoint: Checkpoint, from: Int, hashes: [Digest])? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.hasPrefix("old "), let from = Int(first.dropFirst(4)), from >= 0 else {
      return nil
    }
    var hashes: [Digest] = []
    while let line = lines.popFirst(), !line.isEmpty {
      guard hashes.count < 63, let hash = Digest(base64: String(line)) else { return nil }
      hashes.append(hash)
    }
    guard let checkpoint = Checkpoint(parsing: Array(lines.joined(separator: "\n").utf8)) else { return nil }
    return (checkpoint, from, hashes)
  }
}
