package import MotionKit

extension State {
  /// The rule by which an item is decided: threshold, quorum and tie, from the standing orders on record.
  package func rule(for item: Item) -> DecisionRule {
    switch item {
    case .motion(let motion): orders.rule(forKind: motion.received.kind)
    case .amendment: orders.ruleForAmendments
    case .question(let question): rule(of: question.put)
    }
  }

  /// Puts a question: what it is, on which very text, by which majority.
  package func putting(_ item: Item, reason: String? = nil) throws(Refusal) -> Plan {
    var flags = sittingFlags()
    flags += otherQuestionFlags(item)
    if openQuestions.contains(where: { $0.put.item == item.name }) {
      throw Refusal(
        "already-put", "The question on \(item.name) has been put.",
        help: "Record the vote: motions vote \(item.name) --for N --against N")
    }
    flags += standingFlags(item)
    if reason == nil, let refusal = Refusal.irregular(flags) { throw refusal }
    var plan = Plan(flags: flags)
    plan.events = [.questionPut(try question(item, flags: flags, in: &plan))]
    plan.says.append("The question on \(item.name) is put. It takes \(rule(for: item).threshold.words).")
    if case .amendment(let amendment, let motion) = item {
      plan.says += motion.asItNowStands(amendment.name)
    }
    plan.says += announcement(item) + advice(item) + flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }

  /// Another question is open. An amendment to the one whose question is open is put before it.
  func otherQuestionFlags(_ item: Item) -> [Irregularity] {
    guard let open = openQuestion, open.put.item != item.name, !item.name.isBelow(open.put.item) else { return [] }
    return [
      Irregularity(
        "another-question-open", "The question on \(open.put.item) is open: it has been put and not decided.")
    ]
  }

  /// What the standing orders ask for and the record does not show; said, for the chair to look to.
  private func advice(_ item: Item) -> [String] {
    switch item {
    case .amendment(let amendment, _)
    where orders.amendments.needsSeconder && amendment.isMoved && !amendment.isSeconded:
      ["\(amendment.item) has not been seconded; the standing orders ask for a seconder."]
    default: []
    }
  }

  /// The question as an event, its texts kept with the plan.
  func question(_ item: Item, flags: [Irregularity], in plan: inout Plan) throws(Refusal) -> QuestionPut {
    if case .question(let question) = item {
      var put = question.put
      put.flags = flags
      return put
    }
    let now = try item.motion.textNow.map { plan.keep($0) }
    switch item {
    case .question(let question): return question.put
    case .motion:
      return QuestionPut(
        item: item.name, matter: .motion, text: now, on: nil, threshold: rule(for: item).threshold, flags: flags)
    case .amendment(let amendment, let motion):
      let isAsSubmitted = motion.asItNowStands(amendment.name).isEmpty
      let asNow = (isAsSubmitted ? nil : motion.rebased(amendment.name)).map { rebased in
        QuestionPut.AsNow(
          standing: rebased.standing, sentence: rebased.sentence.flatMap { $0.utf8.count > 4_000 ? nil : $0 })
      }
      return QuestionPut(
        item: item.name, matter: .amendment, text: amendment.received.submitted, on: now,
        threshold: rule(for: item).threshold, asNow: asNow, flags: flags)
    }
  }

