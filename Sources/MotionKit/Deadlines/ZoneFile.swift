/// Why bytes are no zone file.
public enum ZoneFileError: Error, Hashable, Sendable {
  /// It does not begin as a TZif file does.
  case notZoneData
  /// It ends too early, or a number in it points outside.
  case damaged
}

extension TimeZoneRules {
  /// Reads a TZif file, version 1 to 4 (RFC 9636).
  ///
  /// Times before the first transition have the first local time type (§3.2). Leap seconds, which "right" zone files
  /// hold, are refused as damage: the moments here have none.
  public init(name: String, zoneFile bytes: [UInt8]) throws(ZoneFileError) {
    guard bytes.starts(with: Array("TZif".utf8)) else { throw .notZoneData }
    var reader = ZoneFileReader(rest: bytes[...])
    var header = try reader.header()
    var wide = false
    if header.version >= UInt8(ascii: "2") {
      try reader.skip(header.size(wide: false))
      header = try reader.header()
      wide = true
    }
    let body = try reader.body(header, wide: wide)
    var closing: ZoneRule?
    if wide {
      let footer = try reader.footer()
      if !footer.isEmpty {
        guard let rule = ZoneRule(reading: footer) else { throw .damaged }
        closing = rule
      }
    }
    self.init(name: name, first: body.first, transitions: body.transitions, closing: closing)
  }
}

private struct ZoneFileReader {
  struct Header {
    var version: UInt8
    var utcMarks: Int
    var standardMarks: Int
    var leaps: Int
    var times: Int
    var types: Int
    var letters: Int

    func size(wide: Bool) -> Int {
      let width = wide ? 8 : 4
      return times * width + times + types * 6 + letters + leaps * (width + 4) + standardMarks + utcMarks
    }
  }

  var rest: ArraySlice<UInt8>

  mutating func take(_ count: Int) throws(ZoneFileError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw .damaged }
    defer { rest.removeFirst(count) }
    return rest.prefix(count)
  }

  mutating func skip(_ count: Int) throws(ZoneFileError) { _ = try take(count) }

  private mutating func number(_ width: Int) throws(ZoneFileError) -> Int64 {
    let bytes = try take(width)
    let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  mutating func header() throws(ZoneFileError) -> Header {
    guard try take(4).elementsEqual("TZif".utf8) else { throw .damaged }
    guard let version = try take(1).first else { throw .damaged }
    try skip(15)
    var counts: [Int] = []
    for _ in 0..<6 {
      let count = Int(try number(4))
      // Real files have some hundreds; the bound keeps the sums below from overflowing.
      guard (0...1_000_000).contains(count) else { throw .damaged }
      counts.append(count)
    }
    return Header(
      version: version, utcMarks: counts[0], standardMarks: counts[1], leaps: counts[2], times: counts[3],
      types: counts[4], letters: counts[5])
  }

  mutating func body(
    _ header: Header, wide: Bool
  ) throws(ZoneFileError) -> (first: TimeZoneRules.LocalTime, transitions: [TimeZoneRules.Transition]) {
    guard header.leaps == 0, header.size(wide: wide) <= rest.count else { throw .damaged }
    var times: [Int64] = []
    for _ in 0..<header.times { times.append(try number(wide ? 8 : 4)) }
    let kinds = Array(try take(header.times))
    var raw: [(offset: Int, isDaylight: Bool, name: Int)] = []
    for _ in 0..<header.types {
      let offset = Int(try number(4))
      let marks = Array(try take(2))
      raw.append((offset, marks[0] != 0, Int(marks[1])))
    }
    let letters = Array(try take(header.letters))
    try skip(header.standardMarks + header.utcMarks)
    var types: [TimeZoneRules.LocalTime] = []
    for type in raw {
      guard abs(type.offset) <= 100_000, type.name <= letters.count else { throw .damaged }
      let name = letters[type.name...].prefix { $0 != 0 }
      types.append(
        TimeZoneRules.LocalTime(
          offset: type.offset, isDaylight: type.isDaylight, abbreviation: String(decoding: name, as: UTF8.self)))
    }
    guard let first = types.first else { throw .damaged }
    var transitions: [TimeZoneRules.Transition] = []
    for (time, kind) in zip(times, kinds) {
      guard types.indices.contains(Int(kind)), transitions.last?.at ?? .min < time || transitions.isEmpty else {
        throw .damaged
      }
      transitions.append(TimeZoneRules.Transition(at: time, local: types[Int(kind)]))
    }
    return (first, transitions)
  }

  mutating func footer() throws(ZoneFileError) -> ArraySlice<UInt8> {
    guard rest.popFirst() == 0x0A, let end = rest.firstIndex(of: 0x0A) else { throw .damaged }
    return rest[..<end]
  }
}
