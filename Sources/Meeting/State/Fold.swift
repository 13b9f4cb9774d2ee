package import MotionKit
internal import Ledger

extension State {
  /// The state that a record makes, from its first entry to its last.
  ///
  /// Entries that a later one took back have no effect. State is what entries say; where it is checked, what they
  /// assert (a text, what the rules give, what falls) is compared with what follows from the entries before them, and
  /// a difference is listed, never mended. Without that nothing is composed until it is asked for.
  package init(
    folding log: [RecordedEvent], texts: TextSource, checked: Bool = true, without undone: Set<Int> = [],
    zones: @escaping @Sendable (String) -> TimeZoneRules? = { _ in nil }
  ) {
    self.init(orders: StandingOrders.standard, checked: checked, zones: zones)
    self.undone = undone
    take(log, texts: texts)
  }

  /// Goes on from here with further entries.
  package mutating func take(_ entries: [RecordedEvent], texts: TextSource) {
    var targets: Set<Int> = []
    for entry in entries {
      if case .entryUndone(let undo) = entry.event { targets.formUnion(undo.targets) }
    }
    if let first = entries.first?.seq, targets.contains(where: { $0 < first }) {
      // What is taken back has had its effect already: it is begun anew without.
      self = State(folding: log + entries, texts: texts, checked: isChecked, zones: zones)
      return
    }
    undone.formUnion(targets)
    log += entries
    for entry in entries {
      if isChecked { checkNumber(entry) }
      numbers.take(entry.event)
      if !undone.contains(entry.seq) { apply(entry, texts) }
    }
  }

  private mutating func apply(_ entry: RecordedEvent, _ texts: TextSource) {
    switch entry.event {
    case .ledgerOpened(let opened):
      origin = opened.origin
      if let rules = opened.rules { adopt(rules, entry, texts) }
    case .rulesAdopted(let adopted): adopt(adopted.rules, entry, texts)
    case .ledgerRecovered, .ledgerRotated, .entryUndone: break
    case .motionReceived(let received): receive(received, entry, texts)
    case .amendmentReceived(let received): receive(received, entry, texts)
    case .itemStep(let step): take(step, entry)
    case .orderRuled(let ruled): changeMotion(ruled.motion) { $0.ruledOrder = ruled.order }
    case .clashRuled(let ruled):
      changeMotion(ruled.motion) {
        $0.rulings.append(ruled)
        $0.versionMade(by: entry.seq, .ruled(ruled.between))
      }
      check(ruled.text, of: ruled.motion, entry)
    case .versionRestored(let restored): restore(restored, entry)
    case .motionEnded(let ended): end(ended, entry)
    case .motionsComposited(let composited): composite(composited, entry)
    case .sitting(let change): sit(change)
    case .attendance(let figures): attendance = figures
    case .questionPut(let put):
      questions.append(QuestionState(seq: entry.seq, put: put))
      checkThreshold(put, entry)
      if let reference = ItemReference(put.item), put.matter == .motion || put.matter == .amendment {
        check(put.matter == .motion ? put.text : put.on, of: reference.motion, entry)
        checkStanding(put, entry)
      }
    case .votesCounted(let count):
      guard let index = questions.firstIndex(where: { $0.seq == count.question }) else {
        return disagree(entry, "no-such-question", "It counts votes on question \(count.question), which was not put.")
      }
      questions[index].add(count, seq: entry.seq)
      checkRoll(count, entry, texts)
    case .resultDeclared(let result): declare(result, entry)
    case .entryCorrected(let correction): correct(correction, entry)
    case .noteMade(let note): notes.append((entry.seq, note))
    }
  }

  private mutating func adopt(_ name: TextName, _ entry: RecordedEvent, _ texts: TextSource) {
    rules = name
    guard let bytes = find(name, entry, texts) else { return }
    orders = StandingOrders(reading: Fields(parsing: bytes))
  }

  /// A text by its name; what is missing is listed as withheld, what has changed as a disagreement.
  mutating func find(_ name: TextName, _ entry: RecordedEvent, _ texts: TextSource) -> [UInt8]? {
    switch texts.find(name) {
    case .bytes(let bytes): return bytes
    case .withheld:
      if !withheld.contains(name) { withheld.append(name) }
      return nil
    case .changed:
      disagree(entry, "text-changed", "The text \(name.sha256.prefix(12))… is not what it was when it was recorded.")
      return nil
    }
  }

