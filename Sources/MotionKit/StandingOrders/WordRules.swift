/// What a body counts when it counts the words of a motion or an amendment.
public struct WordRules: Hashable, Sendable {
  public var countsTitle: Bool
  public var countsHeadings: Bool
  /// An amendment's own instructions ("In clause 2 delete"), beside the words it adds.
  public var countsInstructions: Bool
  /// The words that an amendment takes out.
  public var countsDeleted: Bool
  /// The most words an amendment may add; `nil` for no limit.
  public var amendmentLimit: Int?

  public init(
    countsTitle: Bool = false, countsHeadings: Bool = true, countsInstructions: Bool = false,
    countsDeleted: Bool = false, amendmentLimit: Int? = nil
  ) {
    self.countsTitle = countsTitle
    self.countsHeadings = countsHeadings
    self.countsInstructions = countsInstructions
    self.countsDeleted = countsDeleted
    self.amendmentLimit = amendmentLimit
  }
}
