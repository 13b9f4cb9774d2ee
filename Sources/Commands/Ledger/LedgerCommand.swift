internal import ArgumentParser
internal import Platform

/// The ledger alone, for any events.
struct LedgerCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Keep an append-only record of any events, and verify one.",
    discussion: """
      A ledger is one file, an entry a line, in which nothing can be changed
      unseen: each entry names the one before it, and a checkpoint signs them all.
      Docs/ledger.md says how to verify one without this program.

      EXAMPLE
        motions ledger create notes.jsonl --origin riverside.example/notes
        motions ledger append notes.jsonl events.jsonl --by Ada --checkpoint
        motions ledger verify notes.jsonl
      """,
    subcommands: [
      LedgerCreate.self, LedgerAppend.self, LedgerVerify.self, LedgerCheckpoint.self, LedgerReceipt.self,
      LedgerCheckReceipt.self, LedgerConsistency.self, LedgerCosign.self, LedgerPublish.self,
      LedgerRotate.self,
    ])

  func run(in world: World) throws -> ExitStatus { throw CleanExit.helpRequest(self) }
}

/// The ledger that a command writes to.
struct LedgerWriting: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("How long to wait while somebody else writes to it.", valueName: "seconds"))
  var wait = 5

  func validate() throws {
    guard wait >= 0 else { throw ValidationError("--wait is a number of seconds from 0.") }
  }
}
