internal import CanonicalJSON
public import Platform

/// A ledger as it is published: the folder with its checkpoint, its entries and the tiles of its tree.
public struct PublishedLedger: Sendable {
  public let path: String
  private let folder: PublicationFolder
  private let files: any FileSystem

  /// - Parameter path: The folder; from the world's folder where it is relative.
  public init(_ path: String, in world: World) {
    self.path = path.path(in: world.folder)
    files = world.files
    folder = PublicationFolder(self.path, in: files)
  }

  /// Whether a folder looks like one that a ledger was published in.
  public var isThere: Bool {
    files.kind(of: folder.checkpointPath) == .file && files.kind(of: "tile".path(in: path)) == .folder
  }

  /// The entries, as many as there are up to the first damage; `verify` says whether there is any.
  public func entries() throws(LedgerError) -> [Entry] {
    var entries: [Entry] = []
    guard let bytes = try folder.read("checkpoint"), let head = Checkpoint(parsing: bytes) else { return [] }
    for tile in Tile.entries(size: head.size) {
      guard let (_, bytes) = try read(tile), let lines = EntryBundle.entries(in: bytes) else { break }
      for line in lines.prefix(tile.width) {
        let text = Array(bytes[line])
        guard let entry = Entry(line: text, leaf: Digest.leaf(text)) else { return entries }
        entries.append(entry)
      }
    }
    return entries
  }

  /// Reads every entry, every tile and every text, and finds what is not as it has to be.
  ///
  /// The offsets of what it finds are those in the file that the entries make as lines.
  ///
  /// - Parameters:
  ///   - checkpoint: The bytes of a checkpoint to hold the entries against; nil: the one that is published.
  ///   - keys: Whose signatures count; empty: the key named in the first entry.
  public func verify(checkpoint given: [UInt8]? = nil, keys: [VerifierKey] = []) throws(LedgerError) -> Verification {
    guard let bytes = try folder.read("checkpoint") else {
      throw .file(FileError(path: folder.checkpointPath, code: LedgerFile.missingFile, call: "open"))
    }
    let malformed = Damage(.badCheckpoint, seq: nil, "the checkpoint is malformed")
    guard let published = Checkpoint(parsing: bytes) else {
      // It says how many entries there are: without it nothing can be read.
      var found = Verification()
      found.problems = [malformed]
      return found
    }
    let against = given.map { Checkpoint(parsing: $0) } ?? published
    var verifier = LedgerVerifier(checkpoint: against, keys: keys)
    if against == nil { verifier.report(malformed) }
    let leaves = try take(published.size, into: &verifier)
    if MerkleProof.root(of: leaves[...]) != published.root, given != nil {
      verifier.report(
        Damage(.checkpointMismatch, seq: nil, "the entries are not those of the checkpoint in the folder"))
    }
    try compareTiles(leaves, &verifier)
    try compareTexts(&verifier)
    return verifier.finished()
  }

  /// Takes the entries up to the first bundle that is missing or malformed, and gives their leaf hashes.
  private func take(_ size: Int, into verifier: inout LedgerVerifier) throws(LedgerError) -> [Digest] {
    var leaves: [Digest] = []
    var offset = 0
    for tile in Tile.entries(size: size) {
      guard let (held, bytes) = try read(tile) else {
        verifier.report(Damage(.badTile, seq: tile.range.lowerBound, "\(tile.path) is missing"))
        break
      }
      guard let entries = EntryBundle.entries(in: bytes), entries.count == held.width else {
        let message = "\(held.path) does not hold \(held.width) entries"
        verifier.report(Damage(.badTile, seq: tile.range.lowerBound, message))
        break
      }
      for entry in entries.prefix(tile.width) {
        verifier.take(bytes, entry, offset: offset)
        leaves.append(verifier.lastLeaf)
        offset += entry.count + 1
      }
    }
    return leaves
  }

  /// Holds the tiles of hashes against those that the entries make.
  private func compareTiles(_ leaves: [Digest], _ verifier: inout LedgerVerifier) throws(LedgerError) {
    let hashes = TileHashes(leaves: leaves)
    for tile in Tile.all(size: leaves.count) {
      guard case .hashes(let level) = tile.content else { continue }
      let expected = hashes.bytes(level: level, tile.range)
      guard let (held, bytes) = try read(tile) else {
        verifier.report(Damage(.badTile, seq: nil, "\(tile.path) is missing"))
        continue
      }
      if bytes.count != held.width * 32 || !bytes.starts(with: expected) {
        verifier.report(Damage(.badTile, seq: nil, "\(held.path) does not hold the hashes of the entries"))
      }
    }
  }

  /// A tile of the published size; where it has grown full since, that one serves.
  private func read(_ tile: Tile) throws(LedgerError) -> (held: Tile, bytes: [UInt8])? {
    if let bytes = try folder.read(tile.path) { return (tile, bytes) }
    guard tile.width < Tile.full, let bytes = try folder.read(tile.whole.path) else { return nil }
    return (tile.whole, bytes)
  }

  private func compareTexts(_ verifier: inout LedgerVerifier) throws(LedgerError) {
    let texts = TextStore("texts".path(in: path), in: files)
    guard files.kind(of: texts.folder) == .folder else { return }
    do throws(FileError) {
      for name in try files.list(texts.folder) {
        guard let digest = Digest(hex: name), try texts.get(digest) == .changed else { continue }
        verifier.report(Damage(.textChanged, seq: nil, "texts/\(name) is not the text that its name says"))
      }
    } catch {
      throw .file(error)
    }
  }
}
