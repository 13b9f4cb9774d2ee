import Foundation
import MotionKit
import Testing

private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(reading: text)) }

@Suite("Notice")
struct NoticeTests {
  @Test(
    "the latest day for notice before a meeting",
    arguments: [
      ("14 clear days", "2026-06-30", "2026-06-15"),
      ("14 days", "2026-06-30", "2026-06-16"),
      ("at least 7 days prior", "2026-06-30", "2026-06-23"),
      ("not less than fourteen clear days’ notice", "2026-06-30", "2026-06-15"),
      ("twenty-one clear days", "2026-06-30", "2026-06-08"),
      ("2 weeks", "2026-06-30", "2026-06-16"),
      ("a fortnight", "2026-06-30", "2026-06-16"),
      ("1 calendar month", "2026-03-31", "2026-02-28"),
      ("3 calendar months", "2026-06-30", "2026-03-30"),
      ("0 days", "2026-06-30", "2026-06-30"),
      ("0 clear days", "2026-06-30", "2026-06-29"),
      ("1 clear day", "2026-03-01", "2026-02-27"),
    ])
  func latest(_ phrase: String, _ meeting: String, _ latest: String) throws {
    let notice = try #require(Notice(reading: phrase))
    #expect(notice.latest(before: try date(meeting)).date.description == latest)
  }

  @Test(
    "working days pass over weekends and bank holidays",
    arguments: [
      ("5 working days", "2026-12-03", HolidayRegion.scotland, "2026-11-25", ["2026-11-30"]),
      ("5 working days", "2026-12-03", .englandAndWales, "2026-11-26", []),
      ("5 clear working days", "2026-12-03", .scotland, "2026-11-24", ["2026-11-30"]),
      ("1 working day", "2026-12-29", .englandAndWales, "2026-12-24", ["2026-12-25", "2026-12-28"]),
      ("1 working day", "2027-01-05", .scotland, "2026-12-31", ["2027-01-01", "2027-01-04"]),
      ("10 business days", "2026-04-08", .northernIreland, "2026-03-23", ["2026-04-03", "2026-04-06"]),
      ("5 clear working days", "2026-06-29", .englandAndWales, "2026-06-19", []),
    ])
  func workingDays(
    _ phrase: String, _ meeting: String, _ region: HolidayRegion, _ latest: String, _ skipped: [String]
  ) throws {
    let notice = try #require(Notice(reading: phrase))
    let found = notice.latest(before: try date(meeting), calendar: WorkingCalendar(region: region))
    #expect(found.date.description == latest)
    #expect(found.skipped.map(\.description) == skipped)
  }

  @Test(
    "what is no length of notice is refused",
    arguments: [
      "", "days", "14", "14 moons", "some days", "fourteen clear", "-3 days", "1.5 weeks", "99999 days", "clear days",
      "99999999999999999999 days", "14 clear clear purple days",
    ])
  func refused(_ phrase: String) {
    #expect(Notice(reading: phrase) == nil)
  }

  @Test("notice said in words is read back the same", arguments: Notice.Unit.allCases, [true, false])
  func words(_ unit: Notice.Unit, _ clear: Bool) {
    for count in [0, 1, 2, 14, 21, 10_000] {
      let notice = Notice(count, unit, clear: clear)
      #expect(Notice(reading: notice.words) == notice)
    }
  }

  @Test("clear days leave that many whole days between; one day more of notice is never later")
  func laws() throws {
    let scotland = WorkingCalendar(region: .scotland)
    for seed in 0..<300 {
      let meeting = CivilDate(dayNumber: 20_000 + seed * 13)
      let count = seed % 40
      let clear = Notice(count, .days, clear: true).latest(before: meeting).date
      #expect(clear.days(to: meeting) - 1 == count, "seed \(seed)")
      for unit in Notice.Unit.allCases {
        for isClear in [true, false] {
          let less = Notice(count, unit, clear: isClear).latest(before: meeting, calendar: scotland).date
          let more = Notice(count + 1, unit, clear: isClear).latest(before: meeting, calendar: scotland).date
          #expect(more < less, "seed \(seed) \(unit)")
        }
      }
      let working = Notice(count, .workingDays, clear: true).latest(before: meeting, calendar: scotland).date
      let between = (1..<max(1, working.days(to: meeting))).filter { scotland.isWorkingDay(working.adding(days: $0)) }
      #expect(between.count >= count && scotland.isWorkingDay(working), "seed \(seed)")
    }
  }

