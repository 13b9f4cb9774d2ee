internal import Meeting
internal import MotionKit

extension Minutes {
  /// Steps, questions, counts, declarations and mendings on one item, in the order they happened.
  func proceedings(_ item: String) -> [String] {
    let lines = effective.filter { $0.event.item(in: state) == item }.flatMap { line(of: $0.event) }
    return lines.isEmpty ? [] : lines + [""]
  }

  private func line(of event: Event) -> [String] {
    switch event {
    case .motionReceived, .amendmentReceived, .entryUndone, .noteMade: return []
    case .questionPut(let put): return (put.asNow.flatMap(line).map { [$0] } ?? []) + [line(of: put)]
    case .votesCounted(let count): return state.orders.minutes.figures ? [line(of: count)] : []
    case .resultDeclared(let result): return lines(of: result)
    case .entryCorrected(let correction):
      let figures = state.orders.minutes.figures ? " \(correction.figures.spoken)." : ""
      return [
        "- Corrected (\(correction.reason.escapedForMarkdown)):\(figures) Result: **\(correction.decision.words)**."
      ] + fallen(correction.falls) + doubtful(correction.affects)
    case .itemStep(let step):
      var line = "- \(step.item) \(step.kind.words)"
      if let to = step.to { line += " to \(to.escapedForMarkdown)" }
      if let who = who(step.person) { line += " by \(who)" }
      if let reason = step.reason { line += ": \(reason.escapedForMarkdown)" }
      return [line.ended] + fallen(step.falls) + flags(step.flags)
    case .motionsComposited(let composited):
      let agreed = composited.agreed.compactMap { who($0) }
      return [
        "- Made from \(Audit.listed(composited.originals))"
          + (agreed.isEmpty ? "" : "; agreed by \(Audit.listed(agreed))")
          + (composited.reason.map { ": \($0.escapedForMarkdown)" } ?? "")
      ].map(\.ended)
        + composited.amendments.map { settled in
          "  - \(settled.item) was \(settled.fate.words)\(settled.name.map { " as \($0)" } ?? "")".ended
        }
    default: return state.spoken(event).map { ["- \($0.escapedForMarkdown)".ended] } ?? []
    }
  }

  /// What an amendment came to on the text as it stood when it was put, where that was not as it was submitted.
  private func line(of asNow: QuestionPut.AsNow) -> String? {
    switch asNow.standing {
    case .clean: asNow.sentence.map { "- As it read when put: \($0.escapedForMarkdown)".ended }
    case .conflicted: "- When put it could not stand beside what had been carried."
    case .falls: "- When put its words were gone."
    case .alreadyDone: "- When put, what it asks for was in the text already."
    }
  }

  private func line(of put: QuestionPut) -> String {
    var line = "- Put"
    if let words = put.words { line += ": “\(words.escapedForMarkdown)”" }
    line += "; it takes \(put.threshold.words)"
    if let meaning = put.forMeans { line += "; FOR means that \(meaning.escapedForMarkdown)" }
    return line.ended
  }

  private func line(of count: VotesCounted) -> String {
    var line =
      "- \(count.recountOf == nil ? "Counted" : "Counted again") (\(count.form.words)): \(count.figures.spoken)"
    if let present = count.present { line += "; \(present) present" }
    let tellers = count.tellers.compactMap { who($0) }
    if !tellers.isEmpty { line += "; teller\(tellers.count == 1 ? "" : "s"): \(Audit.listed(tellers))" }
    if let reason = count.reason { line += "; \(reason.escapedForMarkdown)" }
    return line.ended
  }

  private func lines(of result: ResultDeclared) -> [String] {
    var line = "- Declared **\(result.decision.words)**"
    switch result.basis {
    case .figures:
      if state.orders.minutes.figures, let reason = result.rulesReason { line += ": \(reason)" }
    case .castingVote: line += " on the chair's casting vote, \((result.casting ?? "").uppercasedASCII)"
    case .withoutCount: line += " without a count\(result.manner.map { " (\($0.escapedForMarkdown))" } ?? "")"
    case .ruling: line += " by the chair"
    }
    line = line.ended
    // The reason of another count is said with the count.
    if let reason = result.reason, result.count == nil || !isRecount(result.count) {
      line += " Reason: \(reason.escapedForMarkdown)".ended
    }
    return [line] + flags(result.flags) + fallen(result.falls) + doubtful(result.affects)
  }

  private func isRecount(_ seq: Int?) -> Bool {
    guard case .votesCounted(let count)? = seq.flatMap({ state.entry($0) })?.event else { return false }
    return count.recountOf != nil && count.reason != nil
  }

  private func flags(_ flags: [Irregularity]) -> [String] {
    flags.map { "  - Irregular: \($0.message.escapedForMarkdown)".ended }
  }

  private func fallen(_ falls: [Fallen]) -> [String] {
    falls.map { "  - \($0.item) fell: \($0.reason.escapedForMarkdown)".ended }
  }

  private func doubtful(_ affected: [Int]) -> [String] {
    let items = state.questions.filter { affected.contains($0.seq) }.map(\.put.item)
    return items.isEmpty ? [] : ["  - In question by it, for the chair: \(Audit.listed(items))."]
  }
}

extension VotesCounted.Form {
  /// How the votes were given.
  var words: String {
    switch self {
    case .hands: "by hands"
    case .roll: "by roll call"
    case .card: "by cards"
    case .ballot: "by ballot"
    }
  }
}
