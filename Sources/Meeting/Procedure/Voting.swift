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
    plan.flags = sittingFlags() + (open == nil ? standingFlags(item) : []) + otherQuestionFlags(item)
    if let open {
      try count(vote, on: item, open, recountOf: nil, in: &plan)
    } else {
      let put = try question(item, flags: plan.flags, in: &plan)
      let seq = next
      plan.events.append(.questionPut(put))
      try count(vote, on: item, QuestionState(seq: seq, put: put), recountOf: nil, in: &plan)
    }
    return plan
  }

  /// Takes the same question's count again; both stay, the later decides. So does a card vote after hands.
  package func recounting(_ item: Item, _ vote: Vote) throws(Refusal) -> Plan {
    guard let question = question(on: item.name), question.lastCount != nil || question.declared != nil else {
      throw Refusal(
        "nothing-to-recount", "No votes were counted on \(item.name).",
        help: "Record the count: motions vote \(item.name) --for N --against N")
    }
    guard vote.hasFigures else {
      throw Refusal("no-figures", "No figures were given.", help: "Give --for N --against N.")
    }
    var plan = Plan(flags: sittingFlags())
    if case .amendment(_, let motion) = item, case .decided(let decision) = motion.standing {
      plan.flags.append(
        Irregularity("already-decided", "\(motion.number) has been decided since: \(decision.words)."))
    }
    try count(vote, on: item, question, recountOf: question.lastCountSeq, in: &plan)
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
    let rule = rule(of: question.put)
    let given = rule.decide(count.figures, casting: side == .for ? .for : .against)
    if count.votesFor != count.against || count.votesFor == nil {
      plan.flags.append(
        Irregularity("not-a-tie", "The count on \(item.name) was \(count.figures.spoken): no tie."))
    } else if rule.tie != .casting {
      plan.flags.append(
        Irregularity("no-casting-vote", "The standing orders give the chair no casting vote: a tie is lost."))
    } else if given.outcome == .inquorate {
      plan.flags.append(Irregularity("no-quorum", "There was no quorum: \(given.reason)."))
    }
    // Another count may have ended in a tie since the result was declared.
    if let declared = question.declared, declared.count == nil || declared.count == seq {
      plan.flags.append(Irregularity("already-decided", "A result was declared on \(item.name) before."))
    }
    if reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    declare(
      item, question, count: seq, decision: side == .for ? .carried : .lost, basis: .castingVote, rules: given,
      manner: nil, casting: side, reason: reason, in: &plan)
    return plan
  }

  /// Adds the count and, where it is decided, the declaration.
  private func count(
    _ vote: Vote, on item: Item, _ question: QuestionState, recountOf: Int?, in plan: inout Plan
  ) throws(Refusal) {
    let rule = rule(of: question.put)
    let figures = vote.count(with: attendance)
    let decision = rule.decide(figures, casting: vote.casting.map { $0 == .for ? .for : .against })
    var countSeq = question.lastCountSeq
    if vote.hasFigures {
      countSeq = next + plan.events.count
      // A card stands for more than the one who holds it.
      plan.flags += figures.findings.filter { vote.form != .card || $0.code != "more-votes-than-present" }
        .map { Irregularity($0.code, $0.message) }
      plan.events.append(
        .votesCounted(
          VotesCounted(
            question: question.seq, form: vote.form, votesFor: vote.votesFor, against: vote.against,
            abstain: vote.abstain, spoilt: vote.spoilt, present: figures.present, entitled: figures.entitled,
            tellers: vote.tellers, roll: vote.roll.map { plan.keep($0) }, recountOf: recountOf,
            reason: recountOf == nil ? nil : vote.reason)))
      plan.says.append("\(item.name): \(figures.spoken).")
    }
    guard let outcome = vote.declared ?? ItemDecision(decision.outcome) else {
      if vote.reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
      plan.says += undecided(item, decision)
      if let declared = question.declared {
        plan.says.append("Until then the result declared before stands: \(declared.decision.words).")
      }
      return
    }
    if let declared = vote.declared, let flag = against(declared, decision, vote, rule) { plan.flags.append(flag) }
    if vote.reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    if vote.declared != nil, !vote.hasFigures, rule.needsFigures {
      plan.flags.append(
        Irregularity("no-figures", "The majority required is \(rule.threshold.words), and nobody counted."))
    }
    // A count that waited for the chair's word is what the word rests on.
    let basis: ResultDeclared.Basis =
      vote.casting != nil
      ? .castingVote : vote.hasFigures ? .figures : question.lastCount == nil ? .withoutCount : .ruling
    declare(
      item, question, count: basis == .withoutCount ? nil : countSeq, decision: outcome, basis: basis,
      rules: vote.hasFigures ? decision : nil, manner: vote.manner, casting: vote.casting, reason: vote.reason,
      in: &plan)
  }

  /// What is said of a count that decides nothing.
  private func undecided(_ item: Item, _ decision: Decision) -> [String] {
    var lines = ["Not decided: \(decision.reason)."]
    if decision.missing.contains(.castingVote) {
      lines.append("The chair has a casting vote: motions casting \(item.name) --for, or --against.")
    } else if decision.missing.contains(.figure(.present)) {
      lines.append(
        "Record who is present (motions meeting present --room N) and the vote again, or what the chair declares: "
          + "motions vote \(item.name) --declared carried, or lost.")
    } else {
      lines.append(
        "It can't be decided without unless the chair declares: motions vote \(item.name) --declared carried, or lost.")
    }
    return lines
  }

  /// What the chair declares against the figures, or without a quorum.
  private func against(
    _ declared: ItemDecision, _ decision: Decision, _ vote: Vote, _ rule: DecisionRule
  ) -> Irregularity? {
    if vote.hasFigures, let given = ItemDecision(decision.outcome), given != declared {
      return Irregularity(
        "against-the-figures",
        "Declared \(declared.words), but on the figures it is \(given.words): \(decision.reason).")
    }
    guard !vote.hasFigures, let quorum = rule.quorum,
      quorum.isMet(present: attendance?.present, entitled: attendance?.entitled) == false
    else { return nil }
    return Irregularity(
      "no-quorum", "There is no quorum: \(attendance?.present ?? 0) are present, \(quorum.words) are needed.")
  }
}

