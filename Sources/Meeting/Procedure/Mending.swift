internal import MotionKit

extension State {
  /// Takes back the last thing recorded, before the next question is put.
  package func undoing(reason: String? = nil) throws(Refusal) -> Plan {
    let effective = log.filter { entry in
      if case .entryUndone = entry.event { return false }
      return !undone.contains(entry.seq)
    }
    guard let last = effective.last else { throw Refusal("nothing-to-undo", "Nothing has been recorded.") }
    let first = last.with ?? last.seq
    switch effective.first(where: { $0.seq == first })?.event ?? last.event {
    case .ledgerOpened, .ledgerRecovered, .rulesAdopted:
      throw Refusal("nothing-to-undo", "The last thing recorded is \(last.event.type): it can't be taken back.")
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
    guard let question = question(on: item.name), let old = question.lastCount, let target = question.lastCountSeq,
      let declared = question.declared
    else {
      throw Refusal(
        "nothing-to-correct", "No figures are recorded on \(item.name).",
        help: "The figures of a vote are recorded with: motions vote \(item.name) --for N --against N")
    }
    var figures = old.figures
    figures.for = vote.votesFor ?? figures.for
    figures.against = vote.against ?? figures.against
    figures.abstain = vote.abstain ?? figures.abstain
    figures.spoilt = vote.spoilt ?? figures.spoilt
    figures.present = vote.present ?? figures.present
    let casting: CastingVote? =
      switch declared.casting {
      case "for": .for
      case "against": .against
      default: nil
      }
    let rules = rule(for: item).decide(figures, casting: casting)
    let given = vote.declared ?? ItemDecision(rules.outcome)
    guard var decision = given else {
      throw Refusal(
        "not-decided", "On the corrected figures it is not decided: \(rules.reason).",
        help: "Say what the chair declares: --declared carried, or --declared lost.")
    }
    if decision == .carried, declared.decision == .carriedAsAmended { decision = .carriedAsAmended }
    let turns = decision.isCarried != declared.decision.isCarried
    var plan = Plan()
    var affects: [Int] = []
    var text: TextName?
    if case .amendment(let amendment, let motion) = item {
      text = motion.consequences(of: amendment.name, carried: decision.isCarried).text.map { plan.keep($0) }
      if turns {
        affects = questions.filter { later in
          later.seq > question.seq && later.declared != nil
            && ItemReference(later.put.item)?.motion == motion.number
        }.map(\.seq)
      }
    }
    plan.events = [
      .entryCorrected(
        EntryCorrected(
          target: target, reason: reason, votesFor: figures.for, against: figures.against, abstain: figures.abstain,
          spoilt: figures.spoilt, present: vote.present, decision: decision, rulesGive: rules.outcome.rawValue,
          rulesReason: rules.reason, text: text, affects: affects))
    ]
    plan.says = [
      "\(item.name): \(old.figures.spoken), corrected to \(figures.spoken).",
      turns ? "The result changes: \(decision.words), \(rules.reason)." : "The result stands: \(decision.words).",
    ]
    let doubtful = affects.compactMap { seq in questions.first { $0.seq == seq }?.put.item }
    if !doubtful.isEmpty {
      plan.says.append(
        "In question for the chair, taken on a text that changes by it: \(doubtful.joined(separator: ", ")).")
    }
    return plan
  }

  /// What an event was, in a few words, for undoing and for the log.
  package func spoken(_ event: Event) -> String? {
    switch event {
    case .ledgerOpened: "the record was opened"
    case .ledgerRecovered: "a torn last line was cut after a crash"
    case .rulesAdopted: "standing orders were adopted"
    case .motionReceived(let received):
      "\(received.item) was received\(received.lateness == nil ? "" : ", late")"
    case .amendmentReceived(let received): "\(received.item) was received: \(received.sentence)"
    case .itemStep(let step): "\(step.item) \(step.kind.words)\(step.reason.map { ": \($0)" } ?? "")"
    case .orderRuled(let ruled):
      "\(ruled.motion): amendments are taken in the order \(ruled.order.joined(separator: ", "))"
    case .clashRuled(let ruled): "\(ruled.motion): the chair ruled between \(ruled.between.joined(separator: " and "))"
    case .sitting(let sitting):
      "the meeting was \(sitting.kind.rawValue)\(sitting.until.map { " until \($0)" } ?? "")"
    case .attendance(let figures): "present: \(figures.spoken)"
    case .questionPut(let put): "the question on \(put.item) was put"
    case .votesCounted(let count):
      "\(count.recountOf == nil ? "counted" : "counted again"): \(count.figures.spoken)"
    case .resultDeclared(let result): "\(result.item) was declared \(result.decision.words)"
    case .entryUndone(let undo):
      "taken back: entr\(undo.targets.count == 1 ? "y" : "ies") \(undo.targets.map(String.init).joined(separator: ", "))"
    case .entryCorrected(let correction):
      "entry \(correction.target) was corrected (\(correction.reason)); result \(correction.decision.words)"
    case .noteMade(let note): "note: \(note.text)"
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
    case .fell: "falls by the chair's ruling"
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
