/// Which days are worked: not Saturdays and Sundays, and not the holidays of a place or of a calendar file.
public struct WorkingCalendar: Hashable, Sendable {
  public var region: HolidayRegion?
  /// Further holidays, from a calendar file or from the rules.
  public var holidays: [Holiday]

  public init(region: HolidayRegion? = nil, holidays: [Holiday] = []) {
    self.region = region
    self.holidays = holidays
  }

  /// The holiday that falls on a day; `nil` on any other day.
  public func holiday(on date: CivilDate) -> Holiday? {
    if let holiday = holidays.first(where: { $0.date == date }) { return holiday }
    guard let region else { return nil }
    return BankHolidays.holidays(in: date.year, region: region).first { $0.date == date }
  }

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    !date.weekday.isWeekend && holiday(on: date) == nil
  }

  /// Counts back so many working days from a day, itself not counted.
  ///
  /// `skipped` are the holidays passed over that would have been working days, earliest first. O(days).
  package func countingBack(_ count: Int, from date: CivilDate) -> (date: CivilDate, skipped: [CivilDate]) {
    var day = date
    var left = count
    var skipped: [CivilDate] = []
    while left > 0 {
      day = day.adding(days: -1)
      if day.weekday.isWeekend { continue }
      if holiday(on: day) != nil {
        skipped.append(day)
      } else {
        left -= 1
      }
      // A calendar on which every day is a holiday must end too.
      if day.days(to: date) > 100 * (count + 10) { break }
    }
    return (day, skipped.reversed())
  }

  /// `holidays of Scotland`, for sentences.
  package var words: String {
    switch (region, holidays.isEmpty) {
    case (nil, true): "no holidays"
    case (let region?, true): "the bank holidays of \(region.words)"
    case (nil, false): "the holidays of the calendar given"
    case (let region?, false): "the bank holidays of \(region.words) and those of the calendar given"
    }
  }
}
