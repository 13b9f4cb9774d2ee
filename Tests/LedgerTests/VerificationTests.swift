internal import CanonicalJSON
internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

@Suite struct VerificationTests {
  @Test("a sound ledger verifies, with who sealed it and how much is not sealed yet")
  func sound() throws {
    let sample = try Sample(events: 4, sealed: true)
    let found = try sample.ledger.verify()
    #expect(found.isVerified && found.problems.isEmpty && found.entries == 5 && found.unsealed == 0)
    #expect(found.signers == ["riverside.example/notes"])
    #expect(found.checkpoint?.root == found.root)
    _ = try sample.ledger.withLock { try $0.append([Sample.event(5)]) }
    let later = try sample.ledger.verify()
    #expect(later.isVerified && later.unsealed == 1 && later.problems.map(\.code) == [.unsealed])
    #expect(later.problems[0].seq == 5)
  }

  @Test("every byte that is changed in a sealed ledger is found, in its entry")
  func flips() throws {
    let sample = try Sample(events: 3, sealed: true)
    let bytes = sample.bytes
    var seq = 0
    for index in bytes.indices {
      for mask in [UInt8(1), 0x20, 0x80] {
        var changed = bytes
        changed[index] ^= mask
        try sample.set(changed)
        let found = try sample.ledger.verify()
        #expect(!found.isVerified, "byte \(index), \(mask)")
        #expect(found.problems.first?.seq == seq, "byte \(index) of entry \(seq), \(mask): \(found.problems)")
      }
      if bytes[index] == 10 { seq += 1 }
    }
  }

  @Test("a line taken out, put in, doubled or moved is found where it is")
  func lines() throws {
    let sample = try Sample(events: 5, sealed: true)
    let lines = sample.bytes.split(separator: 10).map { Array($0) }
    func set(_ lines: [[UInt8]]) throws -> Verification {
      try sample.set(lines.flatMap { (line: [UInt8]) -> [UInt8] in line + [10] })
      return try sample.ledger.verify()
    }
    for index in lines.indices {
      var without = lines
      without.remove(at: index)
      let removed = try set(without)
      #expect(!removed.isVerified && removed.problems.first?.seq == index, "\(index): \(removed.problems)")
      var doubled = lines
      doubled.insert(lines[index], at: index)
      let twice = try set(doubled)
      #expect(!twice.isVerified && twice.problems.first?.seq == index + 1, "\(index): \(twice.problems)")
      if index + 1 < lines.count {
        var swapped = lines
        swapped.swapAt(index, index + 1)
        let moved = try set(swapped)
        #expect(!moved.isVerified && moved.problems.first?.seq == index, "\(index): \(moved.problems)")
      }
      #expect(try !set(Array(lines[..<index])).isVerified)
    }
    #expect(try set(lines).isVerified)
  }

  @Test("a whole ledger written anew is found by an old checkpoint")
  func rewritten() throws {
    let sample = try Sample(events: 3, sealed: true)
    let other = try Sample(now: "2026-09-13T11:00:01Z", events: 3)
    try sample.set(other.bytes)
    let found = try sample.ledger.verify()
    #expect(found.problems.map(\.code) == [.checkpointMismatch])
  }

  @Test("a signature by another key, or a changed checkpoint, is found")
  func signatures() throws {
    let sample = try Sample(events: 2, sealed: true)
    let bytes = try sample.disk.read(sample.ledger.checkpointPath)
    let other = try #require(SigningKey(name: sample.key.name, seed: Array(1...32)))
    #expect(try sample.ledger.verify(keys: [other.verifier]).problems.map(\.code) == [.badSignature])
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(try !sample.ledger.verify(checkpoint: changed).isVerified, "byte \(index)")
    }
    for count in bytes.indices {
      #expect(try !sample.ledger.verify(checkpoint: Array(bytes[..<count])).isVerified, "\(count) bytes")
    }
  }

  @Test("a ledger without a key verifies, and no checkpoint of it does")
  func keyless() throws {
    let disk = MemoryDisk()
    let ledger = LedgerFile("/a", in: World.test(files: disk).world)
    try ledger.create(origin: "a", key: nil)
    #expect(try ledger.verify().isVerified)
    let key = try #require(SigningKey(name: "a", seed: Array(1...32)))
    _ = try ledger.withLock { try $0.seal(with: key) }
    #expect(try ledger.verify().problems.map(\.code) == [.noKey])
    #expect(try ledger.verify(keys: [key.verifier]).isVerified)
  }

  @Test("whatever the bytes are, verifying ends and says so", arguments: [UInt64(1), 2, 3])
  func garbage(seed: UInt64) throws {
    let sample = try Sample(events: 3, sealed: true)
    let bytes = sample.bytes
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for round in 0..<150 {
      var changed = bytes
      for _ in 0...random(4) {
        let at = random(changed.count)
        switch random(4) {
        case 0: changed.removeSubrange(at..<min(at + random(40), changed.count))
        case 1: changed.insert(contentsOf: (0..<random(20)).map { _ in UInt8(random(256)) }, at: at)
        case 2: changed.insert(contentsOf: changed[at..<min(at + 200, changed.count)], at: random(changed.count))
        default: changed[at] = UInt8(random(256))
        }
        if changed.isEmpty { changed = [10] }
      }
      try sample.set(changed)
      let found = try sample.ledger.verify()
      #expect(found.isVerified == (changed == bytes), "seed \(seed), round \(round)")
    }
  }

  @Test("an empty file is no ledger")
  func empty() throws {
    let sample = try Sample()
    try sample.set([])
    #expect(try sample.ledger.verify().problems.map(\.code) == [.notOpened])
    #expect(throws: LedgerError.self) { try sample.ledger.withLock { $0.size } }
  }
}
