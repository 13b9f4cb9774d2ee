/// The bank holidays of the United Kingdom, worked out by rule.
///
/// Banking and Financial Dealings Act 1971 and the proclamations made yearly under it; good from 1978, when the early May
/// holiday came. The extra and moved days that were proclaimed are listed from 2002 to 2026: a later one is not known here
/// until it is added, and a calendar file (`--holidays`) can give it.
public enum BankHolidays {
  /// In the order of their dates.
  public static func holidays(in year: Int, region: HolidayRegion) -> [Holiday] {
    guard (1978...9999).contains(year) else { return [] }
    var found: [Holiday] = []
    func add(_ date: CivilDate?, _ name: String) {
      if let date { found.append(Holiday(date: date, name: name)) }
    }
    func fixed(_ days: [(month: Int, day: Int, name: String)]) {
      found += substituted(
        days.compactMap { day in
          CivilDate(year: year, month: day.month, day: day.day).map { Holiday(date: $0, name: day.name) }
        })
    }
    let easter = easterSunday(of: year)
    fixed([(1, 1, "New Year’s Day")] + (region == .scotland ? [(1, 2, "2 January")] : []))
    if region == .northernIreland { fixed([(3, 17, "St Patrick’s Day")]) }
    add(easter.adding(days: -2), "Good Friday")
    if region != .scotland { add(easter.adding(days: 1), "Easter Monday") }
    add(earlyMay(year), "Early May bank holiday")
    add(spring(year), "Spring bank holiday")
    if region == .northernIreland { fixed([(7, 12, "Battle of the Boyne (Orangemen’s Day)")]) }
    if region == .scotland {
      add(first(.monday, month: 8, year), "Summer bank holiday")
      if year >= 2007 { fixed([(11, 30, "St Andrew’s Day")]) }
    } else {
      add(last(.monday, month: 8, year), "Summer bank holiday")
    }
    fixed([(12, 25, "Christmas Day"), (12, 26, "Boxing Day")])
    for extra in extras where extra.region == nil || extra.region == region {
      if let date = CivilDate(reading: extra.date), date.year == year { add(date, extra.name) }
    }
    return found.sorted { $0.date < $1.date }
  }

  /// Western Easter (Gregorian computus).
  public static func easterSunday(of year: Int) -> CivilDate {
    let golden = year % 19
    let century = year / 100
    let moonShift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = moonShift - (moonShift / 28) * (1 - (29 / (moonShift + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let sunday = moon - weekday
    let month = 3 + (sunday + 40) / 44
    let day = sunday + 28 - 31 * (month / 4)
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  /// A holiday at the weekend is kept on the next working day that is not a holiday itself.
  private static func substituted(_ days: [Holiday]) -> [Holiday] {
    var taken = days.map(\.date).filter { !$0.weekday.isWeekend }
    return days.map { holiday in
      guard holiday.date.weekday.isWeekend else { return holiday }
      var date = holiday.date
      while date.weekday.isWeekend || taken.contains(date) { date = date.adding(days: 1) }
      taken.append(date)
      return Holiday(date: date, name: "\(holiday.name) (substitute day)")
    }
  }

  private static func earlyMay(_ year: Int) -> CivilDate? {
    // Moved for the 75th anniversary of VE Day.
    year == 2020 ? CivilDate(year: 2020, month: 5, day: 8) : first(.monday, month: 5, year)
  }

  private static func spring(_ year: Int) -> CivilDate? {
    switch year {
    // Moved for the jubilees.
    case 2002: CivilDate(year: 2002, month: 6, day: 4)
    case 2012: CivilDate(year: 2012, month: 6, day: 4)
    case 2022: CivilDate(year: 2022, month: 6, day: 2)
    default: last(.monday, month: 5, year)
    }
  }

  private static let extras: [(date: String, name: String, region: HolidayRegion?)] = [
    ("2002-06-03", "Golden Jubilee", nil),
    ("2011-04-29", "Royal wedding", nil),
    ("2012-06-05", "Diamond Jubilee", nil),
    ("2022-06-03", "Platinum Jubilee", nil),
    ("2022-09-19", "State funeral of Queen Elizabeth II", nil),
    ("2023-05-08", "Coronation of King Charles III", nil),
    ("2026-06-15", "World Cup bank holiday", .scotland),
  ]

  private static func first(_ weekday: Weekday, month: Int, _ year: Int) -> CivilDate? {
    MeetingPattern(.first, weekday).date(month: month, of: year)
  }

  private static func last(_ weekday: Weekday, month: Int, _ year: Int) -> CivilDate? {
    MeetingPattern(.last, weekday).date(month: month, of: year)
  }
}
