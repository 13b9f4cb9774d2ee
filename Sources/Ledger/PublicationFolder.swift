internal import Platform

/// The folder that a ledger is published in.
struct PublicationFolder {
  let path: String
  private let files: any FileSystem

  init(_ path: String, in files: any FileSystem) {
    self.path = path
    self.files = files
  }

  var checkpointPath: String { "checkpoint".path(in: path) }

  /// One at a time publishes here: else an older checkpoint could come after a newer one.
  func lock(wait seconds: Int) throws(LedgerError) -> any HeldLock {
    if let kind = files.kind(of: path), kind != .folder { throw .unpublishable(path: path, .notFolder) }
    do throws(FileError) {
      try files.makeFolder(path, mode: 0o755)
    } catch {
      throw .unpublishable(path: path, .notMade(error.isMissing ? "nothing can be made there" : error.reason))
    }
    do throws(FileError) {
      return try files.lock(".lock".path(in: path), wait: min(max(seconds, 0), 86_400) * 1000)
    } catch {
      throw error.isBusy ? .busy(path: path, seconds: seconds) : .file(error)
    }
  }

  /// Throws where what is published here is not the beginning of a ledger.
  func check(goesOnTo sealed: SealedLines) throws(LedgerError) {
    guard let bytes = try read("checkpoint") else { return }
    guard let published = Checkpoint(parsing: bytes),
      published.origin.utf8.elementsEqual(sealed.checkpoint.origin.utf8)
    else { throw .unpublishable(path: checkpointPath, .otherLedger) }
    guard published.size <= sealed.checkpoint.size else {
      throw .unpublishable(
        path: checkpointPath, .ahead(published: published.size, sealed: sealed.checkpoint.size))
    }
    guard sealed.root(at: published.size) == published.root else {
      throw .unpublishable(path: checkpointPath, .otherLedger)
    }
  }

  /// The tiles that are not here yet, and how many are. Throws where one is here that holds something else.
  func missing(_ sealed: SealedLines) throws(LedgerError) -> (missing: [Tile], kept: Int) {
    try checkEarlierBundles(sealed)
    var missing: [Tile] = []
    var kept = 0
    for tile in Tile.all(size: sealed.checkpoint.size) {
      guard let bytes = try read(tile.path) else {
        missing.append(tile)
        continue
      }
      guard bytes == (try sealed.bytes(of: tile)) else {
        throw .unpublishable(path: tile.path.path(in: path), .otherLedger)
      }
      kept += 1
    }
    return (missing, kept)
  }

  /// Bundles that were published while they were not full stay here, for those who have a checkpoint of then. Each has
  /// to be the beginning of what the ledger has in its place now.
  private func checkEarlierBundles(_ sealed: SealedLines) throws(LedgerError) {
    let size = sealed.checkpoint.size
    for index in 0...size / Tile.full {
      let width = min(size - index * Tile.full, Tile.full)
      for earlier in try widths(index) where earlier != width {
        let tile = Tile(content: .entries, index: index, width: earlier)
        guard earlier < width else {
          throw .unpublishable(
            path: tile.path.path(in: path), .ahead(published: tile.range.upperBound, sealed: size))
        }
        guard let bytes = try read(tile.path) else { continue }
        let now = try sealed.bytes(of: Tile(content: .entries, index: index, width: width))
        guard EntryBundle.entries(in: bytes)?.count == earlier, now.starts(with: bytes) else {
          throw .unpublishable(path: tile.path.path(in: path), .otherLedger)
        }
      }
    }
  }

  /// With how many entries a bundle is here.
  private func widths(_ index: Int) throws(LedgerError) -> [Int] {
    let whole = Tile(content: .entries, index: index, width: Tile.full).path.path(in: path)
    var widths = files.kind(of: whole) == nil ? [] : [Tile.full]
    guard files.kind(of: whole + ".p") == .folder else { return widths }
    do throws(FileError) {
      widths += try files.list(whole + ".p").compactMap { Int($0) }.filter { 1..<Tile.full ~= $0 }
    } catch {
      throw .file(error)
    }
    return widths
  }

  /// The texts of a folder that belong here and are not here yet, by their names, and how many are. Throws where one has changed.
  func missingTexts(
    from folder: String, _ belongsHere: (Digest) -> Bool
  ) throws(LedgerError) -> (missing: [String], kept: Int) {
    guard files.kind(of: folder) == .folder else { return ([], 0) }
    let (source, target) = (TextStore(folder, in: files), TextStore("texts".path(in: path), in: files))
    var missing: [String] = []
    var kept = 0
    var changed: String?
    do throws(FileError) {
      for name in try files.list(folder) {
        guard let digest = Digest(hex: name), belongsHere(digest) else { continue }
        if try source.get(digest) == .changed { changed = changed ?? source.path(of: digest) }
        switch try target.get(digest) {
        case .bytes: kept += 1
        case .withheld: missing.append(name)
        case .changed: changed = changed ?? target.path(of: digest)
        }
      }
    } catch {
      throw .file(error)
    }
    if let changed { throw .unpublishable(path: changed, .changedText) }
    return (missing, kept)
  }

  /// Puts the texts of a folder here.
  func write(texts names: [String], from folder: String) throws(LedgerError) {
    for name in names {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try files.read(name.path(in: folder)) } catch { throw .file(error) }
      try write(bytes, to: name.path(in: "texts"))
    }
  }

  /// Takes away what writes that were cut off have left beside the files of a ledger of that many entries.
  func removeLeftovers(size: Int) throws(LedgerError) {
    let tiles = Tile.all(size: size).map { $0.whole.path }
    let folders = Set(["", "texts"] + tiles.map(\.parentFolder) + tiles.map { $0 + ".p" })
    do throws(FileError) {
      for folder in folders.sorted().map({ $0.isEmpty ? path : $0.path(in: path) })
      where files.kind(of: folder) == .folder {
        for name in try files.list(folder) where name.contains(Disk.temporaryMark) {
          try files.remove(name.path(in: folder))
        }
      }
    } catch {
      throw .file(error)
    }
  }

  func write(_ bytes: [UInt8], to place: String) throws(LedgerError) {
    do throws(FileError) {
      try files.makeFolder(place.path(in: path).parentFolder, mode: 0o755)
      try files.write(bytes, to: place.path(in: path), mode: 0o644)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a file here; nil where there is none.
  func read(_ place: String) throws(LedgerError) -> [UInt8]? {
    do throws(FileError) {
      return try files.read(place.path(in: path))
    } catch {
      if error.isMissing { return nil }
      throw .file(error)
    }
  }
}
