/// What the chair, or whoever may, decided where two amendments cannot both stand.
public struct Ruling: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    /// The words of this amendment stand there, those of the other do not.
    case take(String)
    /// Both stand, in the order of the amendments.
    case both
    /// These words stand there instead.
    case text(String)
  }

  /// The amendments that clash there.
  public var amendments: [String]
  /// The clause; nil for every place where they clash.
  public var path: Path?
  public var choice: Choice

  public init(between amendments: [String], at path: Path? = nil, _ choice: Choice) {
    self.amendments = amendments
    self.path = path
    self.choice = choice
  }

  func settles(_ amendments: [String], at path: String?) -> Bool {
    guard Set(amendments).isSubset(of: Set(self.amendments)) else { return false }
    return self.path == nil || self.path?.text == path
  }
}

/// Which words stand where amendments clash and nothing is ruled.
public enum ClashPolicy: Hashable, Sendable {
  /// Those of the base: for a preview.
  case baseStands
  /// Those of the amendment carried first: for a meeting. Names in the order in which they were carried.
  case firstStands(order: [String])
}

/// The label of a clause that an amendment adds to a text with frozen labels, given once and never used again.
public struct AllottedLabel: Hashable, Sendable {
  public var amendment: String
  /// Index of the operation in the amendment.
  public var operation: Int
  /// Index of the clause among all those the operation supplies, in the order of its text.
  public var clause: Int
  /// As printed, such as `3A.`.
  public var label: String

  public init(amendment: String, operation: Int, clause: Int, label: String) {
    self.amendment = amendment
    self.operation = operation
    self.clause = clause
    self.label = label
  }
}
