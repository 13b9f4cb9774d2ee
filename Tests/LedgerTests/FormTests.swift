internal import CanonicalJSON
internal import Ledger
internal import Platform
internal import Testing

/// What a ledger's bytes have to be beyond the chain: each line of it is a sentence of the page on the format.
@Suite struct FormTests {
  /// The codes that verifying gives of a ledger with such members in its entries, as JSON; the chain is whole.
  private func codes(_ entries: [String], checkpoint: [UInt8]? = nil) throws -> [String] {
    var bytes: [UInt8] = []
    var before = Digest.zero
    for (seq, members) in entries.enumerated() {
      let text = "{\"prev\":\"\(before.base64)\",\"seq\":\(seq),\(members)}"
      let line = Self.inOrder(try JSON(parsing: Array(text.utf8))).canonical
      bytes += line + [10]
      before = Digest(of: [0] + line)
    }
    let disk = MemoryDisk()
    try disk.write(bytes, to: "/notes.jsonl", mode: 0o644)
    let ledger = LedgerFile("/notes.jsonl", in: World.test(files: disk, now: "2026-09-13T11:00:00Z").world)
    return try ledger.verify().problems.map(\.code.rawValue)
  }

  private static func inOrder(_ json: JSON) -> JSON {
    .object((json.members ?? []).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  private func entry(_ type: String, at: String = "2026-09-13T11:00:00Z", v: Int = 1, _ more: String = "") -> String {
    "\"at\":\"\(at)\",\"by\":\"Ada\",\"type\":\"\(type)\",\"v\":\(v)\(more.isEmpty ? "" : ",")\(more)"
  }

  private func opening(_ more: String) -> String { entry("ledger.opened", at: "0000-01-01T00:00:00Z", more) }
  private var opening: String { opening("\"key\":null,\"origin\":\"o.example\"") }

  @Test(
    "a time is a day of the calendar and a second of it",
    arguments: [
      ("2026-09-13T11:00:00Z", true), ("2028-02-29T23:59:59Z", true), ("2000-02-29T00:00:00Z", true),
      ("9999-12-31T23:59:59Z", true), ("0000-02-29T00:00:00Z", true), ("2027-02-29T00:00:00Z", false),
      ("2100-02-29T00:00:00Z", false), ("2026-04-31T00:00:00Z", false), ("2026-13-01T00:00:00Z", false),
      ("2026-00-01T00:00:00Z", false), ("2026-01-00T00:00:00Z", false), ("2026-01-32T00:00:00Z", false),
      ("2026-01-01T24:00:00Z", false), ("2026-01-01T00:60:00Z", false), ("2026-12-31T23:59:60Z", false),
      ("2026-01-01T00:00:00z", false), ("2026-01-01 00:00:00Z", false), ("2026-01-01T00:00:00.5Z", false),
    ])
  func times(text: String, isTime: Bool) throws {
    #expect(try codes([opening, entry("note.made", at: text)]) == (isTime ? [] : ["bad-entry"]))
  }

  @Test("the first entry names the ledger and its key, or that it has none; the key's name is the ledger's")
  func openings() throws {
    let key = try #require(KnownLedger.made).key
    let own = "\"origin\":\"\(key.name)\""
    #expect(try codes([opening]).isEmpty)
    #expect(try codes([opening("\"key\":\"\(key.verifier.text)\",\(own)")]).isEmpty)
    for wrong in [
      own, "\"key\":null", "\"key\":\"\(key.verifier.text)\",\"origin\":\"o.example\"",
      "\"key\":\"\(key.cosigner.text)\",\(own)", "\"key\":null,\"origin\":\"two words\"",
    ] {
      #expect(try codes([opening(wrong)]) == ["bad-entry"], "\(wrong)")
    }
    let disk = MemoryDisk()
    let ledger = LedgerFile("/notes.jsonl", in: World.test(files: disk, now: "2026-09-13T11:00:00Z").world)
    #expect(throws: LedgerError.badKey(path: "/notes.jsonl", .otherName(key.name))) {
      try ledger.create(origin: "o.example", key: key.verifier)
    }
    #expect(disk.paths.isEmpty)
  }

  @Test("an entry of the ledger's own that is not known is one of a newer version, and nothing is written after it")
  func unknown() throws {
    #expect(try codes([opening, entry("ledger.closed")]) == ["newer-version"])
    #expect(try codes([opening, entry("ledger.recovered", v: 2)]) == ["newer-version"])
    #expect(try codes([opening, entry("ledger.opened", "\"key\":null,\"origin\":\"o.example\"")]) == ["bad-entry"])
    #expect(try codes([opening, entry("ledgers.closed")]).isEmpty)
    let error = LedgerError.newer(path: "/notes.jsonl", version: 1)
    #expect(error.message == "this ledger holds an entry of its own that this program does not know")
  }

  @Test("a checkpoint is signed with the ledger's key and by one who is trusted, and every line of theirs holds")
  func signers() throws {
    let sample = try Sample(events: 2, sealed: true)
    let head = try #require(try sample.ledger.storedCheckpoint())
    let stranger = try #require(SigningKey(name: sample.key.name, seed: Array(1...32)))
    let teller = try #require(SigningKey(name: "teller.example", seed: Array(2..<34)))
    let own = try #require(sample.key.signature(of: head.text))
    let other = try #require(stranger.signature(of: head.text))
    let seen = try #require(teller.cosignature(of: head.text, at: 1_789_297_200))
    var forged = seen
    forged.bytes[20] ^= 1
    let (ownKey, otherKey, tellerKey) = (sample.key.verifier, stranger.verifier, teller.cosigner)
    // Whether the ledger verifies; and whether a receipt proves its entry, which only names of keys tell of.
    let cases: [(lines: [SignedNote.Signature], keys: [VerifierKey], holds: Bool, proves: Bool)] = [
      ([own], [], true, false), ([own], [ownKey], true, true), ([own, seen], [tellerKey], true, false),
      ([own, seen], [ownKey, tellerKey], true, true), ([own], [ownKey, tellerKey], true, true),
      ([own, forged], [ownKey], true, true), ([own, other], [otherKey], true, true),
      ([own, seen, forged], [ownKey, tellerKey], true, true),
      // Only the ledger's own key seals it.
      ([seen], [tellerKey], false, false), ([seen], [ownKey, tellerKey], false, false), ([seen], [], false, false),
      ([other], [otherKey], false, true), ([other], [ownKey, otherKey], false, true),
      // None of those who are trusted has signed.
      ([own], [tellerKey], false, false), ([own], [otherKey], false, false),
      // One of them has, and not this.
      ([own, forged], [ownKey, tellerKey], false, false), ([own, forged, seen], [ownKey, tellerKey], false, false),
    ]
    let receipt = try #require(try sample.ledger.receipt(of: 1))
    let line = try #require(KnownLedger.made).lines[1]
    for (index, (lines, keys, holds, proves)) in cases.enumerated() {
      var sealed = head
      sealed.signatures = lines
      let found = try sample.ledger.verify(checkpoint: sealed.bytes, keys: keys)
      #expect(found.isVerified == holds, "\(index): \(found.problems)")
      var other = receipt
      other.checkpoint = sealed.bytes
      #expect((other.fault(for: line, keys: keys) == nil) == proves, "\(index)")
    }
  }

  @Test("a published file that holds more than it has to, or a checkpoint that is none, is said as what it is")
  func published() throws {
    let sample = try PublicationTests.sample(19)
    _ = try sample.ledger.publish(to: PublicationTests.folder)
    func found(_ name: String, _ change: (inout [UInt8]) -> Void) throws -> [String] {
      let path = "\(PublicationTests.folder)/\(name)"
      let bytes = try sample.disk.read(path)
      var changed = bytes
      change(&changed)
      try sample.disk.write(changed, to: path, mode: 0o644)
      defer { try? sample.disk.write(bytes, to: path, mode: 0o644) }
      return try PublicationTests.verify(sample).problems.map(\.code.rawValue)
    }
    #expect(try found("tile/0/000.p/20") { $0 += [UInt8](repeating: 7, count: 32) } == ["bad-tile"])
    #expect(try found("tile/entries/000.p/20") { $0 += [0, 2, 0x7B, 0x7D] }.first == "bad-tile")
    #expect(try found("checkpoint") { $0.removeLast() } == ["bad-checkpoint"])
    #expect(try found("checkpoint") { $0 = [] } == ["bad-checkpoint"])
  }
}
