import CanonicalJSON
import Ledger
import Platform

/// A small sealed ledger that is the same every time, for laws about whatever bytes take the place of its own.
struct KnownLedger: Sendable {
  static let path = "/notes.jsonl"
  private(set) var disk = MemoryDisk()
  private(set) var ledger: LedgerFile
  let key: SigningKey
  /// As it was made.
  let bytes: [UInt8]
  let checkpoint: [UInt8]

  init?() {
    let world = World.test(files: disk, now: "2026-09-13T11:00:00Z").world
    ledger = LedgerFile(Self.path, in: world)
    guard let key = SigningKey(name: "riverside.example/notes", seed: Array(0..<32)) else { return nil }
    self.key = key
    do {
      try ledger.create(origin: key.name, key: key.verifier, by: "Ada")
      try ledger.withLock { open in
        for number in 1...4 { _ = try open.append([Self.event(number)]) }
        _ = try open.seal(with: key)
      }
      bytes = try disk.read(Self.path)
      checkpoint = try disk.read(ledger.checkpointPath)
    } catch {
      return nil
    }
  }

  /// Made once: signing is slow where millions of inputs are tried.
  static let made = KnownLedger()

  /// The same on a disk of its own, with other bytes in its place.
  init(_ known: KnownLedger, holding other: [UInt8]) throws {
    self = known
    disk = MemoryDisk()
    ledger = LedgerFile(Self.path, in: World.test(files: disk, now: "2026-09-13T11:00:00Z").world)
    try disk.write(other, to: Self.path, mode: 0o644)
    try disk.write(checkpoint, to: ledger.checkpointPath, mode: 0o644)
  }

  static func event(_ number: Int) -> NewEntry {
    NewEntry(
      type: "note.made", by: "Ada",
      fields: [.init("text", .string("note “\(number)”, é\n")), .init("number", .integer(number))])
  }

  /// The lines without their LF.
  var lines: [[UInt8]] { bytes.split(separator: 10).map { Array($0) } }
}
