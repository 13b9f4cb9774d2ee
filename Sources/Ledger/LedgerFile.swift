public import CanonicalJSON
public import Platform

/// A ledger's file, and the side file by whose lock only one at a time writes to it.
public struct LedgerFile: Sendable {
  public let path: String
  public let lockPath: String
  /// Where a bookmark is kept for whoever adds to the ledger next.
  let bookmarkPath: String
  /// From how many bytes on a ledger gets one.
  package var leastForBookmark = Bookmark.leastLength
  let world: World
  var files: any FileSystem { world.files }

  /// - Parameters:
  ///   - path: The file with the lines; from the world's folder where it is relative.
  ///   - lock: The side file; `FILE.lock` where none is given. It is never deleted.
  public init(_ path: String, lock: String? = nil, in world: World) {
    self.path = path.path(in: world.folder)
    lockPath = lock?.path(in: world.folder) ?? self.path + ".lock"
    bookmarkPath = lock == nil ? self.path + ".bookmark" : "bookmark".path(in: lockPath.parentFolder)
    self.world = world
  }

  public var checkpointPath: String { path + ".checkpoint" }

  /// Makes a ledger whose first entry is `ledger.opened`. There must be none.
  ///
  /// - Parameters:
  ///   - key: The public key of those who sign its checkpoints; nil: nobody does.
  ///   - fields: Further members of the first entry, such as the digest of the rules.
  @discardableResult
  public func create(
    origin: String, key: VerifierKey?, by: String? = nil, fields: [JSON.Member] = [], wait seconds: Int = 5
  ) throws(LedgerError) -> Entry {
    guard SignedNote.isKeyName(origin) else { throw .badOrigin(origin) }
    if let key, !key.name.utf8.elementsEqual(origin.utf8) { throw .badKey(path: path, .otherName(key.name)) }
    let lock = try lock(wait: seconds)
    defer { lock.release() }
    guard files.ownKind(of: path) == nil else { throw .existing(path: path) }
    let opening = NewEntry(
      type: "ledger.opened", by: by, fields: fields + [.init("key", JSON(key?.text)), .init("origin", .string(origin))])
    let line = opening.line(
      seq: 0, at: UTC.text(world.now()), previous: .zero, origin: origin, clockIsGiven: world.clockIsGiven)
    let leaf = try OpenLedger.checked(line, index: 0)
    do throws(FileError) {
      try files.create(line + [10], at: path, mode: 0o644)
    } catch {
      throw error.isExisting ? .existing(path: path) : .file(error)
    }
    guard let entry = Entry(line: line, leaf: leaf) else { throw .badEvent(index: 0, .notAnObject) }
    return entry
  }

  /// Opens the ledger to write: takes the lock, reads every line and holds the chain and the stored checkpoint against
  /// them. Nothing is written until the first batch, and in a rehearsal nothing at all.
  ///
  /// A long ledger that nobody has changed since it was last written to is not read: what was known of it then stands in
  /// a bookmark beside it. It is read before it is sealed.
  public func open(wait seconds: Int = 5, rehearsal: Bool = false) throws(LedgerError) -> OpenLedger {
    // A ledger that is not there gets no lock file either.
    if files.ownKind(of: path) == nil { throw .file(FileError(path: path, code: Self.missingFile, call: "open")) }
    let lock = try lock(wait: seconds)
    let file: any OpenFile
    do throws(FileError) { file = try files.open(path, for: .appending) } catch { throw .file(error) }
    return try OpenLedger(self, lock: lock, file: file, isRehearsal: rehearsal)
  }

  /// Reads state, decides and appends while nobody else writes.
  public func withLock<Result>(
    wait seconds: Int = 5, _ body: (OpenLedger) throws -> Result
  ) throws -> Result {
    let ledger = try open(wait: seconds)
    defer { ledger.close() }
    return try body(ledger)
  }

  /// Every entry, read without a lock; throws at the first damage. A last line that is not whole is left out: it was
  /// never acknowledged, or is being written now.
  public func entries() throws(LedgerError) -> [Entry] { try entries(after: nil).entries }

  /// The entries after a place to which the ledger was read before; all of them where it may have changed otherwise than
  /// by growing.
  public func entries(after place: LedgerPlace?) throws(LedgerError) -> LedgerPlace.Entries {
    do throws(LedgerError) {
      return try entriesNow(after: place)
    } catch {
      // A writer may be setting aside at this moment what a crash had left.
      guard case .damaged = error, let lock = heldToRead() else { throw error }
      defer { lock.release() }
      return try entriesNow(after: place)
    }
  }

  private func entriesNow(after place: LedgerPlace?) throws(LedgerError) -> LedgerPlace.Entries {
    let file: any OpenFile
    do throws(FileError) { file = try files.open(path, for: .reading) } catch { throw .file(error) }
    let read = try LedgerPlace.read(file, path: path, after: place)
    guard read.place.size > 0 else {
      throw .damaged(
        path: path, Damage(.notOpened, seq: 0, offset: 0, "the first entry, ledger.opened, is missing"))
    }
    return read
  }

  /// The first lines, without their LF, read without a lock; throws at the first damage.
  public func lines(first count: Int) throws(LedgerError) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let file: any OpenFile
    do throws(FileError) { file = try files.open(path, for: .reading) } catch { throw .file(error) }
    _ = try LedgerReading.read(file, path: path) { line in
      if lines.count < count { lines.append(Array(line.bytes[line.range])) }
    }
    return lines
  }

  var bookmark: Bookmark? { Bookmark.read(bookmarkPath, in: files) }

  /// The lock, so that nobody writes while something is looked at again; nil where nobody could be writing, and where
  /// they go on for too long.
  func heldToRead() -> (any HeldLock)? {
    guard files.kind(of: lockPath) == .file else { return nil }
    return try? files.lock(lockPath, wait: 5000)
  }

  /// The checkpoint beside the ledger; nil where there is none. Its signatures are not looked at.
  public func storedCheckpoint() throws(LedgerError) -> Checkpoint? {
    guard let bytes = try storedCheckpointBytes() else { return nil }
    guard let checkpoint = Checkpoint(parsing: bytes) else {
      throw .damaged(path: checkpointPath, Damage(.badCheckpoint, seq: nil, "this is no checkpoint"))
    }
    return checkpoint
  }

  func storedCheckpointBytes() throws(LedgerError) -> [UInt8]? {
    do throws(FileError) {
      switch files.kind(of: checkpointPath) {
      case .file: return try files.read(checkpointPath)
      case nil: return nil
      // A pipe would be waited for, and a device might never end.
      default: throw FileError(path: checkpointPath, code: Self.isNoFile, call: "open")
      }
    } catch {
      if error.isMissing { return nil }
      throw .file(error)
    }
  }

  private func lock(wait seconds: Int) throws(LedgerError) -> any HeldLock {
    do throws(FileError) {
      return try files.lock(lockPath, wait: min(max(seconds, 0), 86_400) * 1000)
    } catch {
      throw error.isBusy ? .busy(path: path, seconds: seconds) : .file(error)
    }
  }

  /// `ENOENT` and `EINVAL`, the same numbers on every system there is.
  static let missingFile: Int32 = 2
  private static let isNoFile: Int32 = 22
}
