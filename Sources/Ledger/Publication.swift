internal import CanonicalJSON
internal import Platform

/// What came of publishing a ledger.
public struct Publication: Hashable, Sendable {
  /// The head that was published.
  public var checkpoint: Checkpoint
  /// Files written this time, the checkpoint among them.
  public var written = 0
  /// Files that were there already and are right.
  public var kept = 0
}

/// Why a ledger can't be published in a folder.
public enum PublicationFault: Hashable, Sendable {
  case notSealed
  /// There is a file in the folder's place.
  case notFolder
  /// The folder can't be made, for that reason.
  case notMade(String)
  /// A file is there that is not of this ledger.
  case otherLedger
  /// The folder holds more entries than are sealed here.
  case ahead(published: Int, sealed: Int)
  case changedText

  public var code: String {
    switch self {
    case .notSealed: "not-sealed"
    case .notFolder: "not-a-folder"
    case .notMade: "folder-not-made"
    case .otherLedger: "other-ledger"
    case .ahead: "published-ahead"
    case .changedText: "text-changed"
    }
  }

  var message: String {
    switch self {
    case .notSealed: "this ledger has no checkpoint, and only what is sealed is published"
    case .notFolder: "this is no folder to publish in"
    case .notMade(let reason): "this folder can't be made: \(reason)"
    case .otherLedger:
      "this is not what the ledger has in its place: it is another one's, or changed; nothing was written"
    case .ahead(let published, let sealed):
      "\(published) entries are published here, but the ledger has sealed only \(sealed); nothing was written"
    case .changedText: "this text is not the one that its name says; nothing was written"
    }
  }

  var help: String {
    switch self {
    case .notSealed: "seal it first: motions ledger checkpoint FILE"
    case .notFolder: "choose another name"
    case .notMade: "choose a place where you may write"
    case .otherLedger: "publish into a folder of its own; a file that was changed can be taken away and made again"
    case .ahead: "this may be an old copy of the ledger: compare it with motions ledger verify"
    case .changedText: "put the right text back, or take this one away: a text may be withheld, not changed"
    }
  }
}

extension LedgerFile {
  /// Writes what is sealed as a folder that any web server serves as it is (C2SP tlog-tiles), with the texts beside the
  /// ledger that the sealed entries name by their `sha256`.
  ///
  /// Files that are there are compared and never changed, but for the checkpoint, which is written last. So it may be
  /// cut off at any moment and done again, and what is published stays whole throughout. Nothing is written where
  /// anything in the folder is not of this ledger, or goes beyond it.
  ///
  /// - Parameter isPublic: Which of these texts others may see; all where nothing is said.
  public func publish(
    to folder: String, wait seconds: Int = 5, texts isPublic: (Digest) -> Bool = { _ in true }
  ) throws(LedgerError) -> Publication {
    let sealed = try SealedLines(of: self)
    let target = PublicationFolder(folder.path(in: world.folder), in: files)
    let lock = try target.lock(wait: seconds)
    defer { lock.release() }
    try target.check(goesOnTo: sealed)
    let texts = try target.missingTexts(from: textsPath) { sealed.named.contains($0) && isPublic($0) }
    let tiles = try target.missing(sealed)
    var publication = Publication(checkpoint: sealed.checkpoint, kept: tiles.kept + texts.kept)
    publication.written = texts.missing.count + tiles.missing.count
    try target.removeLeftovers(size: sealed.checkpoint.size)
    try target.write(texts: texts.missing, from: textsPath)
    for tile in tiles.missing { try target.write(try sealed.bytes(of: tile), to: tile.path) }
    if try target.read("checkpoint") == sealed.checkpoint.bytes {
      publication.kept += 1
    } else {
      try target.write(sealed.checkpoint.bytes, to: "checkpoint")
      publication.written += 1
    }
    return publication
  }

  /// The texts beside a ledger, under their digests.
  private var textsPath: String { "texts".path(in: path.parentFolder) }
}

/// The lines that the stored checkpoint of a ledger covers.
struct SealedLines {
  let checkpoint: Checkpoint
  let leaves: [Digest]
  /// What the entries name by a member `sha256`, wherever it stands in them.
  let named: Set<Digest>
  private let hashes: TileHashes
  private let path: String
  private let file: any OpenFile
  /// Where every 256th line begins in the file, and where the last one ends.
  private let places: [Int]

  /// Reads the ledger up to its end; throws where it, its checkpoint or the signature under that does not hold.
  init(of ledger: LedgerFile) throws(LedgerError) {
    // The ledger first: a missing one is said to be missing, not to be without a seal.
    let file: any OpenFile
    do throws(FileError) { file = try ledger.files.open(ledger.path, for: .reading) } catch { throw .file(error) }
    guard let checkpoint = try ledger.storedCheckpoint() else {
      throw .unpublishable(path: ledger.path, .notSealed)
    }
    var leaves: [Digest] = []
    var places: [Int] = []
    var end = 0
    var named: Set<Digest> = []
    let search = MemberSearch("sha256")
    let reading = try LedgerReading.read(file, path: ledger.path, under: checkpoint.seal) { line in
      guard leaves.count < checkpoint.size else { return }
      if leaves.count.isMultiple(of: Tile.full) { places.append(line.offset) }
      leaves.append(line.leaf)
      end = line.offset + line.range.count + 1
      var at = line.range.lowerBound
      while let value = search.next(in: line.bytes, from: &at, upTo: line.range.upperBound) {
        let hex = String(decoding: line.bytes[value].dropFirst().dropLast(), as: UTF8.self)
        if let digest = Digest(hex: hex) { named.insert(digest) }
      }
    }
    // A ledger without a key says nothing of who may seal it.
    if let key = reading.chain.own.key(at: checkpoint.size), !checkpoint.isSigned(by: key) {
      throw .damaged(
        path: ledger.checkpointPath,
        Damage(.badSignature, seq: nil, "the checkpoint is not signed with the ledger's key"))
    }
    self.checkpoint = checkpoint
    self.leaves = leaves
    self.named = named
    self.places = places + [end]
    self.file = file
    path = ledger.path
    hashes = TileHashes(leaves: leaves)
  }

  /// The root of the first entries.
  func root(at size: Int) -> Digest { MerkleProof.root(of: leaves.prefix(size)) }

  /// What is published as a tile.
  func bytes(of tile: Tile) throws(LedgerError) -> [UInt8] {
    guard case .hashes(let level) = tile.content else { return try bundle(tile) }
    return hashes.bytes(level: level, tile.range)
  }

  /// The lines are read once more: all of a large ledger would not fit into memory. Their hashes are compared again.
  private func bundle(_ tile: Tile) throws(LedgerError) -> [UInt8] {
    let start = places[tile.index]
    let lines: [UInt8]
    do throws(FileError) {
      lines = try file.read(at: start, count: places[tile.index + 1] - start)
    } catch {
      throw .file(error)
    }
    let bundle = EntryBundle.bytes(ofLines: lines)
    let entries = EntryBundle.entries(in: bundle) ?? []
    guard entries.map({ Digest.leaf(bundle, in: $0) }).elementsEqual(leaves[tile.range]) else {
      throw .damaged(
        path: path,
        Damage(.checkpointMismatch, seq: tile.range.lowerBound, offset: start, "the ledger was changed meanwhile"))
    }
    return bundle
  }
}
