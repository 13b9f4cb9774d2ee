/// What happens when as many are for as against and it takes more than half.
public enum TieRule: String, Hashable, Sendable, CaseIterable {
  /// A tie is lost: nothing changes without a majority.
  case lost
  /// The chair has a casting vote, whether or not the chair has voted before.
  case casting
}

/// The chair's casting vote; recorded apart from the figures.
public enum CastingVote: String, Hashable, Sendable, CaseIterable {
  case `for`, against
}
