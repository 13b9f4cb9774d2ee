package import Meeting
internal import MotionKit

/// The minutes: the decisions with their texts, figures and rulings, as Markdown.
package struct Minutes: Sendable {
  let state: State
  let reader: Reader
  let body: String
  /// Read aloud and printed: the first bits of the root, and how many entries it covers.
  let seal: String

  package init(of state: State, reader: Reader, body: String, seal: String) {
    self.state = state
    self.reader = reader
    self.body = body
    self.seal = seal
  }

  package var markdown: String {
    var lines = ["# Minutes of \(body) (DRAFT)", "", "*A draft: no meeting has approved these minutes.*", ""]
    lines += sittings
    for motion in state.motions { lines += section(motion) }
    lines += asides
    lines += ["## Record", "", "Seal: `\(seal)`", ""]
    return lines.joined(separator: "\n")
  }

  private var effective: [RecordedEvent] { state.log.filter { !state.undone.contains($0.seq) } }

  private var sittings: [String] {
    var lines: [String] = []
    for entry in effective {
      switch entry.event {
      case .sitting(let sitting):
        var line = "- \(reader.time(entry.at)): the meeting was \(sitting.kind.rawValue)"
        if let title = sitting.title { line += " (\(title.escapedForMarkdown))" }
        if let chair = reader.who(sitting.chair) { line += ", \(chair.escapedForMarkdown) in the chair" }
        if let until = sitting.until { line += " until \(until.escapedForMarkdown)" }
        if let reason = sitting.reason { line += ": \(reason.escapedForMarkdown)" }
        lines.append(line + (sitting.clockGiven ? " (the clock was set by hand)" : ""))
        if !sitting.notTaken.isEmpty { lines.append("- Not taken: \(sitting.notTaken.joined(separator: ", ")).") }
      case .attendance(let figures):
        lines.append("- \(reader.time(entry.at)): present: \(figures.spoken).")
      default: continue
      }
    }
    return lines.isEmpty ? ["No meeting has been opened.", ""] : lines + [""]
  }

  private func section(_ motion: MotionState) -> [String] {
    var lines = ["## \(motion.number) \((motion.titleNow ?? "").escapedForMarkdown): \(motion.words)", ""]
    var arrival = "Kind: \(motion.received.kind). Received \(motion.received.receivedAt)"
    if let from = reader.who(motion.received.from) { arrival += " from \(from.escapedForMarkdown)" }
    if let mover = reader.who(motion.received.mover) { arrival += ". Mover: \(mover.escapedForMarkdown)" }
    if let seconder = reader.who(motion.received.seconder) { arrival += ". Seconder: \(seconder.escapedForMarkdown)" }
    lines += [arrival + ".", ""]
    if let late = motion.received.lateness { lines += ["Received late: \(late.rule.escapedForMarkdown)", ""] }
    lines += proceedings(motion.number)
    if !motion.amendments.isEmpty { lines += ["### Amendments to \(motion.number)", ""] }
    for amendment in motion.amendments { lines += section(amendment) }
    lines += texts(motion)
    return lines
  }

  private func section(_ amendment: AmendmentState) -> [String] {
    var lines = ["#### \(amendment.item): \(amendment.words.escapedForMarkdown)", ""]
    lines += amendment.received.sentence.escapedForMarkdown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> \($0)" }
    lines.append("")
    return lines + proceedings(amendment.item)
  }

  /// Steps, questions, counts, declarations and mendings on one item, in the order they happened.
  private func proceedings(_ item: String) -> [String] {
    var lines: [String] = []
    for entry in effective where entry.event.item(in: state) == item {
      switch entry.event {
      case .motionReceived, .amendmentReceived: continue
      case .questionPut(let put):
        lines.append(
          "- Put\(put.words.map { ": \($0.escapedForMarkdown)" } ?? ""), by \(put.threshold.words)"
            + (put.forMeans.map { "; FOR means \($0.escapedForMarkdown)" } ?? "") + ".")
      case .votesCounted(let count):
        var line = "- \(count.recountOf == nil ? "Counted" : "Counted again") (\(count.form.rawValue)): "
        line += count.figures.spoken
        if let present = count.present { line += "; \(present) present" }
        let tellers = count.tellers.compactMap { reader.who($0) }
        if !tellers.isEmpty { line += "; tellers \(tellers.joined(separator: " and ").escapedForMarkdown)" }
        lines.append(line + ".")
      case .resultDeclared(let result): lines.append(declaration(result))
      case .entryCorrected(let correction):
        lines.append(
          "- Corrected (\(correction.reason.escapedForMarkdown)): "
            + "\(Count(for: correction.votesFor, against: correction.against, abstain: correction.abstain).spoken). "
            + "Result: \(correction.decision.words).")
      case .itemStep(let step):
        var line = "- \(step.item) \(step.kind.words)"
        if let to = step.to { line += " to \(to.escapedForMarkdown)" }
        if let who = reader.who(step.person) { line += " by \(who.escapedForMarkdown)" }
        if let reason = step.reason { line += ": \(reason.escapedForMarkdown)" }
        lines.append(line + ".")
        lines += step.falls.map { "- \($0.item) fell: \($0.reason.escapedForMarkdown)." }
      default:
        if let words = state.spoken(entry.event) { lines.append("- \(words.escapedForMarkdown).") }
      }
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private func declaration(_ result: ResultDeclared) -> String {
    var line = "- Declared **\(result.decision.words)**"
    switch result.basis {
    case .figures: if let reason = result.rulesReason { line += ": \(reason)" }
    case .castingVote: line += " by the chair's casting vote \(result.casting ?? "")"
    case .withoutCount: line += " without a count\(result.manner.map { " (\($0.escapedForMarkdown))" } ?? "")"
    case .ruling: line += " by ruling"
    }
    if let reason = result.reason { line += ". Reason: \(reason.escapedForMarkdown)" }
    line += "."
    for flag in result.flags { line += " Irregularity: \(flag.message.escapedForMarkdown)" }
    for fallen in result.falls { line += " \(fallen.item) fell: \(fallen.reason.escapedForMarkdown)." }
    return line
  }

  private func texts(_ motion: MotionState) -> [String] {
    guard let put = motion.textNow else {
      return ["The text of \(motion.number) is not in this copy of the record.", ""]
    }
    var lines = ["### Text of \(motion.number) as \(motion.carried.isEmpty ? "received" : "amended")", ""]
    lines += quoted(put)
    if case .decided(let decision) = motion.standing, decision.isCarried, let adopted = motion.adoptedBody,
      adopted == put
    {
      lines += ["It is adopted as it stands here.", ""]
    } else if case .decided(let decision) = motion.standing, decision.isCarried, let adopted = motion.adoptedBody {
      lines += ["### Text of \(motion.number) as adopted", ""] + quoted(adopted)
      if !motion.renumbered.isEmpty {
        lines += ["| as debated | as adopted |", "|---|---|"]
        lines += motion.renumbered.map { "| \($0.old.escapedForMarkdown) | \($0.new.escapedForMarkdown) |" } + [""]
      }
    }
    let unsettled = motion.unsettled.map { "- Unsettled: \($0.finding.message.escapedForMarkdown)" }
    return lines + (unsettled.isEmpty ? [] : unsettled + [""])
  }

  private func quoted(_ bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? ">" : "> \($0)" } + [""]
  }

  private var asides: [String] {
    var lines: [String] = []
    let notes = state.notes.map { "- \($0.note.item.map { "\($0): " } ?? "")\($0.note.text.escapedForMarkdown)" }
    if !notes.isEmpty { lines += ["## Notes", ""] + notes + [""] }
    let undone = state.log.compactMap { entry -> String? in
      guard case .entryUndone(let undo) = entry.event else { return nil }
      let what = state.log.filter { undo.targets.contains($0.seq) }.compactMap { state.spoken($0.event) }.last
      return
        "- Taken back: \((what ?? "an entry").escapedForMarkdown)\(undo.reason.map { " (\($0.escapedForMarkdown))" } ?? "")."
    }
    if !undone.isEmpty { lines += ["## Taken back in the meeting", ""] + undone + [""] }
    let doubtful = state.questions.filter(\.inQuestion).map { "- \($0.put.item)" }
    if !doubtful.isEmpty { lines += ["## In question after a correction", ""] + doubtful + [""] }
    return lines
  }
}

extension String {
  /// Words of other people in a Markdown page: what Markdown or HTML would act on is written out.
  package var escapedForMarkdown: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