  @Test("a calendar on which nobody works ends all the same")
  func noWork() {
    let first = CivilDate(dayNumber: 10_000)
    let holidays = (0..<15_000).map { Holiday(date: first.adding(days: $0), name: "off") }
    let calendar = WorkingCalendar(holidays: holidays)
    #expect(
      Notice(1, .workingDays).latest(before: CivilDate(dayNumber: 20_000), calendar: calendar).date.dayNumber < 20_000)
  }
}

@Suite("Bank holidays")
struct BankHolidaysTests {
  @Test(
    "the days published for each region",
    arguments: [
      (2020, HolidayRegion.englandAndWales, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
      (2021, .englandAndWales, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
      (2022, .englandAndWales, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
      (2023, .englandAndWales, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
      (2026, .englandAndWales, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
      (2021, .scotland, "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28"),
      (2022, .scotland, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"),
      (2023, .scotland, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"),
      (2024, .scotland, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"),
      (2026, .scotland, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
      (2024, .northernIreland, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"),
      (2025, .northernIreland, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
    ])
  func published(_ year: Int, _ region: HolidayRegion, _ days: String) {
    let found = BankHolidays.holidays(in: year, region: region).map { $0.date.description.dropFirst(5) }
    #expect(found.joined(separator: " ") == days)
  }

  @Test(
    "Easter",
    arguments: [
      (1818, "1818-03-22"), (1943, "1943-04-25"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31"),
      (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
      (2285, "2285-03-22"),
    ])
  func easter(_ year: Int, _ expected: String) {
    #expect(BankHolidays.easterSunday(of: year).description == expected)
  }

  @Test("no holiday falls on a weekend or on another", arguments: HolidayRegion.allCases)
  func onWorkingDays(_ region: HolidayRegion) {
    for year in 1978...2200 {
      let days = BankHolidays.holidays(in: year, region: region).map(\.date)
      #expect(days.allSatisfy { !$0.weekday.isWeekend }, "\(year)")
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 }, "\(year)")
      #expect(days.count >= 8)
    }
  }

  @Test("holidays are read from a calendar file")
  func calendarFile() {
    let text = """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      BEGIN:VEVENT\r
      DTSTART;VALUE=DATE:20261130\r
      DTEND;VALUE=DATE:20261201\r
      SUMMARY:St Andrew\\, the\r
       Apostle\r
      END:VEVENT\r
      BEGIN:VEVENT\r
      DTSTART;VALUE=DATE:20261224\r
      DTEND;VALUE=DATE:20261227\r
      SUMMARY:Office closed\r
      RRULE:FREQ=YEARLY\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    let calendar = HolidayCalendar(reading: Array(text.utf8))
    #expect(calendar.holidays.map(\.date.description) == ["2026-11-30", "2026-12-24", "2026-12-25", "2026-12-26"])
    #expect(calendar.holidays.first?.name == "St Andrew, theApostle")
    #expect(calendar.findings.map(\.code) == ["holiday-repeats"])
    #expect(HolidayCalendar(reading: [0xFF, 0x0A, 0x3A]).findings.map(\.code) == ["holidays-none"])
  }
}

@Suite("Cases of deadlines")
struct DeadlineCasesTests {
  /// The words of one case.
  private func example(_ id: String) throws -> [String: String] {
    let data = try #require(FileManager.default.contents(atPath: procedureFixture("deadlines.json")))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(file["cases"] as? [[String: Any]])
    let found = try #require(cases.first { $0["id"] as? String == id })
    return found.compactMapValues { $0 as? String }
  }

  @Test("notice in days and clear days", arguments: ["clear_days_14", "days_7_not_clear"])
  func days(_ id: String) throws {
    let example = try example(id)
    let rule = try #require(example["rule"])
    let notice = try #require(Notice(reading: rule))
    let meeting = try date(#require(example["meeting"]))
    #expect(notice.latest(before: meeting).date.description == example["latest_notice_given"])
  }

  @Test("working days differ between Scotland and England")
  func scotland() throws {
    let example = try example("working_days_5_scotland_differs")
    let meeting = try date(#require(example["meeting"]))
    let notice = Notice(5, .workingDays)
    #expect(
      notice.latest(before: meeting, calendar: WorkingCalendar(region: .scotland)).date.description
        == example["latest"])
    let england = notice.latest(before: meeting, calendar: WorkingCalendar(region: .englandAndWales)).date
    #expect(try #require(example["why"]).hasSuffix("England: \(england)"))
  }

  @Test("three months from 31 January is 30 April")
  func months() throws {
    let example = try example("rescission_window_3m")
    let decided = try date(#require(example["decided"]))
    #expect(decided.adding(months: 3).description == example["moved"])
  }
}
