internal import CanonicalJSON

/// The handing over of a ledger from one key to another, which both sign.
struct Rotation {
  var origin: String
  /// Its place in the ledger, and the leaf hash of the entry before: it can't be moved into another ledger.
  var seq: Int
  var previous: Digest
  var old: VerifierKey
  var new: VerifierKey

  static let type = "ledger.rotated"

  /// What both sign. No checkpoint reads like this: its third line would be a digest.
  var text: String {
    ["ledger.rotated/v1", origin, String(seq), previous.base64, old.text, new.text].map { $0 + "\n" }.joined()
  }

  func isSigned(_ note: SignedNote) -> Bool {
    guard note.text.utf8.elementsEqual(text.utf8), case .verified(let places) = note.opened(with: [old, new]) else {
      return false
    }
    return Set(places.map { note.signatures[$0].keyID }) == [old.id, new.id]
  }
}

extension OpenLedger {
  /// Hands the ledger over to another key, from the next checkpoint on: an entry says so that both keys sign.
  ///
  /// Whoever knows the old key can go on verifying, as it vouches for the new one. What the old key signs from now on
  /// counts for nothing.
  public func rotate(from old: SigningKey, to new: SigningKey, by: String? = nil) throws(LedgerError) -> Entry {
    guard let key else { throw .badKey(path: path, .keyless) }
    guard old.verifier == key else { throw .badKey(path: path, .notInForce) }
    guard new.name.utf8.elementsEqual(origin.utf8) else { throw .badKey(path: path, .otherName(new.name)) }
    // What a cut-off write has left is set aside first: that is an entry, and this one's place depends on it.
    _ = try append([])
    let rotation = Rotation(origin: origin, seq: size, previous: last, old: old.verifier, new: new.verifier)
    guard rotation.old.id != rotation.new.id, let first = old.signature(of: rotation.text),
      let second = new.signature(of: rotation.text)
    else { throw .badKey(path: path, .unusable) }
    let note = SignedNote(text: rotation.text, signatures: [first, second])
    let event = NewEntry(
      type: Rotation.type, by: by,
      fields: [
        .init("key", .string(new.verifier.text)), .init("note", .string(String(decoding: note.bytes, as: UTF8.self))),
      ])
    guard let entry = try append([event]).entries.first else { throw .poisoned(path: path) }
    return entry
  }
}
