internal import CanonicalJSON
internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

@Suite struct LedgerFileTests {
  @Test("a new ledger has one entry, which opens it")
  func create() throws {
    let sample = try Sample()
    let entries = try sample.ledger.entries()
    #expect(entries.count == 1)
    #expect(entries[0].type == "ledger.opened" && entries[0].seq == 0 && entries[0].previous == .zero)
    #expect(entries[0]["origin"] == "riverside.example/notes")
    #expect(entries[0]["key"]?.text == sample.key.verifier.text)
    #expect(entries[0].at == "2026-09-13T11:00:00Z" && entries[0].by == "Ada")
    #expect(
      String(decoding: sample.bytes, as: UTF8.self).hasPrefix(
        #"{"at":"2026-09-13T11:00:00Z","by":"Ada","key":"riverside.example/notes+"#))
  }

  @Test("there is never a second one in its place")
  func existing() throws {
    let sample = try Sample()
    #expect(throws: LedgerError.existing(path: Sample.path)) {
      try sample.ledger.create(origin: "other", key: nil)
    }
    #expect(throws: LedgerError.badOrigin("a b")) {
      try LedgerFile("/other", in: sample.world).create(origin: "a b", key: nil)
    }
  }

  @Test("what is appended is read back, each entry naming the one before")
  func append() throws {
    let sample = try Sample()
    let appended = try sample.ledger.withLock { open in
      let first = try open.append([Sample.event(1), Sample.event(2)])
      let read = try open.entries()
      #expect(read.count == 3)
      let second = try open.append([Sample.event(3)])
      return first.entries + second.entries
    }
    let entries = try sample.ledger.entries()
    #expect(Array(entries.dropFirst()) == appended)
    #expect(entries.map(\.seq) == [0, 1, 2, 3])
    for (before, after) in zip(entries, entries.dropFirst()) { #expect(after.previous == before.leaf) }
    let lines = sample.bytes.split(separator: 10)
    for (line, entry) in zip(lines, entries) { #expect(Digest(of: [0] + line) == entry.leaf) }
    #expect(try sample.ledger.verify().isVerified)
  }

  @Test("the time never runs backwards")
  func clock() throws {
    let sample = try Sample()
    let appended = try sample.later("2026-09-13T10:00:00Z").withLock { try $0.append([Sample.event(1)]) }
    #expect(appended.clockWasBehind)
    #expect(appended.entries[0].at == "2026-09-13T11:00:00Z")
    let after = try sample.later("2026-09-13T12:00:00Z").withLock { try $0.append([Sample.event(2)]) }
    #expect(!after.clockWasBehind && after.entries[0].at == "2026-09-13T12:00:00Z")
  }

  @Test("a clock that was set is recorded")
  func given() throws {
    let sample = try Sample()
    var world = sample.world
    world.clockIsGiven = true
    let appended = try LedgerFile(Sample.path, in: world).withLock { try $0.append([Sample.event(1)]) }
    #expect(appended.entries[0]["clock"] == "given")
  }

  @Test("the same id twice is one entry, also across batches; another event under it is refused")
  func ids() throws {
    let sample = try Sample()
    func event(_ id: String, _ number: Int) -> NewEntry {
      NewEntry(type: "note.made", by: "Ada", id: id, fields: [.init("number", .integer(number))])
    }
    let first = try sample.ledger.withLock { try $0.append([event("a", 1), event("b", 2), event("a", 1)]) }
    #expect(first.entries.count == 2)
    #expect(first.repeated.map(\.index) == [2] && first.repeated.map(\.seq) == [1])
    let second = try sample.later("2026-09-14T11:00:00Z").withLock { open in
      let batch = try open.append([event("b", 2), event("c", 3)])
      #expect(batch.repeated.map(\.seq) == [2] && batch.entries.map(\.seq) == [3])
      return try open.append([event("c", 3)])
    }
    #expect(second.entries.isEmpty && second.repeated.map(\.seq) == [3])
    let before = sample.bytes
    let error = #expect(throws: LedgerError.self) {
      try sample.ledger.withLock { try $0.append([Sample.event(9), event("a", 7)]) }
    }
    #expect(error == .badEvent(index: 1, .idTaken(id: "a", seq: 1)))
    #expect(sample.bytes == before)
  }

  @Test(
    "what can't be a line is refused whole, and nothing is written",
    arguments: [
      NewEntry(type: "note.made", by: "Ada", fields: [.init("Text", "x")]),
      NewEntry(type: "note.made", by: "Ada", fields: [.init("text", .string(String(repeating: "x", count: 8193)))]),
      NewEntry(type: "note.made", by: "Ada", fields: [.init("seq", 3)]),
      NewEntry(type: "note.made", by: "A\u{202E}da"), NewEntry(type: "", by: "Ada"),
      NewEntry(type: "note.made", by: "Ada", id: "a\nb"),
      NewEntry(
        type: "note.made", by: "Ada",
        fields: [.init("texts", .array(Array(repeating: .string(String(repeating: "x", count: 8000)), count: 9)))]),
    ])
  func refused(event: NewEntry) throws {
    let sample = try Sample(events: 1)
    let before = sample.bytes
    let error = #expect(throws: LedgerError.self) {
      try sample.ledger.withLock { try $0.append([Sample.event(2), event]) }
    }
    guard case .badEvent(let index, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(index == 1)
    #expect(sample.bytes == before)
  }

  @Test("a rehearsal answers as the real thing and writes nothing")
  func rehearsal() throws {
    let sample = try Sample(events: 2)
    let before = sample.disk.paths
    let bytes = sample.bytes
    let open = try sample.ledger.open(rehearsal: true)
    let appended = try open.append([Sample.event(3)])
    let root = open.root
    _ = try open.seal(with: sample.key)
    #expect(appended.entries[0].seq == 3)
    #expect(sample.bytes == bytes && sample.disk.paths == before)
    open.close()
    let real = try sample.ledger.withLock { ledger in
      _ = try ledger.append([Sample.event(3)])
      return ledger.root
    }
    #expect(real == root)
  }

  @Test("a write that was cut off is set aside and logged, at whatever byte it was cut")
  func torn() throws {
    let whole = try Sample(events: 2)
    let start = try Sample(events: 1).bytes.count
    for cut in start + 1..<whole.bytes.count {
      let sample = try Sample(events: 1)
      let rest = Array(whole.bytes[start..<cut])
      try sample.set(Array(whole.bytes[..<cut]))
      let found = try sample.ledger.verify()
      #expect(!found.isVerified && found.problems.map(\.code) == [.torn] && found.problems[0].seq == 2)
      #expect(try sample.ledger.entries().count == 2)
      try sample.ledger.withLock { open in
        _ = try open.append([Sample.event(2)])
        #expect(open.recovered?.bytes == rest.count && open.recovered?.path == Sample.path + ".torn-1")
      }
      #expect(try sample.disk.read(Sample.path + ".torn-1") == rest)
      let entries = try sample.ledger.entries()
      #expect(entries.map(\.type) == ["ledger.opened", "note.made", "ledger.recovered", "note.made"])
      #expect(entries[2]["sha256"]?.text == Digest(of: rest).hex)
      #expect(try sample.ledger.verify().isVerified)
    }
  }

  @Test("blocks of zeros that were never written are set aside like a line that was cut off")
  func zeros() throws {
    let sample = try Sample(events: 1)
    let start = sample.bytes.count
    try sample.set(sample.bytes + [UInt8](repeating: 0, count: 512) + Array("\"seq\":3}\n".utf8))
    #expect(try sample.ledger.verify().problems.map(\.code) == [.torn])
    _ = try sample.ledger.withLock { try $0.append([Sample.event(2)]) }
    #expect(try sample.disk.read(Sample.path + ".torn-1").count == 521)
    #expect(try sample.ledger.verify().isVerified)
    #expect(sample.bytes.count > start)
  }

  @Test("nothing is cut below a checkpoint")
  func sealed() throws {
    let sample = try Sample(events: 3, sealed: true)
    let cut = Array(sample.bytes.dropLast(5))
    try sample.set(cut)
    let error = #expect(throws: LedgerError.self) { try sample.ledger.withLock { try $0.append([Sample.event(4)]) } }
    guard case .damaged(_, let damage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(damage.code == .truncated)
    #expect(sample.bytes == cut)
  }

  @Test("nothing is appended to a damaged ledger, and the error says where")
  func damaged() throws {
    let sample = try Sample(events: 3)
    var lines = sample.bytes.split(separator: 10).map { Array($0) }
    lines[1] = Array(String(decoding: lines[1], as: UTF8.self).replacing("note “1”", with: "note “7”").utf8)
    let bytes = lines.flatMap { (line: [UInt8]) -> [UInt8] in line + [10] }
    try sample.set(bytes)
    let error = #expect(throws: LedgerError.self) { try sample.ledger.withLock { try $0.append([Sample.event(4)]) } }
    guard case .damaged(_, let damage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(damage.code == .hashMismatch && damage.seq == 1)
    #expect(sample.bytes == bytes)
    #expect(throws: LedgerError.self) { try sample.ledger.entries() }
  }

  @Test("nobody else writes meanwhile")
  func busy() throws {
    let sample = try Sample()
    try sample.ledger.withLock { _ in
      #expect(throws: LedgerError.busy(path: Sample.path, seconds: 0)) {
        try sample.ledger.withLock(wait: 0) { $0.size }
      }
      let read = try sample.ledger.entries()
      #expect(read.count == 1)
    }
    #expect(try sample.ledger.withLock(wait: 0) { $0.size } == 1)
  }

  @Test("a missing file is said to be missing, and gets no lock file")
  func missing() throws {
    let disk = MemoryDisk()
    let ledger = LedgerFile("/none", in: World.test(files: disk).world)
    let error = #expect(throws: LedgerError.self) { try ledger.withLock { $0.size } }
    #expect(error?.code == "no-such-file")
    #expect(throws: LedgerError.self) { try ledger.verify() }
    #expect(disk.paths.isEmpty)
  }

  @Test("sixteen at once on a real disk: every entry is there once, in order")
  func concurrent() async throws {
    let folder = NSTemporaryDirectory() + "motions-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = World.test(files: Disk(), folder: folder).world
    let ledger = LedgerFile("notes.jsonl", in: world)
    try ledger.create(origin: "riverside", key: nil)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<16 {
        group.addTask {
          for number in 0..<3 {
            _ = try ledger.withLock(wait: 60) { try $0.append([Sample.event(writer * 3 + number)]) }
          }
        }
      }
      try await group.waitForAll()
    }
    let entries = try ledger.entries()
    #expect(entries.count == 49)
    #expect(Set(entries.compactMap { $0["number"]?.number }) == Set(0..<48))
    #expect(try ledger.verify().isVerified)
  }

  @Test("a link or a folder in the ledger's place is refused")
  func wrongKinds() throws {
    let folder = NSTemporaryDirectory() + "motions-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/folder", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = World.test(files: Disk(), folder: folder).world
    try LedgerFile("real", in: world).create(origin: "riverside", key: nil)
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/real")
    for name in ["link", "folder"] {
      let error = #expect(throws: LedgerError.self) { try LedgerFile(name, in: world).withLock { $0.size } }
      #expect(error?.code == "not-a-file", "\(name)")
      #expect(throws: LedgerError.self) { try LedgerFile(name, in: world).verify() }
    }
  }
}
