package import MotionKit

extension State {
  /// Takes back the last thing recorded, before the next question is put.
  package func undoing(reason: String? = nil) throws(Refusal) -> Plan {
    let effective = log.filter { entry in
      switch entry.event {
      case .entryUndone, .ledgerRecovered, .ledgerRotated: return false
      default: break
      }
      return !undone.contains(entry.seq)
    }
    guard let last = effective.last else { throw Refusal("nothing-to-undo", "Nothing has been recorded.") }
    let first = last.with ?? last.seq
    switch effective.first(where: { $0.seq == first })?.event ?? last.event {
    case .ledgerOpened:
      throw Refusal("nothing-to-undo", "Nothing has been recorded since the record was opened.")
    default: break
    }
    let targets = effective.filter { $0.seq == first || $0.with == first }
    let what = targets.compactMap { spoken($0.event) }.last ?? last.event.type
    return Plan(
      [.entryUndone(EntryUndone(targets: targets.map(\.seq), reason: reason))], says: ["Taken back: \(what)."])
  }

  /// Mends figures that were misheard. It acts from here on; what was decided meanwhile on a text that changes by it
  /// is put in question, never recomputed in silence.
  package func correcting(
    _ item: Item, figures vote: Vote, reason: String
  ) throws(Refusal) -> Plan {
    guard let question = question(on: item.name), let old = question.lastCount, let target = question.lastCountSeq
    else {
      throw Refusal(
        "nothing-to-correct", "No figures are recorded on \(item.name).",
        help: "The figures of a vote are recorded with: motions vote \(item.name) --for N --against N")
    }
    guard let declared = question.declared else {
      throw Refusal(
        "not-declared", "The result on \(item.name) is not declared yet, so there is nothing to correct but the count.",
        help: "Record the right figures: motions recount \(item.name) --for N --against N --reason \"misheard\"")
    }
    guard vote.hasFigures || vote.present != nil || vote.declared != nil else {
      throw Refusal("no-figures", "No figures were given.", help: "Give the figure that was misheard: --for N, say.")
    }
    var figures = old.figures
    figures.for = vote.votesFor ?? figures.for
    figures.against = vote.against ?? figures.against
    figures.abstain = vote.abstain ?? figures.abstain
    figures.spoilt = vote.spoilt ?? figures.spoilt
    figures.present = vote.present ?? figures.present
    let rules = rule(of: question.put).decide(figures, casting: declared.castingVote)
    guard var decision = vote.declared ?? ItemDecision(rules.outcome) else {
      throw Refusal(
        "not-decided", "On the corrected figures it is not decided: \(rules.reason).",
        help: "Say what the chair declares: --declared carried, or --declared lost.")
    }
    var plan = Plan()
    var correction = EntryCorrected(
      target: target, reason: reason, votesFor: figures.for, against: figures.against, abstain: figures.abstain,
      spoilt: figures.spoilt, present: vote.present, decision: decision, rulesGive: rules.outcome.rawValue,
      rulesReason: rules.reason, text: nil, affects: [])
    switch (question.put.matter, item) {
    case (.amendment, .amendment(let amendment, let motion)) where decision.isFinal:
      correction.text = motion.consequences(of: amendment.name, carried: decision.isCarried).text.map { plan.keep($0) }
      correction.falls = motion.falls(deciding: amendment.name, carried: decision.isCarried)
      correction.affects = affected(by: decision, on: item, question.put)
    case (.motion, .motion(let motion)) where decision.isCarried:
      if !motion.carried.isEmpty { decision = .carriedAsAmended }
      correction.decision = decision
      correction.text = motion.adoptedText.map { plan.keep($0.body) }
    default: break
    }
    plan.events = [.entryCorrected(correction)]
    let stands = decision.isCarried == declared.decision.isCarried && decision.isFinal == declared.decision.isFinal
    plan.says = [
      "\(item.name): \(old.figures.spoken), corrected to \(figures.spoken).",
      stands ? "The result stands: \(decision.words)." : "The result changes: \(decision.words): \(rules.reason).",
    ]
    plan.says += figures.findings.map { "Note: \($0.message)" }
    if !stands { plan.says += correction.falls.map { "\($0.item) falls: \($0.reason)." } }
    let doubtful = items(ofQuestions: correction.affects)
    if !doubtful.isEmpty {
      plan.says.append(
        "In question for the chair, taken on a text that changes by it: \(doubtful.joined(separator: ", ")).")
    }
    return plan
  }

