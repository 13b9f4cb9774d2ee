internal import Ledger
internal import Platform
internal import Testing

/// Nobody's name stands under what they have not checked, or under two courses of one ledger.
@Suite struct WitnessTests {
  private static let memory = "/teller.key.cosigned"

  private func witness(_ sample: Sample, seed: UInt8 = 2) throws -> Witness {
    let key = try #require(SigningKey(name: "teller.example", seed: Array(seed..<seed + 32)))
    return Witness(key, memory: Self.memory, in: sample.world)
  }

  private func head(_ sample: Sample) throws -> Checkpoint { try #require(try sample.ledger.storedCheckpoint()) }

  private func fault(_ work: () throws -> Checkpoint) -> String? {
    let error = #expect(throws: LedgerError.self) { _ = try work() }
    return error?.code
  }

  @Test("a line is added under a checkpoint that the ledger bears out, once, and nothing else is changed")
  func cosigned() throws {
    let sample = try Sample(events: 3, sealed: true)
    let teller = try witness(sample)
    let first = try teller.cosign(head(sample), on: .ledger(sample.ledger), keys: [])
    #expect(try first.text == head(sample).text && first.signatures.map(\.name) == [sample.key.name, "teller.example"])
    #expect(try teller.cosign(first, on: .ledger(sample.ledger), keys: []) == first)
    let found = try sample.ledger.verify(checkpoint: first.bytes, keys: [sample.key.verifier, teller.key.cosigner])
    #expect(found.isVerified && found.signers.count == 2)
  }

  @Test("what the ledger's key has not signed is not cosigned")
  func unsigned() throws {
    let sample = try Sample(events: 3, sealed: true)
    let teller = try witness(sample)
    let other = try #require(SigningKey(name: sample.key.name, seed: Array(5..<37)))
    let stranger = try #require(SigningKey(name: "stranger", seed: Array(5..<37)))
    var forged = try head(sample)
    forged.signatures = [try #require(other.signature(of: forged.text))]
    #expect(fault { try teller.cosign(forged, on: .ledger(sample.ledger), keys: []) } == "ledger-damaged")
    #expect(fault { try teller.cosign(forged, on: .none, keys: [sample.key.verifier]) } == "not-signed")
    // A teller's line, or that of anybody else who is known, does not stand for the ledger's own.
    forged.signatures = [try #require(stranger.signature(of: forged.text))]
    for keys in [[stranger.verifier], [sample.key.verifier, stranger.verifier]] {
      #expect(fault { try teller.cosign(forged, on: .none, keys: keys) } == "not-signed")
    }
    #expect(fault { try teller.cosign(head(sample), on: .none, keys: []) } == "unknown-ledger")
    #expect(!sample.disk.paths.contains(Self.memory))
  }

  @Test("a ledger that is not what the checkpoint says is not cosigned, at whatever byte it was changed")
  func changed() throws {
    let sample = try Sample(events: 1, sealed: true)
    let (bytes, head) = (sample.bytes, try head(sample))
    let teller = try witness(sample)
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var other = bytes
      other[index] ^= 1
      try sample.set(other)
      #expect(fault { try teller.cosign(head, on: .ledger(sample.ledger), keys: [sample.key.verifier]) } != nil)
    }
    try sample.set(bytes + Array("{\"at\":".utf8))
    #expect(try teller.cosign(head, on: .ledger(sample.ledger), keys: []).signatures.count == 2)
  }

  @Test("from each number of entries to each later one the proof is enough, and no other one is")
  func proofs() throws {
    let sample = try Sample()
    var heads: [Checkpoint] = []
    for number in 1...9 {
      try sample.seal()
      heads.append(try head(sample))
      _ = try sample.ledger.withLock { try $0.append([Sample.event(number)]) }
    }
    let leaves = try sample.ledger.entries().map(\.leaf)
    for (index, old) in heads.enumerated() {
      for new in heads[index...] {
        let body = new.addition(to: old.size, MerkleProof.consistency(from: old.size, in: Array(leaves[..<new.size])))
        let addition = try #require(Checkpoint.addition(parsing: body))
        #expect(addition.checkpoint == new && addition.from == old.size)
        try? sample.disk.remove(Self.memory)
        let teller = try witness(sample)
        let keys = [sample.key.verifier]
        _ = try teller.cosign(old, on: .none, keys: keys)
        if new != old {
          #expect(fault { try teller.cosign(new, on: .none, keys: keys) } == "not-proved")
          for wrong in addition.hashes.indices {
            var hashes = addition.hashes
            hashes[wrong] = .zero
            #expect(fault { try teller.cosign(new, on: .proof(from: old.size, hashes), keys: keys) } == "not-proved")
          }
          let other = Witness.Grounds.proof(from: old.size + 1, addition.hashes)
          #expect(fault { try teller.cosign(new, on: other, keys: keys) } == "not-proved")
        }
        _ = try teller.cosign(new, on: .proof(from: addition.from, addition.hashes), keys: keys)
        if new != old {
          let back = Witness.Grounds.ledger(sample.ledger)
          #expect(fault { try teller.cosign(old, on: back, keys: keys) } == "cosigned-further")
        }
      }
    }
  }

  @Test("another course of a ledger is not cosigned, whoever has signed it, and other ledgers are no concern of it")
  func courses() throws {
    let sample = try Sample(events: 2, sealed: true)
    let teller = try witness(sample)
    let keys = [sample.key.verifier]
    _ = try teller.cosign(head(sample), on: .ledger(sample.ledger), keys: keys)
    for (events, more) in [([7, 8], 0), ([7, 8], 1), ([1, 8], 2)] {
      let other = try Sample()
      _ = try other.ledger.withLock { open in
        _ = try open.append(events.map(Sample.event))
        if more > 0 { _ = try open.append((0..<more).map(Sample.event)) }
        return try open.seal(with: other.key)
      }
      #expect(
        fault { try teller.cosign(head(other), on: .ledger(other.ledger), keys: keys) } == "other-course", "\(more)")
    }
    let second = LedgerFile("/second.jsonl", in: sample.world)
    let key = try #require(SigningKey(name: "second", seed: Array(7..<39)))
    try second.create(origin: "second", key: key.verifier)
    let first = try second.withLock { try $0.seal(with: key) }
    #expect(try teller.cosign(first, on: .ledger(second), keys: []).signatures.count == 2)
    try sample.disk.write(Array("{}".utf8), to: Self.memory, mode: 0o644)
    #expect(fault { try teller.cosign(head(sample), on: .ledger(sample.ledger), keys: keys) } == "bad-memory")
  }
}
