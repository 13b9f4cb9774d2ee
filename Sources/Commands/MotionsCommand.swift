internal import ArgumentParser
internal import Platform

/// A command: parse, call one function of the library, print.
protocol MotionsCommand: ParsableCommand {
  /// Does the work. Results go to `world.write`, everything else to `world.writeError`.
  func run(in world: World) throws -> ExitStatus
}

extension MotionsCommand {
  /// ArgumentParser's own door, which knows no world; not used.
  func run() throws {
    throw CleanExit.helpRequest(self)
  }
}

/// `--json`, for every command that prints a result.
struct Format: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON object instead of text.")
  var json = false
}
