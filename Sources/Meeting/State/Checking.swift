package import MotionKit
internal import Ledger

/// What entries assert, compared with what follows from the entries before them.
extension State {
  /// The text that an entry says the motion has after it.
  mutating func check(_ name: TextName?, of motion: String, _ entry: RecordedEvent) {
    guard isChecked, let name, let state = self.motion(motion), let text = state.textNow else { return }
    guard TextName(of: text) != name else { return }
    disagree(
      entry, "text-differs",
      "It says that \(motion) then reads as the text \(name.sha256.prefix(12))…; from what was carried it follows "
        + "that it reads otherwise.")
  }

  /// The adopted text and its new labels.
  mutating func checkAdopted(_ name: TextName?, _ table: [Renumbered], of motion: String, _ entry: RecordedEvent) {
    guard isChecked, let name, let adopted = self.motion(motion)?.adoptedText else { return }
    if TextName(of: adopted.body) != name || adopted.table != table {
      disagree(
        entry, "text-differs",
        "The adopted text of \(motion) is not the one that follows from the amendments carried.")
    }
  }

  /// What it says the rules give on its figures.
  mutating func checkRules(_ result: ResultDeclared, _ question: QuestionState, _ entry: RecordedEvent) {
    guard isChecked, let asserted = result.rulesGive, let seq = result.count,
      let count = question.counts.first(where: { $0.seq == seq })?.count
    else { return }
    let given = rule(of: question.put).decide(count.figures, casting: result.castingVote).outcome.rawValue
    if given != asserted {
      disagree(
        entry, "figures-differ",
        "It says that the rules give “\(asserted)” on \(count.figures.spoken); they give “\(given)”.")
    }
  }

  /// How it says an amendment stands to the text that it was put on.
  mutating func checkStanding(_ put: QuestionPut, _ entry: RecordedEvent) {
    guard isChecked, let asserted = put.asNow, let reference = ItemReference(put.item),
      let name = reference.amendment, let motion = motion(reference.motion), motion.base != nil,
      motion.amendment(name)?.isOpen ?? false
    else { return }
    let computed = motion.rebased(name)?.standing
    guard computed != asserted.standing else { return }
    disagree(
      entry, "standing-differs",
      "It says that \(put.item) stood to the text as “\(asserted.standing.rawValue)”; it follows that it stood as "
        + "“\(computed?.rawValue ?? "submitted")”.")
  }

  /// What it says falls in consequence.
  mutating func checkFalls(
    _ falls: [Fallen], of item: String, _ decision: ItemDecision, _ question: QuestionState, _ entry: RecordedEvent
  ) {
    guard isChecked, question.put.matter == .amendment, let reference = ItemReference(item),
      let name = reference.amendment,
      let motion = motion(reference.motion), motion.base != nil, motion.amendment(name) != nil
    else { return }
    let asserted = falls.map(\.item)
    let computed = decision.isFinal ? motion.falls(deciding: name, carried: decision.isCarried).map(\.item) : []
    guard computed != asserted else { return }
    let (says, follows) = (Audit.falling(asserted), Audit.falling(computed))
    disagree(entry, "falls-differ", "It says that \(says); it follows that \(follows).")
  }

  /// The majority it says is required: that of the standing orders then on record.
  mutating func checkThreshold(_ put: QuestionPut, _ entry: RecordedEvent) {
    guard isChecked else { return }
    let threshold = ordered(put).threshold
    guard threshold != put.threshold else { return }
    disagree(
      entry, "threshold-differs",
      "It says that \(put.item) takes \(put.threshold.words); the standing orders then on record ask for "
        + "\(threshold.words).")
  }

  /// The figures of a recorded vote, counted again from its roll.
  mutating func checkRoll(_ count: VotesCounted, _ entry: RecordedEvent, _ texts: TextSource) {
    guard isChecked, count.form == .roll, let name = count.roll, let bytes = find(name, entry, texts) else { return }
    guard let counted = try? Roll(reading: bytes).count else {
      return disagree(entry, "figures-differ", "The roll that it names can't be read as one.")
    }
    guard counted.for != count.votesFor || counted.against != count.against || counted.abstain != count.abstain else {
      return
    }
    disagree(
      entry, "figures-differ", "It counts \(count.figures.spoken); on its roll stand \(counted.spoken).")
  }

  /// The rule of a question: its recorded threshold with the quorum and the tie rule of the standing orders.
  package func rule(of put: QuestionPut) -> DecisionRule {
    var rule = ordered(put)
    rule.threshold = put.threshold
    return rule
  }

  /// The rule of the standing orders for a question.
  private func ordered(_ put: QuestionPut) -> DecisionRule {
    switch put.matter {
    case .admission: orders.ruleForAdmission
    case .motion: orders.rule(forKind: motion(put.item)?.received.kind ?? "ordinary")
    case .amendment: orders.ruleForAmendments
    case .procedural: orders.ruleForProcedure
    case .challenge: orders.ruleForChallenge
    }
  }
}