  private mutating func receive(_ received: MotionReceived, _ entry: RecordedEvent, _ texts: TextSource) {
    guard motion(received.item) == nil else {
      return disagree(entry, "number-twice", "\(received.item) was given before.")
    }
    let body = find(received.text, entry, texts)
    if isChecked, let original = find(received.original, entry, texts) { checkWords(received, original, entry) }
    checkArrival(received, entry)
    let base = body.map {
      Document(
        parsing: MotionText.file(number: received.item, kind: received.kind, title: received.title, body: $0))
    }
    let inOrder = received.lateness == nil && received.flags.isEmpty
    motions.append(
      MotionState(
        number: received.item, seq: entry.seq, received: received, standing: inOrder ? .inOrder : .notAdmitted,
        base: base))
  }

  private mutating func receive(_ received: AmendmentReceived, _ entry: RecordedEvent, _ texts: TextSource) {
    var received = received
    if let name = received.reading, let bytes = find(name, entry, texts) {
      do {
        try received.fill(from: bytes)
      } catch {
        disagree(entry, error.code, error.message)
      }
    }
    guard let reference = ItemReference(received.item), let name = reference.amendment,
      motion(reference.motion) != nil
    else { return disagree(entry, "no-such-item", "\(received.item) amends a motion that was not received.") }
    guard amendment(received.item) == nil else {
      return disagree(entry, "number-twice", "\(received.item) was given before.")
    }
    checkArrival(received, entry)
    let inOrder = received.lateness == nil && received.flags.isEmpty
    changeMotion(reference.motion) {
      $0.amendments.append(
        AmendmentState(
          name: name, item: received.item, seq: entry.seq, received: received,
          standing: inOrder ? .pending : .notAdmitted))
    }
  }

  private mutating func take(_ step: ItemStep, _ entry: RecordedEvent) {
    guard let reference = ItemReference(step.item), let motion = motion(reference.motion) else {
      return disagree(entry, "no-such-item", "\(step.item) was not received.")
    }
    if let name = reference.amendment {
      guard motion.amendment(name) != nil else {
        return disagree(entry, "no-such-item", "\(step.item) was not received.")
      }
      changeAmendment(step.item) { $0.take(step) }
      changeMotion(reference.motion) {
        if step.kind == .accepted {
          $0.carry(name)
          $0.versionMade(by: entry.seq, .accepted(name))
        } else if step.kind.ends || step.kind == .restored {
          $0.drop(name)
          $0.versionMade(by: entry.seq, .dropped(name))
        }
      }
    } else {
      changeMotion(reference.motion) { $0.take(step) }
      followComposite(step.item)
    }
    for fallen in step.falls { fall(fallen) }
    if step.kind.ends || step.kind == .accepted { endQuestions(on: step.item, by: entry.seq) }
    check(step.text, of: reference.motion, entry)
  }

  /// What is not before the meeting any more is not put to the vote any more.
  private mutating func endQuestions(on item: String, by seq: Int) {
    for index in questions.indices where questions[index].isOpen {
      let put = questions[index].put.item
      if put == item || put.isBelow(item) { questions[index].endedBy = seq }
    }
  }

  private mutating func sit(_ change: Sitting) {
    switch change.kind {
    case .opened:
      sitting = .open
      sittingTitle = change.title
      chair = change.chair
      sittingUntil = nil
      attendance = nil
    case .suspended: sitting = .suspended
    case .adjourned:
      sitting = .adjourned
      sittingUntil = change.until
    case .resumed:
      sitting = .open
      sittingUntil = nil
    case .closed: sitting = .closed
    }
  }

  private mutating func declare(_ result: ResultDeclared, _ entry: RecordedEvent) {
    guard let index = questions.firstIndex(where: { $0.seq == result.question }) else {
      return disagree(entry, "no-such-question", "It declares a result on question \(result.question), never put.")
    }
    questions[index].declared = result
    questions[index].declaredSeq = entry.seq
    let question = questions[index]
    checkRules(result, question, entry)
    checkFalls(result.falls, of: result.item, result.decision, question, entry)
    settle(question.put, result.decision, falls: result.falls, entry)
    doubt(result.affects)
    adopt(result.text, result.renumbered, by: question, entry)
  }

