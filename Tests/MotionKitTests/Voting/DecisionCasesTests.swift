import Foundation
import MotionKit
import Testing

/// The cases of a careful secretary, each with the rule it follows.
struct DecisionCase: CustomTestStringConvertible, Sendable {
  var id: String
  var rule: DecisionRule
  var count: Count
  var casting: CastingVote?
  var expected: String

  var testDescription: String { id }

  static let all: [DecisionCase] = {
    guard let data = FileManager.default.contents(atPath: procedureFixture("decision_rules.json")),
      let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let cases = file["cases"] as? [[String: Any]]
    else { return [] }
    return cases.compactMap(DecisionCase.init)
  }()

  init?(_ object: [String: Any]) {
    guard let id = object["id"] as? String, let rule = object["rule"] as? [String: Any],
      let tally = object["tally"] as? [String: Any], let expected = object["expect"] as? String,
      let fraction = (rule["numerator"] as? Int).flatMap({ top in
        (rule["denominator"] as? Int).flatMap { Fraction(top, $0) }
      })
    else { return nil }
    self.id = id
    self.expected = expected
    let bases: [String: Threshold.Base] = [
      "for+against": .votes, "for+against+abstain": .votesAndAbstentions, "entitled": .entitled,
    ]
    guard let base = bases[rule["base"] as? String ?? ""] else { return nil }
    self.rule = DecisionRule(
      Threshold(fraction, atLeast: rule["strict"] as? Bool == false, of: base),
      quorum: (rule["quorum"] as? [String: Any]).flatMap(Quorum.init(object:)),
      tie: rule["tie"] == nil ? .lost : .casting)
    var count = Count(
      for: tally["for_"] as? Int, against: tally["against"] as? Int, abstain: tally["abstain"] as? Int)
    if let blocks = tally["blocks"] as? [[String: Any]] {
      count = Roll(blocks.compactMap(Roll.Line.init(object:))).count
    }
    if let proxies = tally["proxies"] as? [String: Int] {
      count = count.adding(Count(for: proxies["for_"], against: proxies["against"]))
    }
    count.present = rule["present"] as? Int
    count.entitled = rule["entitled"] as? Int
    self.count = count
    self.casting = (tally["chair"] as? String).flatMap(CastingVote.init(rawValue:))
  }
}

extension Quorum {
  fileprivate init?(object: [String: Any]) {
    if let number = object["number"] as? Int {
      self = .number(number)
    } else if let parts = object["any_of"] as? [[String: Any]] {
      let rules = parts.compactMap(Quorum.init(object:))
      self = object["combine"] as? String == "lower" ? .lower(rules) : .greater(rules)
    } else if let top = object["numerator"] as? Int, let bottom = object["denominator"] as? Int,
      let fraction = Fraction(top, bottom)
    {
      self = .share(fraction)
    } else {
      return nil
    }
  }
}

extension Roll.Line {
  fileprivate init?(object: [String: Any]) {
    guard let name = object["voter"] as? String, let weight = object["weight"] as? Int else { return nil }
    if let split = object["split"] as? [String: Int] {
      self.init(name: name, for: split["for_"] ?? 0, against: split["against"] ?? 0, abstain: split["abstain"] ?? 0)
    } else if let vote = (object["vote"] as? String).flatMap(Roll.Vote.init(rawValue:)) {
      self.init(name: name, vote, weight: weight)
    } else {
      return nil
    }
  }
}

/// The path of one of the files of procedure cases.
func procedureFixture(_ name: String, file: String = #filePath) -> String {
  URL(filePath: file).deletingLastPathComponent().appending(path: "../../Fixtures/procedure/\(name)").standardized.path
}

@Test("every case of the table of decisions is read")
func decisionCasesAreRead() {
  #expect(DecisionCase.all.count == 19)
}

@Test("each case is decided as its rule says", arguments: DecisionCase.all)
func decisionCase(_ example: DecisionCase) {
  let decision = example.rule.decide(example.count, casting: example.casting)
  #expect(decision.outcome.rawValue == example.expected, "\(decision.reason)")
}
