internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

/// Bytes and lines taken out of a sealed ledger, put in, doubled and cut off. That a byte is changed, and lines are
/// moved, is in the tests of verifying.
@Suite struct TamperingTests {
  private enum Change: CaseIterable {
    case removed, inserted, doubled
  }

  @Test("a byte taken out, put in or doubled anywhere is found in its entry, and nothing is written after it")
  func bytes() throws {
    let known = try #require(KnownLedger.made)
    for seed in Chance.seeds(1) {
      var seq = 0
      for (index, byte) in known.bytes.enumerated() {
        // One kind of change at each byte; other seeds take the others.
        let change = Change.allCases[(index + Int(seed % 3)) % 3]
        var changed = known.bytes
        switch change {
        case .removed: changed.remove(at: index)
        case .inserted: changed.insert(UInt8(ascii: "1"), at: index)
        case .doubled: changed.insert(byte, at: index)
        }
        let other = try KnownLedger(known, holding: changed)
        let found = try other.ledger.verify()
        // An empty line behind a line end stands where the next entry belongs.
        let places = change == .doubled && byte == 10 ? [seq + 1] : [seq]
        #expect(!found.isVerified && places.contains(found.problems.first?.seq ?? -1), "\(change) at \(index)")
        if index % 16 == 0 {
          #expect(throws: LedgerError.self) { try other.ledger.withLock { try $0.append([KnownLedger.event(9)]) } }
          #expect(try other.disk.read(KnownLedger.path) == changed)
        }
        if byte == 10 { seq += 1 }
      }
    }
  }

  @Test("a ledger cut off at any byte is found to end too early")
  func cuts() throws {
    let known = try #require(KnownLedger.made)
    for count in known.bytes.indices {
      let found = try KnownLedger(known, holding: Array(known.bytes[..<count])).ledger.verify()
      let lines = known.bytes[..<count].count { $0 == 10 }
      #expect(found.problems.contains { $0.code == .truncated && $0.seq == lines }, "\(count) bytes")
    }
  }

  @Test("whatever is done to a ledger, a checkpoint or a receipt, the laws hold")
  func laws() throws {
    let known = try #require(KnownLedger.made)
    let receipt = try #require(try known.ledger.receipt(of: 2)).bytes
    for seed in Chance.seeds(100) {
      var chance = Chance(seed: seed)
      let broken =
        switch chance.below(3) {
        case 0: LedgerLaws.broken(byLedger: changed(known.bytes, &chance))
        case 1: LedgerLaws.broken(byNote: changed(known.checkpoint, &chance))
        default: LedgerLaws.broken(by: known.lines[chance.below(5)], receipt: changed(receipt, &chance))
        }
      #expect(broken == nil, "seed \(seed)")
    }
  }

  @Test(
    "a member of the envelope that is something else is found, and nothing traps",
    arguments: ["0", "1", "-1", "null", "true", "\"\"", "\"a\"", "[]", "{}", "[[]]", "9007199254740991"])
  func envelopes(value: String) throws {
    let known = try #require(KnownLedger.made)
    let line = String(decoding: known.lines[1], as: UTF8.self)
    for member in ["at", "by", "prev", "seq", "type", "v"] {
      let start = try #require(line.range(of: "\"\(member)\":"))
      let end = try #require(line[start.upperBound...].firstIndex { $0 == "," || $0 == "}" })
      var lines = known.lines
      lines[1] = Array((line[..<start.upperBound] + value + line[end...]).utf8)
      let other = lines.flatMap { (line: [UInt8]) -> [UInt8] in line + [10] }
      if other == known.bytes { continue }
      #expect(LedgerLaws.broken(byLedger: other) == nil, "\(member)")
      let found = try KnownLedger(known, holding: other).ledger.verify()
      #expect(found.problems.first?.seq == 1, "\(member)")
    }
  }

  private func changed(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0...chance.below(3) {
      let at = chance.below(bytes.count)
      switch chance.below(4) {
      case 0: bytes.removeSubrange(at..<min(at + 1 + chance.below(40), bytes.count))
      case 1: bytes.insert(contentsOf: (0..<chance.below(20)).map { _ in UInt8(chance.below(256)) }, at: at)
      case 2: bytes.insert(contentsOf: bytes[at..<min(at + 200, bytes.count)], at: chance.below(bytes.count))
      default: bytes[at] = UInt8(chance.below(256))
      }
      if bytes.isEmpty { bytes = [10] }
    }
    return bytes
  }
}