  private mutating func correct(_ correction: EntryCorrected, _ entry: RecordedEvent) {
    guard
      let index = questions.firstIndex(where: { question in question.counts.contains { $0.seq == correction.target } })
    else { return disagree(entry, "no-such-count", "It corrects entry \(correction.target), which is no count.") }
    _ = questions[index].correct(correction)
    questions[index].declared?.decision = correction.decision
    questions[index].declared?.count = correction.target
    questions[index].declared?.rulesGive = correction.rulesGive
    questions[index].declared?.rulesReason = correction.rulesReason
    questions[index].declared?.falls = correction.falls
    let question = questions[index]
    if let result = question.declared { checkRules(result, question, entry) }
    checkFalls(correction.falls, of: question.put.item, correction.decision, question, entry)
    settle(question.put, correction.decision, falls: correction.falls, entry)
    doubt(correction.affects)
    adopt(correction.text, nil, by: question, entry)
  }

  /// The text that a result asserts: as adopted for a motion, as amended so far for an amendment.
  private mutating func adopt(
    _ text: TextName?, _ table: [Renumbered]?, by question: QuestionState, _ entry: RecordedEvent
  ) {
    guard let result = question.declared, let reference = ItemReference(question.put.item) else { return }
    if question.put.matter == .motion {
      guard result.decision.isCarried else { return }
      let table = table ?? motion(reference.motion)?.adoptedText?.table ?? []
      changeMotion(reference.motion) {
        $0.adopted = text
        $0.renumbered = table
        $0.versionMade(by: entry.seq, .adopted, adopted: true)
      }
      checkAdopted(text, table, of: reference.motion, entry)
    } else {
      check(text, of: reference.motion, entry)
    }
  }

  private mutating func doubt(_ affected: [Int]) {
    for index in questions.indices where affected.contains(questions[index].seq) { questions[index].inQuestion = true }
  }

  /// What a result does to its item.
  private mutating func settle(
    _ put: QuestionPut, _ decision: ItemDecision, falls: [Fallen], _ entry: RecordedEvent
  ) {
    guard let reference = ItemReference(put.item), motion(reference.motion) != nil, decision.isFinal else { return }
    switch put.matter {
    case .amendment:
      guard let name = reference.amendment else { return }
      changeAmendment(put.item) { amendment in
        if case .setAside = amendment.standing, decision.isCarried { return }
        amendment.standing = .decided(decision)
      }
      changeMotion(reference.motion) {
        if decision.isCarried { $0.carry(name) } else { $0.drop(name) }
        $0.versionMade(by: entry.seq, decision.isCarried ? .carried(name) : .dropped(name))
        $0.revive(fallenBecauseOf: name)
      }
      for fallen in falls { fall(fallen) }
    case .motion:
      changeMotion(reference.motion) { motion in
        motion.standing = .decided(decision)
        motion.dropPending()
      }
    case .admission:
      if decision.isCarried { admit(put.item) } else { refuseAdmission(put.item) }
    case .procedural, .challenge: break
    }
  }

  private mutating func admit(_ item: String) {
    guard let reference = ItemReference(item) else { return }
    if reference.amendment == nil {
      changeMotion(reference.motion) { $0.standing = .inOrder }
    } else {
      changeAmendment(item) { amendment in amendment.standing = .pending }
    }
  }

  /// An admission that turns out to be lost.
  private mutating func refuseAdmission(_ item: String) {
    guard let reference = ItemReference(item) else { return }
    if reference.amendment == nil {
      changeMotion(reference.motion) { if $0.isOpen { $0.standing = .notAdmitted } }
    } else {
      changeAmendment(item) { if $0.isOpen { $0.standing = .notAdmitted } }
    }
  }

  private mutating func fall(_ fallen: Fallen) {
    changeAmendment(fallen.item) { amendment in
      amendment.standing = .fallen(because: fallen.because, reason: fallen.reason)
    }
  }

  mutating func changeMotion(_ number: String, _ body: (inout MotionState) -> Void) {
    guard let index = motions.firstIndex(where: { $0.number == number }) else { return }
    body(&motions[index])
  }

  mutating func changeAmendment(_ item: String, _ body: (inout AmendmentState) -> Void) {
    guard let reference = ItemReference(item), let name = reference.amendment,
      let index = motions.firstIndex(where: { $0.number == reference.motion }),
      let place = motions[index].amendments.firstIndex(where: { $0.name == name })
    else { return }
    body(&motions[index].amendments[place])
  }

  mutating func disagree(_ entry: RecordedEvent, _ code: String, _ message: String) {
    disagreements.append(Disagreement(seq: entry.seq, code: code, message: message))
  }
}
