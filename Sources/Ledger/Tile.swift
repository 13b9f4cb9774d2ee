/// A file of a published ledger: up to 256 hashes of one level of its tree, or up to 256 entries (C2SP tlog-tiles).
package struct Tile: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The entries themselves.
    case entries
    /// Hashes of a level; those of level 0 are the leaf hashes, each of a higher one stands for a full tile below it.
    case hashes(level: Int)
  }

  package var content: Content
  package var index: Int
  /// How many hashes or entries are in it; a full one has 256.
  package var width: Int

  package static let full = 256

  package init(content: Content, index: Int, width: Int) {
    self.content = content
    self.index = index
    self.width = width
  }

  /// The places in its level of what is in it.
  var range: Range<Int> { index * Tile.full..<index * Tile.full + width }

  /// Where it lies in the folder: `tile/0/x001/x234/067`, `tile/entries/000.p/12`.
  package var path: String {
    let level =
      switch content {
      case .entries: "entries"
      case .hashes(let level): String(level)
      }
    var steps: [String] = []
    var rest = index
    repeat {
      let digits = String(rest % 1000)
      let step = String(repeating: "0", count: 3 - digits.utf8.count) + digits
      steps.insert(steps.isEmpty ? step : "x" + step, at: 0)
      rest /= 1000
    } while rest > 0
    return "tile/\(level)/\(steps.joined(separator: "/"))" + (width < Tile.full ? ".p/\(width)" : "")
  }

  /// The same tile once it is full, which serves for every part of it.
  var whole: Tile { Tile(content: content, index: index, width: Tile.full) }

  /// One after the other: a checkpoint may say any number, and the first that is missing ends the reading.
  package static func entries(size: Int) -> some Sequence<Tile> { row(.entries, count: size) }

  /// Every tile of a tree of that many entries: the entries, then the hashes from the lowest level up.
  package static func all(size: Int) -> [Tile] {
    var tiles = Array(entries(size: size))
    var (level, count) = (0, size)
    while count > 0 {
      tiles += row(.hashes(level: level), count: count)
      level += 1
      count /= full
    }
    return tiles
  }

  private static func row(_ content: Content, count: Int) -> some Sequence<Tile> {
    (0..<count / full + min(count % full, 1)).lazy.map { index in
      Tile(content: content, index: index, width: min(count - index * full, full))
    }
  }
}

/// The hashes that the tiles of a tree hold, level by level.
struct TileHashes {
  private var levels: [[Digest]]

  init(leaves: [Digest]) {
    levels = [leaves]
    while let below = levels.last, below.count >= Tile.full {
      levels.append(
        (0..<below.count / Tile.full).map { index in
          MerkleProof.root(of: below[index * Tile.full..<(index + 1) * Tile.full])
        })
    }
  }

  /// The bytes of a tile of hashes of this tree.
  func bytes(level: Int, _ range: Range<Int>) -> [UInt8] {
    levels.indices.contains(level) ? levels[level].dropFirst(range.lowerBound).prefix(range.count).flatMap(\.bytes) : []
  }
}

/// Up to 256 entries as they are published: each after its length in two bytes, the higher first (C2SP tlog-tiles).
enum EntryBundle {
  /// The bundle of lines, each ended by LF in a file.
  static func bytes(ofLines lines: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.count + Tile.full)
    for line in lines.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      bytes.append(UInt8(truncatingIfNeeded: line.count >> 8))
      bytes.append(UInt8(truncatingIfNeeded: line.count))
      bytes += line
    }
    return bytes
  }

  /// Where the entries stand in a bundle; nil where it does not end with one.
  static func entries(in bytes: [UInt8]) -> [Range<Int>]? {
    var entries: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard at + 2 <= bytes.count else { return nil }
      let end = at + 2 + Int(bytes[at]) << 8 + Int(bytes[at + 1])
      guard end <= bytes.count else { return nil }
      entries.append(at + 2..<end)
      at = end
    }
    return entries
  }
}
