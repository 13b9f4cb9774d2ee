/// A part of the United Kingdom with bank holidays of its own.
public enum HolidayRegion: String, Hashable, Sendable, CaseIterable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"

  /// `England and Wales`.
  public var words: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}

/// A day on which no work is done.
public struct Holiday: Hashable, Sendable {
  public var date: CivilDate
  public var name: String

  public init(date: CivilDate, name: String) {
    self.date = date
    self.name = name
  }
}
