internal import CanonicalJSON
internal import Ledger
internal import Platform
internal import Testing

/// A ledger with a bookmark is written to as one without.
@Suite struct BookmarkTests {
  static let path = "/notes.jsonl.bookmark"

  private func ledger(on disk: any FileSystem, least: Int = 0) -> LedgerFile {
    var ledger = LedgerFile(Sample.path, in: World.test(files: disk, now: "2026-09-13T12:00:00Z").world)
    ledger.leastForBookmark = least
    return ledger
  }

  /// A ledger of so many entries with its bookmark.
  private func sample(events: Int = 5, sealed: Bool = false) throws -> (Sample, LedgerFile) {
    let sample = try Sample(events: events, sealed: sealed)
    let ledger = ledger(on: sample.disk)
    _ = try ledger.withLock { try $0.append([Sample.event(0)]) }
    #expect(sample.disk.paths.contains(Self.path))
    return (sample, ledger)
  }

  @Test("only a long ledger gets one")
  func long() throws {
    let sample = try Sample(events: 2)
    #expect(!sample.disk.paths.contains(Self.path))
    let text = String(repeating: "x", count: 8000)
    let event = NewEntry(type: "note.made", by: "Ada", fields: [.init("text", .string(text))])
    for _ in 0..<3 { _ = try sample.ledger.withLock { try $0.append(Array(repeating: event, count: 50)) } }
    #expect(sample.bytes.count > 1 << 20 && sample.disk.paths.contains(Self.path))
    #expect(try sample.ledger.verify().isVerified)
  }

  @Test("a ledger that nobody has touched is not read to be written to, but is read to be sealed")
  func unread() throws {
    let machine = Clerk.machine()
    var clerk = Clerk()
    #expect(clerk.work([.create, .long(20, bytes: 8000)], on: machine) == nil)
    let readsWhole = { (step: Clerk.Step) -> Bool in
      machine.restart()
      #expect(clerk.work([step], on: machine) == nil)
      return (1...machine.calls).contains { machine.call($0) == "read \(Clerk.path) from 0" }
    }
    #expect(!readsWhole(.append(1)) && !readsWhole(.append(3)))
    #expect(readsWhole(.seal))
    #expect(!readsWhole(.append(1)))
    let ledger = Clerk.ledger(on: machine)
    #expect(try ledger.verify().isVerified)
    #expect(try ledger.withLock { $0.root } == ledger.verify().root)
  }

  @Test("a bookmark that was cut off, or of which any byte is another, is none")
  func bytes() throws {
    let (sample, ledger) = try sample()
    let mark = try sample.disk.read(Self.path)
    let root = try ledger.verify().root
    for index in mark.indices {
      for changed in [Array(mark[..<index]), mark[..<index] + [mark[index] ^ 1] + mark[(index + 1)...]] {
        try sample.disk.write(changed, to: Self.path, mode: 0o644)
        let open = try ledger.open()
        #expect(open.root == root && open.size == 7, "\(index)")
        open.close()
      }
    }
  }

  @Test("a bookmark of another ledger, of an earlier state or of a later one is none")
  func others() throws {
    let (sample, ledger) = try sample()
    let (bytes, mark) = (sample.bytes, try sample.disk.read(Self.path))
    let (_, other) = try self.sample(events: 5)
    #expect(other.path == ledger.path)
    _ = try ledger.withLock { try $0.append([Sample.event(2)]) }
    let later = try sample.disk.read(Self.path)
    for (content, bookmark) in [(sample.bytes, mark), (bytes, later), (bytes, Array("none".utf8))] {
      try sample.set(content)
      try sample.disk.write(bookmark, to: Self.path, mode: 0o644)
      let root = try ledger.verify().root
      let found = try ledger.withLock { open in
        let root = open.root
        _ = try open.append([Sample.event(3)])
        return root
      }
      #expect(found == root)
      #expect(try ledger.verify().isVerified)
    }
  }

