/// How labels are given.
public enum Numbering {
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// A draft: labels follow the order.
    case live
    /// Submitted or circulated: labels are law, and what comes between gets `2A`.
    case frozen
    /// Renumbered once when adopted.
    case adopted
  }
}
