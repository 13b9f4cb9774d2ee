/// The rules that one question is decided under.
public struct DecisionRule: Hashable, Sendable {
  public var threshold: Threshold
  public var quorum: Quorum?
  public var tie: TieRule

  public init(_ threshold: Threshold = .simpleMajority, quorum: Quorum? = nil, tie: TieRule = .lost) {
    self.threshold = threshold
    self.quorum = quorum
    self.tie = tie
  }

  /// What the figures decide.
  ///
  /// A quorum comes first, then the figures that the rule takes, then a least number for, then the share, then a tie. A
  /// casting vote breaks a tie only where one vote more would carry: where abstentions count or two thirds are needed,
  /// as many for as against is simply not enough. Nothing is carried by 0 to 0, also not by a casting vote. Exact for
  /// every figure that an `Int` holds.
  public func decide(_ count: Count, casting: CastingVote? = nil) -> Decision {
    var decision = outcome(count, casting: casting)
    decision.findings = count.findings + decision.findings
    if casting != nil, decision.label != .castingVote, decision.outcome == .carried || decision.outcome == .lost,
      !decision.findings.contains(where: { $0.code == "casting-vote-not-used" })
    {
      decision.findings.append(
        Finding(
          code: "casting-vote-not-used", severity: .warning,
          message: tie == .lost
            ? "A casting vote was given, but under these rules a tie is lost."
            : "A casting vote was given, but there was no tie for it to break."))
    }
    return decision
  }

  private func outcome(_ count: Count, casting: CastingVote?) -> Decision {
    for figure in Count.Figure.allCases {
      if let value = count[figure], value < 0 {
        return Decision(.undecided, reason: "\(value) is not a number of people or votes", missing: [.figure(figure)])
      }
    }
    if let stop = quorumStops(count) { return stop }
    let needed = ([.for] + threshold.figures).filter { count[$0] == nil }
    var missing: [Count.Figure] = []
    for figure in needed where !missing.contains(figure) { missing.append(figure) }
    guard missing.isEmpty, let votes = count.for else { return .lacking(missing, for: threshold.words) }

    if let minimum = threshold.minimumFor, votes < minimum {
      return Decision(.lost, reason: "\(votes) for: at least \(minimum) must vote for")
    }
    let whole = threshold.figures.reduce(UInt128(0)) { $0 + UInt128(count[$1] ?? 0) }
    let share = "\(votes) for of \(whole) \(nouns(whole))"
    if threshold.isReached(by: UInt128(votes), of: whole) {
      return Decision(.carried, reason: "\(share): \(said(reached: true))", label: label(count))
    }
    if votes == 0, whole == 0 || count.against == 0 {
      return Decision(.lost, reason: "\(share): nothing is carried without a vote for it")
    }
    return breakTie(count, votes: votes, whole: whole, casting: casting)
      ?? Decision(.lost, reason: "\(share): \(said(reached: false))")
  }

  private func quorumStops(_ count: Count) -> Decision? {
    guard let quorum else { return nil }
    switch quorum.isMet(present: count.present, entitled: count.entitled) {
    case true: return nil
    case false:
      let present = count.present ?? 0
      let number = quorum.required(entitled: count.entitled)
      let needed =
        if let number, quorum.words != String(number) { "\(number) (\(quorum.words))" } else { quorum.words }
      return Decision(.inquorate, reason: "\(present) present: the quorum is \(needed)")
    case nil:
      var missing: [Count.Figure] = []
      if count.present == nil { missing.append(.present) }
      if count.entitled == nil, quorum.needsEntitled { missing.append(.entitled) }
      return .lacking(missing, for: "a quorum of \(quorum.words)")
    }
  }

  /// `nil` where there is no tie that a vote could break.
  private func breakTie(_ count: Count, votes: Int, whole: UInt128, casting: CastingVote?) -> Decision? {
    guard threshold.fraction == .half, !threshold.isAtLeast else { return nil }
    let tied = "\(votes) for, \(votes) against: a tie"
    let grows = threshold.base == .votes || threshold.base == .votesAndAbstentions
    guard threshold.isReached(by: UInt128(votes) + 1, of: whole + (grows ? 1 : 0)) else { return nil }
    guard let against = count.against else {
      // Whether the chair may break a tie hangs on whether there is one.
      return tie == .casting ? .lacking([.against], for: "whether there is a tie") : nil
    }
    guard votes == against else { return nil }
    guard tie == .casting else { return Decision(.lost, reason: "\(tied), which is lost") }
    switch casting {
    case .for:
      return Decision(.carried, reason: "\(tied), broken by the chair’s casting vote for", label: .castingVote)
    case .against:
      return Decision(.lost, reason: "\(tied), broken by the chair’s casting vote against", label: .castingVote)
    case nil:
      return Decision(
        .undecided, reason: "\(tied); the chair’s casting vote decides and is not given", missing: [.castingVote])
    }
  }

  private func nouns(_ whole: UInt128) -> String {
    switch threshold.base {
    case .votes: whole == 1 ? "vote" : "votes"
    case .votesAndAbstentions: "votes and abstentions"
    case .present: "present"
    case .entitled: "entitled to vote"
    }
  }

  private func said(reached: Bool) -> String {
    let share = threshold.fraction.words
    switch (threshold.isAtLeast, reached) {
    case (true, true): return "at least \(share)"
    case (true, false): return "fewer than \(share)"
    case (false, true): return "more than \(share)"
    case (false, false): return "not more than \(share)"
    }
  }

  private func label(_ count: Count) -> Decision.Label? {
    guard count.against == 0 else { return nil }
    return count.abstain == 0 ? .unanimous : .nemCon
  }
}

extension Decision {
  fileprivate static func lacking(_ figures: [Count.Figure], for rule: String) -> Decision {
    Decision(
      .undecided,
      reason:
        "\(PlainWords.list(figures.map(\.words))) \(figures.count == 1 && figures[0].isOne ? "is" : "are") not known,"
        + " and \(rule) can’t be decided without",
      missing: figures.map { .figure($0) })
  }
}

extension Count.Figure {
  fileprivate var isOne: Bool { self == .present || self == .entitled }
}
