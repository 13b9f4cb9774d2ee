import MotionKit
import Testing

@Suite("Deciding by figures")
struct DecisionRuleTests {
  @Test("the reason names the figures and the share")
  func reasons() {
    #expect(DecisionRule().decide(Count(for: 41, against: 12)).reason == "41 for of 53 votes: more than half")
    #expect(DecisionRule().decide(Count(for: 9, against: 12)).reason == "9 for of 21 votes: not more than half")
    let rule = DecisionRule(Threshold(.twoThirds, atLeast: true))
    #expect(rule.decide(Count(for: 19, against: 10)).reason == "19 for of 29 votes: fewer than two thirds")
    #expect(rule.decide(Count(for: 20, against: 10)).reason == "20 for of 30 votes: at least two thirds")
  }

  @Test("a figure that the rule takes and nobody gave leaves it undecided, and is named")
  func missing() {
    let present = DecisionRule(Threshold(.half, of: .present)).decide(Count(for: 12, against: 9))
    #expect(present.outcome == .undecided)
    #expect(present.missing == [.figure(.present)])
    #expect(present.reason.contains("the number present is not known"))
    let abstain = DecisionRule(Threshold(.half, of: .votesAndAbstentions)).decide(Count(for: 12, against: 9))
    #expect(abstain.outcome == .undecided)
    #expect(abstain.reason.contains("the abstentions are not known"))
    #expect(DecisionRule().decide(Count(against: 3)).missing == [.figure(.for)])
    let quorum = DecisionRule(quorum: .share(.half)).decide(Count(for: 12, against: 9))
    #expect(quorum.missing == [.figure(.present), .figure(.entitled)])
    #expect(quorum.outcome == .undecided)
  }

  @Test("a figure that the rule does not take need not be given")
  func notNeeded() {
    #expect(DecisionRule(Threshold(.half, of: .entitled)).decide(Count(for: 51, entitled: 100)).outcome == .carried)
    #expect(DecisionRule(quorum: .number(0)).decide(Count(for: 2, against: 1)).outcome == .carried)
  }

  @Test("too few present is inquorate, whatever the votes")
  func inquorate() {
    let rule = DecisionRule(quorum: .share(.half))
    let decision = rule.decide(Count(for: 20, against: 0, abstain: 0, present: 21, entitled: 43))
    #expect(decision.outcome == .inquorate)
    #expect(decision.reason == "21 present: the quorum is 22 (half of those entitled to vote)")
    #expect(rule.decide(Count(for: 20, against: 0, present: 22, entitled: 43)).outcome == .carried)
  }

  @Test("of the lower of two quorums the known one can be enough")
  func lowerQuorum() {
    let rule = DecisionRule(quorum: .lower([.share(Fraction(1, 10) ?? .half), .number(30)]))
    #expect(rule.decide(Count(for: 20, against: 5, present: 30)).outcome == .carried)
    #expect(rule.decide(Count(for: 20, against: 5, present: 25)).outcome == .undecided)
    let greater = DecisionRule(quorum: .greater([.share(.half), .number(30)]))
    #expect(greater.decide(Count(for: 20, against: 5, present: 25)).outcome == .inquorate)
    #expect(greater.decide(Count(for: 20, against: 5, present: 30, entitled: 62)).outcome == .inquorate)
  }

  @Test("a tie is lost, or waits for the casting vote and follows it")
  func ties() {
    let tied = Count(for: 10, against: 10, abstain: 3)
    #expect(DecisionRule().decide(tied).outcome == .lost)
    let rule = DecisionRule(tie: .casting)
    #expect(rule.decide(tied).outcome == .undecided)
    #expect(rule.decide(tied).missing == [.castingVote])
    #expect(rule.decide(tied, casting: .for).outcome == .carried)
    #expect(rule.decide(tied, casting: .for).label == .castingVote)
    #expect(rule.decide(tied, casting: .against).outcome == .lost)
  }

  @Test("a casting vote carries nothing where one vote more would not")
  func noTieToBreak() {
    let tied = Count(for: 10, against: 10, abstain: 5, present: 25, entitled: 40)
    for threshold in [
      Threshold(.twoThirds, atLeast: true), Threshold(.half, of: .votesAndAbstentions), Threshold(.half, of: .present),
      Threshold(.half, of: .entitled), Threshold(.threeQuarters),
    ] {
      let decision = DecisionRule(threshold, tie: .casting).decide(tied, casting: .for)
      #expect(decision.outcome == .lost, "\(threshold.words)")
      #expect(decision.findings.map(\.code) == ["casting-vote-not-used"])
    }
    let exact = DecisionRule(Threshold(.half, of: .present), tie: .casting)
    #expect(exact.decide(Count(for: 10, against: 10, present: 20), casting: .for).outcome == .carried)
    #expect(exact.decide(Count(for: 10, present: 20), casting: .for).missing == [.figure(.against)])
  }

