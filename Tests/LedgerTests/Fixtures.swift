internal import CanonicalJSON
internal import Foundation
internal import Ledger
internal import Platform

enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func read<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appending(path: path)))
  }

  /// Every JSON file below a folder, by its path from there.
  static func files(below path: String) -> [String] {
    let start = folder.appending(path: path)
    let names = FileManager.default.enumerator(atPath: start.path())?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
  }
}

/// A ledger in memory with a key, a few entries and what a test wants of it.
struct Sample {
  let disk = MemoryDisk()
  let world: World
  let ledger: LedgerFile
  let key: SigningKey
  static let path = "/notes.jsonl"

  init(now: String = "2026-09-13T11:00:00Z", events: Int = 0, sealed: Bool = false) throws {
    world = World.test(files: disk, now: now).world
    ledger = LedgerFile(Self.path, in: world)
    guard let key = SigningKey(name: "riverside.example/notes", seed: Array(0..<32)) else { throw Missing() }
    self.key = key
    try ledger.create(origin: key.name, key: key.verifier, by: "Ada")
    if events > 0 {
      try ledger.withLock { open in
        for number in 1...events { _ = try open.append([Self.event(number)]) }
      }
    }
    if sealed { try seal() }
  }

  struct Missing: Error {}

  static func event(_ number: Int) -> NewEntry {
    NewEntry(
      type: "note.made", by: "Ada",
      fields: [.init("text", .string("note “\(number)”, é\n")), .init("number", .integer(number))])
  }

  func seal() throws {
    _ = try ledger.withLock { open in try open.seal(with: key) }
  }

  /// The same file seen at another time.
  func later(_ now: String) -> LedgerFile { LedgerFile(Self.path, in: World.test(files: disk, now: now).world) }

  var bytes: [UInt8] { (try? disk.read(Self.path)) ?? [] }
  func set(_ bytes: [UInt8]) throws { try disk.write(bytes, to: Self.path, mode: 0o644) }
}
