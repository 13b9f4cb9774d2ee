internal import ArgumentParser
internal import CanonicalJSON
internal import Meeting
internal import Platform

/// What the commands that record a step of an item have in common.
struct StepOptions: ParsableArguments {
  @Argument(help: "The item: M1, M1/A1, or A1 for the motion before the meeting.")
  var item: String

  @Option(name: .long, help: "Why, or why the chair lets something irregular stand.")
  var reason: String?

  @Option(name: .long, help: "Who; the name is kept apart from the record.")
  var person: String?

  func plan(_ kind: ItemStep.Kind, _ body: Body, to: String? = nil) throws -> Prepared {
    let item = try body.state.item(item)
    let plan = try body.state.stepping(
      kind, item, person: person.map { body.person($0) }, reason: reason, to: to)
    return Prepared(step: plan, on: item)
  }
}

private func stepConfiguration(_ name: String, _ abstract: String, _ example: String) -> CommandConfiguration {
  CommandConfiguration(
    commandName: name, abstract: abstract, discussion: "EXAMPLE\n  \(example)")
}

struct MovedCommand: RecordingCommand {
  static let schema = "motions.moved/1"
  static let configuration = stepConfiguration(
    "moved", "Record that an item was moved.", "motions moved M1 --person \"Ann Jones\"")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.moved, body) }
}

struct SecondedCommand: RecordingCommand {
  static let schema = "motions.seconded/1"
  static let configuration = stepConfiguration(
    "seconded", "Record that an item was seconded.", "motions seconded M1 --person \"Raj Patel\"")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.seconded, body) }
}

struct NotMovedCommand: RecordingCommand {
  static let schema = "motions.not-moved/1"
  static let configuration = stepConfiguration(
    "not-moved", "Record that nobody moved an item: it falls.", "motions not-moved M1/A4")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.notMoved, body) }
}

struct AcceptCommand: RecordingCommand {
  static let schema = "motions.accept/1"
  static let configuration = stepConfiguration(
    "accept", "Record that the mover of the motion accepts an amendment: no vote is taken on it.",
    "motions accept M1/A1")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.accepted, body) }
}

struct WithdrawCommand: RecordingCommand {
  static let schema = "motions.withdraw/1"
  static let configuration = stepConfiguration(
    "withdraw", "Record that an item is withdrawn.", "motions withdraw M1/A4")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.withdrawn, body) }
}

struct RemitCommand: RecordingCommand {
  static let schema = "motions.remit/1"
  static let configuration = stepConfiguration(
    "remit", "Record that an item is remitted, to the executive for example.",
    "motions remit M2 --to \"the executive\"")
  @OptionGroup var step: StepOptions
  @Option(name: .long, help: "To whom.")
  var to: String?
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.remitted, body, to: to) }
}

struct RuleOutCommand: RecordingCommand {
  static let schema = "motions.rule-out/1"
  static let configuration = stepConfiguration(
    "rule-out", "Record that the chair rules an item out of order, with the reason.",
    "motions rule-out M1/A4 --by chair --reason \"a direct negative\"")
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording
  func plan(_ body: Body) throws -> Prepared { try step.plan(.ruledOut, body) }
}

struct RestoreCommand: RecordingCommand {
  static let schema = "motions.restore/1"
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Record that an item is taken again, or that an earlier version of a text is the text again.",
    discussion: """
      A fallen, withdrawn or ruled-out item is before the meeting again. A version named (M1@2) becomes the text of its \
      motion again, as a new version: nothing is lost, and the reason is recorded.

      EXAMPLES
        motions restore M1/A4 --by chair --reason "the ruling was challenged"
        motions restore M1@2 --by chair --reason "A3 was taken up again by leave of the meeting"
      """)
  @OptionGroup var step: StepOptions
  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    guard let reference = ItemReference(step.item), let version = reference.version else {
      return try step.plan(.restored, body)
    }
    let item = try body.state.item(reference.item)
    let plan = try body.state.restoring(item, version: version, reason: step.reason)
    let next = (try item.motion.versionCount) + 1
    return Prepared(
      plan: plan,
      details: [
        JSON.Member("item", .string(item.name)), JSON.Member("falls", JSON([String]())),
        JSON.Member("version", .string("\(item.name)@\(next)")),
      ])
  }
}

struct AdmitCommand: RecordingCommand {
  static let schema = "motions.admit/1"
  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "Let a late or irregular item in, by the chair's ruling or by a vote.",
    discussion: """
      EXAMPLES
        motions admit M3 --vote 40 11
        motions admit M3 --by chair --reason "the post was late"
      """)
  @OptionGroup var step: StepOptions

  @Option(name: .long, parsing: .upToNextOption, help: "The figures: for, against and, where counted, abstentions.")
  var vote: [Int] = []

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    guard !vote.isEmpty else { return try step.plan(.admitted, body) }
    guard vote.count == 2 || vote.count == 3, vote.allSatisfy({ $0 >= 0 }) else {
      throw Failure(
        .usage, "usage", "--vote takes the votes for, the votes against and perhaps the abstentions.",
        help: "motions admit \(step.item) --vote 40 11")
    }
    var figures = Vote()
    figures.votesFor = vote[0]
    figures.against = vote[1]
    if vote.count == 3 { figures.abstain = vote[2] }
    figures.reason = step.reason
    let item = try body.state.item(step.item)
    return Prepared(vote: try body.state.admitting(item, figures), on: item, in: body.state).asStep
  }
}

struct NoteCommand: RecordingCommand {
  static let schema = "motions.note/1"
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Record a note for the minutes.",
    discussion: """
      A record can't be edited: write nothing about a person in it.

      EXAMPLE
        motions note "The treasurer's report was received." --item M2
      """)

  @Argument(help: "The words.")
  var text: String

  @Option(name: .long, help: "The item that it belongs to.")
  var item: String?

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    let name = try item.map { try body.state.item($0).name }
    return Prepared(
      plan: Plan([.noteMade(NoteMade(item: name, text: text))], says: ["Noted."]),
      details: [JSON.Member("item", JSON(name))])
  }
}

extension Prepared {
  /// A step of an item with what falls by it.
  init(step plan: Plan, on item: State.Item) {
    var falls: [Fallen] = []
    if case .itemStep(let step)? = plan.events.first { falls = step.falls }
    self.init(
      plan: plan,
      details: [JSON.Member("item", .string(item.name)), JSON.Member("falls", JSON(falls.map(\.item)))])
  }

  /// A vote that does what a step does, with the members that a step's answer has, and its result.
  fileprivate var asStep: Prepared {
    Prepared(plan: plan, details: details.filter { ["item", "falls", "decision"].contains($0.name) }.reordered)
  }
}

extension [JSON.Member] {
  /// In the order of the published form: what every step has, then the result.
  fileprivate var reordered: [JSON.Member] { filter { $0.name != "decision" } + filter { $0.name == "decision" } }
}