  @Test("nothing is carried by 0 to 0", arguments: Threshold.Base.allCases, [true, false])
  func nothingByNothing(_ base: Threshold.Base, _ atLeast: Bool) {
    for fraction in [Fraction.half, .twoThirds, .whole] {
      for present in [0, 5] {
        let rule = DecisionRule(Threshold(fraction, atLeast: atLeast, of: base), tie: .casting)
        let count = Count(for: 0, against: 0, abstain: 0, present: present, entitled: present)
        #expect(rule.decide(count, casting: .for).outcome == .lost)
      }
    }
  }

  @Test("a least number for is needed beside the share")
  func minimum() {
    let rule = DecisionRule(Threshold(.half, minimumFor: 40))
    #expect(rule.decide(Count(for: 39, against: 1)).outcome == .lost)
    #expect(rule.decide(Count(for: 39, against: 1)).reason == "39 for: at least 40 must vote for")
    #expect(rule.decide(Count(for: 40, against: 1)).outcome == .carried)
  }

  @Test("unanimous is said only where nobody abstained; else none against is nem con")
  func labels() {
    #expect(DecisionRule().decide(Count(for: 31, against: 0, abstain: 0)).label == .unanimous)
    #expect(DecisionRule().decide(Count(for: 31, against: 0, abstain: 4)).label == .nemCon)
    #expect(DecisionRule().decide(Count(for: 31, against: 0)).label == .nemCon)
    #expect(DecisionRule().decide(Count(for: 31, against: 1, abstain: 0)).label == nil)
    #expect(DecisionRule(Threshold(.half, minimumFor: 40)).decide(Count(for: 31, against: 0)).label == nil)
  }

  @Test("more votes than people is said, and decided all the same")
  func moreVotesThanPresent() {
    let decision = DecisionRule().decide(Count(for: 30, against: 12, abstain: 1, spoilt: 1, present: 40, entitled: 39))
    #expect(decision.outcome == .carried)
    #expect(
      decision.findings.map(\.code) == [
        "more-votes-than-present", "more-votes-than-entitled", "more-present-than-entitled",
      ])
    #expect(DecisionRule().decide(Count(for: 30, against: 10, present: 40)).findings.isEmpty)
  }

  @Test("the largest figures are weighed exactly")
  func huge() {
    let threshold = Threshold(Fraction(.max - 1, .max) ?? .half, atLeast: true, of: .votesAndAbstentions)
    let count = Count(for: .max, against: .max, abstain: .max)
    #expect(DecisionRule(threshold).decide(count).outcome == .lost)
    #expect(DecisionRule().decide(Count(for: .max, against: .max)).outcome == .lost)
    #expect(DecisionRule().decide(Count(for: .max, against: .max - 1)).outcome == .carried)
    #expect(
      DecisionRule(Threshold(.twoThirds, atLeast: true)).decide(Count(for: .max - 1, against: .max / 2)).outcome
        == .carried)
    #expect(DecisionRule().decide(Count(for: .min, against: 3)).outcome == .undecided)
  }
}

@Suite("Laws of deciding")
struct DecisionLawTests {
  /// A small generator that gives the same figures for the same seed everywhere.
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static func rule(_ chance: inout Chance) -> DecisionRule {
    let bottom = Int.random(in: 1...6, using: &chance)
    let fraction = Fraction(Int.random(in: 1...bottom, using: &chance), bottom) ?? .half
    return DecisionRule(
      Threshold(
        fraction, atLeast: Bool.random(using: &chance),
        of: Threshold.Base.allCases.randomElement(using: &chance) ?? .votes,
        minimumFor: Bool.random(using: &chance) ? Int.random(in: 0...10, using: &chance) : nil),
      quorum: Bool.random(using: &chance) ? .number(Int.random(in: 0...20, using: &chance)) : nil,
      tie: Bool.random(using: &chance) ? .casting : .lost)
  }

  static func count(_ chance: inout Chance) -> Count {
    Count(
      for: Int.random(in: 0...12, using: &chance), against: Int.random(in: 0...12, using: &chance),
      abstain: Int.random(in: 0...6, using: &chance), present: Int.random(in: 0...40, using: &chance),
      entitled: Int.random(in: 0...60, using: &chance))
  }

