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
    var lines = [
      "# Minutes of \(body.escapedForMarkdown) (DRAFT)", "", "*A draft: no meeting has approved these minutes.*", "",
    ]
    lines += sittings
    for motion in state.motions { lines += section(motion) }
    lines += procedural + asides
    lines += ["## Record", "", "Seal: `\(seal)`", ""]
    return lines.joined(separator: "\n")
  }

  var effective: [RecordedEvent] { state.log.filter { !state.undone.contains($0.seq) } }

  /// A name, where the standing orders have names in the minutes.
  func who(_ person: Person?) -> String? {
    state.orders.minutes.names ? reader.who(person)?.escapedForMarkdown : nil
  }

  private var sittings: [String] {
    var lines: [String] = []
    var isClockGiven = false
    for entry in effective {
      switch entry.event {
      case .sitting(let sitting):
        isClockGiven = isClockGiven || sitting.clockGiven
        var line = "- \(reader.moment(entry.at)): the meeting was \(sitting.kind.rawValue)"
        if let title = sitting.title { line += " (\(title.escapedForMarkdown))" }
        if let chair = who(sitting.chair) { line += ", \(chair) in the chair" }
        if let until = sitting.until { line += " until \(until.escapedForMarkdown)" }
        if let reason = sitting.reason { line += ": \(reason.escapedForMarkdown)" }
        lines.append(line.ended)
        if !sitting.notTaken.isEmpty { lines.append("- Not taken: \(Audit.listed(sitting.notTaken)).") }
      case .attendance(let figures):
        lines.append("- \(reader.moment(entry.at)): present: \(figures.spoken).")
      case .rulesAdopted(let rules) where entry.seq > 0:
        let reason = rules.reason.map { ": \($0.escapedForMarkdown)" } ?? ""
        lines.append("- \(reader.moment(entry.at)): other standing orders were adopted\(reason)".ended)
      default: continue
      }
    }
    if isClockGiven { lines += ["", "*The clock of the record was set by hand.*"] }
    return lines.isEmpty ? ["No meeting has been opened.", ""] : lines + [""]
  }

  private func section(_ motion: MotionState) -> [String] {
    let title = motion.titleNow.map { " \($0.escapedForMarkdown)" } ?? ""
    var lines = ["## \(motion.number)\(title): \(motion.words)\(state.ending(of: motion))", "", arrival(motion), ""]
    if let late = motion.received.lateness { lines += ["Received late: \(late.rule.escapedForMarkdown)", ""] }
    lines += motion.received.flags.flatMap { ["Not in order as received: \($0.message.escapedForMarkdown)", ""] }
    let own = proceedings(motion.number)
    if motion.amendments.isEmpty {
      lines += own
    } else {
      lines += ["### Amendments to \(motion.number)", ""] + table(motion)
      for amendment in motion.amendments { lines += section(amendment) }
      if !own.isEmpty { lines += ["### Decision on \(motion.number)", ""] + own }
    }
    return lines + texts(motion)
  }

  private func arrival(_ motion: MotionState) -> String {
    let received = motion.received
    var line = "Kind: \(received.kind.escapedForMarkdown). Received \(reader.moment(received.receivedAt))"
    if let way = received.way { line += " by \(way.escapedForMarkdown)".replacingByBy }
    if let from = who(received.from) { line += " from \(from)" }
    line += "."
    if let mover = who(received.mover) { line += " Mover: \(mover)." }
    if let seconder = who(received.seconder) { line += " Seconder: \(seconder)." }
    return line
  }

  private func section(_ amendment: AmendmentState) -> [String] {
    var lines = ["#### \(amendment.item): \(amendment.result.escapedForMarkdown)", ""]
    if let from = who(amendment.received.from) { lines += ["From \(from).", ""] }
    lines += amendment.received.sentence.escapedForMarkdown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> \($0)" }
    lines.append("")
    if let late = amendment.received.lateness { lines += ["Received late: \(late.rule.escapedForMarkdown)", ""] }
    if case .fallen(let because, let reason) = amendment.standing {
      lines += ["It fell with \(because): \(reason.escapedForMarkdown)".ended, ""]
    }
    return lines + proceedings(amendment.item)
  }

  /// The amendments with their results and figures.
  private func table(_ motion: MotionState) -> [String] {
    guard state.orders.minutes.figures else { return [] }
    var lines = ["| amendment | result | for | against | abstaining |", "|---|---|---:|---:|---:|"]
    for amendment in motion.amendments {
      let question = state.questions.last { $0.put.item == amendment.item && $0.put.matter == .amendment }
      let count = question?.lastCount
      let figures = [count?.votesFor, count?.against, count?.abstain].map { $0.map(String.init) ?? "–" }
      lines.append("| \(([amendment.item, amendment.result.escapedForMarkdown] + figures).joined(separator: " | ")) |")
    }
    return lines + ["", "A dash: nobody counted.", ""]
  }

  /// Procedural motions and challenges, in the order they were put.
  private var procedural: [String] {
    let asked = state.questions.filter { $0.put.matter == .procedural || $0.put.matter == .challenge }
    guard !asked.isEmpty else { return [] }
    var lines = ["## Procedural questions", ""]
    var done: Set<String> = []
    for question in asked where done.insert(question.put.item).inserted {
      let result = state.question(on: question.put.item)?.declared?.decision.words ?? "not decided"
      lines += ["### \(question.put.item): \(result)", ""] + proceedings(question.put.item)
    }
    return lines
  }

  private func texts(_ motion: MotionState) -> [String] {
    guard let put = motion.textNow else {
      return ["The text of \(motion.number) is not in this copy of the record.", ""]
    }
    var lines: [String] = []
    if case .decided(let decision) = motion.standing, decision.isCarried, let adopted = motion.adoptedBody {
      let put = motion.composition(of: motion.adoptedWith).map { MotionText.body(of: $0.bytes) } ?? put
      if adopted == put {
        lines += ["### Text of \(motion.number) as put and as adopted", ""] + quoted(put)
      } else {
        lines += ["### Text of \(motion.number) as put", ""] + quoted(put)
        lines += ["### Text of \(motion.number) as adopted", ""] + quoted(adopted)
      }
      if !motion.renumbered.isEmpty {
        lines += ["The clauses are numbered anew:", "", "| as put | as adopted |", "|---|---|"]
        lines += motion.renumbered.map { "| \($0.old.escapedForMarkdown) | \($0.new.escapedForMarkdown) |" } + [""]
      }
    } else {
      let wasPut = state.questions.contains { $0.put.item == motion.number && $0.put.matter == .motion }
      let form = wasPut ? "put" : motion.carried.isEmpty ? "received" : "amended so far"
      lines += ["### Text of \(motion.number) as \(form)", ""] + quoted(put)
    }
    let unsettled = motion.unsettled.map { "- Unsettled: \($0.finding.message.escapedForMarkdown)".ended }
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
      let reason = undo.reason.map { " (\($0.escapedForMarkdown))" } ?? ""
      return "- Taken back: \((what ?? "an entry").escapedForMarkdown)\(reason)".ended
    }
    if !undone.isEmpty { lines += ["## Taken back in the meeting", ""] + undone + [""] }
    let doubtful = state.now.inQuestion.map { "- \($0): the text it was decided on has changed since." }
    if !doubtful.isEmpty { lines += ["## In question, for the chair", ""] + doubtful + [""] }
    return lines
  }
}

extension AmendmentState {
  /// What became of it, without the reason.
  var result: String {
    if case .fallen = standing { return "fallen" }
    return words
  }
}

extension String {
  /// "by by hand" as "by hand".
  fileprivate var replacingByBy: String { hasPrefix(" by by ") ? String(dropFirst(3)) : self }

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