  @Test("a change in the middle is found before anything is written, and where no time shows it, before it is sealed")
  func changed() throws {
    for clockStands in [false, true] {
      let machine = Clerk.machine(clockStands: clockStands)
      var clerk = Clerk()
      #expect(clerk.work([.create, .append(3), .append(2)], on: machine) == nil)
      let bytes = try Disk(machine).read(Clerk.path)
      let at = try #require(bytes.firstIndex(of: 10)) + 40
      let file = try Disk(machine).open(Clerk.path, for: .appending)
      try file.truncate(to: 0)
      try file.append(bytes[..<at] + [bytes[at] ^ 1] + bytes[(at + 1)...])
      let ledger = Clerk.ledger(on: machine)
      if clockStands {
        // The limit of what can be seen without reading: the entry goes on from the true ones, and the damage is found.
        _ = try ledger.withLock { try $0.append([Sample.event(1)]) }
        #expect(try ledger.verify().problems.contains { $0.seq == 1 })
      } else {
        #expect(throws: LedgerError.self) { try ledger.withLock { try $0.append([Sample.event(1)]) } }
      }
      let key = try #require(Clerk.key)
      #expect(throws: LedgerError.self) { try ledger.withLock { try $0.seal(with: key) } }
      #expect(try ledger.storedCheckpoint() == nil)
    }
  }

  @Test("a checkpoint of other entries is refused as without a bookmark, and one that is missing is not missed")
  func checkpoints() throws {
    let (sample, ledger) = try sample(sealed: true)
    let path = ledger.checkpointPath
    let sealed = try #require(try ledger.storedCheckpoint())
    _ = try ledger.withLock { try $0.append([Sample.event(1)]) }
    for (size, root) in [(6, Digest(of: [])), (8, Digest(of: [])), (9, sealed.root), (3, sealed.root)] {
      var other = sealed
      (other.size, other.root) = (size, root)
      try sample.disk.write(other.bytes, to: path, mode: 0o644)
      #expect(throws: LedgerError.self, "\(size)") { try ledger.withLock { $0.size } }
    }
    try sample.disk.remove(path)
    #expect(try ledger.withLock { try $0.append([Sample.event(2)]).count } == 1)
    try sample.disk.write(sealed.bytes, to: path, mode: 0o644)
    #expect(try ledger.withLock { try $0.append([Sample.event(3)]).count } == 1)
    #expect(try ledger.verify().isVerified)
  }

  @Test(
    "whatever lies in the bookmark's place, the ledger can be written to", arguments: ["", "{}\n", "\n\n", "folder"])
  func places(content: String) throws {
    let (sample, ledger) = try sample()
    try sample.disk.remove(Self.path)
    if content == "folder" {
      try sample.disk.makeFolder(Self.path, mode: 0o755)
    } else {
      try sample.disk.write(Array(content.utf8), to: Self.path, mode: 0o644)
    }
    #expect(try ledger.withLock { try $0.append([Sample.event(1)]).count } == 1)
    #expect(try ledger.verify().isVerified)
  }

  @Test("a ledger with bookmarks has the same bytes as one without, whatever is done to both")
  func same() throws {
    for seed in Chance.seeds(20) {
      var chance = Chance(seed: seed)
      let (with, without) = (try Sample(), try Sample())
      let key = try #require(SigningKey(name: with.key.name, seed: Array(32..<64)))
      var keys = [with.key, key]
      for step in 0..<12 {
        let events = (0..<chance.below(4)).map { _ in
          let number = chance.below(6)
          let id = chance.below(2) == 0 ? "id “\(number)” \"\\" : nil
          return NewEntry(
            type: "note.made", by: "Ada", id: id,
            fields: [
              .init("for", .object([.init("id", .string(id ?? "id"))])), .init("number", .integer(number)),
              .init("text", "\"id\":\"id 1\""),
            ])
        }
        let chosen = chance.below(5)
        func work(_ ledger: LedgerFile) throws -> [Int] {
          try ledger.withLock { open in
            let first = try open.append(events)
            let second = try open.append(chosen == 0 ? events : [])
            if chosen == 1 { _ = try open.seal(with: keys[0]) }
            if chosen == 2 { _ = try open.rotate(from: keys[0], to: keys[1]) }
            return [open.size] + first.repeated.map(\.seq) + second.repeated.map(\.seq)
          }
        }
        let found = try work(ledger(on: with.disk))
        #expect(try found == work(ledger(on: without.disk, least: .max)), "seed \(seed), step \(step)")
        if chosen == 2 { keys.reverse() }
      }
      #expect(with.bytes == without.bytes, "seed \(seed)")
      #expect(try with.ledger.verify().isVerified, "seed \(seed)")
    }
  }
}
