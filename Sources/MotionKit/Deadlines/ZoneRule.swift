/// The closing rule of a zone file: a POSIX `TZ` string such as `GMT0BST,M3.5.0/1,M10.5.0`, with the hours from −167 to
/// 167 that RFC 9636 §3.3.1 adds.
package struct ZoneRule: Hashable, Sendable {
  /// A day of every year.
  enum Day: Hashable, Sendable {
    /// 1 to 365; 29 February is never counted.
    case julian(Int)
    /// 0 to 365; 29 February is counted.
    case zeroBased(Int)
    /// The `week`th such weekday of a month, 5 for the last; 0 is Sunday.
    case week(month: Int, week: Int, weekday: Int)

    func number(in year: Int) -> Int {
      let newYear = (CivilDate(year: year, month: 1, day: 1) ?? CivilDate(dayNumber: 0)).dayNumber
      switch self {
      case .julian(let day):
        return newYear + day - 1 + (CivilDate.isLeap(year) && day >= 60 ? 1 : 0)
      case .zeroBased(let day): return newYear + day
      case .week(let month, let week, let weekday):
        let first = CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: newYear)
        let ahead = (weekday - first.weekday.rawValue % 7 + 7) % 7
        var day = ahead + 7 * (week - 1)
        while day >= CivilDate.days(inMonth: month, of: year) { day -= 7 }
        return first.dayNumber + day
      }
    }
  }

  struct Change: Hashable, Sendable {
    var day: Day
    /// Seconds after the midnight that begins the day, by the clock before the change.
    var time: Int
  }

  var standard: TimeZoneRules.LocalTime
  var daylight: TimeZoneRules.LocalTime?
  var start = Change(day: .week(month: 3, week: 2, weekday: 0), time: 7200)
  var end = Change(day: .week(month: 11, week: 1, weekday: 0), time: 7200)

  func local(at seconds: Int64) -> TimeZoneRules.LocalTime {
    guard daylight != nil else { return standard }
    return transitions(from: seconds - 86_400 * 370, to: seconds).last?.local ?? standard
  }

  /// The changes between two moments, in their order.
  func transitions(from first: Int64, to last: Int64) -> [TimeZoneRules.Transition] {
    guard let daylight else { return [] }
    let years =
      Instant(seconds: first).civil(offset: 0).date.year - 1...Instant(seconds: last).civil(offset: 0).date.year + 1
    guard years.count < 10_000 else { return [] }
    var found: [TimeZoneRules.Transition] = []
    for year in years where (-9999...9999).contains(year) {
      let begins = Int64(start.day.number(in: year)) * 86_400 + Int64(start.time - standard.offset)
      let ends = Int64(end.day.number(in: year)) * 86_400 + Int64(end.time - daylight.offset)
      found.append(TimeZoneRules.Transition(at: begins, local: daylight))
      found.append(TimeZoneRules.Transition(at: ends, local: standard))
    }
    // In the order of time; where two come at one moment (daylight time all year) the daylight one stands.
    found.sort { ($0.at, $0.local.isDaylight ? 1 : 0) < ($1.at, $1.local.isDaylight ? 1 : 0) }
    return found.filter { $0.at >= first && $0.at <= last }
  }
}

extension ZoneRule {
  /// `nil` where it is no such string.
  init?(reading bytes: ArraySlice<UInt8>) {
    var reader = Reader(rest: bytes)
    guard let name = reader.name(), let west = reader.clock(signed: true) else { return nil }
    standard = TimeZoneRules.LocalTime(offset: -west, abbreviation: name)
    guard !reader.rest.isEmpty else { return }
    guard let other = reader.name() else { return nil }
    var offset = standard.offset + 3600
    if let next = reader.rest.first, next != UInt8(ascii: ",") {
      guard let west = reader.clock(signed: true) else { return nil }
      offset = -west
    }
    daylight = TimeZoneRules.LocalTime(offset: offset, isDaylight: true, abbreviation: other)
    guard !reader.rest.isEmpty else { return }
    guard let start = reader.change(), let end = reader.change(), reader.rest.isEmpty else { return nil }
    self.start = start
    self.end = end
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func name() -> String? {
      let quoted = take("<")
      let letters = rest.prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): quoted
        default: false
        }
      }
      rest.removeFirst(letters.count)
      guard letters.count >= 3, !quoted || take(">") else { return nil }
      return String(decoding: letters, as: UTF8.self)
    }

    mutating func number(upTo limit: Int) -> Int? {
      let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      rest.removeFirst(digits.count)
      guard digits.count <= 3, let value = Int(String(decoding: digits, as: UTF8.self)), value <= limit else {
        return nil
      }
      return value
    }

    /// `[+|-]hh[:mm[:ss]]` in seconds.
    mutating func clock(signed: Bool) -> Int? {
      let negative = signed && take("-")
      if signed, !negative { _ = take("+") }
      guard let hours = number(upTo: 167) else { return nil }
      var seconds = hours * 3600
      if take(":") {
        guard let minutes = number(upTo: 59) else { return nil }
        seconds += minutes * 60
        if take(":") {
          guard let rest = number(upTo: 59) else { return nil }
          seconds += rest
        }
      }
      return negative ? -seconds : seconds
    }

    mutating func change() -> Change? {
      guard take(","), let day = day() else { return nil }
      guard take("/") else { return Change(day: day, time: 7200) }
      return clock(signed: true).map { Change(day: day, time: $0) }
    }

    private mutating func day() -> Day? {
      if take("J") {
        guard let day = number(upTo: 365), day >= 1 else { return nil }
        return .julian(day)
      }
      guard take("M") else { return number(upTo: 365).map { .zeroBased($0) } }
      guard let month = number(upTo: 12), month >= 1, take("."), let week = number(upTo: 5), week >= 1, take("."),
        let weekday = number(upTo: 6)
      else { return nil }
      return .week(month: month, week: week, weekday: weekday)
    }
  }
}
