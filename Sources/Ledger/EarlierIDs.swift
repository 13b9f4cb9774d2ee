internal import CanonicalJSON
internal import Platform

/// Where the entries stand that were entered under an id.
///
/// A ledger has no index of these. It is looked through for the bytes of the member alone, which reads a million lines in
/// a tenth of the time that checking them takes: first for the ids that are asked for, and where more are asked for after
/// that, for all there are.
struct EarlierIDs {
  struct Place {
    var offset: Int
    var count: Int
  }

  /// By the id in JSON.
  private var places: [[UInt8]: Place] = [:]
  private var isBegun = false
  private var isWhole = false

  private static let member = Array("\"id\":\"".utf8)
  /// How far the search may go on from a byte that its window ends with (Horspool).
  private static let skips: [Int] = {
    var skips = [Int](repeating: member.count, count: 256)
    for (index, byte) in member.dropLast().enumerated() { skips[Int(byte)] = member.count - 1 - index }
    return skips
  }()
  private static let step = 1 << 20

  static func json(_ id: String) -> [UInt8] {
    var json: [UInt8] = []
    JSON.writeString(id, to: &json)
    return json
  }

  subscript(id: [UInt8]) -> Place? { places[id] }

  mutating func add(_ id: [UInt8], _ place: Place) { places[id] = place }

  /// Looks for ids in the first bytes of a file, which are whole lines.
  mutating func look(for ids: [[UInt8]], in file: any OpenFile, upTo end: Int) throws(FileError) {
    if isWhole || ids.isEmpty { return }
    isWhole = isBegun
    isBegun = true
    let wanted = Set(ids)
    var start = 0
    while start < end {
      let bytes = try file.read(at: start, count: min(Self.step, end - start))
      guard let last = bytes.lastIndex(of: 10) else { return }
      look(through: bytes, upTo: last, at: start, isWhole ? nil : wanted)
      start += last + 1
    }
  }

  private mutating func look(through bytes: [UInt8], upTo end: Int, at offset: Int, _ wanted: Set<[UInt8]>?) {
    let (member, skips) = (Self.member, Self.skips)
    var checker = CanonicalLine()
    var at = member.count - 1
    while at < end {
      let byte = bytes[at]
      defer { at += skips[Int(byte)] }
      // Few places end like this, so that the rest is compared seldom.
      guard byte == UInt8(ascii: "\""), bytes[at - 1] == UInt8(ascii: ":"), bytes[at - 3] == UInt8(ascii: "d"),
        bytes[at - 5..<at].elementsEqual(member.dropLast()), let value = string(in: bytes, from: at, upTo: end)
      else { continue }
      let id = Array(bytes[value])
      guard wanted?.contains(id) ?? true else { continue }
      let line = line(in: bytes, around: at)
      // The member may be one of an object within the entry.
      guard (try? checker.check(bytes, in: line)) != nil, checker.members.contains(where: { $0.value == value }) else {
        continue
      }
      places[id] = Place(offset: offset + line.lowerBound, count: line.count)
    }
  }

  /// A string of JSON from its quotation mark.
  private func string(in bytes: [UInt8], from start: Int, upTo end: Int) -> Range<Int>? {
    var at = start + 1
    while at < end, bytes[at] != 10 {
      if bytes[at] == UInt8(ascii: "\"") { return start..<at + 1 }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func line(in bytes: [UInt8], around place: Int) -> Range<Int> {
    var (start, end) = (place, place)
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return start..<end
  }
}
