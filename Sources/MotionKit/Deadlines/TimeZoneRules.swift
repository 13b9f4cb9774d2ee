/// What the clocks of a place show, at any time: the rules of one zone of the tz database.
///
/// Read from a TZif file (RFC 9636), whose bytes are passed in; years beyond its table follow its closing rule.
public struct TimeZoneRules: Hashable, Sendable {
  /// One kind of local time.
  public struct LocalTime: Hashable, Sendable {
    /// Seconds ahead of UTC; negative to the west.
    public var offset: Int
    public var isDaylight: Bool
    /// `BST`.
    public var abbreviation: String

    public init(offset: Int, isDaylight: Bool = false, abbreviation: String) {
      self.offset = offset
      self.isDaylight = isDaylight
      self.abbreviation = abbreviation
    }
  }

  /// From `at` on it is `local`.
  package struct Transition: Hashable, Sendable {
    package var at: Int64
    package var local: LocalTime
  }

  /// `Europe/London`.
  public let name: String
  /// Before the first transition.
  package let first: LocalTime
  /// Rising.
  package let transitions: [Transition]
  /// After the last transition; `nil` where the last one stays.
  package let closing: ZoneRule?

  package init(name: String, first: LocalTime, transitions: [Transition], closing: ZoneRule?) {
    self.name = name
    self.first = first
    self.transitions = transitions
    self.closing = closing
  }

  /// Coordinated universal time; needs no file.
  public static let utc = TimeZoneRules(
    name: "UTC", first: LocalTime(offset: 0, abbreviation: "UTC"), transitions: [], closing: nil)

  /// What the clocks show at a moment; O(log n) in the zone's transitions.
  public func local(at instant: Instant) -> LocalTime {
    if let closing, instant.seconds >= transitions.last?.at ?? .min { return closing.local(at: instant.seconds) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : transitions[low - 1].local
  }

  /// Date and time on the wall at a moment.
  public func civil(at instant: Instant) -> (date: CivilDate, time: CivilTime) {
    instant.civil(offset: local(at: instant).offset)
  }

  /// `2026-09-18T12:00:00+01:00`.
  public func rfc3339(_ instant: Instant) -> String { instant.rfc3339(offset: local(at: instant).offset) }

  /// The moments at which the clocks show a date and time.
  public enum Resolution: Hashable, Sendable {
    case once(Instant)
    /// The clocks are put back: it is shown twice.
    case twice(Instant, Instant)
    /// The clocks are put forward over it: it is never shown. The moment is the one that the old time would have meant,
    /// as much after the change as the time lies in the gap.
    case never(Instant)

    /// The moment that a time limit means: of two the later, so that nobody is late by the clock on the wall.
    public var forDeadline: Instant {
      switch self {
      case .once(let instant), .twice(_, let instant), .never(let instant): instant
      }
    }

    /// The first moment.
    public var earliest: Instant {
      switch self {
      case .once(let instant), .twice(let instant, _), .never(let instant): instant
      }
    }
  }

  /// Finds the moment of a local date and time, and says where there are two or none.
  public func resolve(_ date: CivilDate, _ time: CivilTime) -> Resolution {
    let wall = Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay)
    // No clock is more than a day from UTC (RFC 9636 §3.2 bounds it by 25 and 26 hours).
    let near = changes(from: wall - 100_000, to: wall + 100_000)
    var offsets = [local(at: Instant(seconds: wall - 100_000)).offset]
    for change in near where !offsets.contains(change.local.offset) { offsets.append(change.local.offset) }
    let moments = offsets.map { wall - Int64($0) }.sorted()
      .filter { moment in moment + Int64(local(at: Instant(seconds: moment)).offset) == wall }
    if let first = moments.first, let last = moments.last {
      return first == last
        ? .once(Instant(seconds: first)) : .twice(Instant(seconds: first), Instant(seconds: last))
    }
    for change in near {
      let before = local(at: Instant(seconds: change.at - 1)).offset
      if wall >= change.at + Int64(before), wall < change.at + Int64(change.local.offset) {
        return .never(Instant(seconds: wall - Int64(before)))
      }
    }
    return .never(Instant(seconds: wall - Int64(offsets[0])))
  }

  /// The transitions between two moments, from the table and from the closing rule.
  private func changes(from start: Int64, to end: Int64) -> [Transition] {
    var found = transitions.filter { $0.at >= start && $0.at <= end }
    if let closing {
      let last = transitions.last?.at ?? .min
      found += closing.transitions(from: start, to: end).filter { $0.at > last }
    }
    return found
  }
}