  @Test("one vote more for never turns carried into lost")
  func monotonic() {
    for seed in UInt64(1)...3000 {
      var chance = Chance(state: seed)
      let rule = Self.rule(&chance)
      var count = Self.count(&chance)
      let casting: CastingVote = Bool.random(using: &chance) ? .for : .against
      let before = rule.decide(count, casting: casting).outcome
      count.for = (count.for ?? 0) + 1
      let after = rule.decide(count, casting: casting).outcome
      #expect(before != .carried || after == .carried, "seed \(seed)")
    }
  }

  @Test("carried agrees with the plain arithmetic of the rule")
  func plainArithmetic() {
    for seed in UInt64(1)...3000 {
      var chance = Chance(state: seed)
      var rule = Self.rule(&chance)
      rule.tie = .lost
      let count = Self.count(&chance)
      let votes = count.for ?? 0
      let whole =
        switch rule.threshold.base {
        case .votes: votes + (count.against ?? 0)
        case .votesAndAbstentions: votes + (count.against ?? 0) + (count.abstain ?? 0)
        case .present: count.present ?? 0
        case .entitled: count.entitled ?? 0
        }
      let left = votes * rule.threshold.fraction.denominator
      let right = whole * rule.threshold.fraction.numerator
      let enough = votes > 0 && (left > right || (rule.threshold.isAtLeast && left == right))
      let quorate = rule.quorum.map { (count.present ?? 0) >= ($0.required(entitled: nil) ?? 0) } ?? true
      let expected: Decision.Outcome =
        !quorate ? .inquorate : enough && votes >= rule.threshold.minimumFor ?? 0 ? .carried : .lost
      #expect(rule.decide(count).outcome == expected, "seed \(seed): \(rule) \(count)")
    }
  }

  @Test("a rule said in words is read back the same")
  func words() {
    for seed in UInt64(1)...500 {
      var chance = Chance(state: seed)
      let rule = Self.rule(&chance)
      #expect(Threshold(reading: rule.threshold.words) == rule.threshold, "seed \(seed): \(rule.threshold.words)")
    }
  }
}

@Suite("Reading thresholds and quorums")
struct ThresholdReadingTests {
  @Test(
    "thresholds as people write them",
    arguments: [
      ("simple majority", Threshold.simpleMajority),
      ("more than half of the votes", .simpleMajority),
      ("More than 50% of votes cast", .simpleMajority),
      ("at least two thirds of those present", Threshold(.twoThirds, atLeast: true, of: .present)),
      ("at least two-thirds", Threshold(.twoThirds, atLeast: true)),
      ("at least 75% of the votes", Threshold(.threeQuarters, atLeast: true)),
      ("more than 1/2 of those entitled to vote", Threshold(.half, of: .entitled)),
      (
        "at least 66.7% of votes and abstentions",
        Threshold(Fraction(667, 1000) ?? .half, atLeast: true, of: .votesAndAbstentions)
      ),
      ("at least 3/4 of the votes, and at least 40 for", Threshold(.threeQuarters, atLeast: true, minimumFor: 40)),
    ])
  func thresholds(_ text: String, _ expected: Threshold) {
    #expect(Threshold(reading: text) == expected)
  }

  @Test(
    "what does not say more than or at least, or no share, is refused",
    arguments: [
      "two thirds", "2/3 of votes", "more than 0/2", "at least 3/2", "more than half of the moon", "", "more than",
    ])
  func refused(_ text: String) {
    #expect(Threshold(reading: text) == nil)
  }

  @Test(
    "quorums as people write them",
    arguments: [
      ("20", Quorum.number(20)), ("10%", .share(Fraction(1, 10) ?? .half)), ("1/2", .share(.half)),
      ("a third", .share(Fraction(1, 3) ?? .half)), ("one third of those entitled", .share(Fraction(1, 3) ?? .half)),
      ("the lower of 10% and 30", .lower([.share(Fraction(1, 10) ?? .half), .number(30)])),
      ("greater of 1/4 and 20", .greater([.share(Fraction(1, 4) ?? .half), .number(20)])),
    ])
  func quorums(_ text: String, _ expected: Quorum) {
    #expect(Quorum(reading: text) == expected)
  }

  @Test("what is no quorum is refused", arguments: ["-3", "110%", "0%", "some", "3/2", "1/0", "99999999999999999999"])
  func refusedQuorum(_ text: String) {
    #expect(Quorum(reading: text) == nil)
  }
}
