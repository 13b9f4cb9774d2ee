internal import MotionKit

/// A composite as its movers agreed on it.
package struct CompositeSubmission: Sendable {
  package var text: [UInt8]
  package var agreed: [Person]
  package var receivedAt: String
  /// What becomes of amendments to the originals that are still to be taken, by their names.
  package var fates: [String: MotionsComposited.Settled.Fate]
  package var reason: String?

  package init(
    text: [UInt8], agreed: [Person], receivedAt: String, fates: [String: MotionsComposited.Settled.Fate],
    reason: String?
  ) {
    self.text = text
    self.agreed = agreed
    self.receivedAt = receivedAt
    self.fates = fates
    self.reason = reason
  }
}

extension State {
  /// Receives a composite in the place of the motions it was made from.
  ///
  /// They go on in it, and are before the meeting again if it is broken: withdrawn, not moved or ruled out. Each
  /// amendment to one of them that is still to be taken is carried over to it, included in its words, or withdrawn.
  package func compositing(_ items: [Item], _ submission: CompositeSubmission) throws(Refusal) -> Plan {
    let originals = try originals(of: items)
    let pending = originals.flatMap(\.pending)
    try settle(pending, submission.fates)
    let document = Document(parsing: submission.text)
    let body = Array(submission.text[document.body])
    guard body.contains(where: { $0 > 0x20 }) else {
      throw Refusal("empty-motion", "The file holds no text.", help: "Write the motion below its front matter.")
    }
    var plan = Plan()
    let first = originals.first
    let received = MotionReceived(
      item: nextNumber(for: "composite"), kind: "composite", title: document.title ?? first?.titleNow,
      text: plan.keep(body), original: plan.keep(submission.text), from: nil, mover: first?.received.mover,
      seconder: originals.dropFirst().first?.received.mover, receivedAt: submission.receivedAt, way: nil,
      words: orders.words(of: document), lateness: nil, flags: tooLong(document))
    plan.flags = received.flags
    plan.events = [.motionReceived(received)]
    var composite = MotionState(
      number: received.item, seq: next, received: received, standing: .inOrder,
      base: Document(
        parsing: MotionText.file(
          number: received.item, kind: received.kind, title: received.title, body: body)))
    var event = MotionsComposited(
      item: received.item, originals: originals.map(\.number), agreed: submission.agreed, amendments: [],
      reason: submission.reason)
    var said: [String] = []
    for original in originals {
      for amendment in original.pending {
        let fate = submission.fates[amendment.item] ?? .withdrawn
        var settled = MotionsComposited.Settled(item: amendment.item, fate: fate)
        if fate == .carriedOver {
          let over = try carryOver(amendment, of: original, to: &composite, next + plan.events.count, &plan)
          settled.name = over.item
          said.append("\(amendment.item) is carried over as \(over.item): \(over.sentence)")
        } else {
          said.append("\(amendment.item) is \(fate.words).")
        }
        event.amendments.append(settled)
      }
    }
    plan.events.append(.motionsComposited(event))
    plan.says = ["\(received.item) is received: \(received.title ?? "without a title")."]
    plan.says.append("It is made from \(Audit.listed(event.originals)), which go on in it.")
    plan.says += said
    if submission.agreed.isEmpty { plan.says.append("Who agreed to it is not said: --agreed \"…\" for each.") }
    plan.says += plan.flags.map { "Not in order: \($0.message)" }
    return plan
  }

  /// The originals, which must all be before the meeting.
  package func originals(of items: [Item]) throws(Refusal) -> [MotionState] {
    var originals: [MotionState] = []
    for item in items {
      guard case .motion(let motion) = item else {
        throw Refusal(
          "not-a-motion", "\(item.name) is no motion; a composite is made from motions.",
          help: "Name the motions, the one that leads first: motions composite M1 M4 --record")
      }
      guard motion.isOpen else {
        throw Refusal(
          "not-open", "\(motion.number) can't go on in a composite: it is \(motion.words).",
          help: "Only motions that are in order and not decided can.")
      }
      guard motion.base != nil else {
        throw Refusal("text-withheld", "The text of \(motion.number) is not in this copy of the record.")
      }
      if !originals.contains(where: { $0.number == motion.number }) { originals.append(motion) }
    }
    guard originals.count > 1 else {
      throw Refusal("one-motion", "A composite is made from two motions or more.", help: "Name the others, too.")
    }
    return originals
  }

