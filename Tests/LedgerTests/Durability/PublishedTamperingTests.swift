internal import CanonicalJSON
internal import Ledger
internal import Platform
internal import Testing

/// Every byte of the files of a published ledger, of a checkpoint with two signers and of a receipt changed, taken out,
/// put in or doubled; each of their lines taken out, doubled, moved or cut: found every time, and where.
///
/// A seed makes one change at every fourth byte; twelve seeds make each change at every byte.
@Suite struct PublishedTamperingTests {
  private enum Change: CaseIterable {
    case flipped, removed, inserted

    func apply(at index: Int, to bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
      var changed = bytes
      switch self {
      case .flipped: changed[index] ^= 1 << UInt8(chance.below(8))
      case .removed: changed.remove(at: index)
      case .inserted: changed.insert(chance.below(2) == 0 ? bytes[index] : UInt8(chance.below(256)), at: index)
      }
      return changed
    }
  }

  /// Each place with its change, for as many seeds as are asked for.
  private func changes(of bytes: [UInt8], _ body: ([UInt8], Int, String) throws -> Void) rethrows {
    for seed in Chance.seeds(1) {
      var chance = Chance(seed: seed)
      for index in stride(from: Int(seed % 4), to: bytes.count, by: 4) {
        let change = Change.allCases[Int(seed / 4 + UInt64(index / 4)) % 3]
        let changed = change.apply(at: index, to: bytes, &chance)
        if changed != bytes { try body(changed, index, "seed \(seed), byte \(index) \(change)") }
      }
    }
  }

