import Meeting
import MotionKit

/// A seeded source of chance: the same seed gives the same meeting.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &self) }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A body that meets in memory: its record, its texts, and the state that they make.
struct Assembly {
  private(set) var log: [RecordedEvent] = []
  private(set) var texts: [TextName: [UInt8]] = [:]
  private(set) var state: State

  static let rules = """
    name: Riverside branch
    kinds:
      ordinary:
        prefix: M
        word-limit: 60
    votes:
      quorum: 5
      tie: casting
      amendments: more than half of the votes
    """

  static let motion = """
    ---
    title: Bus fares
    ---
    This branch notes:

    1. Bus fares rose by 12% in April.
    2. Many members rely on buses to:

       a) get to work;
       b) attend branch meetings.

    This branch resolves:

    3. To campaign for a fares freeze (see 2 above).
    4. To write to the council.

    """

  init() {
    state = State(folding: [], texts: TextSource { _ in .withheld })
    let rules = Array(Assembly.rules.utf8)
    let name = TextName(of: rules)
    record(Plan([.ledgerOpened(LedgerOpened(origin: "riverside", rules: name))], texts: [rules]))
  }

  mutating func record(_ plan: Plan) {
    for text in plan.texts { texts[TextName(of: text)] = text }
    let first = log.count
    for (index, event) in plan.events.enumerated() {
      log.append(
        RecordedEvent(
          seq: first + index, at: "2027-03-04T19:30:00Z", by: "secretary", event: event, with: index == 0 ? nil : first)
      )
    }
    state = folded(log)
  }

  func folded(_ log: some Sequence<RecordedEvent>) -> State {
    let texts = self.texts
    return State(folding: Array(log), texts: TextSource { name in texts[name].map { .bytes($0) } ?? .withheld })
  }

  /// One step that people could take next, as likely wrong as right; false where it was refused.
  mutating func step(_ chance: inout Chance) -> Bool {
    do {
      guard let plan = try planned(&chance) else { return false }
      record(plan)
      return true
    } catch {
      return false
    }
  }

  private func planned(_ chance: inout Chance) throws -> Plan? {
    let names = state.motions.flatMap { [$0.number] + $0.amendments.map(\.item) } + state.questions.map(\.put.item)
    let item = try chance.pick(names).map { try state.item($0) }
    let reason = chance.number(0...3) == 0 ? nil : "the chair lets it stand"
    switch chance.number(0...23) {
    case 0:
      return try state.receiving(
        Submission(
          original: Array(Assembly.motion.utf8), from: nil, mover: nil, seconder: nil,
          receivedAt: "2027-02-12T11:58:00Z", way: nil, lateness: nil))
    case 1: return try state.changingSitting(chance.pick(Sitting.Kind.allCases) ?? .opened)
    case 2: return try state.attending(room: chance.number(2...20), online: nil, entitled: nil)
    case 3...7: return try amendment(item, &chance)
    case 8: return try item.map { try state.putting($0, reason: reason) }
    case 9...12: return try item.map { try state.voting($0, vote(&chance, reason)) }
    case 13: return try item.map { try state.recounting($0, vote(&chance, reason)) }
    case 14: return try item.map { try state.casting($0, chance.number(0...1) == 0 ? .for : .against, reason: reason) }
    case 15: return try item.map { try state.correcting($0, figures: vote(&chance, reason), reason: "misheard") }
    case 16: return try state.undoing()
    case 17:
      return try item.map {
        try state.stepping(chance.pick(ItemStep.Kind.allCases) ?? .moved, $0, reason: reason ?? "so ruled")
      }
    case 23: return try composite(&chance)
    case 20:
      guard let motion = chance.pick(state.motions) else { return nil }
      return try state.restoring(
        .motion(motion), version: chance.number(1...motion.versionCount + 1), reason: reason)
    case 21...22:
      let later = chance.pick(state.motions).map { State.Item.motion($0) }
      return try item.map { item throws in
        try state.ending(chance.number(0...1) == 0 ? .superseded : .rescinded, item, by: later, reason: reason)
      }
    case 18: return try state.puttingProcedural("Next business", isChallenge: false, reason: reason)
    default:
      guard let motion = chance.pick(state.motions) else { return nil }
      if let place = chance.pick(motion.unsettled) {
        return try state.ruling(motion, between: place.amendments, .take(place.amendments[0]), reason: reason)
      }
      return try state.ordering(motion, motion.amendments.map(\.name).shuffled(using: &chance), reason: reason)
    }
  }

  /// Two motions made one, each amendment to them settled as it comes.
  private func composite(_ chance: inout Chance) throws -> Plan? {
    let motions = Array(state.motions.shuffled(using: &chance).prefix(2))
    let sources = motions.compactMap { motion in
      motion.fileNow.map { CompositeDraft.Source(name: motion.number, document: Document(parsing: $0), mover: nil) }
    }
    guard let draft = CompositeDraft(of: sources) else { return nil }
    var fates: [String: MotionsComposited.Settled.Fate] = [:]
    for motion in motions {
      for amendment in motion.pending {
        fates[amendment.item] = chance.pick(MotionsComposited.Settled.Fate.allCases)
      }
    }
    return try state.compositing(
      motions.map { .motion($0) },
      CompositeSubmission(
        text: draft.bytes, agreed: [], receivedAt: "2027-03-04T19:30:00Z", fates: fates, reason: nil))
  }

  private func amendment(_ item: State.Item?, _ chance: inout Chance) throws -> Plan? {
    let instructions = [
      "In 1, delete \"12%\" and insert \"15%\".", "In 1, delete \"12%\" and insert \"20%\".", "Delete clause 2.",
      "After 3 insert: To thank the drivers.", "In 3A, delete \"drivers\" and insert \"crews\".",
      "If A1 is carried, delete clause 4.", "In 2(b), delete \"branch\".", "Delete \"the\".",
      "In 3, delete \"freeze\" and insert \"cut, and to say so to all who will hear of it\".",
    ]
    guard let item, let words = chance.pick(instructions) else { return nil }
    let submission = AmendmentSubmission(
      text: Array(words.utf8), form: .instruction, receivedAt: "2027-03-04T19:30:00Z",
      onPaper: chance.number(0...3) == 0)
    guard case .understood(_, let plan) = try state.amending(item, submission) else { return nil }
    return plan
  }

  private func vote(_ chance: inout Chance, _ reason: String?) -> Vote {
    var vote = Vote()
    vote.reason = reason
    if chance.number(0...4) == 0 {
      vote.declared = chance.number(0...1) == 0 ? .carried : .lost
      return vote
    }
    vote.votesFor = chance.number(0...8)
    vote.against = chance.number(0...8)
    return vote
  }
}
