package import MotionKit
internal import Ledger

/// What entries assert, compared with what follows from the entries before them.
extension State {
  /// The text that an entry says the motion has after it.
  mutating func check(_ name: TextName?, of motion: String, _ entry: RecordedEvent) {
    guard let name, let state = self.motion(motion), let text = state.textNow else { return }
    guard TextName(of: text) != name else { return }
    disagree(
      entry, "text-differs",
      "It says that \(motion) then reads as the text \(name.sha256.prefix(12))…; from what was carried it follows "
        + "that it reads otherwise.")
  }

  /// The adopted text and its new labels.
  mutating func checkAdopted(_ result: ResultDeclared, _ entry: RecordedEvent) {
    guard let name = result.text, let adopted = motion(result.item)?.adoptedText else { return }
    if TextName(of: adopted.body) != name || adopted.table != result.renumbered {
      disagree(
        entry, "text-differs",
        "The adopted text of \(result.item) is not the one that follows from the amendments carried.")
    }
  }

  /// What it says the rules give on its figures.
  mutating func checkRules(_ result: ResultDeclared, _ question: QuestionState, _ entry: RecordedEvent) {
    guard let asserted = result.rulesGive, let seq = result.count,
      let count = question.counts.first(where: { $0.seq == seq })?.count
    else { return }
    let casting: CastingVote? =
      switch result.casting {
      case "for": .for
      case "against": .against
      default: nil
      }
    let given = rule(of: question.put).decide(count.figures, casting: casting).outcome.rawValue
    if given != asserted {
      disagree(
        entry, "figures-differ",
        "It says that the rules give “\(asserted)” on \(count.figures.spoken); they give “\(given)”.")
    }
  }

  /// What it says falls in consequence.
  mutating func checkFalls(_ result: ResultDeclared, _ entry: RecordedEvent) {
    guard let reference = ItemReference(result.item), let name = reference.amendment,
      let motion = motion(reference.motion),
      motion.base != nil, motion.amendment(name) != nil
    else { return }
    var before = motion
    before.revive(fallenBecauseOf: name)
    let computed = before.consequences(of: name, carried: result.decision.isCarried).falls.map(\.item)
    if computed != result.falls.map(\.item) {
      disagree(
        entry, "falls-differ",
        "It says that \(result.falls.isEmpty ? "nothing falls" : result.falls.map(\.item).joined(separator: ", ") + " falls"); "
          + "it follows that \(computed.isEmpty ? "nothing falls" : computed.joined(separator: ", ") + " falls").")
    }
  }

  /// The rule of a question: its recorded threshold with the quorum and the tie rule of the standing orders.
  package func rule(of put: QuestionPut) -> DecisionRule {
    var rule =
      switch put.matter {
      case .admission: orders.ruleForAdmission
      case .motion: orders.rule(forKind: motion(put.item)?.received.kind ?? "ordinary")
      case .amendment: orders.ruleForAmendments
      case .procedural, .challenge: orders.ruleForAmendments
      }
    rule.threshold = put.threshold
    return rule
  }
}
