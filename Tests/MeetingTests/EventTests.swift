import CanonicalJSON
import Meeting
import MotionKit
import Testing

@Suite("Events")
struct EventTests {
  static let text = TextName(sha256: String(repeating: "a", count: 64), bytes: 7)
  static let person = Person(reference: "N1", commitment: String(repeating: "b", count: 64))
  static let flag = Irregularity("no-meeting", "No meeting is open.")
  static let fallen = Fallen(item: "M1/A2", because: "A1", reason: "its words are gone")
  static let late = Lateness(deadline: "2027-02-18T12:00:00Z", zone: "Europe/London", zoneData: nil, rule: "Too late.")
  static let labels = [AllottedLabel(amendment: "A1", operation: 0, clause: 0, label: "3A.")]
  static let operations: [MotionKit.Operation] = [
    Operation(.deleteBlock, path: "3"),
    Operation(
      .replaceRange, path: "2", to: "4", old: "from", new: "x", placement: .start, until: "end", untilStays: true,
      occurrence: 2),
  ]

  /// One of every kind, every field filled somewhere.
  static let all: [Event] = plain + steps + sittings

  static let plain: [Event] = [
    .ledgerOpened(LedgerOpened(origin: "branch", rules: text)),
    .ledgerRecovered,
    .ledgerRotated,
    .rulesAdopted(RulesAdopted(rules: text, reason: "the annual meeting")),
    .motionReceived(
      MotionReceived(
        item: "M1", kind: "ordinary", title: "Buses", text: text, original: text, from: person, mover: person,
        seconder: nil, receivedAt: "2027-02-12T11:58:00Z", way: "e-mail", words: 120, lateness: late, flags: [flag])),
    .amendmentReceived(
      AmendmentReceived(
        item: "M1/A1", form: .instruction, submitted: text, from: nil, receivedAt: "2027-02-12T11:58:00Z",
        sentence: "Delete clause 3.", operations: operations, layout: [SourceEdit(span: 3..<4, replacement: "\n")],
        requires: ["A2"], fallsIf: ["A3"], readAgainst: [], labels: labels, lateness: nil, flags: [])),
    .orderRuled(OrderRuled(motion: "M1", order: ["A2", "A1"], reason: "furthest first")),
    .clashRuled(ClashRuled(motion: "M1", between: ["A1", "A2"], choice: .take("A2"), reason: nil, text: text)),
    .clashRuled(ClashRuled(motion: "M1", between: ["A1", "A2"], choice: .both, reason: "both", text: nil)),
    .clashRuled(ClashRuled(motion: "M1", between: ["A1", "A2"], choice: .text("words"), reason: nil, text: nil)),
    .versionRestored(
      VersionRestored(
        item: "M1", version: 2, reason: "by leave", text: text, renumbered: [Renumbered(old: "3A", new: "4")],
        flags: [flag])),
    .motionEnded(MotionEnded(.superseded, item: "M1", by: "M9", reason: nil)),
    .motionEnded(MotionEnded(.rescinded, item: "M1", by: nil, reason: "minute 14", flags: [flag])),
    .motionsComposited(
      MotionsComposited(
        item: "C1", originals: ["M1", "M4"], agreed: [person],
        amendments: [.init(item: "M1/A1", fate: .carriedOver, name: "C1/A1"), .init(item: "M4/A1", fate: .included)],
        reason: "agreed", flags: [flag])),
    .attendance(Attendance(room: 40, online: nil, entitled: 200)),
    .questionPut(
      QuestionPut(
        item: "P1", matter: .procedural, text: nil, on: nil, words: "Next business", forMeans: "it is carried",
        threshold: Threshold(.twoThirds, atLeast: true, of: .present, minimumFor: 5), flags: [flag])),
    .votesCounted(
      VotesCounted(
        question: 7, form: .card, votesFor: 41, against: 0, abstain: nil, spoilt: nil, present: 60, entitled: 100,
        tellers: [person], roll: text, recountOf: 5, reason: "doubted")),
    .resultDeclared(
      ResultDeclared(
        question: 7, item: "M1", decision: .carriedAsAmended, basis: .castingVote, manner: "hands", casting: "for",
        count: 8, rulesGive: "carried", rulesReason: "41 for", reason: "so ruled", text: text,
        renumbered: [Renumbered(old: "3A", new: "4")], falls: [fallen], flags: [flag])),
    .entryUndone(EntryUndone(targets: [3, 4], reason: nil)),
    .entryCorrected(
      EntryCorrected(
        target: 8, reason: "misheard", votesFor: 42, against: 12, abstain: nil, spoilt: 0, present: 60,
        decision: .lost, rulesGive: "lost", rulesReason: "42 for", text: text, affects: [12])),
    .noteMade(NoteMade(item: nil, text: "Thanks.")),
  ]

  static let steps: [Event] = ItemStep.Kind.allCases.map { kind in
    .itemStep(
      ItemStep(
        kind, item: "M1/A1", person: person, reason: "r", to: "committee", question: 3, text: text, falls: [fallen],
        flags: [flag]))
  }

  static let sittings: [Event] = Sitting.Kind.allCases.map { kind in
    .sitting(
      Sitting(kind, title: "AGM", chair: person, until: "19:00", reason: "r", notTaken: ["M2"], clockGiven: true))
  }

  @Test("Every event is read back as it was written", arguments: all)
  func roundTrip(event: Event) throws {
    let json = JSON.object(event.fields)
    #expect(try Event(type: event.type, version: 1, json: json) == event)
  }

  @Test("The list of types is the list of events")
  func types() {
    #expect(Set(Self.all.map(\.type)) == Set(Event.types))
  }

  @Test("A newer version is an error of its own")
  func newerVersion() {
    #expect(
      code { () throws(EventError) in try Event(type: "note.made", version: 2, json: ["text": "x"]) } == "newer-version"
    )
  }

  @Test("An entry of another kind, or with a field missing, is an error that names it")
  func malformed() {
    #expect(code { () throws(EventError) in try Event(type: "note.sung", version: 1, json: [:]) } == "unknown-event")
    #expect(code { () throws(EventError) in try Event(type: "note.made", version: 1, json: [:]) } == "bad-event")
  }

  @Test("A field of another kind, or none, never crashes", arguments: all)
  func fieldsOfAnotherKind(event: Event) {
    for index in event.fields.indices {
      for value: JSON in [.null, .bool(true), .integer(-1), .string("x"), .array([.bool(true)]), .object([])] {
        var fields = event.fields
        fields[index].value = value
        _ = try? Event(type: event.type, version: 1, json: .object(fields))
      }
      var fields = event.fields
      fields.remove(at: index)
      _ = try? Event(type: event.type, version: 1, json: .object(fields))
    }
  }

  private func code(_ work: () throws(EventError) -> Event) -> String? {
    do {
      _ = try work()
      return nil
    } catch {
      return error.code
    }
  }
}
