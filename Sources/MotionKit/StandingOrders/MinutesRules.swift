/// What a body's minutes say.
public struct MinutesRules: Hashable, Sendable {
  /// Whether movers and seconders are named.
  public var names: Bool
  /// Whether the figures of votes are given.
  public var figures: Bool

  public init(names: Bool = true, figures: Bool = true) {
    self.names = names
    self.figures = figures
  }
}
