internal import CanonicalJSON
internal import Platform

/// Where reading a ledger had come to, kept beside it so that adding to a long one need not begin at its first line.
///
/// It is made from the ledger alone, can be deleted at any time and proves nothing: whoever verifies, seals or gives a
/// receipt reads the lines themselves. It is believed only where the file is, by all that can be seen without reading it,
/// the one that was read, and ends in the very line that was its last; each line names the one before, so that no other
/// course of entries ends in this one.
struct Bookmark {
  /// What the system said of the file.
  var stamp: String
  /// Bytes of the file, all of them in whole lines.
  var length: Int
  var tree: MerkleFrontier
  /// The leaf hash of the last line.
  var last: Digest
  var own: OwnEntries
  /// What was sealed then, as the lines have it.
  var sealed: Seal?

  private static let version = 1
  /// Shorter ledgers are read in ten milliseconds, and get none.
  static let leastLength = 1 << 20
  /// A ledger that was handed over to more keys than fit is read whole.
  private static let mostBytes = 1 << 16

  init(_ reading: LedgerReading, stamp: String, sealed: Seal?) {
    self.stamp = stamp
    self.sealed = sealed
    length = reading.length
    tree = reading.chain.tree
    last = reading.chain.last
    own = reading.chain.own
  }

  /// Reads one; nil where anything in it is not as it was written.
  init?(parsing bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 10), bytes[end...].elementsEqual(Self.ending(Array(bytes[..<end]))),
      let json = try? JSON(parsing: bytes, in: 0..<end), json["v"]?.number == Self.version,
      let stamp = json["stamp"]?.text, let length = json["bytes"]?.number, let count = json["entries"]?.number,
      let last = json["last"].flatMap(Digest.init(text:)), let peaks = json["peaks"]?.items,
      let tree = MerkleFrontier(count: count, peaks: peaks.compactMap(Digest.init(text:))),
      let origin = json["origin"]?.text, let keys = json["keys"]?.items
    else { return nil }
    var own: [(from: Int, key: VerifierKey)] = []
    for key in keys {
      guard let from = key["from"]?.number, let text = key["key"]?.text, let key = VerifierKey(text) else { return nil }
      own.append((from, key))
    }
    if let entries = json["sealed"]?["entries"]?.number, let root = json["sealed"]?["root"].flatMap(Digest.init(text:))
    {
      sealed = Seal(root: root, entries: entries)
    }
    self.own = OwnEntries(origin: origin, keys: own)
    (self.stamp, self.length, self.tree, self.last) = (stamp, length, tree, last)
  }

  /// One line of JSON, and the SHA-256 of that line on the next.
  var bytes: [UInt8] {
    let line = JSON.object([
      .init("bytes", .integer(length)), .init("entries", .integer(tree.count)),
      .init("keys", .array(own.keys.map { ["from": .integer($0.from), "key": .string($0.key.text)] })),
      .init("last", .string(last.base64)), .init("origin", JSON(own.origin)),
      .init("peaks", .array(tree.peaks.map { .string($0.base64) })),
      .init("sealed", sealed.map { ["entries": .integer($0.entries), "root": .string($0.root.base64)] } ?? .null),
      .init("stamp", .string(stamp)), .init("v", .integer(Self.version)),
    ]).canonical
    return line + Self.ending(line)
  }

  private static func ending(_ line: [UInt8]) -> [UInt8] { [10] + Array(Digest(of: line).hex.utf8) + [10] }

  /// The bookmark at a path; nil where there is none that can be used, whatever is there.
  static func read(_ path: String, in files: any FileSystem) -> Bookmark? {
    guard let file = try? files.open(path, for: .reading), let bytes = try? file.read(at: 0, count: mostBytes) else {
      return nil
    }
    return Bookmark(parsing: bytes)
  }

  /// What reading all of a file would come to, under what is sealed; nil where there is any doubt.
  func reading(of file: any OpenFile, under seal: Seal?) -> LedgerReading? {
    guard let now = try? file.stamp(), now.utf8.elementsEqual(stamp.utf8), let size = try? file.size(), size == length
    else { return nil }
    var reading = LedgerReading()
    reading.chain = Chain(tree: tree, last: last, at: [], own: own)
    reading.length = length
    guard let at = reading.timeOfLast(in: file) else { return nil }
    reading.chain.at = at
    if let seal, seal != sealed, seal != reading.chain.seal { return nil }
    return reading
  }
}

extension Digest {
  fileprivate init?(text json: JSON) {
    guard let text = json.text else { return nil }
    self.init(base64: text)
  }
}
