internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform

struct VoteCommand: RecordingCommand {
  static let schema = "motions.vote/1"
  static let configuration = CommandConfiguration(
    commandName: "vote",
    abstract: "Record a vote: the question if it was not put, the figures, the declaration.",
    discussion: """
      EXAMPLES
        motions vote M1/A1 --for 41 --against 12 --abstain 3
        motions vote M1/A2 --declared carried --manner hands
        motions vote M1 --roll votes.csv
      """)

  @Argument(help: "The item: M1, M1/A1, A1 for the motion before the meeting, or P1 for a procedural question.")
  var item: String

  @OptionGroup var options: VoteOptions

  @Option(name: .long, help: "How a result without figures was seen: hands, voices, nem-con, unanimous, acclamation.")
  var manner: String?

  @Option(name: .long, help: "A recorded vote: a CSV file with the columns name, vote and perhaps weight.")
  var roll: String?

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    var vote = try options.vote(body)
    vote.manner = manner
    if let roll { try body.take(roll: roll, into: &vote) }
    let item = try body.state.item(item)
    return Prepared(vote: try body.state.voting(item, vote), on: item, in: body.state)
  }
}

struct RecountCommand: RecordingCommand {
  static let schema = "motions.recount/1"
  static let configuration = CommandConfiguration(
    commandName: "recount",
    abstract: "Record another count of the same question: both stay, the later decides.",
    discussion: """
      EXAMPLE
        motions recount M1/A3 --for 27 --against 25 --reason "a teller doubted the first"
      """)

  @Argument(help: "The item: M1, M1/A1, P1.")
  var item: String

  @OptionGroup var options: VoteOptions
  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    let item = try body.state.item(item)
    return Prepared(vote: try body.state.recounting(item, try options.vote(body)), on: item, in: body.state)
  }
}

struct CardCommand: RecordingCommand {
  static let schema = "motions.card/1"
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Record a card vote on a question that was counted by hands: the card vote decides.",
    discussion: """
      EXAMPLE
        motions card M1/A3 --for 1200 --against 1150
      """)

  @Argument(help: "The item: M1, M1/A1, P1.")
  var item: String

  @OptionGroup var options: VoteOptions
  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    var vote = try options.vote(body)
    vote.form = .card
    let item = try body.state.item(item)
    let question = body.state.question(on: item.name)
    let counted = question?.lastCount != nil || question?.declared != nil
    return Prepared(
      vote: counted ? try body.state.recounting(item, vote) : try body.state.voting(item, vote), on: item,
      in: body.state)
  }
}

struct CastingCommand: RecordingCommand {
  static let schema = "motions.casting/1"
  static let configuration = CommandConfiguration(
    commandName: "casting",
    abstract: "Record the chair's casting vote on a tie.",
    discussion: """
      EXAMPLE
        motions casting M1/A3 --against
      """)

  @Argument(help: "The item: M1, M1/A1, P1.")
  var item: String

  @Flag(name: .customLong("for"), help: "The chair votes for.")
  var isFor = false

  @Flag(name: .customLong("against"), help: "The chair votes against.")
  var isAgainst = false

  func validate() throws {
    guard isFor != isAgainst else { throw ValidationError("Say which side the chair takes: --for or --against.") }
  }

  @Option(name: .long, help: "Why the chair lets something irregular stand.")
  var reason: String?

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    let item = try body.state.item(item)
    return Prepared(
      vote: try body.state.casting(item, isFor ? .for : .against, reason: reason), on: item, in: body.state)
  }
}

struct CorrectCommand: RecordingCommand {
  static let schema = "motions.correct/1"
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Mend figures that were misheard, with the reason; the first ones stay in the record.",
    discussion: """
      EXAMPLE
        motions correct M1/A2 --for 42 --reason "the teller said forty-two"
      """)

  @Argument(help: "The item: M1, M1/A1, P1.")
  var item: String

  @OptionGroup var options: VoteOptions
  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    guard let reason = options.reason else {
      throw Refusal(
        "no-reason", "A correction needs its reason.", help: "Add --reason \"the teller said forty-two\".")
    }
    let item = try body.state.item(item)
    return Prepared(
      vote: try body.state.correcting(item, figures: try options.vote(body), reason: reason), on: item, in: body.state)
  }
}

struct UndoCommand: RecordingCommand {
  static let schema = "motions.undo/1"
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last thing recorded, before the next question is put.",
    discussion: """
      It stays in the record with the entry that takes it back.

      EXAMPLE
        motions undo --reason "wrong amendment"
      """)

  @Option(name: .long, help: "Why.")
  var reason: String?

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    let plan = try body.state.undoing(reason: reason)
    var targets: [Int] = []
    if case .entryUndone(let undone)? = plan.events.first { targets = undone.targets }
    return Prepared(plan: plan, details: [JSON.Member("undone", .array(targets.map { .integer($0) }))])
  }
}
