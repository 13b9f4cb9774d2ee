package import MotionKit

/// A motion as it came in.
package struct Submission: Sendable {
  package var original: [UInt8]
  package var from: Person?
  package var mover: Person?
  package var seconder: Person?
  /// RFC 3339 with the body's offset.
  package var receivedAt: String
  package var way: String?
  /// The deadline that it missed, if it did.
  package var lateness: Lateness?
  /// The day of the meeting that it is for, where that is not the next one.
  package var meeting: CivilDate?

  package init(
    original: [UInt8], from: Person?, mover: Person?, seconder: Person?, receivedAt: String, way: String?,
    lateness: Lateness?, meeting: CivilDate? = nil
  ) {
    self.original = original
    self.from = from
    self.mover = mover
    self.seconder = seconder
    self.receivedAt = receivedAt
    self.way = way
    self.lateness = lateness
    self.meeting = meeting
  }
}

extension State {
  /// Receives a motion: it gets its number, never given twice, and is in order or not.
  package func receiving(_ submission: Submission) throws(Refusal) -> Plan {
    let document = Document(parsing: submission.original)
    var plan = Plan()
    let body = Array(submission.original[document.body])
    guard body.contains(where: { $0 > 0x20 }) else {
      throw Refusal("empty-motion", "The file holds no text.", help: "Write the motion below its front matter.")
    }
    let kind = document.kind
    let number = nextNumber(for: kind)
    let words = orders.words(of: document)
    let flags = outOfOrder(document, kind: kind, words: words)
    let received = MotionReceived(
      item: number, kind: kind, title: document.title, text: plan.keep(body),
      original: plan.keep(submission.original), from: submission.from, mover: submission.mover,
      seconder: submission.seconder, receivedAt: submission.receivedAt, way: submission.way, words: words,
      lateness: submission.lateness, meeting: submission.meeting?.description, flags: flags)
    plan.flags = flags
    plan.events = [.motionReceived(received)]
    plan.says.append("\(number) is received: \(document.title ?? "without a title").")
    plan.says += flags.map { "Not in order: \($0.message)" }
    if let late = submission.lateness {
      plan.says.append("It is late: \(String.clause(late.rule)).")
      plan.says.append(
        "It can be admitted: motions admit \(number) --vote FOR AGAINST, or --by chair --reason \"…\". "
          + "If it is for a later meeting, take this back (motions undo) and receive it with --for DATE.")
    }
    if !flags.isEmpty, submission.lateness == nil {
      plan.says.append("It can be admitted all the same: motions admit \(number) --by chair --reason \"…\".")
    }
    return plan
  }

  /// Why a motion is not in order as received; that it is late is said apart.
  private func outOfOrder(_ document: Document, kind: String, words: Int) -> [Irregularity] {
    var flags: [Irregularity] = []
    if !orders.kinds.isEmpty, orders.kind(named: kind) == nil {
      let kinds = orders.kinds.map(\.name).joined(separator: ", ")
      flags.append(
        Irregularity("kind-not-admitted", "The standing orders know no motions of the kind “\(kind)”, only \(kinds)."))
    }
    if let limit = orders.wordLimit(forKind: kind), words > limit {
      flags.append(Irregularity("over-the-word-limit", "It has \(words) words; the limit is \(limit)."))
    }
    if orders.kind(named: kind)?.needsSeconder == true, document.fields["seconder"]?.string ?? "" == "" {
      flags.append(Irregularity("no-seconder", "It has no seconder."))
    }
    return flags
  }

  /// The next number of a kind: `M1`, `E1` for an emergency motion. One that was taken back is not given again.
  package func nextNumber(for kind: String) -> String { numbers.next(orders.numberPrefix(forKind: kind)) }

  /// The next name of an amendment to a motion, or of one to an amendment.
  func nextAmendment(to motion: String, parent: String?) -> String {
    String(numbers.next("\(motion)/" + (parent.map { "\($0)." } ?? "A")).dropFirst(motion.utf8.count + 1))
  }
}
