internal import CanonicalJSON
internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

@Suite struct ReceiptTests {
  struct Cases: Decodable {
    struct Proof: Decodable {
      var index: Int
      var hashesOf: [String]
      var extra: String?
      var checkpoint: String
    }
    struct Bad: Decodable {
      var name: String
      var proof: String
    }
    var tlogProofMarshal: [Proof]
    var tlogProofBad: [Bad]
  }

  @Test("receipts are written and read as the specification has them, and broken ones refused")
  func form() throws {
    let cases = try Fixtures.read("c2sp-examples/c2sp.json", as: Cases.self)
    for proof in cases.tlogProofMarshal {
      let receipt = Receipt(
        index: proof.index, hashes: proof.hashesOf.map { Digest(of: Array($0.utf8)) },
        extra: proof.extra.map { Array($0.utf8) }, checkpoint: Array(proof.checkpoint.utf8))
      #expect(Receipt(parsing: receipt.bytes) == receipt)
      var lines = ["c2sp.org/tlog-proof@v1"]
      if let extra = proof.extra { lines.append("extra " + Data(extra.utf8).base64EncodedString()) }
      lines += ["index \(proof.index)"] + receipt.hashes.map(\.base64) + ["", proof.checkpoint]
      #expect(receipt.bytes == Array(lines.joined(separator: "\n").utf8))
    }
    #expect(cases.tlogProofBad.count == 7)
    for bad in cases.tlogProofBad { #expect(Receipt(parsing: Array(bad.proof.utf8)) == nil, "\(bad.name)") }
  }

  @Test("every entry's receipt proves that entry and no other, and no changed receipt proves anything")
  func proofs() throws {
    let sample = try Sample(events: 6, sealed: true)
    _ = try sample.ledger.withLock { try $0.append([Sample.event(7)]) }
    let lines = sample.bytes.split(separator: 10).map { Array($0) }
    let keys = [sample.key.verifier]
    for seq in 0..<7 {
      let receipt = try #require(try sample.ledger.receipt(of: seq))
      for (other, line) in lines.enumerated() {
        #expect((receipt.fault(for: line, keys: keys) == nil) == (other == seq))
      }
      #expect(receipt.fault(for: lines[seq], keys: []) == .badSignature)
    }
    #expect(try sample.ledger.receipt(of: 7) == nil)
    #expect(try sample.ledger.receipt(of: -1) == nil)
    let whole = try #require(try sample.ledger.receipt(of: 3)).bytes
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 1
      #expect(Receipt(parsing: changed)?.fault(for: lines[3], keys: keys) != .some(nil), "byte \(index)")
    }
  }

  @Test("a checkpoint goes on from an earlier one, and from no other ledger's")
  func consistency() throws {
    let sample = try Sample(events: 2, sealed: true)
    let old = try #require(try sample.ledger.storedCheckpoint())
    _ = try sample.ledger.withLock { open in
      _ = try open.append([Sample.event(3), Sample.event(4)])
      return try open.seal(with: sample.key)
    }
    guard case .consistent(let hashes, let new) = try sample.ledger.consistency(from: old) else {
      Issue.record("not consistent")
      return
    }
    #expect(MerkleProof.verifies(consistency: hashes, from: (old.size, old.root), to: (new.size, new.root)))
    let body = String(decoding: new.addition(to: old.size, hashes), as: UTF8.self)
    #expect(body.hasPrefix("old 3\n"))
    #expect(body.hasSuffix("\n\n" + String(decoding: new.bytes, as: UTF8.self)))
    let other = Checkpoint(origin: old.origin, size: old.size, root: .zero)
    guard case .different = try sample.ledger.consistency(from: other) else {
      Issue.record("another ledger's checkpoint was taken")
      return
    }
    let later = Checkpoint(origin: old.origin, size: 9, root: .zero)
    guard case .notSealed = try sample.ledger.consistency(from: later) else {
      Issue.record("a later checkpoint was taken")
      return
    }
  }

  @Test("a teller's line says when the checkpoint was seen, and spoils nothing")
  func cosignature() throws {
    let sample = try Sample(events: 2, sealed: true)
    let teller = try #require(SigningKey(name: "teller.example", seed: Array(2..<34)))
    var head = try #require(try sample.ledger.storedCheckpoint())
    head.signatures.append(try #require(teller.cosignature(of: head.text, at: 1_789_297_200)))
    try sample.disk.write(head.bytes, to: sample.ledger.checkpointPath, mode: 0o644)
    let found = try sample.ledger.verify(keys: [sample.key.verifier, teller.cosigner])
    #expect(found.isVerified && found.signers == [sample.key.name, "teller.example"])
    #expect(try sample.ledger.verify().isVerified)
    #expect(VerifierKey(teller.cosigner.text) == teller.cosigner)
    #expect(teller.cosigner.id != teller.verifier.id)
    try sample.seal()
    #expect(try sample.ledger.storedCheckpoint() == head, "sealing the same entries again keeps it")
    var changed = head
    changed.signatures[1].bytes[7] ^= 1
    #expect(try !sample.ledger.verify(checkpoint: changed.bytes, keys: [teller.cosigner]).isVerified)
  }
}