extension State {
  /// Adds the declaration, with the text and what falls.
  private func declare(
    _ item: Item, _ question: QuestionState, count: Int?, decision: ItemDecision, basis: ResultDeclared.Basis,
    rules: Decision?, manner: String?, casting: Vote.Side?, reason: String?, in plan: inout Plan
  ) {
    var result = ResultDeclared(
      question: question.seq, item: item.name, decision: decision, basis: basis, manner: manner,
      casting: casting?.rawValue, count: count, rulesGive: rules?.outcome.rawValue, rulesReason: rules?.reason,
      reason: reason, affects: affected(by: decision, on: item, question.put), flags: plan.flags)
    let how = spoken(rules, basis, manner)
    switch (question.put.matter, item) {
    case (.amendment, .amendment(let amendment, let motion)):
      guard decision.isFinal else {
        plan.says.append("\(item.name) is \(decision.words)\(how).")
        break
      }
      let consequences = motion.consequences(of: amendment.name, carried: decision.isCarried)
      result.text = consequences.text.map { plan.keep($0) }
      result.falls = motion.falls(deciding: amendment.name, carried: decision.isCarried)
      plan.says.append("\(item.name) is \(decision.words)\(how).")
      plan.says += result.falls.map { "\($0.item) falls: \($0.reason)." }
      if decision.isCarried {
        plan.says += consequences.unsettled.map { "For the chair to rule: \($0)" }
        plan.says += consequences.remarks.map { "Look at this: \($0)" }
        plan.says += overTheLimit(consequences.text, motion)
      }
    case (.motion, .motion(let motion)):
      if decision == .carried, !motion.carried.isEmpty { result.decision = .carriedAsAmended }
      if result.decision.isCarried, let adopted = motion.adoptedText {
        result.text = plan.keep(adopted.body)
        result.renumbered = adopted.table
      }
      plan.says.append("\(item.name) is \(result.decision.words)\(how).")
      if !result.renumbered.isEmpty {
        plan.says.append(
          "Renumbered: \(result.renumbered.map { "\($0.old) → \($0.new)" }.joined(separator: ", ")).")
      }
    case (.admission, _):
      let words = decision.isCarried ? "admitted" : decision.isFinal ? "not admitted" : decision.words
      plan.says.append("\(item.name) is \(words)\(how).")
    case (.challenge, _):
      plan.says.append("\(item.name) is \(decision.words)\(how).")
      if decision.isFinal {
        plan.says.append(decision.isCarried ? "The chair's ruling is overturned." : "The chair's ruling stands.")
      }
    default: plan.says.append("\(item.name) is \(decision.words)\(how).")
    }
    let doubtful = items(ofQuestions: result.affects)
    if !doubtful.isEmpty {
      plan.says.append(
        "In question for the chair, taken on a text that changes by it: \(doubtful.joined(separator: ", ")).")
    }
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    plan.events.append(.resultDeclared(result))
  }

  private func spoken(_ rules: Decision?, _ basis: ResultDeclared.Basis, _ manner: String?) -> String {
    switch basis {
    case .figures: rules.map { ": \($0.reason)" } ?? ""
    case .castingVote: " by the chair's casting vote"
    case .withoutCount: " without a count\(manner.map { " (\($0))" } ?? "")"
    case .ruling: " as the chair declares"
    }
  }

  /// What is said of a text that has more words than its kind may have.
  func overTheLimit(_ body: [UInt8]?, _ motion: MotionState) -> [String] {
    guard let body, let limit = orders.wordLimit(forKind: motion.received.kind) else { return [] }
    let file = MotionText.file(
      number: motion.number, kind: motion.received.kind, title: motion.received.title, body: body)
    let words = orders.words(of: Document(parsing: file))
    return words > limit ? ["\(motion.number) then has \(words) words, over the limit of \(limit)."] : []
  }

  /// Questions decided since the item's earlier result on a text that changes where this one turns it, by `seq`.
  func affected(by decision: ItemDecision, on item: Item, _ put: QuestionPut) -> [Int] {
    guard put.matter == .amendment, decision.isFinal, let motion = try? item.motion,
      let earlier = questions.last(where: { question in
        question.put.item == item.name && question.put.matter == .amendment
          && question.declared.map { $0.decision.isFinal } ?? false
      }), earlier.declared?.decision.isCarried != decision.isCarried
    else { return [] }
    return questions.filter { later in
      later.seq > earlier.seq && later.put.item != item.name && later.declared.map { $0.decision.isFinal } ?? false
        && ItemReference(later.put.item)?.motion == motion.number
    }.map(\.seq)
  }

  package func items(ofQuestions seqs: [Int]) -> [String] {
    var items: [String] = []
    for question in questions where seqs.contains(question.seq) && !items.contains(question.put.item) {
      items.append(question.put.item)
    }
    return items
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
