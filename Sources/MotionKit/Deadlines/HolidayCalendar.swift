/// Holidays from a calendar file (iCalendar, RFC 5545), such as councils and governments publish.
public struct HolidayCalendar: Hashable, Sendable {
  /// In the order of their dates.
  public var holidays: [Holiday]
  /// What of the file was not read.
  public var findings: [Finding]

  /// Reads the days of every event, from its start to before its end; never fails.
  ///
  /// An event with a time counts on its day as written. Repeating events are taken once and reported.
  public init(reading bytes: [UInt8]) {
    var holidays: [Holiday] = []
    var findings: [Finding] = []
    var event: [String: String]?
    for line in HolidayCalendar.unfold(bytes) {
      guard let colon = line.text.firstIndex(of: ":") else { continue }
      let name = line.text[..<colon].split(separator: ";").first.map { String($0).uppercased() } ?? ""
      let value = String(line.text[line.text.index(after: colon)...])
      switch (name, PlainWords.trim(value).uppercased()) {
      case ("BEGIN", "VEVENT"): event = [:]
      case ("END", "VEVENT"):
        if let event { holidays += HolidayCalendar.days(of: event) }
        event = nil
      case ("RRULE", _) where event != nil:
        findings.append(
          Finding(
            code: "holiday-repeats", severity: .warning, span: line.span,
            message: "This holiday repeats; only its first day is taken.", fix: "List each year’s day."))
      default: event?[name] = value
      }
    }
    if holidays.isEmpty {
      findings.append(
        Finding(
          code: "holidays-none", severity: .error, message: "There is no holiday in this calendar.",
          fix: "Give an iCalendar file with an event for each holiday."))
    }
    self.holidays = holidays.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    self.findings = findings
  }

  private static func days(of event: [String: String]) -> [Holiday] {
    guard let start = event["DTSTART"].flatMap(date) else { return [] }
    let name = unescape(event["SUMMARY"] ?? "Holiday")
    // The end is the first day after it; no holiday lasts a year.
    let end = event["DTEND"].flatMap(date) ?? start
    let length = max(1, min(start.days(to: end), 366))
    return (0..<length).map { Holiday(date: start.adding(days: $0), name: name) }
  }

  private static func date(_ value: String) -> CivilDate? {
    let digits = PlainWords.trim(value).utf8.prefix(8)
    guard digits.count == 8, let figure = PlainWords.figure(String(decoding: digits, as: UTF8.self)) else { return nil }
    return CivilDate(year: figure / 10_000, month: figure / 100 % 100, day: figure % 100)
  }

  private static func unescape(_ text: String) -> String {
    var result = ""
    var escaped = false
    for scalar in text.unicodeScalars {
      if escaped {
        result.unicodeScalars.append(scalar == "n" || scalar == "N" ? " " : scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines with their continuations (§3.1), and where each begins.
  private static func unfold(_ bytes: [UInt8]) -> [(text: String, span: Range<Int>)] {
    var lines: [(bytes: [UInt8], span: Range<Int>)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      if line.last == 0x0D { line.removeLast() }
      if let first = line.first, first == 0x20 || first == 0x09, var last = lines.popLast() {
        last.bytes += line.dropFirst()
        last.span = last.span.lowerBound..<line.endIndex
        lines.append(last)
      } else {
        lines.append((Array(line), start..<line.endIndex))
      }
      start = end + 1
    }
    return lines.map { (String(decoding: $0.bytes, as: UTF8.self), $0.span) }
  }
}