  /// What is irregular in deciding an item now.
  func standingFlags(_ item: Item) -> [Irregularity] {
    switch item {
    case .question(let question):
      guard let declared = question.declared, declared.decision.isFinal else { return [] }
      return [Irregularity("already-decided", "\(item.name) was decided before: \(declared.decision.words).")]
    case .motion(let motion):
      switch motion.standing {
      case .decided(let decision):
        return [Irregularity("already-decided", "\(motion.number) was decided before: \(decision.words).")]
      case .notAdmitted:
        return [Irregularity("not-admitted", "\(motion.number) is \(motion.words).")]
      case .composited:
        return [Irregularity("composited", "\(motion.number) is \(motion.words).")]
      case .inOrder:
        let left = motion.pending.map(\.item)
        guard !left.isEmpty else { return [] }
        return [
          Irregularity(
            "amendments-left",
            "\(Audit.listed(left)) \(left.count == 1 ? "has" : "have") not been taken; "
              + "\(left.count == 1 ? "it" : "they") would not be put.")
        ]
      }
    case .amendment(let amendment, let motion):
      var flags: [Irregularity] = []
      switch motion.standing {
      case .decided(let decision):
        flags.append(Irregularity("already-decided", "\(motion.number) was decided before: \(decision.words)."))
      case .composited: flags.append(Irregularity("composited", "\(motion.number) is \(motion.words)."))
      case .inOrder, .notAdmitted: break
      }
      switch amendment.standing {
      case .pending: break
      case .notAdmitted: flags.append(Irregularity("not-admitted", "\(amendment.item) is \(amendment.words)."))
      case .composited: break
      case .decided, .accepted, .setAside, .reinstated:
        flags.append(Irregularity("already-decided", "\(amendment.item) was decided before: \(amendment.words)."))
      case .fallen: flags.append(Irregularity("fallen", "\(amendment.item) \(amendment.words)."))
      }
      let below = motion.pending.filter { $0.name.hasPrefix(amendment.name + ".") }
      if !below.isEmpty {
        flags.append(
          Irregularity(
            "amendments-left",
            "\(Audit.listed(below.map(\.item))) \(below.count == 1 ? "amends" : "amend") \(amendment.item) and "
              + "\(below.count == 1 ? "has" : "have") not been taken."))
      }
      return flags
    }
  }

  /// What follows either way, said before a question is put.
  package func announcement(_ item: Item) -> [String] {
    guard case .amendment(let amendment, let motion) = item else { return [] }
    let carried = motion.consequences(of: amendment.name, carried: true)
    let lost = motion.consequences(of: amendment.name, carried: false)
    var ifCarried = carried.falls.map { "\($0.item) falls (\($0.reason))" }
    ifCarried += (carried.unsettled + carried.clashes).map { "\(String.clause($0)), for the chair to rule" }
    ifCarried += carried.remarks.map { "look at this: \(String.clause($0))" }
    let ifLost = lost.falls.map { "\($0.item) falls (\($0.reason))" }
    return [
      "If carried: \(ifCarried.isEmpty ? "nothing else falls" : ifCarried.joined(separator: "; ")).",
      "If lost: \(ifLost.isEmpty ? "nothing else falls" : ifLost.joined(separator: "; ")).",
    ]
  }
}

extension State {
  /// Puts a procedural motion, or a challenge to the chair, and says what FOR means.
  package func puttingProcedural(
    _ words: String, isChallenge: Bool, forMeans: String? = nil, reason: String?
  ) throws(Refusal) -> Plan {
    let flags = sittingFlags()
    if reason == nil, let refusal = Refusal.irregular(flags) { throw refusal }
    let item = numbers.next("P")
    let rule = isChallenge ? orders.ruleForChallenge : orders.ruleForProcedure
    let meaning = forMeans ?? (isChallenge ? "the chair's ruling is overturned" : "the meeting does what it says")
    var plan = Plan(
      [
        .questionPut(
          QuestionPut(
            item: item, matter: isChallenge ? .challenge : .procedural, text: nil, on: nil, words: words,
            forMeans: meaning, threshold: rule.threshold, flags: flags))
      ], flags: flags)
    plan.says = [
      "\(item): \(words)", "FOR means that \(meaning). It takes \(rule.threshold.words).",
    ]
    if isChallenge, orders.votes.challengeSupporters > 0 {
      plan.says.append(
        "The standing orders ask for \(orders.votes.challengeSupporters) supporters before a challenge is put.")
    }
    plan.says.append("Record the vote: motions vote \(item) --for N --against N")
    plan.says += flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }
}