  /// Every amendment still to be taken is settled, and nothing else is.
  private func settle(
    _ pending: [AmendmentState], _ fates: [String: MotionsComposited.Settled.Fate]
  ) throws(Refusal) {
    let names = pending.map(\.item)
    for name in fates.keys.sorted() where !names.contains(name) {
      throw Refusal(
        "not-to-be-taken", "\(name) is not among the amendments to be taken to these motions.",
        help: names.isEmpty ? "There are none." : "There are \(Audit.listed(names)).")
    }
    let left = names.filter { fates[$0] == nil }
    guard left.isEmpty else {
      throw Refusal(
        "amendments-open",
        "\(Audit.listed(left)) \(left.count == 1 ? "is" : "are") still to be taken, and what becomes of "
          + "\(left.count == 1 ? "it" : "them") is not said.",
        help: "For each: --carry-over \(left[0]), --include \(left[0]) (the composite has it) or --withdraw \(left[0])."
      )
    }
  }

  private func tooLong(_ document: Document) -> [Irregularity] {
    let words = orders.words(of: document)
    guard let limit = orders.wordLimit(forKind: "composite"), words > limit else { return [] }
    return [Irregularity("over-the-word-limit", "It has \(words) words; the limit is \(limit).")]
  }

  /// An amendment to an original as one to the composite: its clauses are found there by their words.
  private func carryOver(
    _ amendment: AmendmentState, of original: MotionState, to composite: inout MotionState, _ seq: Int,
    _ plan: inout Plan
  ) throws(Refusal) -> AmendmentReceived {
    func refusal(_ why: String) -> Refusal {
      Refusal(
        "not-carried-over", "\(amendment.item) can't be carried over to the composite: \(why).",
        help: "Settle it otherwise (--include, --withdraw), and move it anew where it is wanted: "
          + "motions amend \(composite.number) …")
    }
    guard !amendment.name.contains("."), let base = composite.base, let now = original.fileNow,
      let after = original.composition(of: original.carried + [amendment.name]),
      after.outcomes.first(where: { $0.name == amendment.name })?.verdict != .refused
    else { throw refusal("it does not stand by itself on \(original.number)") }
    guard amendment.received.requires.isEmpty, amendment.received.fallsIf.isEmpty else {
      throw refusal("it hangs on what becomes of other amendments")
    }
    // Clauses that the composite has from others are not this one's to change.
    guard !amendment.received.operations.contains(where: { $0.path == .whole && $0.kind != .insertBlock }) else {
      throw refusal("it changes all of \(original.number)")
    }
    let text = Document(parsing: now)
    let name = "A\(composite.amendments.count + 1)"
    var derived = Amendment(name: name, deriving: Document(parsing: after.bytes), from: text)
    derived.operations = amendment.withoutLabels(derived.operations)
    let over = CarriedOver(derived, from: text, to: base)
    guard let carried = over.amendment else {
      let places = over.missing.map(\.text).joined(separator: ", ")
      throw refusal("the composite has \(places) of \(original.number) in other words, or not at all")
    }
    guard !carried.operations.isEmpty else { throw refusal("it changes nothing in \(original.number) as it stands") }
    var received = AmendmentReceived(
      item: "\(composite.number)/\(name)", form: .instruction, submitted: amendment.received.submitted,
      from: amendment.received.from, receivedAt: amendment.received.receivedAt,
      sentence: Wording(of: carried.operations, in: base).sentence, operations: carried.operations, layout: [],
      requires: [], fallsIf: [], readAgainst: nil, labels: [], lateness: nil, flags: [])
    composite.amendments.append(
      AmendmentState(name: name, item: received.item, seq: seq, received: received, standing: .pending))
    received.labels = composite.allotment(for: name)
    composite.amendments[composite.amendments.count - 1].received = received
    if composite.composition(of: [name])?.outcomes.first?.verdict == .refused {
      throw refusal("its words are not in the composite")
    }
    if let long = received.partedIfLong() { _ = plan.keep(long) }
    plan.events.append(.amendmentReceived(received))
    return received
  }
}
