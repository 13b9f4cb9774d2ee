/// When something came in, as a secretary says it: `Fri 11:58`, `yesterday 18:00`, `20 Nov 11:58`, `2026-11-20 11:58`,
/// `11:58`, or RFC 3339.
public enum ArrivalTime {
  /// The instant that is meant: the last such moment that is not after now.
  ///
  /// - Returns: nil where the text is none of these, or where nothing of the kind lies in the past year.
  public static func read(_ text: String, now: Instant, zone: TimeZoneRules) -> Instant? {
    if let instant = Instant(rfc3339: text) { return instant }
    let words = text.split(separator: " ").map { String($0) }
    guard let last = words.last else { return nil }
    if words.count == 1, let letter = text.utf8.firstIndex(of: UInt8(ascii: "T")),
      let date = CivilDate(reading: String(text[..<letter])),
      let time = CivilTime(reading: String(text[text.utf8.index(after: letter)...]))
    {
      return zone.resolve(date, time).earliest
    }
    guard let time = CivilTime(reading: last) else { return nil }
    let today = zone.civil(at: now).date
    let dayWords = words.dropLast().map { $0.lowercased() }
    switch dayWords.count {
    case 0: return notAfter(now, [today, today.adding(days: -1)], time, zone)
    case 1:
      if let date = CivilDate(reading: dayWords[0]) { return zone.resolve(date, time).earliest }
      if dayWords[0] == "today" { return zone.resolve(today, time).earliest }
      if dayWords[0] == "yesterday" { return zone.resolve(today.adding(days: -1), time).earliest }
      guard let weekday = weekday(dayWords[0]) else { return nil }
      let days = (0...7).map { today.adding(days: -$0) }.filter { $0.weekday == weekday }
      return notAfter(now, days, time, zone)
    case 2, 3:
      let parts = dayWords.filter { weekday($0) == nil }
      guard parts.count == 2, let day = Int(parts[0].prefix { $0.isNumber }), let month = month(parts[1]) else {
        return nil
      }
      let years = [today.year, today.year - 1]
      return notAfter(now, years.compactMap { CivilDate(year: $0, month: month, day: day) }, time, zone)
    default: return nil
    }
  }

  private static func notAfter(
    _ now: Instant, _ days: [CivilDate], _ time: CivilTime, _ zone: TimeZoneRules
  ) -> Instant? {
    days.map { zone.resolve($0, time).earliest }.first { $0 <= now }
  }

  private static func weekday(_ word: String) -> Weekday? {
    guard word.utf8.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.words.lowercased().hasPrefix(word) }
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return CivilDate.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}
