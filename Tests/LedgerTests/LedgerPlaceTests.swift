internal import Ledger
internal import Platform
internal import Testing

/// Reading on from where one was comes to the same as reading all.
@Suite struct LedgerPlaceTests {
  @Test("whatever happened to a ledger meanwhile, reading on comes to what is there")
  func readOn() throws {
    for seed in Chance.seeds(40) {
      var chance = Chance(seed: seed)
      let sample = try Sample(events: 1 + chance.below(3))
      var states = [sample.bytes]
      var known: [Entry] = []
      var place: LedgerPlace?
      for step in 0..<12 {
        switch chance.below(8) {
        case 0: try sample.set(chance.pick(states))
        case 1: try sample.set(sample.bytes + Array("{\"at\":\"20".utf8.prefix(1 + chance.below(9))))
        case 2: break
        default: _ = try sample.ledger.withLock { try $0.append([Sample.event(chance.below(1000))]) }
        }
        if chance.below(3) == 0 { states.append(sample.bytes) }
        let all = try sample.ledger.entries()
        let read: LedgerPlace.Entries
        if chance.below(3) == 0 {
          let open = try sample.ledger.open()
          read = try open.entries(after: place)
          open.close()
        } else {
          read = try sample.ledger.entries(after: place)
        }
        known = read.goOn ? known + read.entries : read.entries
        place = read.place
        #expect(known == all, "seed \(seed), step \(step)")
        let found = try sample.ledger.verify()
        #expect(read.place.seal == found.seal && found.entries == all.count, "seed \(seed), step \(step)")
      }
    }
  }

  @Test("after an entry only what is new is read, and a change of what was read is found where the end shows it")
  func changed() throws {
    let sample = try Sample(events: 4)
    let place = try sample.ledger.entries(after: nil).place
    #expect(try sample.ledger.entries(after: place).entries.isEmpty)
    _ = try sample.ledger.withLock { try $0.append([Sample.event(9)]) }
    let more = try sample.ledger.entries(after: place)
    #expect(more.goOn && more.entries.map(\.seq) == [5])
    let (whole, other) = (sample.bytes, try Sample(now: "2026-09-14T11:00:00Z", events: 7))
    try sample.set(other.bytes)
    let anew = try sample.ledger.entries(after: place)
    #expect(!anew.goOn && anew.entries.count == 8)
    try sample.set(Array(whole.dropLast()))
    #expect(try sample.ledger.entries(after: place).entries.isEmpty)
    try sample.set(whole.dropLast(20) + Array("\n".utf8))
    #expect(throws: LedgerError.self) { try sample.ledger.entries(after: place) }
  }
}
