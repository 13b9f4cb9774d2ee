/// A day of the calendar, anywhere: no clock, no zone.
///
/// The proleptic Gregorian calendar, counted in whole days, so that arithmetic is exact and the same on every machine.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; a million years either way, and never beyond.
  public let dayNumber: Int

  private static let bound = 365_242_500

  public init(dayNumber: Int) {
    self.dayNumber = max(-CivilDate.bound, min(dayNumber, CivilDate.bound))
  }

  /// `nil` for a day that the calendar does not have, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(dayNumber: CivilDate.number(year, month, day))
  }

  public static func < (first: CivilDate, second: CivilDate) -> Bool { first.dayNumber < second.dayNumber }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CivilDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day so many months on; where that month is too short, its last day: 31 January and three months is
  /// 30 April.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let months = max(-240_000, min(months, 240_000))
    let count = year * 12 + month - 1 + months
    let newYear = count >= 0 ? count / 12 : -((11 - count) / 12)
    let newMonth = count - newYear * 12 + 1
    let last = CivilDate.days(inMonth: newMonth, of: newYear)
    return CivilDate(dayNumber: CivilDate.number(newYear, newMonth, min(day, last)))
  }

  /// Days from this day to another; negative where that is earlier.
  public func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// `month` from 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Years are counted from 1 March, so that the leap day comes last; 400 years have 146,097 days.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }
}

extension CivilDate {
  /// Reads `2026-06-30`; `nil` for any other form and for a day that there is not.
  public init?(reading text: String) {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces.map(\.utf8.count) == [4, 2, 2],
      let year = PlainWords.figure(String(pieces[0])), let month = PlainWords.figure(String(pieces[1])),
      let day = PlainWords.figure(String(pieces[2]))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2026-06-30`.
  public var description: String {
    let (year, month, day) = parts
    return (year < 0 ? "-" : "") + CivilDate.padded(abs(year), 4) + "-" + CivilDate.padded(month, 2) + "-"
      + CivilDate.padded(day, 2)
  }

  /// `Tuesday 30 June 2026`.
  public var words: String { "\(weekday.words) \(day) \(CivilDate.monthNames[month - 1]) \(year)" }

  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// `Monday`.
  public var words: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}
