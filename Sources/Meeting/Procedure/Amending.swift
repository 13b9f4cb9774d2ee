package import MotionKit

/// An amendment as it came in.
package struct AmendmentSubmission: Sendable {
  package var text: [UInt8]
  /// An edited copy, or instructions; nil where the text itself shows it.
  package var form: AmendmentReceived.Form?
  package var from: Person?
  package var receivedAt: String
  package var lateness: Lateness?
  /// Read against the circulated text even after debate has begun.
  package var onPaper: Bool

  package init(
    text: [UInt8], form: AmendmentReceived.Form? = nil, from: Person? = nil, receivedAt: String,
    lateness: Lateness? = nil, onPaper: Bool = false
  ) {
    self.text = text
    self.form = form
    self.from = from
    self.receivedAt = receivedAt
    self.lateness = lateness
    self.onPaper = onPaper
  }
}

/// How an amendment would be recorded, or the question it raises.
package enum AmendmentReading: Sendable {
  case understood(AmendmentReceived, Plan)
  case question(Reading)
}

extension State {
  /// Reads an amendment to a motion, or to an amendment of it, and says how it would be recorded.
  ///
  /// Before debate it is read against the paper. After debate has begun it is read against the motion as it now
  /// stands; an amendment to an amendment, against the new text of that one.
  package func amending(
    _ item: Item, _ submission: AmendmentSubmission
  ) throws(Refusal) -> AmendmentReading {
    let motion = try item.motion
    var parent: String?
    if case .amendment(let amendment, _) = item { parent = amendment.name }
    if let parent, parent.utf8.filter({ $0 == UInt8(ascii: ".") }).count >= 1 {
      throw Refusal(
        "third-degree", "\(item.name) is itself an amendment to an amendment; it can't be amended further.",
        help: "Wait until it is decided, then amend \(motion.number).")
    }
    guard let paper = motion.base else {
      throw Refusal("text-withheld", "The text of \(motion.number) is not in this copy of the record.")
    }
    let against = parent == nil ? readAgainst(motion, onPaper: submission.onPaper) : nil
    let bases: [Document]
    if case .amendment(let amendment, _) = item {
      bases = amendment.received.operations.compactMap(\.new).filter { !$0.isEmpty }.map { Document(parsing: $0) }
      guard !bases.isEmpty else {
        throw Refusal(
          "nothing-to-amend", "\(item.name) adds no words, so there is nothing in it to amend.",
          help: "Amend \(motion.number) itself, or vote against \(item.name).")
      }
    } else {
      bases = [against.flatMap { motion.composition(of: $0) }.map { Document(parsing: $0.bytes) } ?? paper]
    }
    let name = nextAmendment(to: motion.number, parent: parent)
    let form = submission.form ?? AmendmentReceived.Form(of: submission.text, base: bases[0])
    // Members quote the lines of the paper; a text with amendments in it has others.
    let isPaper = parent == nil && against?.isEmpty ?? true
    var base = bases[0]
    var (reading, layout) = try read(submission.text, as: form, name, against: base, isPaper: isPaper)
    for next in bases.dropFirst() where reading.verdict != .understood {
      let other = try read(submission.text, as: form, name, against: next, isPaper: isPaper)
      if other.reading.verdict == .understood {
        (reading, layout) = other
        base = next
      }
    }
    guard reading.verdict == .understood else { return .question(reading) }
    guard !reading.operations.isEmpty else {
      throw Refusal("nothing-to-amend", "The copy does not differ from \(motion.number).")
    }
    let marked = MarkedReading(of: reading.operations, in: base).lines
    let (received, plan) = try received(item, name, form, submission, reading, layout, against, marked)
    return .understood(received, plan)
  }

  /// The amendments that the text read against holds; nil for the paper.
  private func readAgainst(_ motion: MotionState, onPaper: Bool) -> [String]? {
    let begun = motion.isMoved || !motion.carried.isEmpty || question(on: motion.number) != nil
    return begun && !onPaper ? motion.carried : nil
  }

  private func read(
    _ text: [UInt8], as form: AmendmentReceived.Form, _ name: String, against base: Document, isPaper: Bool
  ) throws(Refusal) -> (reading: Reading, layout: [SourceEdit]) {
    switch form {
    case .instruction:
      let words = String(decoding: MotionText.body(of: text), as: UTF8.self)
      return (InstructionReader(base: base, settings: orders.readingSettings, isCirculated: isPaper).read(words), [])
    case .copy:
      let derived = try derive(name, Document(parsing: text), from: base)
      let sentence = Wording(of: derived.operations, in: base).sentence
      return (Reading(verdict: .understood, operations: derived.operations, sentence: sentence), derived.layout)
    }
  }
}

extension State {
  private func derive(_ name: String, _ copy: Document, from base: Document) throws(Refusal) -> Amendment {
    guard DerivationRefusal(of: copy, from: base) == nil else {
      throw Refusal(
        "not-a-copy", "This keeps too little of the motion to be an edited copy of it.",
        help: "If it is meant as an instruction, begin it with what to do: “In 2.1, delete …”.")
    }
    return Amendment(name: name, deriving: copy, from: base)
  }

