internal import ArgumentParser
internal import Ledger
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

/// The ledger that a command adds to, with the key that seals it.
struct LedgerToSeal: ParsableArguments {
  @Argument(help: "The ledger.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("The key that seals it; else FILE.key.", valueName: "key"))
  var key: String?

  @Flag(name: .long, help: "Do everything but the writing.")
  var dryRun = false

  @OptionGroup var writing: LedgerWriting

  func source(in world: World) -> LedgerFile { LedgerFile(named: file, in: world) }

  /// Where the key lies.
  func secret(in world: World) -> String { key?.path(in: world.folder) ?? KeyPaths(source(in: world)).secret }

  /// The key; a missing ledger is said before a missing key.
  func signer(in world: World) throws -> SigningKey {
    let source = source(in: world)
    if world.files.ownKind(of: source.path) == nil { _ = try source.open(wait: 0) }
    return try SigningKey(file: secret(in: world), in: world.files)
  }

  func open(in world: World) throws -> OpenLedger { try source(in: world).open(wait: writing.wait, rehearsal: dryRun) }
}

/// How long a command waits for its turn to write.
struct LedgerWriting: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("How long to wait while somebody else writes to it.", valueName: "seconds"))
  var wait = 5

  func validate() throws {
    guard wait >= 0 else { throw ValidationError("--wait is a number of seconds from 0.") }
  }
}
