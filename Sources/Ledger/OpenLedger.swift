internal import CanonicalJSON
internal import Platform

/// A ledger held open to write, under its lock. The lock is released with the last reference to it, or by `close()`.
public final class OpenLedger {
  public let path: String
  /// The name of the ledger, from its first entry.
  public let origin: String
  /// The key that seals what comes next; nil where the ledger was opened without one.
  public var key: VerifierKey? { chain.own.key }
  /// What a write that was cut off had left after the last whole line, once it was set aside.
  public private(set) var recovered: Recovery?

  private let source: LedgerFile
  private let lock: any HeldLock
  private let file: any OpenFile
  private var chain: Chain
  /// Bytes of the file that hold whole lines.
  private var length: Int
  private var torn: Int
  private var isPoisoned = false
  /// Whether everything is done but the writing.
  private let isRehearsal: Bool
  /// What the checkpoint beside the ledger seals.
  private var sealed: Seal?
  /// Whether every line was read, and not only the last one beside a bookmark.
  private var isRead: Bool
  /// The file as it is known here; nil where somebody else has changed it since, or may have.
  private var stamp: String?
  /// Whether everything that was read or written here is on the medium.
  private var isSynced = false
  private var ids = EarlierIDs()

  public var size: Int { chain.size }
  public var root: Digest { chain.tree.root }
  /// The leaf hash of the last entry.
  var last: Digest { chain.last }
  public var seal: Seal { Seal(root: root, entries: size) }

  /// What was set aside.
  public struct Recovery: Hashable, Sendable {
    public var bytes: Int
    /// Where they are now.
    public var path: String
  }

  init(_ source: LedgerFile, lock: any HeldLock, file: any OpenFile, isRehearsal: Bool) throws(LedgerError) {
    let checkpoint = try source.storedCheckpoint()
    stamp = try? file.stamp()
    let read: LedgerReading
    if !isRehearsal, let marked = source.bookmark?.reading(of: file, under: checkpoint?.seal) {
      (read, isRead) = (marked, false)
    } else {
      (read, isRead) = (try LedgerReading.read(file, path: source.path, under: checkpoint?.seal), true)
    }
    guard let origin = read.chain.own.origin else {
      throw .damaged(
        path: source.path, Damage(.notOpened, seq: 0, offset: 0, "the first entry of a ledger is ledger.opened"))
    }
    sealed = checkpoint?.seal
    self.source = source
    self.lock = lock
    self.file = file
    self.isRehearsal = isRehearsal
    path = source.path
    self.origin = origin
    chain = read.chain
    length = read.length
    torn = read.torn
  }

  /// Releases the lock; nothing can be written after it.
  public func close() {
    leaveBookmark()
    isPoisoned = true
    lock.release()
  }

  /// Every entry as it stands now.
  public func entries() throws(LedgerError) -> [Entry] {
    var entries: [Entry] = []
    try read { line in
      if let entry = line.entry { entries.append(entry) }
    }
    return entries
  }

  /// The entries after a place to which the ledger was read before; all of them where that is no place in it.
  public func entries(after place: LedgerPlace?) throws(LedgerError) -> LedgerPlace.Entries {
    let read = try LedgerPlace.read(file, path: path, after: place)
    try hold(read.place.reading)
    return read
  }

  /// Reads every line. What is signed has been read, whatever a bookmark says.
  private func read(each: (LedgerReading.Line) -> Void = { _ in }) throws(LedgerError) {
    let read = try LedgerReading.read(file, path: path, under: sealed, each: each)
    if isRehearsal { return }
    try hold(read)
    chain = read.chain
    isRead = true
  }

  private func hold(_ read: LedgerReading) throws(LedgerError) {
    if isRehearsal || read.length == length && read.chain.last == chain.last { return }
    throw .damaged(path: path, Damage(.hashMismatch, seq: nil, "somebody else has written to it meanwhile"))
  }

