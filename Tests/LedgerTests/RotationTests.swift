internal import CanonicalJSON
internal import Ledger
internal import Platform
internal import Testing

@Suite struct RotationTests {
  /// A ledger of four entries and a checkpoint that the first key sealed, then handed over, with another entry and a
  /// checkpoint by the second.
  struct Rotated {
    let sample: Sample
    let new: SigningKey
    let oldCheckpoint: [UInt8]
    let entry: Entry

    init() throws {
      sample = try Sample(events: 3, sealed: true)
      oldCheckpoint = try sample.disk.read(sample.ledger.checkpointPath)
      guard let new = SigningKey(name: sample.key.name, seed: Array(32..<64)) else { throw Sample.Missing() }
      self.new = new
      let key = sample.key
      entry = try sample.ledger.withLock { open in
        let entry = try open.rotate(from: key, to: new, by: "Ada")
        _ = try open.append([Sample.event(4)])
        _ = try open.seal(with: new)
        return entry
      }
    }
  }

  @Test("a ledger that was handed over verifies by its first key, by its new one, and by itself")
  func verified() throws {
    let rotated = try Rotated()
    #expect(rotated.entry.type == "ledger.rotated" && rotated.entry.seq == 4)
    for keys in [[], [rotated.sample.key.verifier], [rotated.new.verifier]] {
      for checkpoint in [nil, rotated.oldCheckpoint] {
        let found = try rotated.sample.ledger.verify(checkpoint: checkpoint, keys: keys)
        #expect(found.isVerified && found.entries == 6, "\(found.problems)")
        #expect(found.key == rotated.new.verifier && found.signers == [rotated.sample.key.name])
      }
    }
    _ = try rotated.sample.ledger.publish(to: "/public")
    let published = PublishedLedger("/public", in: rotated.sample.world)
    #expect(try published.verify(keys: [rotated.sample.key.verifier]).isVerified)
  }

  @Test("what the old key signs after it was replaced counts for nothing")
  func replaced() throws {
    let rotated = try Rotated()
    let (ledger, old) = (rotated.sample.ledger, rotated.sample.key)
    let error = #expect(throws: LedgerError.self) { try ledger.withLock { try $0.seal(with: old) } }
    #expect(error == .badKey(path: Sample.path, .notInForce))
    #expect(throws: LedgerError.badKey(path: Sample.path, .notInForce)) {
      try ledger.withLock { try $0.rotate(from: old, to: rotated.new) }
    }
    var head = try #require(try ledger.storedCheckpoint())
    head.signatures = [try #require(old.signature(of: head.text))]
    for keys in [[], [old.verifier], [rotated.new.verifier]] {
      let found = try ledger.verify(checkpoint: head.bytes, keys: keys)
      #expect(found.problems.map(\.code) == [.badSignature])
    }
  }

  @Test("no ledger is handed over by a key that is not its own, or where not both have signed for this very place")
  func forged() throws {
    let sample = try Sample(events: 3, sealed: true)
    let rotated = try Rotated()
    let thief = try #require(SigningKey(name: sample.key.name, seed: Array(64..<96)))
    #expect(throws: LedgerError.self) { try sample.ledger.withLock { try $0.rotate(from: thief, to: rotated.new) } }
    guard let note = rotated.entry["note"]?.text else { throw Sample.Missing() }
    func refused(_ fields: [JSON.Member]) throws {
      #expect(throws: LedgerError.badEvent(index: 0, .ownType("ledger.rotated"))) {
        try sample.ledger.withLock { try $0.append([NewEntry(type: "ledger.rotated", by: "Ada", fields: fields)]) }
      }
    }
    let key = JSON.Member("key", .string(rotated.new.verifier.text))
    try refused([key])
    try refused([key, .init("note", "text")])
    try refused([.init("key", .string(thief.verifier.text)), .init("note", .string(note))])
    // Each line taken out of it, and both signatures by one key.
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      var without = lines
      without.remove(at: index)
      try refused([key, .init("note", .string(without.joined(separator: "\n")))])
    }
    // The very same entry is right in the very same place.
    _ = try sample.ledger.withLock { open in
      try open.append([
        NewEntry(type: "ledger.rotated", by: "Ada", fields: [key, .init("note", .string(note))])
      ])
    }
    #expect(try sample.ledger.verify().key == rotated.new.verifier)
    // And wrong in any other.
    try refused([key, .init("note", .string(note))])
  }

  @Test("every byte of a handing over that is changed is found")
  func flips() throws {
    let rotated = try Rotated()
    let bytes = rotated.sample.bytes
    let lines = bytes.split(separator: 10)
    let line = lines[4]
    for index in line.indices {
      var changed = bytes
      changed[index] ^= 1
      try rotated.sample.set(changed)
      let found = try rotated.sample.ledger.verify(keys: [rotated.sample.key.verifier])
      #expect(!found.isVerified && found.problems.first?.seq == 4, "byte \(index): \(found.problems)")
    }
  }

  @Test("a ledger without a key has none to hand over, and says that it has none")
  func keyless() throws {
    let world = World.test(files: MemoryDisk(), now: "2026-09-13T11:00:00Z").world
    let ledger = LedgerFile("/bare.jsonl", in: world)
    try ledger.create(origin: "riverside.example/bare", key: nil)
    let key = try #require(SigningKey(name: "riverside.example/bare", seed: Array(0..<32)))
    #expect(throws: LedgerError.badKey(path: "/bare.jsonl", .keyless)) {
      try ledger.withLock { try $0.rotate(from: key, to: key) }
    }
    #expect(try ledger.verify().key == nil)
  }

  @Test(
    "an entry of the ledger's own in a version that is not known stops every reader, which says what is needed",
    arguments: ["ledger.opened", "ledger.recovered"])
  func newer(type: String) throws {
    let sample = try Sample(events: 1)
    _ = try sample.ledger.withLock { try $0.append([Sample.event(2)]) }
    // A torn tail makes an entry of the ledger's own.
    try sample.set(sample.bytes + [65])
    _ = try sample.ledger.withLock { try $0.append([Sample.event(3)]) }
    let lines = String(decoding: sample.bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
    let text = lines.map { $0.contains(type) ? $0.replacing("\"v\":1}", with: "\"v\":3}") : $0 }
    // The entries after it are not linked anew: what is said first is said of the newer one.
    try sample.set(Array((text.joined(separator: "\n") + "\n").utf8))
    let needed = LedgerError.newer(path: Sample.path, version: 3)
    #expect(throws: needed) { try sample.ledger.entries() }
    #expect(throws: needed) { try sample.ledger.open() }
    let found = try sample.ledger.verify()
    #expect(
      found.problems.contains { $0.code == .newerVersion && $0.message.contains("version 3") }, "\(found.problems)")
  }
}
