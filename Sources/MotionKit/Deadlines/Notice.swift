/// A length of notice as rules say it: `14 clear days`, `5 working days`, `3 weeks`, `2 calendar months`.
public struct Notice: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case days
    case workingDays = "working days"
    case weeks
    case calendarMonths = "calendar months"
  }

  /// 0 to 10,000.
  public var count: Int
  public var unit: Unit
  /// Whether the day of the notice and the day of the meeting are both left out.
  public var isClear: Bool

  public init(_ count: Int, _ unit: Unit, clear: Bool = false) {
    self.count = max(0, min(count, 10_000))
    self.unit = unit
    self.isClear = clear
  }

  /// The last day on which notice can be given, and how it was found.
  public struct Latest: Hashable, Sendable {
    public var date: CivilDate
    /// Holidays that were not counted.
    public var skipped: [CivilDate]
    /// A sentence for people.
    public var rule: String

    public init(date: CivilDate, skipped: [CivilDate] = [], rule: String) {
      self.date = date
      self.skipped = skipped
      self.rule = rule
    }
  }

  /// Counts back from the day of the meeting.
  ///
  /// Days are counted back from the day before: seven days before the 30th is the 23rd. Clear days leave out the day of
  /// the meeting and the day on which notice is given (Companies Act 2006 s.360): fourteen clear days before the 30th is
  /// the 15th. Notice in clear working days is given on a working day. A month back is the same day of that month, or its
  /// last day where it is shorter.
  public func latest(before meeting: CivilDate, calendar: WorkingCalendar = WorkingCalendar()) -> Latest {
    switch unit {
    case .days: return back(days: count, from: meeting)
    case .weeks: return back(days: 7 * count, from: meeting)
    case .workingDays:
      let (date, skipped) = calendar.countingBack(count + (isClear ? 1 : 0), from: meeting)
      var rule = "\(words): \(isClear ? "that many whole working days between" : "that many working days back from")"
      rule += isClear ? " the day notice is given and \(meeting.words), both left out" : " \(meeting.words)"
      rule += isClear ? "; notice is given on a working day" : ", itself not counted"
      rule += "; Saturdays, Sundays and \(calendar.words) are not counted."
      return Latest(date: date, skipped: skipped, rule: rule)
    case .calendarMonths:
      let date = meeting.adding(months: -count)
      var rule = "\(words): the same day of the month, \(PlainWords.plural(count, "month")) before \(meeting.words)"
      rule += date.day == meeting.day ? "" : ", or its last day, for that month is shorter"
      guard isClear else { return Latest(date: date, rule: rule + ".") }
      return Latest(
        date: date.adding(days: -1),
        rule: rule + "; clear, so the day notice is given is left out too (Companies Act 2006 s.360).")
    }
  }

  private func back(days: Int, from meeting: CivilDate) -> Latest {
    guard isClear else {
      let rule = "\(words): \(PlainWords.plural(days, "day")) back from \(meeting.words), itself not counted."
      return Latest(date: meeting.adding(days: -days), rule: rule)
    }
    return Latest(
      date: meeting.adding(days: -days - 1),
      rule: "\(words): \(PlainWords.plural(days, "whole day")) between the day notice is given and \(meeting.words),"
        + " both left out (Companies Act 2006 s.360).")
  }

  /// `14 clear days`.
  public var words: String {
    let one = count == 1
    let noun =
      switch unit {
      case .days: one ? "day" : "days"
      case .workingDays: one ? "working day" : "working days"
      case .weeks: one ? "week" : "weeks"
      case .calendarMonths: one ? "calendar month" : "calendar months"
      }
    return "\(count) \(isClear ? "clear " : "")\(noun)"
  }
}

extension Notice {
  /// Reads `14 clear days`, `at least fourteen clear days’ notice`, `5 working days before`, `a fortnight`; `nil` for
  /// anything else.
  public init?(reading text: String) {
    let folded = text.replacingApostrophes()
    let filler: Set<String> = [
      "notice", "before", "prior", "of", "the", "meeting", "in", "advance", "beforehand", "to",
    ]
    var words = PlainWords.split(folded)
    for opening in [["at", "least"], ["not", "less", "than"], ["no", "less", "than"], ["not", "fewer", "than"]]
    where words.starts(with: opening) {
      words.removeFirst(opening.count)
      break
    }
    while let last = words.last, filler.contains(last) { words.removeLast() }
    if words == ["fortnight"] || words == ["a", "fortnight"] || words == ["one", "fortnight"] {
      self.init(2, .weeks)
      return
    }
    var count = 1
    if let number = PlainWords.leadingNumber(words) {
      guard number.value <= 10_000 else { return nil }
      count = number.value
      words.removeFirst(number.words)
    } else if words.first == "a" || words.first == "an" {
      words.removeFirst()
    } else {
      return nil
    }
    guard let noun = words.popLast() else { return nil }
    let clear = words.contains("clear")
    words.removeAll { $0 == "clear" }
    switch (words, noun) {
    case ([], "day"), ([], "days"), (["calendar"], "days"), (["calendar"], "day"): self.init(count, .days, clear: clear)
    case (["working"], "days"), (["working"], "day"), (["business"], "days"), (["business"], "day"):
      self.init(count, .workingDays, clear: clear)
    case ([], "weeks"), ([], "week"): self.init(count, .weeks, clear: clear)
    case (["calendar"], "months"), (["calendar"], "month"), ([], "months"), ([], "month"):
      self.init(count, .calendarMonths, clear: clear)
    default: return nil
    }
  }

  /// The forms there are, for an error.
  public static let forms =
    "N days, N clear days, N working days, N clear working days, N weeks or N calendar months"
}

extension String {
  /// "days’" and "days'" are days.
  fileprivate func replacingApostrophes() -> String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "’" && $0 != "'" }))
  }
}
