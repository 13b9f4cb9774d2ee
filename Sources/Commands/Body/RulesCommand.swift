internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform

struct RulesCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "The standing orders on record, and the adopting of others.",
    discussion: """
      Only the standing orders on record count. A change to rules.yaml has no effect until it is adopted.

      EXAMPLES
        motions rules show
        motions rules adopt --reason "decided at the annual meeting"
      """,
    subcommands: [RulesShowCommand.self, RulesAdoptCommand.self])

  /// Without a word it shows them.
  func run(in world: World) throws -> ExitStatus { throw CleanExit.helpRequest(self) }
}

struct RulesShowCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the standing orders on record.",
    discussion: "EXAMPLE\n  motions rules show")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    guard let name = body.state.rules, let bytes = body.text(name) else {
      throw Failure(
        .badInput, "no-rules-on-record", "The text of the standing orders is not in this copy of the record.",
        help: "Adopt those in rules.yaml: motions rules adopt --reason \"…\"")
    }
    let differs = body.rulesDiffer
    if format.json {
      world.write(
        JSON.object([
          JSON.Member("schema", "motions.rules/1"), JSON.Member("body", .string(body.name)),
          JSON.Member("sha256", .string(name.sha256)), JSON.Member("file_differs", .bool(differs)),
          JSON.Member("text", .string(String(decoding: bytes, as: UTF8.self))),
        ]).answer + [10])
    } else {
      world.write(bytes.last == 10 ? bytes : bytes + [10])
      if differs {
        world.say(
          "note: rules.yaml differs from these, which are the ones that count. To adopt it: motions rules adopt")
      }
    }
    return .done
  }
}

struct RulesAdoptCommand: RecordingCommand {
  static let schema = "motions.rules-adopted/1"
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Record that the standing orders in rules.yaml hold from here on.",
    discussion: """
      What was decided before stays as it was decided.

      EXAMPLE
        motions rules adopt --reason "decided at the annual meeting"
      """)

  @Option(name: .long, help: "Who decided it, and when.")
  var reason: String?

  @OptionGroup var recording: Recording

  func plan(_ body: Body) throws -> Prepared {
    let bytes = try SourceFile(reading: body.folder.rules, in: body.world).bytes
    let orders = StandingOrders(reading: Fields(parsing: bytes))
    if let error = orders.findings.first(where: { $0.severity == .error }) {
      throw Failure(error, in: bytes, file: "rules.yaml")
    }
    _ = try TimeZoneRules.found(orders.timeZone, in: body.world)
    let plan = try body.state.adopting(rules: bytes, reason: reason)
    return Prepared(plan: plan, details: [JSON.Member("sha256", .string(TextName(of: bytes).sha256))])
  }
}

extension Body {
  /// Whether the file rules.yaml holds other standing orders than those on record.
  var rulesDiffer: Bool {
    guard let file = try? world.files.read(folder.rules), let recorded = state.rules else { return false }
    return TextName(of: file) != recorded
  }
}