  /// Enters events as one batch, and returns once they would survive a loss of power.
  ///
  /// Where an error is thrown none of them is there. Where the power goes before this returns, the first of them may be.
  /// An event whose `id` is there already is not entered again; one that says something else under it is refused.
  public func append(_ events: [NewEntry]) throws(LedgerError) -> Appended {
    if isPoisoned { throw .poisoned(path: path) }
    try recover()
    var appended = Appended()
    let at = time(&appended.clockWasBehind)
    let asked = events.compactMap { $0.id.map(EarlierIDs.json) }
    do throws(FileError) { try ids.look(for: asked, in: file, upTo: length) } catch { throw .file(error) }
    var grown = chain
    var newIDs: [[UInt8]: Int] = [:]
    appended.batch.reserveCapacity(min(events.count * 256, 1 << 20))
    for (index, event) in events.enumerated() {
      if let id = event.id {
        let json = EarlierIDs.json(id)
        var earlier = newIDs[json].map { appended.entry($0) } ?? nil
        if earlier == nil, let place = ids[json] { earlier = try entry(at: place) }
        if let entry = earlier {
          guard event.says(the: entry, origin: origin) else {
            throw .badEvent(index: index, .idTaken(id: id, seq: entry.seq))
          }
          appended.repeated.append((index, entry.seq))
          continue
        }
        newIDs[json] = appended.count
      }
      let start = appended.batch.count
      event.write(
        to: &appended.batch, seq: grown.size, at: at, previous: grown.last, origin: origin,
        clockIsGiven: source.world.clockIsGiven)
      let line = start..<appended.batch.count
      let step = grown.examine(appended.batch, line)
      if step.fault != nil {
        _ = try Self.checked(Array(appended.batch[line]), index: index)
        throw .badEvent(index: index, .ownType(event.type))
      }
      appended.take(line, step.leaf, seq: grown.size)
      grown.accept(step)
    }
    guard appended.count > 0 else { return appended }
    let start = length
    try write(appended.batch)
    chain = grown
    for (id, index) in newIDs {
      let line = appended.lines[index].range
      ids.add(id, EarlierIDs.Place(offset: start + line.lowerBound, count: line.count))
    }
    return appended
  }

  /// Signs the ledger as it stands and replaces the checkpoint file whole. Only what is synced is signed.
  public func seal(with key: SigningKey) throws(LedgerError) -> Checkpoint {
    if isPoisoned { throw .poisoned(path: path) }
    guard key.name.utf8.elementsEqual(origin.utf8) else { throw .badKey(path: path, .otherName(key.name)) }
    guard self.key == nil || self.key == key.verifier else { throw .badKey(path: path, .notInForce) }
    try recover()
    if !isRead { try read() }
    var checkpoint = Checkpoint(origin: origin, size: size, root: root)
    guard let signature = key.signature(of: checkpoint.text) else { throw .badKey(path: key.name, .unusable) }
    checkpoint.signatures = [signature] + (try linesToKeep(under: checkpoint, beside: signature))
    if isRehearsal { return checkpoint }
    do throws(FileError) { try file.sync() } catch { throw poison(error) }
    isSynced = true
    do throws(FileError) {
      try source.files.write(checkpoint.bytes, to: source.checkpointPath, mode: 0o644)
    } catch {
      throw .file(error)
    }
    sealed = checkpoint.seal
    return checkpoint
  }

  /// What tellers have added to the same head stays when that is sealed again.
  private func linesToKeep(
    under checkpoint: Checkpoint, beside own: SignedNote.Signature
  ) throws(LedgerError) -> [SignedNote.Signature] {
    guard let stored = try source.storedCheckpoint(), stored.text.utf8.elementsEqual(checkpoint.text.utf8) else {
      return []
    }
    return stored.signatures.filter { $0.keyID != own.keyID || !$0.name.utf8.elementsEqual(own.name.utf8) }
  }

  /// Writes whole lines, of which at most 1 MiB are ever unsynced: what a crash leaves is looked for in so much.
  private func write(_ batch: [UInt8]) throws(LedgerError) {
    if isRehearsal { return }
    try change { () throws(FileError) in
      var start = 0
      while start < batch.count {
        let end = LineSource.endOfLines(in: batch, from: start)
        try file.append(start == 0 && end == batch.count ? batch : Array(batch[start..<end]))
        try file.sync()
        start = end
      }
    }
    length += batch.count
  }

