internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

/// What takes an adopted motion out of force.
struct EndingOptions: ParsableArguments {
  @Argument(help: "The adopted motion: M1.")
  var motion: String

  @Option(name: .long, help: "Why, or by which decision.")
  var reason: String?

  @OptionGroup var given: Recording

  /// `--by` names the later motion; a role stands there as everywhere else.
  private var later: String? { ItemReference(given.by) == nil ? nil : given.by }

  var recording: Recording {
    var recording = given
    if later != nil { recording.by = "secretary" }
    return recording
  }

  func plan(_ kind: MotionEnded.Kind, _ body: Body) throws -> Prepared {
    let item = try body.state.item(motion)
    let plan = try body.state.ending(
      kind, item, by: try later.map { try body.state.item($0) }, reason: reason)
    return Prepared(
      plan: plan, details: [JSON.Member("item", .string(item.name)), JSON.Member("motion", JSON(later?.uppercased()))])
  }
}

struct SupersedeCommand: RecordingCommand {
  static let schema = "motions.supersede/1"
  static let configuration = CommandConfiguration(
    commandName: "supersede",
    abstract: "Record that a later motion, named with --by, stands in the place of an adopted one.",
    discussion: """
      Both must be adopted. The earlier one stays in the record and is not in force any more; if the later one turns \
      out not to be carried, it is in force again.

      EXAMPLE
        motions supersede M1 --by M9
      """)
  @OptionGroup var ending: EndingOptions
  var recording: Recording { ending.recording }
  func plan(_ body: Body) throws -> Prepared { try ending.plan(.superseded, body) }
}

struct RescindCommand: RecordingCommand {
  static let schema = "motions.rescind/1"
  static let configuration = CommandConfiguration(
    commandName: "rescind",
    abstract: "Record that an adopted motion is taken back, by a later one (--by M9) or by another decision.",
    discussion: """
      EXAMPLES
        motions rescind M1 --by M9
        motions rescind M1 --reason "the annual meeting so decided, minute 14"
      """)
  @OptionGroup var ending: EndingOptions
  var recording: Recording { ending.recording }
  func plan(_ body: Body) throws -> Prepared { try ending.plan(.rescinded, body) }
}

struct PolicyCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "The texts in force, now or at the end of a day, with where each came from.",
    discussion: """
      In force is what was carried and not superseded or rescinded since. The text of each: motions show M1@3; where \
      each phrase of it comes from: motions blame M1.

      EXAMPLES
        motions policy
        motions policy --on 2027-06-30
      """)

  @Option(name: .long, help: ArgumentHelp("The day, such as 2027-06-30.", valueName: "DATE"))
  var on: String?

  @OptionGroup var format: Format

  func validate() throws {
    if let on, CivilDate(reading: on) == nil {
      throw ValidationError("--on is a day, such as 2027-06-30, not “\(on)”.")
    }
  }

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let day = on.flatMap { CivilDate(reading: $0) }
    let page = PolicyPage(
      day.map { body.state(atEndOf: $0).policy } ?? body.state.policy, on: day, reader: body.reader)
    if format.json {
      world.write(page.json.answer + [10])
    } else {
      page.lines.forEach(world.print)
    }
    return .done
  }
}
