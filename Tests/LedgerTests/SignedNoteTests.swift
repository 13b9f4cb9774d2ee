internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

@Suite struct SignedNoteTests {
  struct Cases: Decodable {
    struct Sign: Decodable {
      var text: String
      var note: String
    }
    struct Opening: Decodable {
      var name: String
      var note: String?
      var hex: String?
      var keys: [String]
      var ok: Bool
      var verified: [String]?
      var bytes: [UInt8] {
        if let note { return Array(note.utf8) }
        let digits = Array((hex ?? "").utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).map {
          UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16) ?? 0
        }
      }
    }
    var skey: String
    var vkeys: [String: String]
    var sign: Sign
    var badVkeys: [String]
    var open: [Opening]
  }

  let cases: Cases

  init() throws { cases = try Fixtures.read("note-golang-mod/note.json") }

  @Test("a note is signed byte for byte as Go's signer signs it")
  func signing() throws {
    let key = try #require(SigningKey(cases.skey))
    #expect(key.text == cases.skey)
    #expect(key.verifier.text == cases.vkeys["peter"])
    let signature = try #require(key.signature(of: cases.sign.text))
    #expect(SignedNote(text: cases.sign.text, signatures: [signature]).bytes == Array(cases.sign.note.utf8))
  }

  @Test("verifier keys are read strictly")
  func keys() throws {
    let peter = try #require(cases.vkeys["peter"])
    #expect(VerifierKey(peter)?.text == peter)
    for bad in cases.badVkeys { #expect(VerifierKey(bad) == nil) }
    let bytes = Array(peter.utf8)
    for start in 0..<bytes.count {
      for end in start..<bytes.count where end - start < bytes.count - 1 {
        #expect(VerifierKey(String(decoding: bytes[start...end], as: UTF8.self)) == nil)
      }
      var changed = bytes
      changed[start] += 1
      #expect(VerifierKey(String(decoding: changed, as: UTF8.self)) == nil)
    }
  }

  @Test("notes open as in Go: unknown signers passed over, a bad one by a known key fatal")
  func opening() throws {
    #expect(cases.open.count == 13)
    for example in cases.open {
      let keys = example.keys.compactMap { cases.vkeys[$0] }.compactMap { VerifierKey($0) }
      #expect(keys.count == example.keys.count)
      guard let note = SignedNote(parsing: example.bytes) else {
        #expect(!example.ok, "\(example.name)")
        continue
      }
      switch note.opened(with: keys) {
      case .verified(let places):
        #expect(example.ok, "\(example.name)")
        #expect(places.map { note.signatures[$0].name } == example.verified, "\(example.name)")
      case .unknown, .bad: #expect(!example.ok, "\(example.name)")
      }
    }
  }

  struct Examples: Decodable {
    struct Note: Decodable {
      var vkey: String
      var note: String
    }
    struct Head: Decodable {
      var note: String
      var origin: String
      var size: Int
    }
    var signedNote: Note
    var checkpointParseOnly: Head
  }

  @Test("the specifications' own examples are read")
  func specifications() throws {
    let examples = try Fixtures.read("c2sp-examples/c2sp.json", as: Examples.self)
    let key = try #require(VerifierKey(examples.signedNote.vkey))
    let note = try #require(SignedNote(parsing: Array(examples.signedNote.note.utf8)))
    #expect(note.opened(with: [key]) == .verified([0]))
    #expect(note.bytes == Array(examples.signedNote.note.utf8))
    let head = try #require(Checkpoint(parsing: Array(examples.checkpointParseOnly.note.utf8)))
    #expect(head.origin == examples.checkpointParseOnly.origin && head.size == examples.checkpointParseOnly.size)
    #expect(head.signatures.count == 2)
    #expect(head.bytes == Array(examples.checkpointParseOnly.note.utf8))
  }

  @Test(
    "what is no checkpoint is refused",
    arguments: [
      "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
      "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAAA\n", "",
      "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAAA\n",
      "a\n1\n47DEQpj8HBSa\n\n— a AAAAAAAA\n", "a\n1\n\n— a AAAAAAAA\n",
    ])
  func bad(text: String) {
    #expect(Checkpoint(parsing: Array(text.utf8)) == nil)
  }

  @Test("a key that others can read is refused")
  func exposed() throws {
    let sample = try Sample()
    let text = Array(sample.key.text.utf8) + [10]
    try sample.disk.write(text, to: "/mine.key", mode: 0o600)
    try sample.disk.write(text, to: "/ours.key", mode: 0o640)
    #expect(try SigningKey(file: "/mine.key", in: sample.disk).verifier == sample.key.verifier)
    let error = #expect(throws: LedgerError.self) { try SigningKey(file: "/ours.key", in: sample.disk) }
    #expect(error?.code == "key-exposed")
  }
}
