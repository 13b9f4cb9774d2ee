import CanonicalJSON
import Foundation
import Ledger
import Platform

/// A record written one entry at a time and in batches, beside a bare loop of write and fdatasync and beside SQLite; and
/// a long one verified and added to.
struct LedgerBenchmarks {
  let motions: Program?
  let size = ProcessInfo.processInfo.environment["MOTIONS_ENTRIES"].flatMap { Int($0) } ?? 1_000_000

  func run(_ table: inout Table) throws {
    try Folder.temporary { folder in
      try oneAtATime(in: folder, &table)
      try batches(in: folder, &table)
      try long(in: folder, &table)
    }
  }

  /// Events as a meeting has them; their lines are of some 230 bytes.
  private func events(_ numbers: Range<Int>) -> [NewEntry] {
    numbers.map { number in
      NewEntry(
        type: "vote.counted", by: "Secretary",
        fields: [
          .init("against", .integer(number % 100)), .init("for", .integer(number % 1000)),
          .init("item", .string("M\(number % 50)/A\(number % 7)")), .init("manner", "hands"),
        ])
    }
  }

  private func oneAtATime(in folder: Folder, _ table: inout Table) throws {
    let count = 1000
    let lines = try lines(of: events(0..<count), in: folder, name: "lines")
    let sqlite = try SQLite(folder).measure(count: count, batch: 1)
    let (own, loop) = try Measure.inTurns(runs: 5) {
      try ledger(in: folder) { open in
        for event in events(0..<count) { _ = try open.append([event]) }
      }
    } _: {
      try BareLog(folder.path + "/bare").write(lines)
    }
    table.add("append \(count) entries, each durable before the next", own, beside: ("bare loop", loop))
    table.add("write and fdatasync of the same lines in a bare loop", loop)
    if let sqlite {
      table.add(
        "SQLite (WAL, synchronous=FULL): the same lines, each a transaction", sqlite, beside: ("bare loop", loop))
    }
  }

  private func batches(in folder: Folder, _ table: inout Table) throws {
    let (count, batch) = (100_000, 1000)
    let all = stride(from: 0, to: count, by: batch).map { events($0..<$0 + batch) }
    let lines = try lines(of: events(0..<count), in: folder, name: "lines")
    let joined = stride(from: 0, to: count, by: batch).map { Array(lines[$0..<$0 + batch].joined()) }
    let sqlite = try SQLite(folder).measure(count: count, batch: batch)
    let (own, loop) = try Measure.inTurns(runs: 5) {
      try ledger(in: folder) { open in for events in all { _ = try open.append(events) } }
    } _: {
      try BareLog(folder.path + "/bare").write(joined)
    }
    let speed = "\(Int(Double(count) / own.wall / 1000))k entries/s"
    table.add("append \(count) entries in batches of \(batch): \(speed)", own, beside: ("bare loop", loop))
    table.add("write and fdatasync of the same batches in a bare loop", loop)
    if let sqlite {
      table.add("SQLite (WAL, synchronous=FULL): \(batch) a transaction", sqlite, beside: ("bare loop", loop))
    }
  }

  private func long(in folder: Folder, _ table: inout Table) throws {
    guard let motions else { return table.add("motions ledger", missing: "the command is not there") }
    let input = try folder.file(
      "events",
      (0..<size).map { number in
        #"{"type":"vote.counted","by":"Secretary","for":\#(number % 1000),"against":\#(number % 100),"#
          + #""item":"M\#(number % 50)/A\#(number % 7)","manner":"hands"}"# + "\n"
      }.joined())
    let one = try folder.file("one", #"{"type":"note.made","text":"One more."}"# + "\n")
    let path = folder.path + "/long.jsonl"
    _ = try motions.run(["ledger", "create", path, "--origin", "benchmark"])
    let use = try motions.run(["ledger", "append", path, input, "--checkpoint"])
    let rate = "\(Int(Double(size) / use.wall / 1000))k entries/s"
    table.add("motions ledger append: \(size) events of JSON, \(rate)", Measure(uses: [use]))
    let verifying = try Measure(runs: 3, of: motions, ["ledger", "verify", path])
    table.add(
      "motions ledger verify: \(size) entries, \(Int(Double(size) / verifying.wall / 1000))k entries/s", verifying)
    table.add(
      "motions ledger append: one more entry", try Measure(runs: 9, of: motions, ["ledger", "append", path, one]))
    table.add(
      "motions ledger append --checkpoint: one more entry, sealed",
      try Measure(runs: 9, of: motions, ["ledger", "append", path, one, "--checkpoint"]))
  }

  /// Work on a new ledger.
  private func ledger(in folder: Folder, _ work: (OpenLedger) throws -> Void) throws {
    var world = World.real()
    world.folder = folder.path
    for name in ["notes.jsonl", "notes.jsonl.lock"] { try? world.files.remove(folder.path + "/" + name) }
    let file = LedgerFile("notes.jsonl", in: world)
    try file.create(origin: "benchmark", key: nil)
    try file.withLock { try work($0) }
  }

  /// The lines that the ledger writes for events.
  private func lines(of events: [NewEntry], in folder: Folder, name: String) throws -> [[UInt8]] {
    try ledger(in: folder) { _ = try $0.append(events) }
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: folder.path + "/notes.jsonl")))
    return bytes.split(separator: 10).dropFirst().map { Array($0) + [10] }
  }
}

/// What a log costs at least: write and fdatasync.
struct BareLog {
  let path: String

  init(_ path: String) { self.path = path }

  func write(_ pieces: [[UInt8]]) throws {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    guard descriptor >= 0 else { throw Program.Failure(text: "\(path) can't be written") }
    defer { close(descriptor) }
    for piece in pieces {
      guard Foundation.write(descriptor, piece, piece.count) == piece.count else {
        throw Program.Failure(text: "\(path) can't be written")
      }
      #if os(Linux)
        guard fdatasync(descriptor) == 0 else { throw Program.Failure(text: "fdatasync fails") }
      #else
        guard fcntl(descriptor, F_FULLFSYNC) == 0 else { throw Program.Failure(text: "F_FULLFSYNC fails") }
      #endif
    }
  }
}

/// SQLite as Python has it: a table of lines, written ahead to a log that is synced at each transaction.
struct SQLite {
  private let python: Program?
  private let folder: Folder

  init(_ folder: Folder) {
    python = Program(named: "python3")
    self.folder = folder
  }

  /// The time of the program without these transactions is taken off.
  func measure(count: Int, batch: Int) throws -> Measure? {
    guard let python else { return nil }
    let script = try folder.file(
      "sqlite.py",
      """
      import os, sqlite3, sys
      count, batch = int(sys.argv[1]), int(sys.argv[2])
      path = sys.argv[3]
      for name in (path, path + "-wal", path + "-shm"):
          if os.path.exists(name): os.remove(name)
      base = sqlite3.connect(path, isolation_level=None)
      base.execute("pragma journal_mode=wal")
      base.execute("pragma synchronous=full")
      base.execute("create table entries (seq integer primary key, line blob)")
      rows = [(seq, b"x" * 226) for seq in range(batch)]
      for start in range(0, count, batch):
          base.execute("begin")
          base.executemany("insert into entries values (?, ?)", [(start + seq, line) for seq, line in rows])
          base.execute("commit")
      """)
    let path = folder.path + "/lines.sqlite"
    return try Measure(runs: 5, of: python, [script, "\(count)", "\(batch)", path])
  }
}
