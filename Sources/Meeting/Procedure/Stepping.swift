internal import MotionKit

extension State {
  /// Records a step of an item outside a vote: moved, accepted by the mover, withdrawn, ruled out …
  package func stepping(
    _ kind: ItemStep.Kind, _ item: Item, person: Person? = nil, reason: String? = nil, to: String? = nil
  ) throws(Refusal) -> Plan {
    if case .question = item { _ = try item.motion }
    var plan = Plan()
    var step = ItemStep(kind, item: item.name, person: person, reason: reason, to: to)
    var said: [String] = []
    switch kind {
    case .admitted, .ruledOut, .restored, .fell:
      guard reason != nil else {
        throw Refusal(
          "no-reason", "A ruling needs its reason.", help: "Add --by chair --reason \"…\".")
      }
      if let refusal = needless(kind, item) { throw refusal }
      if kind == .ruledOut || kind == .fell { plan.flags = standingFlags(item).filter { $0.code == "already-decided" } }
    case .accepted:
      guard case .amendment(let amendment, let motion) = item else {
        throw Refusal("not-an-amendment", "\(item.name) is a motion; only amendments are accepted by the mover.")
      }
      plan.flags = standingFlags(item)
      if orders.amendments.acceptance == .meeting {
        plan.flags.append(
          Irregularity(
            "meeting-decides", "The standing orders have the meeting vote on an amendment that the mover accepts."))
      }
      let consequences = motion.consequences(of: amendment.name, carried: true)
      step.text = consequences.text.map { plan.keep($0) }
      step.falls = consequences.falls
      said = consequences.unsettled.map { "For the chair to rule: \($0)" } + overTheLimit(consequences.text, motion)
    case .moved, .seconded:
      plan.flags = standingFlags(item).filter { $0.code != "amendments-left" }
      said = secondingAdvice(kind, item)
    case .notMoved, .withdrawn, .remitted:
      plan.flags = standingFlags(item).filter { $0.code == "already-decided" }
    }
    if kind.ends || kind == .restored, case .amendment(let amendment, let motion) = item {
      // What was part of the text is so no more.
      let wasCarried = motion.carried.contains(amendment.name)
      let consequences = motion.consequences(of: amendment.name, carried: false)
      if kind.ends { step.falls = consequences.falls }
      if wasCarried { step.text = consequences.text.map { plan.keep($0) } }
    }
    if reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    step.flags = plan.flags
    plan.events = [.itemStep(step)]
    plan.says.append("\(item.name) \(kind.words)\(to.map { " to \($0)" } ?? "").")
    if case .motion(let motion) = item { plan.says += motion.compositeSays(kind) }
    plan.says += step.falls.map { "\($0.item) falls: \($0.reason)." } + notPut(kind, item) + said
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }

  /// Letting in what is in, or taking again what is not decided.
  private func needless(_ kind: ItemStep.Kind, _ item: Item) -> Refusal? {
    let (isOpen, isOut, words) =
      switch item {
      case .motion(let motion): (motion.isOpen, motion.standing == .notAdmitted, motion.words)
      case .amendment(let amendment, _): (amendment.isOpen, amendment.standing == .notAdmitted, amendment.words)
      case .question: (true, false, "")
      }
    switch kind {
    case .admitted where !isOut:
      return Refusal(
        "nothing-to-admit", "\(item.name) needs no admission: it is \(words).",
        help: isOpen ? nil : "To take it again: motions restore \(item.name) --by chair --reason \"…\"")
    case .restored where isOpen:
      return Refusal("nothing-to-restore", "\(item.name) is before the meeting: it is \(words).")
    case .restored where isOut:
      return Refusal(
        "nothing-to-restore", "\(item.name) was not admitted yet: it is \(words).",
        help: "Admit it: motions admit \(item.name) --vote FOR AGAINST, or --by chair --reason \"…\"")
    default: return nil
    }
  }

  /// Whether a seconder is asked for and not recorded.
  private func secondingAdvice(_ kind: ItemStep.Kind, _ item: Item) -> [String] {
    guard kind == .moved else { return [] }
    let isAsked: Bool
    let isSeconded: Bool
    switch item {
    case .motion(let motion):
      isAsked = orders.kind(named: motion.received.kind)?.needsSeconder ?? false
      isSeconded = motion.isSeconded || motion.received.seconder != nil
    case .amendment(let amendment, _): (isAsked, isSeconded) = (orders.amendments.needsSeconder, amendment.isSeconded)
    case .question: return []
    }
    return isAsked && !isSeconded
      ? ["The standing orders ask for a seconder: motions seconded \(item.name) --person \"…\""] : []
  }

  /// What is not put any more because its motion is gone.
  private func notPut(_ kind: ItemStep.Kind, _ item: Item) -> [String] {
    guard kind.ends, case .motion(let motion) = item, !motion.pending.isEmpty else { return [] }
    return ["Not put: \(Audit.listed(motion.pending.map(\.item)))."]
  }

  /// Admits a late or irregular item by a vote.
  package func admitting(_ item: Item, _ vote: Vote) throws(Refusal) -> Plan {
    if case .question = item { _ = try item.motion }
    if let refusal = needless(.admitted, item) { throw refusal }
    var plan = Plan(flags: sittingFlags())
    let rule = orders.ruleForAdmission
    let count = vote.count(with: attendance)
    let decision = rule.decide(count)
    guard let outcome = vote.declared ?? ItemDecision(decision.outcome) else {
      throw Refusal(
        "not-decided", "It is not decided: \(decision.reason).",
        help: "Say what the chair declares: --declared carried, or --declared lost.")
    }
    plan.flags += count.findings.map { Irregularity($0.code, $0.message) }
    if vote.reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    let put = QuestionPut(
      item: item.name, matter: .admission, text: nil, on: nil, words: "That \(item.name) be admitted",
      forMeans: "the meeting takes it", threshold: rule.threshold, flags: plan.flags)
    plan.events = [
      .questionPut(put),
      .votesCounted(
        VotesCounted(
          question: next, form: vote.form, votesFor: vote.votesFor, against: vote.against, abstain: vote.abstain,
          spoilt: vote.spoilt, present: count.present, entitled: count.entitled)),
      .resultDeclared(
        ResultDeclared(
          question: next, item: item.name, decision: outcome, basis: .figures, count: next + 1,
          rulesGive: decision.outcome.rawValue, rulesReason: decision.reason, reason: vote.reason, flags: plan.flags)),
    ]
    plan.says = [
      "That \(item.name) be admitted: \(count.spoken).",
      "\(item.name) is \(outcome.isCarried ? "admitted" : "not admitted"): \(decision.reason).",
    ]
    plan.says += plan.flags.map { "Recorded with a flag: \($0.message)" }
    return plan
  }
}
