internal import ArgumentParser
internal import CanonicalJSON
internal import Meeting
internal import Platform

/// What every command that records has in common.
struct Recording: ParsableArguments {
  @Flag(name: .long, help: "Say what would be recorded, and record nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Say nothing when it is done.")
  var quiet = false

  @Flag(name: .long, help: "Print one JSON object instead of text.")
  var json = false

  @Option(name: .long, help: "The role that records or rules: secretary, chair, teller …")
  var by = "secretary"

  @Option(name: .long, help: "Seconds to wait while somebody else is recording.")
  var wait = 5
}

/// A command of a body's folder that records: read the state, decide, append.
protocol RecordingCommand: MotionsCommand {
  var recording: Recording { get }
  /// `motions.vote/1` and the like.
  static var schema: String { get }
  func plan(_ body: Body) throws -> Prepared
}

/// A plan with what its answer says beside the entries.
struct Prepared {
  var plan: Plan
  var details: [JSON.Member] = []
}

extension Prepared {
  /// A vote or what mends one: the result as it is declared, null where it is not yet, and what follows.
  init(vote plan: Plan, on item: State.Item, in state: State) {
    var decision: ItemDecision?
    var reason: String?
    var falls: [Fallen] = []
    var affects: [Int] = []
    for event in plan.events {
      switch event {
      case .resultDeclared(let result):
        (decision, reason, falls, affects) = (result.decision, result.rulesReason, result.falls, result.affects)
      case .entryCorrected(let result):
        (decision, reason, falls, affects) = (result.decision, result.rulesReason, result.falls, result.affects)
      default: continue
      }
    }
    self.init(
      plan: plan,
      details: [
        JSON.Member("item", .string(item.name)), JSON.Member("decision", JSON(decision?.rawValue)),
        JSON.Member("reason", JSON(reason)), JSON.Member("falls", JSON(falls.map(\.item))),
        JSON.Member("in_question", JSON(state.items(ofQuestions: affects))),
      ])
  }
}

extension RecordingCommand {
  func run(in world: World) throws -> ExitStatus {
    try record(in: world, asking: nil)
  }

  /// What it would record now; nothing is locked or written.
  func prepared(in world: World) throws -> Prepared { try checked(try Body.open(in: world)) }

  private func checked(_ body: Body) throws -> Prepared {
    do {
      return try plan(body)
    } catch let refusal as Refusal {
      throw Failure(.badInput, refusal.code, refusal.message, help: refusal.help)
    }
  }

  /// Decides under the lock and records; `asking` may show the plan first and say whether to go on.
  func record(in world: World, asking: ((Plan) -> Bool)?) throws -> ExitStatus {
    if let answer = try recorded(in: world, asking: asking), recording.json { world.write(answer.answer + [10]) }
    return .done
  }

  /// Decides under the lock, records and says what it says to people; nil where `asking` said no.
  func recorded(in world: World, asking: ((Plan) -> Bool)?) throws -> JSON? {
    var result: JSON?
    _ = try Body.holding(world, wait: recording.wait) { body, ledger in
      let prepared = try checked(body)
      let isDry = recording.dryRun
      if let asking, !asking(prepared.plan) { return .done }
      let entries = isDry ? [] : try body.append(prepared.plan, by: recording.by, to: ledger)
      if !recording.json, !recording.quiet, asking == nil {
        prepared.plan.says.forEach(world.print)
        if isDry { world.print("Nothing was recorded (--dry-run).") }
      }
      result = answer(prepared, entries, body)
      return .done
    }
    return result
  }

  private func answer(_ prepared: Prepared, _ entries: [RecordedEvent], _ body: Body) -> JSON {
    .object(
      [
        JSON.Member("schema", .string(Self.schema)), JSON.Member("recorded", .bool(!entries.isEmpty)),
        JSON.Member(
          "entries",
          .array(entries.map { ["seq": .integer($0.seq), "type": .string($0.event.type), "at": .string($0.at)] })),
        JSON.Member("said", JSON(prepared.plan.says)),
        JSON.Member(
          "flags",
          .array(prepared.plan.flags.map { ["code": .string($0.code), "message": .string($0.message)] })),
      ] + prepared.details)
  }
}
