internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import MotionKit
public import Platform

/// The root of the command line.
struct Motions: ParsableCommand {
  static let version = "0.1.0"

  /// Every command there is, in the order of the help.
  static let commands = groups.flatMap(\.commands)

  static let configuration = CommandConfiguration(
    commandName: "motions",
    abstract: "Draft motions, amend them in the meeting, and record decisions so that strangers can verify them.",
    version: version,
    groupedSubcommands: groups.map { CommandGroup(name: $0.name, subcommands: $0.commands) })
}

/// Runs one command line (without the program's name) in a world.
public func run(_ arguments: [String], in world: World) -> ExitStatus {
  if arguments == ["--version"] {
    world.print(Motions.version)
    return .done
  }
  do {
    if let problem = world.problem { throw Failure(.usage, "bad-clock", problem) }
    var command = try parse(arguments)
    if let command = command as? any MotionsCommand { return try command.run(in: world) }
    try command.run()
    return .done
  } catch let failure as Failure {
    report(failure, json: arguments.contains("--json"), in: world)
    return failure.status
  } catch let error as LedgerError {
    let failure = Failure(error, in: world)
    report(failure, json: arguments.contains("--json"), in: world)
    return failure.status
  } catch let error as FileError {
    let failure = Failure(error, in: world)
    report(failure, json: arguments.contains("--json"), in: world)
    return failure.status
  } catch {
    return explain(error, arguments, in: world)
  }
}

/// Hands over to the one command type that the first word names: building the whole tree of commands costs
/// milliseconds, and only help, completion and mistakes need it.
private func parse(_ arguments: [String]) throws -> any ParsableCommand {
  if let word = arguments.first, let type = Motions.commands.first(where: { $0._commandName == word }),
    type.configuration.subcommands.isEmpty, !arguments.contains("--help"), !arguments.contains("-h")
  {
    if let command = try? type.parse(Array(arguments.dropFirst())) { return command }
  }
  if let word = arguments.first, !word.hasPrefix("-"), word != "help",
    !Motions.commands.contains(where: { $0._commandName == word })
  {
    let names = Motions.commands.map { $0._commandName }
    let near = PlainWords.nearest(to: word, among: names).map { "did you mean motions \($0)? " } ?? ""
    throw Failure(.usage, "usage", "there is no command “\(word)”", help: near + "motions --help lists those there are")
  }
  return try Motions.parseAsRoot(arguments)
}

private func explain(_ error: any Error, _ arguments: [String], in world: World) -> ExitStatus {
  let code = Motions.exitCode(for: error)
  if code == .success {
    world.print(Motions.fullMessage(for: error))
    return .done
  }
  // What ArgumentParser says after the message is how the command is used.
  let usage = Motions.fullMessage(for: error).split(separator: "\n").drop { !$0.hasPrefix("Usage: ") }
  let help = usage.isEmpty ? nil : String(usage.joined(separator: "\n").dropFirst("Usage: ".count))
  let failure = Failure(.usage, "usage", Motions.message(for: error), help: help)
  report(failure, json: arguments.contains("--json"), in: world)
  return ExitStatus(code.rawValue)
}

func report(_ failure: Failure, json: Bool, in world: World) {
  if json {
    world.writeError(failure.json.answer + [10])
  } else {
    world.say(failure.text)
  }
}