  /// The item of a question, by its `seq`.
  private func asked(_ seq: Int) -> String? {
    if case .questionPut(let put)? = entry(seq)?.event { put.item } else { nil }
  }

  /// What an event was, in a few words, for undoing and for the log.
  package func spoken(_ event: Event) -> String? {
    switch event {
    case .ledgerOpened: "the record was opened"
    case .ledgerRecovered: "a torn last line was cut after a crash"
    case .ledgerRotated: "another key seals the record from here on"
    case .rulesAdopted: "standing orders were adopted"
    case .motionReceived(let received):
      "\(received.item) was received\(received.lateness == nil ? "" : ", late")"
    case .amendmentReceived(let received): "\(received.item) was received: \(received.sentence)"
    case .itemStep(let step):
      "\(step.item) \(step.kind.words)\(step.to.map { " to \($0)" } ?? "")\(step.reason.map { ": \($0)" } ?? "")"
        + step.falls.map { "; \($0.item) fell" }.joined()
    case .orderRuled(let ruled):
      "\(ruled.motion): amendments are taken in the order \(ruled.order.joined(separator: ", "))"
    case .clashRuled(let ruled):
      "\(ruled.motion): the chair ruled between \(Audit.listed(ruled.between)): \(ruled.choice.words)"
    case .versionRestored(let restored):
      "\(restored.item)@\(restored.version) was restored: \(restored.reason)"
    case .motionEnded(let ended): "\(ended.item) \(ended.words)"
    case .motionsComposited(let composited):
      "\(composited.item) was made from \(Audit.listed(composited.originals))"
        + (composited.reason.map { ": \($0)" } ?? "")
    case .sitting(let sitting):
      "the meeting was \(sitting.kind.rawValue)\(sitting.until.map { " until \($0)" } ?? "")"
    case .attendance(let figures): "present: \(figures.spoken)"
    case .questionPut(let put): "the question on \(put.item) was put\(put.words.map { ": \($0)" } ?? "")"
    case .votesCounted(let count):
      "\(count.recountOf == nil ? "counted" : "counted again")\(asked(count.question).map { " on \($0)" } ?? ""): "
        + count.figures.spoken
    case .resultDeclared(let result):
      "\(result.item) was declared \(result.decision.words)"
        + result.falls.map { "; \($0.item) fell" }.joined()
    case .entryUndone(let undo):
      "taken back: entr\(undo.targets.count == 1 ? "y" : "ies") \(undo.targets.map(String.init).joined(separator: ", "))"
    case .entryCorrected(let correction):
      "the count in entry \(correction.target) was corrected to \(correction.figures.spoken) (\(correction.reason)); "
        + "result: \(correction.decision.words)"
    case .noteMade(let note): "note\(note.item.map { " on \($0)" } ?? ""): \(note.text)"
    }
  }
}

extension ItemStep.Kind {
  /// After the item's name.
  package var words: String {
    switch self {
    case .admitted: "was admitted"
    case .ruledOut: "was ruled out of order"
    case .restored: "was restored"
    case .moved: "was moved"
    case .seconded: "was seconded"
    case .notMoved: "was not moved"
    case .accepted: "was accepted by the mover"
    case .withdrawn: "was withdrawn"
    case .remitted: "was remitted"
    case .fell: "fell by the chair's ruling"
    }
  }
}

extension Attendance {
  package var spoken: String {
    var parts: [String] = []
    if let room { parts.append("\(room) in the room") }
    if let online { parts.append("\(online) online") }
    if let entitled { parts.append("\(entitled) entitled to vote") }
    return parts.isEmpty ? "not counted" : parts.joined(separator: ", ")
  }
}

extension ResultDeclared {
  /// The chair's casting vote, as the rules take it.
  var castingVote: CastingVote? {
    switch casting {
    case "for": .for
    case "against": .against
    default: nil
    }
  }
}

extension EntryCorrected {
  package var figures: Count {
    Count(for: votesFor, against: against, abstain: abstain, spoilt: spoilt, present: present)
  }
}
