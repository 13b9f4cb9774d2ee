package import MotionKit

/// What a person says of a vote.
package struct Vote: Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case `for`, against
  }

  package var votesFor: Int?
  package var against: Int?
  package var abstain: Int?
  package var spoilt: Int?
  /// Where it was counted for this vote; else the last figures of attendance.
  package var present: Int?
  package var form: VotesCounted.Form = .hands
  /// The chair's own word on the result.
  package var declared: ItemDecision?
  package var manner: String?
  package var casting: Side?
  /// Why the chair lets something irregular stand.
  package var reason: String?
  package var tellers: [Person] = []
  /// The bytes of a roll of named votes.
  package var roll: [UInt8]?

  package init() {}

  /// The figures, with the last ones of attendance where none were taken for this vote.
  func count(with attendance: Attendance?) -> Count {
    Count(
      for: votesFor, against: against, abstain: abstain, spoilt: spoilt,
      present: present ?? attendance?.present, entitled: attendance?.entitled)
  }

  var hasFigures: Bool { votesFor != nil || against != nil || abstain != nil || spoilt != nil }
}

extension State {
  /// Records a vote on an item: the question if it was not put, the figures if there are any, the declaration if the
  /// figures or the chair decide it.
  package func voting(_ item: Item, _ vote: Vote) throws(Refusal) -> Plan {
    guard vote.hasFigures || vote.declared != nil else {
      throw Refusal(
        "no-figures", "Neither figures nor a declaration were given.",
        help: "Give --for N --against N, or --declared carried --manner hands.")
    }
    let open = questions.last { $0.put.item == item.name && $0.isOpen }
    var plan = Plan()
    plan.flags = sittingFlags() + (open == nil ? standingFlags(item) : [])
    if open == nil, let other = openQuestion, !item.name.hasPrefix(other.put.item) {
      plan.flags.append(
        Irregularity(
          "another-question-open", "The question on \(other.put.item) is open: it has been put and not decided."))
    }
    let seq: Int
    if let open {
      seq = open.seq
    } else {
      seq = next
      plan.events.append(.questionPut(question(item, flags: plan.flags, in: &plan)))
    }
    try count(vote, on: item, question: seq, recountOf: nil, in: &plan)
    return plan
  }

  /// Takes the same question's count again; both stay, the later decides. So does a card vote after hands.
  package func recounting(_ item: Item, _ vote: Vote) throws(Refusal) -> Plan {
    guard let question = question(on: item.name), let last = question.lastCountSeq else {
      throw Refusal(
        "nothing-to-recount", "No votes were counted on \(item.name).",
        help: "Record the count: motions vote \(item.name) --for N --against N")
    }
    guard vote.hasFigures else {
      throw Refusal("no-figures", "No figures were given.", help: "Give --for N --against N.")
    }
    var plan = Plan(flags: sittingFlags())
    try count(vote, on: item, question: question.seq, recountOf: last, in: &plan)
    return plan
  }

  /// The chair's casting vote on a question whose count was a tie.
  package func casting(_ item: Item, _ side: Vote.Side, reason: String? = nil) throws(Refusal) -> Plan {
    guard let question = question(on: item.name), let count = question.lastCount, let seq = question.lastCountSeq
    else {
      throw Refusal(
        "nothing-to-decide", "No votes were counted on \(item.name), so there is no tie to decide.",
        help: "Record the count first: motions vote \(item.name) --for N --against N")
    }
    var plan = Plan(flags: sittingFlags())
    let rule = rule(for: item)
    let given = rule.decide(count.figures, casting: side == .for ? .for : .against)
    if count.votesFor != count.against || count.votesFor == nil {
      plan.flags.append(
        Irregularity("not-a-tie", "The count on \(item.name) was \(count.figures.spoken): no tie."))
    } else if rule.tie != .casting {
      plan.flags.append(
        Irregularity("no-casting-vote", "The standing orders give the chair no casting vote: a tie is lost."))
    }
    if question.declared != nil {
      plan.flags.append(Irregularity("already-decided", "A result was declared on \(item.name) before."))
    }
    if reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    declare(
      item, question: question.seq, count: seq, decision: side == .for ? .carried : .lost, basis: .castingVote,
      rules: given, manner: nil, casting: side, reason: reason, in: &plan)
    return plan
  }

