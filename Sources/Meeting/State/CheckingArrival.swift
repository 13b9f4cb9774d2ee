internal import MotionKit

/// What entries assert of what came in: the number given, the words counted, whether it was in time.
extension State {
  /// Numbers run on, and none is left out or given twice.
  mutating func checkNumber(_ entry: RecordedEvent) {
    let item: String
    switch entry.event {
    case .motionReceived(let received): item = received.item
    case .amendmentReceived(let received): item = received.item
    default: return
    }
    let next = numbers.next(NumbersGiven.series(of: item))
    guard item != next else { return }
    disagree(entry, "number-differs", "It gives the number \(item); the next one was \(next).")
  }

  mutating func checkWords(_ received: MotionReceived, _ original: [UInt8], _ entry: RecordedEvent) {
    let words = orders.words(of: Document(parsing: original))
    guard words != received.words else { return }
    disagree(
      entry, "words-differ",
      "It says that \(received.item) has \(received.words) words; counted by the standing orders it has \(words).")
  }

  mutating func checkArrival(_ received: MotionReceived, _ entry: RecordedEvent) {
    guard isChecked, !isComposite(received.item) else { return }
    checkLateness(
      received.lateness, at: received.receivedAt, .submit, kind: received.kind,
      meeting: received.meeting.flatMap { CivilDate(reading: $0) }, entry)
  }

  mutating func checkArrival(_ received: AmendmentReceived, _ entry: RecordedEvent) {
    guard isChecked, let reference = ItemReference(received.item), let motion = motion(reference.motion),
      !isComposite(motion.number)
    else { return }
    // What is moved from the floor has no deadline where the standing orders take such amendments.
    if received.readAgainst != nil, orders.amendments.fromFloor, received.lateness == nil { return }
    checkLateness(
      received.lateness, at: received.receivedAt, .amend, kind: motion.received.kind, meeting: nil, entry)
  }

  /// Composites, and what is carried over to them, are made when their motions are before the meeting: they have no
  /// deadline of their own.
  private func isComposite(_ motion: String) -> Bool {
    log.contains { entry in
      if case .motionsComposited(let composited) = entry.event { composited.item == motion } else { false }
    }
  }

  private mutating func checkLateness(
    _ asserted: Lateness?, at arrival: String, _ action: Stage.Action, kind: String, meeting: CivilDate?,
    _ entry: RecordedEvent
  ) {
    guard let moment = Instant(rfc3339: arrival) else {
      return disagree(entry, "time-unreadable", "“\(arrival)” is no time of arrival.")
    }
    guard orders.hasOwnDeadline(forKind: kind) || asserted != nil else { return }
    guard let zone = zones(asserted?.zone ?? orders.timeZone) else {
      remarks.append(
        "Entry \(entry.seq): whether it came in time was not computed again: there is no data here for the time zone "
          + "\(asserted?.zone ?? orders.timeZone).")
      return
    }
    let computed = orders.lateness(
      of: moment, action: action, kind: kind, meeting: meeting, zone: zone, zoneData: nil)
    switch (asserted, computed) {
    case (nil, nil): break
    case (nil, let computed?):
      disagree(
        entry, "deadline-differs",
        "It says nothing of being late; it came at \(arrival), after \(computed.deadline): \(computed.rule)")
    case (let asserted?, nil):
      disagree(
        entry, "deadline-differs",
        "It says that it missed \(asserted.deadline); by the standing orders then on record it missed nothing.")
    case (let asserted?, let computed?):
      compare(asserted, computed, entry)
    }
  }

  private mutating func compare(_ asserted: Lateness, _ computed: Lateness, _ entry: RecordedEvent) {
    guard Instant(rfc3339: asserted.deadline) != Instant(rfc3339: computed.deadline) else { return }
    // The same time on the wall with another offset: the zone's rules were changed since, not the record.
    if asserted.deadline.prefix(19) == computed.deadline.prefix(19) {
      remarks.append(
        "Entry \(entry.seq): its deadline \(asserted.deadline) was computed with the zone data "
          + "\(asserted.zoneData ?? "of that day"); with the data here it is \(computed.deadline).")
    } else {
      disagree(
        entry, "deadline-differs",
        "It says that it missed \(asserted.deadline); by the standing orders then on record the deadline was "
          + "\(computed.deadline).")
    }
  }
}
