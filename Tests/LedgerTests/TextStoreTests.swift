internal import Ledger
internal import Platform
internal import Testing

@Suite struct TextStoreTests {
  @Test("a text is found by its digest; a missing one is withheld, a changed one is changed")
  func store() throws {
    let disk = MemoryDisk()
    let store = TextStore("/body/texts", in: disk)
    let digest = try store.put(Array("To campaign.".utf8))
    #expect(disk.paths == ["/body/texts/\(digest.hex)"])
    #expect(try store.get(digest) == .bytes(Array("To campaign.".utf8)))
    #expect(try store.put(Array("To campaign.".utf8)) == digest)
    try disk.write([1], to: store.path(of: digest), mode: 0o644)
    #expect(try store.get(digest) == .changed)
    #expect(try store.put(Array("To campaign.".utf8)) == digest)
    #expect(try store.get(digest) == .bytes(Array("To campaign.".utf8)))
    #expect(try store.get(.zero) == .withheld)
  }
}