  private func received(
    _ item: Item, _ name: String, _ form: AmendmentReceived.Form, _ submission: AmendmentSubmission,
    _ reading: Reading, _ layout: [SourceEdit], _ against: [String]?, _ marked: [String]
  ) throws(Refusal) -> (AmendmentReceived, Plan) {
    let motion = try item.motion
    var plan = Plan()
    var received = AmendmentReceived(
      item: "\(motion.number)/\(name)", form: form, submitted: plan.keep(submission.text), from: submission.from,
      receivedAt: submission.receivedAt, sentence: reading.sentence, operations: reading.operations, layout: layout,
      requires: reading.requires, fallsIf: reading.fallsIf, readAgainst: against, labels: [],
      lateness: against != nil && orders.amendments.fromFloor ? nil : submission.lateness, flags: [])
    received.flags = outOfOrder(received, of: motion, isNested: item.name != motion.number)
    var after = motion
    after.amendments.append(
      AmendmentState(name: name, item: received.item, seq: next, received: received, standing: .pending))
    received.labels = after.allotment(for: name)
    plan.says.append("\(received.item): \(reading.sentence)")
    plan.says += marked
    if let against {
      plan.says.append(
        "Read against the motion as it now stands\(against.isEmpty ? "" : " (with \(against.joined(separator: ", ")))")."
      )
    }
    for allotted in received.labels { plan.says.append("The new clause is \(String.clause(allotted.label)).") }
    if let check = reading.check, !check.matches {
      plan.says.append("The mover says that it then reads “\(check.expected)”; it would read “\(check.actual)”.")
    }
    if let late = received.lateness { plan.says.append("It is late: \(String.clause(late.rule)).") }
    plan.says += received.flags.map { "Not in order: \($0.message)" }
    if received.lateness != nil || !received.flags.isEmpty {
      plan.says.append(
        "It can be admitted: motions admit \(received.item) --vote FOR AGAINST, or --by chair --reason \"…\".")
    }
    if let long = received.partedIfLong() { _ = plan.keep(long) }
    plan.flags = received.flags
    if let last = after.amendments.indices.last { after.amendments[last].received = received }
    plan.says += collisions(of: name, in: after)
    plan.events = [.amendmentReceived(received)]
    return (received, plan)
  }
}

extension State {
  /// What an amendment just read collides with, and the words of the motion with it and what was carried.
  private func collisions(of name: String, in motion: MotionState) -> [String] {
    let consequences = motion.consequences(of: name, carried: true)
    var lines = (consequences.unsettled + consequences.clashes).map { "Cannot both stand: \($0)" }
    lines += consequences.remarks.map { "Look at this: \($0)" }
    lines += consequences.falls.map { "With it \($0.item) falls: \($0.reason)." }
    if let body = consequences.text {
      let file = MotionText.file(
        number: motion.number, kind: motion.received.kind, title: motion.received.title, body: body)
      let words = orders.words(of: Document(parsing: file))
      if let limit = orders.wordLimit(forKind: motion.received.kind) {
        lines.append("Words: \(words) of \(limit) with it\(words > limit ? ", over the limit" : "").")
      } else {
        lines.append("Words: \(words) with it.")
      }
    }
    return lines
  }

  /// Why an amendment is not in order as received; that it is late is said apart.
  private func outOfOrder(_ received: AmendmentReceived, of motion: MotionState, isNested: Bool) -> [Irregularity] {
    var flags: [Irregularity] = []
    if case .decided(let decision) = motion.standing {
      flags.append(Irregularity("already-decided", "\(motion.number) has been decided: \(decision.words)."))
    }
    if isNested, !orders.amendments.toAmendments {
      flags.append(Irregularity("no-nested", "The standing orders take no amendments to amendments."))
    }
    if received.readAgainst != nil, !orders.amendments.fromFloor {
      flags.append(Irregularity("no-floor", "The standing orders take no amendments from the floor."))
    }
    if let limit = orders.words.amendmentLimit {
      let words = received.operations.compactMap(\.new).map { Document(parsing: $0).words() }.reduce(0, +)
      if words > limit {
        flags.append(
          Irregularity("over-the-word-limit", "It adds \(words) words; the limit for an amendment is \(limit)."))
      }
    }
    return flags
  }
}

extension AmendmentReceived.Form {
  /// Instructions or an edited copy, by what the text shows.
  init(of bytes: [UInt8], base: Document) {
    let document = Document(parsing: bytes)
    if document.fields["amends"] != nil {
      self = .instruction
    } else {
      self = DerivationRefusal(of: document, from: base) == nil ? .copy : .instruction
    }
  }
}

extension MotionState {
  /// The labels of the clauses that an amendment adds, the next free ones at their place; labels once given are never
  /// given again, whatever became of their amendment.
  func allotment(for name: String) -> [AllottedLabel] {
    guard let base else { return [] }
    // What comes in among unnumbered paragraphs is one of them: it has no label to be announced.
    let received = amendment(name)?.received
    let around = received?.readAgainst ?? ItemReference(received?.item ?? "")?.parentAmendment.map { [$0] } ?? []
    let printed =
      composition(of: around + [name]).map {
        Set(Document(parsing: $0.bytes).nodes.compactMap { $0.label?.printed })
      } ?? []
    return Composition.allotting(base, to: amendments.map(\.amendment), already: labels)
      .filter { $0.amendment == name && printed.contains($0.label) }
  }
}