  /// Lines taken out, doubled, moved to the next place, and the rest cut off within or behind each.
  private func rearrangements(of bytes: [UInt8]) -> [(bytes: [UInt8], what: String)] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast().map { Array($0) + [10] }
    var others: [([UInt8], String)] = []
    for index in lines.indices {
      var without = lines, doubled = lines, moved = lines
      without.remove(at: index)
      doubled.insert(lines[index], at: index)
      others.append((without.flatMap(\.self), "line \(index) is gone"))
      others.append((doubled.flatMap(\.self), "line \(index) is doubled"))
      others.append((lines[..<index].flatMap(\.self), "cut before line \(index)"))
      others.append((lines[..<index].flatMap(\.self) + lines[index].dropLast(), "cut in line \(index)"))
      if index + 1 < lines.count {
        moved.swapAt(index, index + 1)
        others.append((moved.flatMap(\.self), "line \(index) is moved"))
      }
    }
    return others.filter { $0.0 != bytes }
  }

  /// The known ledger as it is published, with one file that is another.
  private func verify(_ path: String, holding bytes: [UInt8]?, keys: [VerifierKey]) throws -> Verification {
    let known = try #require(KnownLedger.made)
    var files = try #require(PublishedLaws.made)
    files.removeAll { $0.path == path }
    if let bytes { files.append((path, bytes)) }
    let disk = try PublishedLaws.disk(of: known, with: files)
    let world = World.test(files: disk, now: "2026-09-13T11:00:00Z").world
    return try PublishedLedger(PublishedLaws.folder, in: world).verify(keys: keys)
  }

  @Test("a byte of a published file that is changed, taken out or put in is found, in its entry or its file")
  func files() throws {
    let known = try #require(KnownLedger.made)
    let files = try #require(PublishedLaws.made)
    #expect(files.map(\.path).count == 4)
    for file in files {
      try changes(of: file.bytes) { changed, index, what in
        let found = try verify(file.path, holding: changed, keys: [known.key.verifier])
        let places = found.problems.map { "\($0.seq.map(String.init) ?? "") \($0.message)" }
        #expect(!found.isVerified, "\(file.path), \(what)")
        switch file.path.split(separator: "/").first {
        case "tile" where file.path.hasPrefix("tile/entries/"):
          // The entry that the byte is of; of a length that no longer fits, the bundle's first.
          let seq = entry(of: index, in: file.bytes)
          let isThere = found.problems.contains { $0.seq == seq || $0.code == .badTile && $0.seq == 0 }
          #expect(isThere, "\(file.path), \(what), entry \(seq): \(places)")
        case "tile", "texts":
          #expect(found.problems.contains { $0.message.contains(file.path) }, "\(file.path), \(what): \(places)")
        default:
          let codes: Set<Damage.Code> = [.badCheckpoint, .badSignature, .badTile]
          #expect(found.problems.contains { codes.contains($0.code) }, "\(file.path), \(what): \(places)")
        }
      }
      for count in stride(from: 0, to: file.bytes.count, by: 5) {
        let found = try verify(file.path, holding: Array(file.bytes[..<count]), keys: [known.key.verifier])
        #expect(!found.isVerified, "\(file.path), cut after \(count)")
      }
    }
    let whole = try verify("", holding: nil, keys: [known.key.verifier])
    #expect(whole.isVerified && whole.problems.isEmpty)
  }

  /// Which entry a byte of a bundle belongs to.
  private func entry(of index: Int, in bundle: [UInt8]) -> Int {
    var (at, seq) = (0, 0)
    while at + 1 < bundle.count {
      let end = at + 2 + Int(bundle[at]) << 8 + Int(bundle[at + 1])
      if index < end { return seq }
      (at, seq) = (end, seq + 1)
    }
    return seq
  }

  @Test("in a checkpoint with two signers every change is found, or it takes a signer away")
  func checkpoints() throws {
    let known = try #require(KnownLedger.made)
    let teller = try #require(SigningKey(name: "teller.example", seed: Array(2..<34)))
    var head = try #require(Checkpoint(parsing: known.checkpoint))
    head.signatures.append(try #require(teller.cosignature(of: head.text, at: 1_789_297_200)))
    let keys = [known.key.verifier, teller.cosigner]
    let signers = try known.ledger.verify(checkpoint: head.bytes, keys: keys).signers
    #expect(signers == [known.key.name, "teller.example"])
    func check(_ changed: [UInt8], _ what: String) throws {
      let found = try known.ledger.verify(checkpoint: changed, keys: keys)
      #expect(!found.isVerified || found.signers.count < 2, "\(what)")
      #expect(!found.isVerified || found.signers == [known.key.name], "the ledger's own can't be missed: \(what)")
    }
    try changes(of: head.bytes) { changed, _, what in try check(changed, what) }
    for (changed, what) in rearrangements(of: head.bytes) {
      let found = try known.ledger.verify(checkpoint: changed, keys: keys)
      // A signature that stands there twice, or in another place, is the same signature.
      let isSame = Checkpoint(parsing: changed).map { Set($0.signatures) == Set(head.signatures) } ?? false
      let isOnlyOrder = isSame && Checkpoint(parsing: changed)?.text == head.text
      if isOnlyOrder {
        #expect(found.isVerified && Set(found.signers) == Set(signers), "\(what)")
      } else {
        try check(changed, what)
      }
    }
  }

  @Test("every change of a receipt, or of the entry with it, is found")
  func receipts() throws {
    let known = try #require(KnownLedger.made)
    let receipt = try #require(try known.ledger.receipt(of: 2)).bytes
    let line = known.lines[2]
    func isProof(_ line: [UInt8], _ bytes: [UInt8]) -> Bool {
      Receipt(parsing: bytes)?.fault(for: line, keys: [known.key.verifier]) == nil && Receipt(parsing: bytes) != nil
    }
    #expect(isProof(line, receipt))
    changes(of: receipt) { changed, _, what in #expect(!isProof(line, changed), "\(what)") }
    changes(of: line) { changed, _, what in #expect(!isProof(changed, receipt), "\(what)") }
    for (changed, what) in rearrangements(of: receipt) {
      // The one signature may stand there twice.
      let isDoubled = Receipt(parsing: changed).flatMap { Checkpoint(parsing: $0.checkpoint) }?.signatures.count == 2
      #expect(isProof(line, changed) == isDoubled, "\(what)")
    }
  }

  @Test("whatever files lie in a published folder, the laws hold")
  func laws() throws {
    let files = try #require(PublishedLaws.made)
    for seed in Chance.seeds(20) {
      var chance = Chance(seed: seed)
      var input: [UInt8] = []
      for _ in 0...chance.below(2) {
        let file = chance.pick(files)
        let places = [file.path, file.path, "tile/0/000", "tile/1/000", "tile/entries/000.p/2", "texts/x", "texts"]
        var bytes = chance.pick(files).bytes
        if chance.below(2) == 0 { bytes = file.bytes }
        let at = chance.below(bytes.count)
        if chance.below(4) > 0 { bytes[at] = UInt8(chance.below(256)) }
        if chance.below(4) == 0 { bytes.removeSubrange(at...) }
        input += Array((input.isEmpty ? "" : "\n=====\n").utf8) + Array(chance.pick(places).utf8) + [10] + bytes
      }
      let broken = PublishedLaws.broken(byFiles: input)
      #expect(broken == nil, "seed \(seed)")
    }
    let head = String(decoding: try #require(KnownLedger.made).checkpoint, as: UTF8.self)
    for size in ["0", "4", "6", "1000", "9223372036854775807"] {
      let other = head.replacing("\n5\n", with: "\n\(size)\n")
      #expect(PublishedLaws.broken(byFiles: Array("checkpoint\n\(other)".utf8)) == nil, "\(size)")
    }
    for proof in ["old 3 5\n", "old 4 4\n", "old 1 4\nAAAA\n", "old 9 9\n", "old -1 3\n", "old 0 1\n"] {
      #expect(PublishedLaws.broken(byProof: Array(proof.utf8)) == nil, "\(proof)")
    }
  }
}
