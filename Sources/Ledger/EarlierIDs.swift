internal import CanonicalJSON
internal import Platform

/// Where the entries stand that were entered under an id.
///
/// A ledger has no index of these. It is looked through: first for the ids that are asked for, and where more are asked
/// for after that, for all there are.
struct EarlierIDs {
  struct Place {
    var offset: Int
    var count: Int
  }

  /// By the id in JSON.
  private var places: [[UInt8]: Place] = [:]
  private var isBegun = false
  private var isWhole = false

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
    let search = MemberSearch("id")
    var checker = CanonicalLine()
    var at = 0
    while let value = search.next(in: bytes, from: &at, upTo: end) {
      let id = Array(bytes[value])
      guard wanted?.contains(id) ?? true else { continue }
      let line = line(in: bytes, around: value.lowerBound)
      // The member may be one of an object within the entry.
      guard (try? checker.check(bytes, in: line)) != nil, checker.members.contains(where: { $0.value == value }) else {
        continue
      }
      places[id] = Place(offset: offset + line.lowerBound, count: line.count)
    }
  }

  private func line(in bytes: [UInt8], around place: Int) -> Range<Int> {
    var (start, end) = (place, place)
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return start..<end
  }
}
