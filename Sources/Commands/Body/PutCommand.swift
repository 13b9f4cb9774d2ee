internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform

struct PutCommand: RecordingCommand {
  static let schema = "motions.put/1"
  static let configuration = CommandConfiguration(
    commandName: "put",
    abstract: "Put a question to the vote, and say what follows if it is carried and if it is lost.",
    discussion: """
      EXAMPLES
        motions put M1/A1
        motions put --procedural "That the question be now put"
        motions put --procedural "Next business" --for-means "M2 is left undecided"
        motions put --challenge "That the chair's ruling on M1/A4 be overturned"
      """)

  @Argument(help: "The item: M1, M1/A1, or A1 for the motion before the meeting.")
  var item: String?

  @Option(name: .long, help: "A procedural motion, in its words.")
  var procedural: String?

  @Option(name: .long, help: "A challenge to the chair, in its words; FOR means that it is upheld against the chair.")
  var challenge: String?

  @Option(name: .long, help: "What a vote FOR a procedural motion or a challenge means, where its words do not say it.")
  var forMeans: String?

  @Option(name: .long, help: "Why the chair lets something irregular stand.")
  var reason: String?

  @OptionGroup var recording: Recording

  func validate() throws {
    if forMeans != nil, item != nil {
      throw ValidationError("--for-means goes with --procedural or --challenge.")
    }
    guard [item, procedural, challenge].compactMap({ $0 }).count == 1 else {
      throw ValidationError("Name one question: an item, --procedural \"…\" or --challenge \"…\".")
    }
  }

  func plan(_ body: Body) throws -> Prepared {
    if let words = procedural ?? challenge {
      return Prepared(
        put: try body.state.puttingProcedural(words, isChallenge: challenge != nil, forMeans: forMeans, reason: reason)
      )
    }
    return Prepared(put: try body.state.putting(try body.state.item(item ?? ""), reason: reason))
  }
}

extension Prepared {
  /// A question put: its name, its majority, and what FOR means where that is not plain.
  init(put plan: Plan) {
    var details: [JSON.Member] = []
    if case .questionPut(let put)? = plan.events.first {
      details = [
        JSON.Member("item", .string(put.item)), JSON.Member("matter", .string(put.matter.rawValue)),
        JSON.Member("threshold", .string(put.threshold.words)), JSON.Member("for_means", JSON(put.forMeans)),
      ]
    }
    self.init(plan: plan, details: details)
  }
}

struct OrderCommand: RecordingCommand {
  static let schema = "motions.order-ruled/1"
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "The order of taking a motion's amendments, with what follows if each is carried or lost.",
    discussion: """
      With amendments named, records the chair's order.

      EXAMPLES
        motions order M1
        motions order M1 A4 A1 --by chair --reason "A4 goes furthest"
      """)

  @Argument(help: "The motion.")
  var motion: String

  @Argument(help: "The amendments in the chair's order.")
  var amendments: [String] = []

  @Option(name: .long, help: "Why the chair takes them so.")
  var reason: String?

  @OptionGroup var recording: Recording

  func run(in world: World) throws -> ExitStatus {
    if amendments.isEmpty { return try show(in: world) }
    return try record(in: world, asking: nil)
  }

  func plan(_ body: Body) throws -> Prepared {
    let motion = try body.state.item(motion).motion
    let plan = try body.state.ordering(motion, amendments, reason: reason)
    var order: [String] = []
    if case .orderRuled(let ruled)? = plan.events.first { order = ruled.order }
    return Prepared(
      plan: plan, details: [JSON.Member("motion", .string(motion.number)), JSON.Member("order", JSON(order))])
  }
}

struct RulingCommand: RecordingCommand {
  static let schema = "motions.ruling/1"
  static let configuration = CommandConfiguration(
    commandName: "ruling",
    abstract: "Record what the chair rules where two carried amendments cannot both stand.",
    discussion: """
      EXAMPLES
        motions ruling M1 --take A5
        motions ruling M1 --both --between A2 A5
        motions ruling M1 --text "fifteen or twenty days"
        motions ruling M1/A2 --falls --reason "inconsistent with A1"
      """)

  @Argument(help: "The motion; with --falls, the amendment.")
  var motion: String

  @Flag(name: .long, help: "The amendment falls: it is inconsistent with what was carried.")
  var falls = false

  @Option(name: .long, help: "The amendment whose words stand.")
  var take: String?

  @Flag(name: .long, help: "Both stand, one after the other.")
  var both = false

  @Option(name: .long, help: "Other words that the chair settles on.")
  var text: String?

  @Option(name: .long, parsing: .upToNextOption, help: "The amendments that clash, where there is more than one place.")
  var between: [String] = []

  @Option(name: .long, help: "Why.")
  var reason: String?

  @OptionGroup var recording: Recording

  func validate() throws {
    guard [take != nil, both, text != nil, falls].filter({ $0 }).count == 1 else {
      throw ValidationError("Say what stands: --take A5, --both, --text \"…\", or --falls.")
    }
  }

  func plan(_ body: Body) throws -> Prepared {
    if falls {
      let item = try body.state.item(motion)
      let plan = try body.state.stepping(.fell, item, reason: reason)
      return Prepared(
        plan: plan, details: [JSON.Member("item", .string(item.name)), JSON.Member("between", JSON([String]()))])
    }
    let choice: ClashRuled.Choice = take.map { .take($0.uppercased()) } ?? text.map { .text($0) } ?? .both
    let motion = try body.state.item(motion).motion
    let plan = try body.state.ruling(motion, between: between.map { $0.uppercased() }, choice, reason: reason)
    var names: [String] = []
    if case .clashRuled(let ruled)? = plan.events.first { names = ruled.between }
    return Prepared(
      plan: plan, details: [JSON.Member("item", .string(motion.number)), JSON.Member("between", JSON(names))])
  }
}
