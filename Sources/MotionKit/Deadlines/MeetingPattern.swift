/// A day of every month, such as the first Thursday: how branches say when they meet.
public struct MeetingPattern: Hashable, Sendable {
  public enum Place: Int, Hashable, Sendable, CaseIterable {
    case first = 1
    case second, third, fourth, last

    /// `first`.
    public var words: String {
      switch self {
      case .first: "first"
      case .second: "second"
      case .third: "third"
      case .fourth: "fourth"
      case .last: "last"
      }
    }
  }

  public var place: Place
  public var weekday: Weekday

  public init(_ place: Place, _ weekday: Weekday) {
    self.place = place
    self.weekday = weekday
  }

  /// Reads `first Thursday`, `last Monday of the month`; `nil` for anything else.
  public init?(reading text: String) {
    var words = PlainWords.split(text).filter { !["the", "of", "every", "each", "month"].contains($0) }
    guard words.count == 2, let place = Place.allCases.first(where: { $0.words == words[0] }) else { return nil }
    if words[1].hasSuffix("s") { words[1].removeLast() }
    guard let weekday = Weekday.allCases.first(where: { $0.words.lowercased() == words[1] }) else { return nil }
    self.init(place, weekday)
  }

  /// `nil` for a month that there is not.
  public func date(month: Int, of year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    if place == .last {
      let last = first.adding(days: CivilDate.days(inMonth: month, of: year) - 1)
      return last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7))
    }
    let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    return first.adding(days: ahead + 7 * (place.rawValue - 1))
  }

  /// The last such day that is not after a day.
  public func latest(onOrBefore day: CivilDate) -> CivilDate? {
    var month = day
    for _ in 0..<2 {
      if let date = date(month: month.month, of: month.year), date <= day { return date }
      month = month.adding(months: -1)
    }
    return nil
  }

  /// `first Thursday of the month`.
  public var words: String { "\(place.words) \(weekday.words) of the month" }
}
