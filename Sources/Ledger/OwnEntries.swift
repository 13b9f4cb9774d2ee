internal import CanonicalJSON

/// What a ledger's own entries say: its name, and the keys that seal it, one after the other.
struct OwnEntries: Sendable {
  private(set) var origin: String?
  /// Each key with the number of entries from which it is in force.
  private(set) var keys: [(from: Int, key: VerifierKey)] = []

  /// The version of these entries that is known.
  static let version = 1
  /// How their types begin.
  static let prefix: StaticString = "\"ledger."

  init(origin: String? = nil, keys: [(from: Int, key: VerifierKey)] = []) {
    self.origin = origin
    self.keys = keys
  }

  /// The key that seals what comes next; nil where the ledger has none.
  var key: VerifierKey? { keys.last?.key }

  /// The key that seals the first entries.
  func key(at size: Int) -> VerifierKey? { keys.last { $0.from <= size }?.key }

  /// Whether a key has been this ledger's at any time.
  func holds(_ key: VerifierKey) -> Bool { keys.contains { $0.key == key } }

  /// Takes one of them, in their order; throws where it does not say what it has to.
  ///
  /// - Parameter place: How many entries stand before it.
  mutating func take(_ entry: Entry, at place: Int) throws(Chain.Fault) {
    guard entry.v <= Self.version else { throw .newer(type: entry.type, version: entry.v) }
    switch entry.type {
    case "ledger.opened" where place == 0: try open(entry)
    case Rotation.type where place > 0: try rotate(entry, from: place + 1)
    case "ledger.recovered" where place > 0: break
    case "ledger.opened", Rotation.type, "ledger.recovered": throw .envelope("“\(entry.type)” has no place here")
    default: throw .newer(type: entry.type, version: entry.v)
    }
  }

  private mutating func open(_ entry: Entry) throws(Chain.Fault) {
    guard let origin = entry["origin"]?.text, SignedNote.isKeyName(origin) else {
      throw .envelope("“origin” does not name the ledger")
    }
    guard let text = entry["key"] else { throw .envelope("“key” is missing: the public key, or null") }
    if text != .null {
      guard let key = text.text.flatMap({ VerifierKey($0) }), key.kind == .signature,
        key.name.utf8.elementsEqual(origin.utf8)
      else { throw .envelope("“key” is no key of this ledger") }
      keys = [(0, key)]
    }
    self.origin = origin
  }

  private mutating func rotate(_ entry: Entry, from size: Int) throws(Chain.Fault) {
    guard let origin, let old = key else { throw .envelope("the ledger has no key that could be replaced") }
    guard let new = entry["key"]?.text.flatMap({ VerifierKey($0) }), new.kind == .signature, new.id != old.id,
      new.name.utf8.elementsEqual(origin.utf8)
    else { throw .envelope("“key” is no new key of this ledger") }
    let rotation = Rotation(origin: origin, seq: entry.seq, previous: entry.previous, old: old, new: new)
    guard let note = entry["note"]?.text.flatMap({ SignedNote(parsing: Array($0.utf8)) }), rotation.isSigned(note)
    else {
      throw .rotation
    }
    keys.append((size, new))
  }
}
