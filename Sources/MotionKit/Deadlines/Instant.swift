/// A moment: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Sendable, Comparable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (first: Instant, second: Instant) -> Bool { first.seconds < second.seconds }

  /// What a clock shows that is `offset` seconds ahead of UTC.
  public func civil(offset: Int) -> (date: CivilDate, time: CivilTime) {
    let (sum, overflow) = seconds.addingReportingOverflow(Int64(offset))
    let local = overflow ? seconds : sum
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    return (CivilDate(dayNumber: Int(day)), CivilTime(secondOfDay: Int(local - day * 86_400)))
  }

  /// The moment at which a clock `offset` seconds ahead of UTC shows this.
  public init(_ date: CivilDate, _ time: CivilTime, offset: Int) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) - Int64(offset)
  }

  public func adding(seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }
}

/// RFC 3339.
extension Instant {
  /// Reads `2026-09-18T12:00:00+01:00`, `2026-09-18T11:00:00Z`; `nil` for any other form.
  ///
  /// A fraction of a second is cut off; the seconds may be left out, as people do; `23:59:60` is the second after
  /// `23:59:59`. A space may stand for the `T` (§5.6).
  public init?(rfc3339 text: String) {
    var rest = Array(text.utf8)[...]
    guard rest.count >= 17, let date = CivilDate(reading: String(decoding: rest.prefix(10), as: UTF8.self)) else {
      return nil
    }
    rest.removeFirst(10)
    guard let mark = rest.popFirst(), [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(mark),
      let hour = Instant.pair(&rest), hour < 24, rest.popFirst() == UInt8(ascii: ":"),
      let minute = Instant.pair(&rest), minute < 60
    else { return nil }
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let figure = Instant.pair(&rest), figure <= 60 else { return nil }
      second = figure
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard !digits.isEmpty else { return nil }
        rest.removeFirst(digits.count)
      }
    }
    guard let offset = Instant.offset(&rest), rest.isEmpty else { return nil }
    self.init(
      seconds: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset))
  }

  /// `2026-09-18T11:00:00Z`.
  public var rfc3339: String {
    let (date, time) = civil(offset: 0)
    return "\(date)T\(Instant.full(time))Z"
  }

  /// `2026-09-18T12:00:00+01:00`.
  ///
  /// RFC 3339 has whole minutes only: an offset of local mean time, before the zones, is cut to the minute and the
  /// time told by it, so that the moment stays the same.
  public func rfc3339(offset: Int) -> String {
    let minutes = offset / 60
    let (date, time) = civil(offset: minutes * 60)
    let sign = minutes < 0 ? "-" : "+"
    let hours = CivilDate.padded(abs(minutes) / 60, 2)
    return "\(date)T\(Instant.full(time))\(sign)\(hours):\(CivilDate.padded(abs(minutes) % 60, 2))"
  }

  private static func full(_ time: CivilTime) -> String {
    time.second == 0 ? "\(time):00" : time.description
  }

  private static func pair(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2, let figure = PlainWords.figure(String(decoding: bytes.prefix(2), as: UTF8.self)) else {
      return nil
    }
    bytes.removeFirst(2)
    return figure
  }

  private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.popFirst() else { return nil }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = pair(&bytes), hours < 24,
      bytes.popFirst() == UInt8(ascii: ":"), let minutes = pair(&bytes), minutes < 60
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
