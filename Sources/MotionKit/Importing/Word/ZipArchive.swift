/// A zip archive in memory: what its directory lists, and each entry's bytes.
///
/// Reads stored and deflated entries, zip64, and entries whose sizes follow them. Total: what cannot be read is said as
/// an `UnreadableFile`, never trapped on.
struct ZipArchive: Sendable {
  struct Entry: Hashable, Sendable {
    var method: Int
    var isEncrypted: Bool
    var sum: UInt32
    var packed: Int
    var unpacked: Int
    var start: Int
  }

  /// The most that one entry may unpack to: a motion of ten million words needs less.
  static let limit = 64 << 20
  /// The most entries that are looked at.
  static let mostEntries = 65_535

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  init(_ bytes: [UInt8]) throws(UnreadableFile) {
    self.bytes = bytes
    guard let (count, offset) = ZipArchive.directory(of: bytes) else { throw .cutOff }
    guard count <= ZipArchive.mostEntries else { throw .tooLarge }
    entries.reserveCapacity(count)
    var place = offset
    for _ in 0..<count {
      guard bytes.number(at: place, 4) == 0x0201_4B50, let flags = bytes.number(at: place + 8, 2),
        let method = bytes.number(at: place + 10, 2), let sum = bytes.number(at: place + 16, 4),
        var packed = bytes.number(at: place + 20, 4), var unpacked = bytes.number(at: place + 24, 4),
        let nameLength = bytes.number(at: place + 28, 2), let extraLength = bytes.number(at: place + 30, 2),
        let commentLength = bytes.number(at: place + 32, 2), var start = bytes.number(at: place + 42, 4),
        place + 46 + nameLength + extraLength + commentLength <= bytes.count
      else { throw .damaged(part: nil) }
      let name = bytes[(place + 46)..<(place + 46 + nameLength)]
      // Sizes that do not fit stand in a further field, in this order and only those that do not fit.
      var extra = place + 46 + nameLength
      let end = extra + extraLength
      while extra + 4 <= end, let kind = bytes.number(at: extra, 2), let length = bytes.number(at: extra + 2, 2) {
        if kind == 1 {
          var field = extra + 4
          if unpacked == 0xFFFF_FFFF, let large = bytes.number(at: field, 8) {
            unpacked = large
            field += 8
          }
          if packed == 0xFFFF_FFFF, let large = bytes.number(at: field, 8) {
            packed = large
            field += 8
          }
          if start == 0xFFFF_FFFF, let large = bytes.number(at: field, 8) { start = large }
        }
        extra += 4 + length
      }
      let key = ZipArchive.key(String(decoding: name, as: UTF8.self))
      // Of two of one name the first is what other readers show.
      if entries[key] == nil {
        entries[key] = Entry(
          method: method, isEncrypted: flags & 1 == 1, sum: UInt32(truncatingIfNeeded: sum), packed: packed,
          unpacked: unpacked, start: start)
      }
      place = end + commentLength
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  func has(_ name: String) -> Bool { entries[ZipArchive.key(name)] != nil }

  /// An entry's bytes; nil where the archive has none of that name.
  func read(_ name: String) throws(UnreadableFile) -> [UInt8]? {
    guard let entry = entries[ZipArchive.key(name)] else { return nil }
    guard !entry.isEncrypted else { throw .encrypted }
    guard entry.unpacked <= ZipArchive.limit else { throw .tooLarge }
    guard bytes.number(at: entry.start, 4) == 0x0403_4B50, let nameLength = bytes.number(at: entry.start + 26, 2),
      let extraLength = bytes.number(at: entry.start + 28, 2)
    else { throw .damaged(part: name) }
    let start = entry.start + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packed <= bytes.count - start else { throw .damaged(part: name) }
    let packed = bytes[start..<(start + entry.packed)]
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(packed)
    case 8:
      guard let whole = Inflation.inflate(packed, limit: entry.unpacked) else { throw .damaged(part: name) }
      content = whole
    default: throw .damaged(part: name)
    }
    guard content.count == entry.unpacked, CyclicCheck.sum(content) == entry.sum else { throw .damaged(part: name) }
    return content
  }

  /// Names are compared as Word does: without regard to case.
  private static func key(_ name: String) -> String { name.lowercased() }

  /// How many entries there are and where their list begins.
  private static func directory(of bytes: [UInt8]) -> (count: Int, offset: Int)? {
    guard bytes.count >= 22 else { return nil }
    var place = bytes.count - 22
    let first = max(0, place - 0xFFFF)
    while bytes.number(at: place, 4) != 0x0605_4B50 {
      place -= 1
      guard place >= first else { return nil }
    }
    guard let count = bytes.number(at: place + 10, 2), let offset = bytes.number(at: place + 16, 4) else { return nil }
    guard bytes.number(at: place - 20, 4) == 0x0706_4B50, let large = bytes.number(at: place - 12, 8),
      bytes.number(at: large, 4) == 0x0606_4B50, let largeCount = bytes.number(at: large + 32, 8),
      let largeOffset = bytes.number(at: large + 48, 8)
    else { return (count, offset) }
    return (largeCount, largeOffset)
  }
}

extension [UInt8] {
  /// A number of `width` bytes, the lowest first; nil beyond the end and where it is more than an `Int` holds.
  fileprivate func number(at place: Int, _ width: Int) -> Int? {
    guard place >= 0, place <= count - width else { return nil }
    var value: UInt64 = 0
    for offset in 0..<width { value |= UInt64(self[place + offset]) << UInt64(8 * offset) }
    // Half of what an Int holds, so that sums of two never overflow.
    return value <= UInt64(Int.max / 4) ? Int(value) : nil
  }
}
