/// The majority required: more than, or at least, a share of something.
///
/// "More than half" and "at least half" differ by exactly the tied vote; "two thirds of the votes" and "two thirds of
/// those present" differ by every abstention. So nothing of it is implied.
public struct Threshold: Hashable, Sendable {
  /// Of what the share is taken.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// For and against; who abstains is not counted.
    case votes
    /// For, against and abstentions: an abstention works as a vote against.
    case votesAndAbstentions = "votes-and-abstentions"
    /// Everybody present: who does not vote works as a vote against.
    case present
    /// Everybody who could vote, there or not.
    case entitled
  }

  public var fraction: Fraction
  /// Whether exactly the share is enough ("at least"); otherwise it takes more ("more than").
  public var isAtLeast: Bool
  public var base: Base
  /// So many must vote for, whatever the share; `nil` for no such rule.
  public var minimumFor: Int?

  public init(_ fraction: Fraction, atLeast: Bool = false, of base: Base = .votes, minimumFor: Int? = nil) {
    self.fraction = fraction
    self.isAtLeast = atLeast
    self.base = base
    self.minimumFor = minimumFor
  }

  /// More than half of the votes for and against.
  public static let simpleMajority = Threshold(.half)

  /// As a rule says it: `more than half of the votes`.
  public var words: String {
    var text = "\(isAtLeast ? "at least" : "more than") \(fraction.words) of "
    switch base {
    case .votes: text += "the votes"
    case .votesAndAbstentions: text += "the votes and abstentions"
    case .present: text += "those present"
    case .entitled: text += "those entitled to vote"
    }
    if let minimumFor { text += ", and at least \(minimumFor) for" }
    return text
  }

  /// Whether `count` for, of `whole`, is enough. Nothing is carried without a vote for it.
  package func isReached(by count: UInt128, of whole: UInt128) -> Bool {
    guard count > 0 else { return false }
    let order = fraction.compare(count, of: whole)
    return isAtLeast ? order >= 0 : order > 0
  }

  /// The figures that the base is the sum of.
  package var figures: [Count.Figure] {
    switch base {
    case .votes: [.for, .against]
    case .votesAndAbstentions: [.for, .against, .abstain]
    case .present: [.present]
    case .entitled: [.entitled]
    }
  }
}

extension Threshold {
  /// Reads `more than half of the votes`, `at least two thirds of those present`, `at least 3/4 of votes and
  /// abstentions, and at least 40 for`.
  ///
  /// `nil` where it is anything else, also where it says neither "more than" nor "at least": the tied vote hangs on it.
  public init?(reading text: String) {
    var words = PlainWords.split(text)
    if words == ["simple", "majority"] || words == ["a", "simple", "majority"] {
      self = .simpleMajority
      return
    }
    var minimum: Int?
    if words.count > 5, words.last == "for", let figure = PlainWords.figure(words[words.count - 2]),
      words[(words.count - 5)..<(words.count - 2)].elementsEqual(["and", "at", "least"])
    {
      minimum = figure
      words.removeLast(5)
    }
    let atLeast: Bool
    switch words.prefix(2) {
    case ["more", "than"]: atLeast = false
    case ["at", "least"]: atLeast = true
    default: return nil
    }
    words.removeFirst(2)
    let split = words.firstIndex(of: "of") ?? words.count
    let share = words[..<split].joined(separator: " ")
    guard let fraction = Fraction(reading: share), let base = Base(words: Array(words[split...])) else { return nil }
    self.init(fraction, atLeast: atLeast, of: base, minimumFor: minimum)
  }
}

extension Threshold.Base {
  fileprivate init?(words: [String]) {
    let filler: Set<String> = ["of", "the", "those", "all", "to", "vote", "cast", "members"]
    switch words.filter({ !filler.contains($0) }) {
    case [], ["votes"]: self = .votes
    case ["votes", "and", "abstentions"]: self = .votesAndAbstentions
    case ["present"]: self = .present
    case ["entitled"]: self = .entitled
    default: return nil
    }
  }
}
