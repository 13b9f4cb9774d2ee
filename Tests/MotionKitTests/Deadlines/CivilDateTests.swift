import Foundation
import MotionKit
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  /// The Gregorian calendar of another hand, in UTC.
  private var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }

  @Test("every day of four centuries counts and names itself back")
  func everyDay() {
    var expected = CivilDate(year: 1899, month: 12, day: 31)?.dayNumber ?? 0
    for year in 1900...2300 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          expected += 1
          guard let date = CivilDate(year: year, month: month, day: day) else {
            Issue.record("no \(year)-\(month)-\(day)")
            return
          }
          if date.dayNumber != expected || date.day != day || date.month != month || date.year != year {
            Issue.record("\(year)-\(month)-\(day) is \(date), day \(date.dayNumber), not \(expected)")
            return
          }
        }
      }
    }
  }

  @Test("weekday, adding days and adding months agree with Foundation’s calendar")
  func foundation() throws {
    for seed in 1...400 {
      let number = (seed &* 7_919) % 200_000 - 40_000
      let date = CivilDate(dayNumber: number)
      let moment = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: moment)
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day, "seed \(seed)")
      #expect(date.weekday.rawValue % 7 + 1 == parts.weekday, "seed \(seed)")
      let months = seed % 61 - 30
      let later = try #require(calendar.date(byAdding: .month, value: months, to: moment))
      #expect(
        date.adding(months: months).dayNumber == Int((later.timeIntervalSince1970 / 86_400).rounded(.down)),
        "seed \(seed): \(date) and \(months) months")
    }
  }

  @Test(
    "months end on their last day",
    arguments: [
      ("2026-01-31", 3, "2026-04-30"), ("2024-01-31", 1, "2024-02-29"), ("2026-12-31", 2, "2027-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-01-15", -13, "2024-12-15"),
      ("0001-01-31", -1, "0000-12-31"), ("0000-01-31", -1, "-0001-12-31"),
    ])
  func endOfMonth(_ from: String, _ months: Int, _ to: String) throws {
    #expect(try #require(CivilDate(reading: from)).adding(months: months).description == to)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-6-30", "26-06-30", "2026-06-31", "2026/06/30", "", "tomorrow",
      "2026-06-30x",
      "+026-06-30",
    ])
  func refused(_ text: String) {
    #expect(CivilDate(reading: text) == nil)
  }

  @Test("arithmetic beyond the calendar stays at its edge")
  func edges() {
    #expect(CivilDate(dayNumber: .max).adding(days: .max) == CivilDate(dayNumber: .max))
    #expect(CivilDate(dayNumber: .min).adding(days: .min) == CivilDate(dayNumber: .min))
    #expect(CivilDate(dayNumber: .max).adding(months: .max) == CivilDate(dayNumber: .max))
    #expect(CivilDate(dayNumber: .min).adding(months: .min) == CivilDate(dayNumber: .min))
  }

  @Test(
    "times of day",
    arguments: [("12:00", 43_200), ("00:00", 0), ("23:59:59", 86_399), ("noon", 43_200), ("12 noon", 43_200)])
  func times(_ text: String, _ seconds: Int) {
    #expect(CivilTime(reading: text)?.secondOfDay == seconds)
  }

  @Test(
    "what no clock shows is refused",
    arguments: ["24:00", "12:60", "9:00", "12", "midnight", "12:00:60", "12:00pm", ""])
  func noTimes(_ text: String) {
    #expect(CivilTime(reading: text) == nil)
  }
}

@Suite("Instants")
struct InstantTests {
  @Test(
    "RFC 3339 is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-09-18T12:00:00+01:00", 1_789_729_200), ("2026-09-18T11:00Z", 1_789_729_200),
      ("2026-09-18 11:00:00.999z", 1_789_729_200), ("1969-12-31T23:59:59-00:00", -1),
      ("2016-12-31T23:59:60Z", 1_483_228_800),
    ])
  func reading(_ text: String, _ seconds: Int64) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
  }

  @Test(
    "what is not RFC 3339 is refused",
    arguments: [
      "2026-09-18", "2026-09-18T12:00:00", "2026-09-18T25:00:00Z", "2026-02-30T12:00:00Z", "2026-09-18T12:00:00+0100",
      "2026-09-18T12:00:00.Z", "2026-09-18T12:00:00Zx", "", "2026-09-18T12:00:61Z",
    ])
  func refused(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("an instant written is read back", arguments: [0, 3600, -18_000, 20_700, -75, 50_400])
  func roundTrip(_ offset: Int) {
    for seconds in stride(from: Int64(-3_000_000_000), through: 9_000_000_000, by: 123_456_789) {
      let instant = Instant(seconds: seconds)
      #expect(Instant(rfc3339: instant.rfc3339(offset: offset)) == instant)
      #expect(Instant(rfc3339: instant.rfc3339) == instant)
    }
    #expect(Instant(seconds: 1_789_729_200).rfc3339(offset: 3600) == "2026-09-18T12:00:00+01:00")
  }
}