  /// Writes and syncs. The file stays a known one where nobody else has changed it since it was looked at.
  private func change(_ work: () throws(FileError) -> Void) throws(LedgerError) {
    let isKnown = stamp != nil && stamp == (try? file.stamp())
    do throws(FileError) { try work() } catch { throw poison(error) }
    stamp = isKnown ? try? file.stamp() : nil
    isSynced = true
  }

  /// Leaves word of what is known here for whoever writes next, who reads all where there is none.
  private func leaveBookmark() {
    guard !isPoisoned, !isRehearsal, isSynced, torn == 0, length >= source.leastForBookmark, let stamp else { return }
    var reading = LedgerReading()
    (reading.chain, reading.length) = (chain, length)
    let bookmark = Bookmark(reading, stamp: stamp, sealed: sealed)
    try? source.files.writeUnsynced(bookmark.bytes, to: source.bookmarkPath, mode: 0o644)
  }

  /// Nothing more is written through this handle: after a failed write it is not known what is on the disk, and after a
  /// failed sync the system may take for written what was lost.
  ///
  /// What was not acknowledged is cut off again where that is possible, so that nobody builds on it.
  private func poison(_ error: FileError) -> LedgerError {
    isPoisoned = true
    try? file.truncate(to: length)
    return .file(error)
  }

  /// The time of a batch, never before that of the last entry.
  private func time(_ wasBehind: inout Bool) -> String {
    let now = UTC.text(source.world.now())
    let last = String(decoding: chain.at, as: UTF8.self)
    wasBehind = now.utf8.lexicographicallyPrecedes(last.utf8)
    return wasBehind ? last : now
  }

  /// Sets aside what a write that was cut off left after the last whole line, and says so in an entry.
  private func recover() throws(LedgerError) {
    guard torn > 0, !isRehearsal else { return }
    var behind = false
    try change { () throws(FileError) in
      let bytes = try file.read(at: length, count: torn)
      let aside = try keepAside(bytes)
      try file.truncate(to: length)
      try file.sync()
      recovered = Recovery(bytes: bytes.count, path: aside)
      torn = 0
      let entry = NewEntry(
        type: "ledger.recovered", by: nil,
        fields: [
          .init("bytes", .integer(bytes.count)), .init("kept", .string(aside.lastStep)),
          .init("sha256", .string(Digest(of: bytes).hex)),
        ])
      let line = entry.line(
        seq: size, at: time(&behind), previous: chain.last, origin: origin, clockIsGiven: source.world.clockIsGiven)
      chain.accept(chain.examine(line, 0..<line.count))
      try file.append(line + [10])
      try file.sync()
      length += line.count + 1
    }
  }

  /// A recovery that was itself cut off has kept them already.
  private func keepAside(_ bytes: [UInt8]) throws(FileError) -> String {
    var number = 1
    while true {
      let aside = "\(path).torn-\(number)"
      do throws(FileError) {
        try source.files.create(bytes, at: aside, mode: 0o644)
        return aside
      } catch {
        guard error.isExisting else { throw error }
        if source.files.kind(of: aside) == .file, try source.files.read(aside) == bytes { return aside }
        number += 1
      }
    }
  }

  /// The leaf hash of a line that may be entered.
  static func checked(_ line: [UInt8], index: Int) throws(LedgerError) -> Digest {
    var checker = CanonicalLine()
    do throws(JSONError) { try checker.check(line) } catch { throw .badEvent(index: index, .badForm(error.fault)) }
    for member in checker.members {
      let name = String(decoding: line[member.name], as: UTF8.self)
      guard ["by", "id", "type"].contains(name), !Envelope.isName(line, member.value) else { continue }
      throw .badEvent(index: index, .badName(name))
    }
    return .leaf(line)
  }

  private func entry(at place: EarlierIDs.Place) throws(LedgerError) -> Entry? {
    do throws(FileError) {
      let line = try file.read(at: place.offset, count: place.count)
      return Entry(line: line, leaf: .leaf(line))
    } catch {
      throw .file(error)
    }
  }
}