  /// Adds the count and, where it is decided, the declaration.
  private func count(
    _ vote: Vote, on item: Item, question: Int, recountOf: Int?, in plan: inout Plan
  ) throws(Refusal) {
    let figures = vote.count(with: attendance)
    let decision = rule(for: item).decide(figures, casting: vote.casting.map { $0 == .for ? .for : .against })
    var countSeq: Int?
    if vote.hasFigures {
      countSeq = next + plan.events.count
      plan.flags += figures.findings.map { Irregularity($0.code, $0.message) }
      plan.events.append(
        .votesCounted(
          VotesCounted(
            question: question, form: vote.form, votesFor: vote.votesFor, against: vote.against,
            abstain: vote.abstain, spoilt: vote.spoilt, present: figures.present, entitled: figures.entitled,
            tellers: vote.tellers, roll: vote.roll.map { plan.keep($0) }, recountOf: recountOf,
            reason: recountOf == nil ? nil : vote.reason)))
      plan.says.append("\(item.name): \(figures.spoken).")
    }
    guard let outcome = vote.declared ?? ItemDecision(decision.outcome) else {
      if vote.reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
      plan.says.append("Not decided: \(decision.reason).")
      if decision.missing.contains(.castingVote) {
        plan.says.append("The chair has a casting vote: motions casting \(item.name) --for, or --against.")
      } else {
        plan.says.append("It can't be decided without them unless the chair declares: --declared carried, or lost.")
      }
      return
    }
    let basis: ResultDeclared.Basis =
      vote.casting != nil ? .castingVote : vote.hasFigures ? .figures : .withoutCount
    if let declared = vote.declared, vote.hasFigures, let given = ItemDecision(decision.outcome),
      given.isCarried != declared.isCarried
    {
      plan.flags.append(
        Irregularity(
          "against-the-figures",
          "Declared \(declared.words), but on the figures it is \(given.words): \(decision.reason)."))
    }
    if vote.reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    if vote.declared != nil, !vote.hasFigures, rule(for: item).needsFigures {
      let flag = Irregularity(
        "no-figures", "The majority required is \(rule(for: item).threshold.words), and nobody counted.")
      plan.flags.append(flag)
    }
    declare(
      item, question: question, count: countSeq, decision: outcome, basis: basis,
      rules: vote.hasFigures ? decision : nil, manner: vote.manner, casting: vote.casting, reason: vote.reason,
      in: &plan)
  }

  /// Adds the declaration, with the text and what falls.
  private func declare(
    _ item: Item, question: Int, count: Int?, decision: ItemDecision, basis: ResultDeclared.Basis,
    rules: Decision?, manner: String?, casting: Vote.Side?, reason: String?, in plan: inout Plan
  ) {
    var result = ResultDeclared(
      question: question, item: item.name, decision: decision, basis: basis, manner: manner,
      casting: casting?.rawValue, count: count, rulesGive: rules?.outcome.rawValue, rulesReason: rules?.reason,
      reason: reason, flags: plan.flags)
    switch item {
    case .amendment(let amendment, let motion):
      let consequences = motion.consequences(of: amendment.name, carried: decision.isCarried)
      result.text = consequences.text.map { plan.keep($0) }
      result.falls = consequences.falls
      plan.says.append("\(item.name) is \(decision.words)\(spoken(rules, basis, manner)).")
      plan.says += result.falls.map { "\($0.item) falls: \($0.reason)." }
      if decision.isCarried { plan.says += consequences.unsettled.map { "For the chair to rule: \($0)" } }
    case .motion(let motion):
      if decision == .carried, !motion.carried.isEmpty { result.decision = .carriedAsAmended }
      if result.decision.isCarried, let adopted = motion.adoptedText {
        result.text = plan.keep(adopted.body)
        result.renumbered = adopted.table
      }
      plan.says.append("\(item.name) is \(result.decision.words)\(spoken(rules, basis, manner)).")
      if !result.renumbered.isEmpty {
        plan.says.append(
          "Renumbered: \(result.renumbered.map { "\($0.old) → \($0.new)" }.joined(separator: ", ")).")
      }
    }
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    plan.events.append(.resultDeclared(result))
  }

  private func spoken(_ rules: Decision?, _ basis: ResultDeclared.Basis, _ manner: String?) -> String {
    switch basis {
    case .figures: rules.map { ": \($0.reason)" } ?? ""
    case .castingVote: " by the chair's casting vote"
    case .withoutCount: " without a count\(manner.map { " (\($0))" } ?? "")"
    case .ruling: " by ruling"
    }
  }
}

extension ItemDecision {
  /// What the rules give, where they give a result.
  package init?(_ outcome: Decision.Outcome) {
    switch outcome {
    case .carried: self = .carried
    case .lost: self = .lost
    case .inquorate: self = .inquorate
    case .undecided: return nil
    }
  }
}

extension DecisionRule {
  /// More than half of the votes can be seen; anything else needs a count.
  package var needsFigures: Bool { threshold != .simpleMajority }
}

extension Count {
  /// `41 for, 12 against, 3 abstaining`.
  package var spoken: String {
    var parts: [String] = []
    if let votes = self.for { parts.append("\(votes) for") }
    if let against { parts.append("\(against) against") }
    if let abstain { parts.append("\(abstain) abstaining") }
    if let spoilt, spoilt > 0 { parts.append("\(spoilt) spoilt") }
    return parts.isEmpty ? "no figures" : parts.joined(separator: ", ")
  }
}

extension VotesCounted {
  package var figures: Count {
    Count(
      for: votesFor, against: against, abstain: abstain, spoilt: spoilt, present: present, entitled: entitled)
  }
}
