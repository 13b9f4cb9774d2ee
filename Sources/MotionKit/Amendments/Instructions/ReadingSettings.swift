/// How a body reads forms of words that bodies read differently. The reading always says which sense was taken.
public struct ReadingSettings: Hashable, Sendable {
  /// Whether "from ‘X’ to ‘Y’" takes the words X and Y with it. By default it does.
  public var fromToIncludesBoth: Bool
  /// Whether "all after ‘X’" and "all before ‘X’" take X with them. By default they do not.
  public var allAfterIncludesWords: Bool

  public init(fromToIncludesBoth: Bool = true, allAfterIncludesWords: Bool = false) {
    self.fromToIncludesBoth = fromToIncludesBoth
    self.allAfterIncludesWords = allAfterIncludesWords
  }
}
