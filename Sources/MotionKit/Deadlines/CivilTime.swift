/// A time of day as the clock on the wall shows it.
public struct CivilTime: Hashable, Sendable, Comparable {
  /// Seconds since midnight, below 86,400.
  public let secondOfDay: Int

  /// `nil` for what no clock shows.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    self.secondOfDay = hour * 3600 + minute * 60 + second
  }

  /// The seconds of a day; those beyond it wrap round.
  package init(secondOfDay: Int) {
    let rest = secondOfDay % 86_400
    self.secondOfDay = rest < 0 ? rest + 86_400 : rest
  }

  public static let midnight = CivilTime(secondOfDay: 0)
  public static let noon = CivilTime(secondOfDay: 43_200)
  /// The last second of a day: what "by the end of the day" means.
  public static let endOfDay = CivilTime(secondOfDay: 86_399)

  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }

  public static func < (first: CivilTime, second: CivilTime) -> Bool { first.secondOfDay < second.secondOfDay }

  /// Reads `12:00`, `09:30:15`, `noon`, `12 noon`.
  ///
  /// Not "midnight": it is at the start of the day for some and at its end for others. `23:59` and `00:00` are plain.
  public init?(reading text: String) {
    if ["noon", "12 noon", "12noon"].contains(text.lowercased()) {
      self = .noon
      return
    }
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(pieces.count), pieces.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let figures = pieces.compactMap { PlainWords.figure(String($0)) }
    guard figures.count == pieces.count else { return nil }
    self.init(hour: figures[0], minute: figures[1], second: figures.count == 3 ? figures[2] : 0)
  }
}

extension CivilTime: CustomStringConvertible {
  /// `12:00`, or `12:00:30` where it has seconds.
  public var description: String {
    let text = CivilDate.padded(hour, 2) + ":" + CivilDate.padded(minute, 2)
    return second == 0 ? text : text + ":" + CivilDate.padded(second, 2)
  }

  /// `12 noon`, `the end of the day`, else `19:30`.
  public var words: String {
    switch self {
    case .noon: "12 noon"
    case .endOfDay: "the end of the day"
    default: description
    }
  }
}
