/// A recorded vote: who voted how, and with what weight.
///
/// One line is one voter: a member in a division, a branch in a card vote, a delegate with proxies.
public struct Roll: Hashable, Sendable {
  public enum Vote: String, Hashable, Sendable, CaseIterable {
    case `for`, against, abstain
  }

  /// One voter's line.
  public struct Line: Hashable, Sendable {
    public var name: String
    /// The votes that it casts; a block that is not split has all of them in one.
    public var `for`: Int
    public var against: Int
    public var abstain: Int

    public init(name: String, for: Int = 0, against: Int = 0, abstain: Int = 0) {
      self.name = name
      self.for = `for`
      self.against = against
      self.abstain = abstain
    }

    public init(name: String, _ vote: Vote, weight: Int = 1) {
      self.init(
        name: name, for: vote == .for ? weight : 0, against: vote == .against ? weight : 0,
        abstain: vote == .abstain ? weight : 0)
    }

    /// The one way in which all of its votes were cast; `nil` for a split block.
    public var vote: Vote? {
      switch (`for`, against, abstain) {
      case (_, 0, 0): .for
      case (0, _, 0): .against
      case (0, 0, _): .abstain
      default: nil
      }
    }

    /// All the votes it casts.
    public var weight: Int { `for` &+ against &+ abstain }
  }

  /// In the order they were recorded.
  public var lines: [Line]

  public init(_ lines: [Line]) { self.lines = lines }

  /// The votes by weight: what a card vote decides on.
  public var count: Count {
    Count(
      for: Roll.sum(lines.map(\.for)), against: Roll.sum(lines.map(\.against)),
      abstain: Roll.sum(lines.map(\.abstain)))
  }

  /// The voters by head, a split block for none: what a division of members is, and what a card vote differs from.
  public var heads: Count {
    func number(_ vote: Vote) -> Int { lines.count { $0.vote == vote } }
    return Count(for: number(.for), against: number(.against), abstain: number(.abstain))
  }

  /// The order of the lines never changes this; a sum beyond `Int.max` stays there.
  private static func sum(_ figures: [Int]) -> Int {
    figures.reduce(0) { sum, figure in
      let (next, overflow) = sum.addingReportingOverflow(figure)
      return overflow ? .max : next
    }
  }
}

/// Why a file is no roll: one place and what to write there.
public struct RollError: Error, Hashable, Sendable {
  /// A stable name, such as `roll-vote-unknown`.
  public var code: String
  public var message: String
  /// 1-based.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int
  /// What to write instead.
  public var help: String?
}
