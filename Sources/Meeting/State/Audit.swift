/// What recomputing a record found, before the chain and the seal are looked at.
package struct Audit: Hashable, Sendable {
  /// Results whose figures give what was declared.
  package var agreeing: Int
  /// Results declared without figures.
  package var withoutFigures: Int
  /// Results declared against their figures: listed, for it has happened; it is no damage.
  package var against: [String]
  /// One sentence for each text that was adopted.
  package var adoptions: [String]
  /// What is not as its entry says.
  package var disagreements: [State.Disagreement]
  package var withheld: Int
  package var inQuestion: [String]
  /// What was not computed again, or with other data than when it was recorded.
  package var remarks: [String]

  package init(of state: State) {
    agreeing = 0
    withoutFigures = 0
    against = []
    for question in state.questions {
      guard let result = question.declared else { continue }
      guard let given = result.rulesGive else {
        withoutFigures += 1
        continue
      }
      let outcome = result.decision.isCarried ? "carried" : result.decision.rawValue
      // What waits for the chair's word gives neither.
      if given == "undecided" {
        withoutFigures += 1
      } else if given == outcome {
        agreeing += 1
      } else {
        against.append(
          "\(result.item) was declared \(result.decision.words); on the figures it is \(given)"
            + (result.reason.map { " (the chair: \($0))" } ?? ""))
      }
    }
    adoptions = state.motions.compactMap { motion in
      guard motion.adopted != nil, case .decided(let decision) = motion.standing, decision.isCarried else { return nil }
      guard motion.base != nil else {
        return "The adopted text of \(motion.number) can't be recomputed: it is withheld."
      }
      let names = motion.adoptedWith
      return names.isEmpty
        ? "The adopted text of \(motion.number) is the one received."
        : "The adopted text of \(motion.number) follows from \(Audit.listed(names))."
    }
    disagreements = state.disagreements
    withheld = state.withheld.count
    remarks = state.remarks
    inQuestion = state.items(ofQuestions: state.inQuestion.map(\.seq))
  }

  package var isSound: Bool { disagreements.isEmpty }

  /// What was found, in sentences to read out.
  package func sentences(entries: Int) -> [String] {
    var lines = [
      "\(entries) \(entries == 1 ? "entry" : "entries") unbroken. "
        + "\(agreeing) \(agreeing == 1 ? "result agrees" : "results agree") with "
        + "\(agreeing == 1 ? "its" : "their") figures, "
        + "\(withoutFigures) \(withoutFigures == 1 ? "was" : "were") declared without figures, "
        + "\(against.isEmpty ? "none" : String(against.count)) against."
    ]
    lines += against.map { "Declared against the figures: \($0)." }
    lines += adoptions
    if withheld > 0 {
      lines.append(
        "\(withheld) \(withheld == 1 ? "text is" : "texts are") not in this copy: what follows from "
          + "\(withheld == 1 ? "it" : "them") was not recomputed.")
    }
    if !inQuestion.isEmpty {
      lines.append("In question after a correction, for the chair: \(Audit.listed(inQuestion)).")
    }
    lines += remarks
    lines += disagreements.map { "Entry \($0.seq): \($0.message) [\($0.code)]" }
    return lines
  }

  static func falling(_ names: [String]) -> String {
    names.isEmpty ? "nothing falls" : "\(listed(names)) \(names.count == 1 ? "falls" : "fall")"
  }

  package static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
