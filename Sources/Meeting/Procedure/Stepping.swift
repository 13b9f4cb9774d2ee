internal import MotionKit

extension State {
  /// Records a step of an item outside a vote: moved, accepted by the mover, withdrawn, ruled out …
  package func stepping(
    _ kind: ItemStep.Kind, _ item: Item, person: Person? = nil, reason: String? = nil, to: String? = nil
  ) throws(Refusal) -> Plan {
    var plan = Plan()
    var step = ItemStep(kind, item: item.name, person: person, reason: reason, to: to)
    switch kind {
    case .admitted, .ruledOut, .restored, .fell:
      guard reason != nil else {
        throw Refusal(
          "no-reason", "A ruling needs its reason.", help: "Add --by chair --reason \"…\".")
      }
      if kind == .ruledOut || kind == .fell, case .amendment(let amendment, let motion) = item {
        step.falls = motion.consequences(of: amendment.name, carried: false).falls
      }
    case .accepted:
      guard case .amendment(let amendment, let motion) = item else {
        throw Refusal("not-an-amendment", "\(item.name) is a motion; only amendments are accepted by the mover.")
      }
      plan.flags = standingFlags(item)
      let consequences = motion.consequences(of: amendment.name, carried: true)
      step.text = consequences.text.map { plan.keep($0) }
      step.falls = consequences.falls
    case .moved, .seconded: plan.flags = standingFlags(item).filter { $0.code != "amendments-left" }
    case .notMoved, .withdrawn, .remitted:
      plan.flags = standingFlags(item).filter { $0.code == "already-decided" }
      if case .amendment(let amendment, let motion) = item {
        step.falls = motion.consequences(of: amendment.name, carried: false).falls
      }
    }
    if reason == nil, let refusal = Refusal.irregular(plan.flags) { throw refusal }
    step.flags = plan.flags
    plan.events = [.itemStep(step)]
    plan.says.append("\(item.name) \(kind.words)\(to.map { " to \($0)" } ?? "").")
    plan.says += step.falls.map { "\($0.item) falls: \($0.reason)." }
    return plan
  }

  /// Admits a late or irregular item by a vote.
  package func admitting(_ item: Item, _ vote: Vote) throws(Refusal) -> Plan {
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
      item: item.name, matter: .admission, text: nil, on: nil, words: "That \(item.name) be admitted.",
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
      "That \(item.name) be admitted: \(count.spoken). \(outcome == .carried ? "Carried" : "Not carried"): \(decision.reason)."
    ]
    return plan
  }
}
