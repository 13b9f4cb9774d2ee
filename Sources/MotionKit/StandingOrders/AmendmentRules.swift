/// How a body takes amendments.
public struct AmendmentRules: Hashable, Sendable {
  /// In which order they are taken.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// As their places follow in the text.
    case place
    /// As they came in.
    case received
    /// What changes the motion most comes first.
    case furthestFirst = "furthest-first"
    /// As the chair rules.
    case chair
  }

  /// What a mover's acceptance of an amendment does.
  public enum Acceptance: String, Hashable, Sendable, CaseIterable {
    /// It becomes part of the motion without a vote.
    case mover
    /// It is voted on all the same.
    case meeting
  }

  /// Whether a phrase takes the words it names with it.
  public enum Reach: String, Hashable, Sendable, CaseIterable {
    case inclusive, exclusive
  }

  /// The label of a clause inserted before clause 1.
  public enum FirstLabel: String, Hashable, Sendable, CaseIterable {
    case letterFirst = "A1"
    case zero = "0A"
  }

  public var needsSeconder: Bool
  public var acceptance: Acceptance
  public var order: Order
  /// "From ‘X’ to ‘Y’".
  public var fromTo: Reach
  /// "All after ‘X’".
  public var allAfter: Reach
  public var beforeFirst: FirstLabel
  /// Whether amendments to amendments are taken.
  public var toAmendments: Bool
  /// Whether amendments may be moved in the meeting that nobody has seen before.
  public var fromFloor: Bool

  public init(
    needsSeconder: Bool = true, acceptance: Acceptance = .mover, order: Order = .place, fromTo: Reach = .inclusive,
    allAfter: Reach = .exclusive, beforeFirst: FirstLabel = .letterFirst, toAmendments: Bool = true,
    fromFloor: Bool = true
  ) {
    self.needsSeconder = needsSeconder
    self.acceptance = acceptance
    self.order = order
    self.fromTo = fromTo
    self.allAfter = allAfter
    self.beforeFirst = beforeFirst
    self.toAmendments = toAmendments
    self.fromFloor = fromFloor
  }

  /// How instructions are read in this body.
  public var reading: ReadingSettings {
    ReadingSettings(fromToIncludesBoth: fromTo == .inclusive, allAfterIncludesWords: allAfter == .inclusive)
  }
}
