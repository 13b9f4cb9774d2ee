internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerCheckpoint: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Seal a ledger: sign how many entries it has and their root.",
    discussion: """
      It prints the checkpoint and keeps it as FILE.checkpoint. Whoever has a copy
      finds every later change of what it covers: print it in the minutes, send it
      to members.

      EXAMPLE
        motions ledger checkpoint notes.jsonl
      """)

  @Argument(help: "The ledger.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("The key to sign with; else FILE.key.", valueName: "key"))
  var key: String?

  @Flag(name: .long, help: "Do everything but the writing.")
  var dryRun = false

  @OptionGroup var writing: LedgerWriting
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = LedgerFile(named: file, in: world)
    if world.files.ownKind(of: source.path) == nil { _ = try source.open(wait: 0) }
    let signer = try SigningKey(file: key?.path(in: world.folder) ?? KeyPaths(source).secret, in: world.files)
    let ledger = try source.open(wait: writing.wait, rehearsal: dryRun)
    defer { ledger.close() }
    let checkpoint = try ledger.seal(with: signer)
    if format.json {
      let answer: JSON = [
        "schema": "motions.checkpoint/1", "origin": .string(checkpoint.origin), "size": .integer(checkpoint.size),
        "root": .string(checkpoint.root.base64), "seal": .string(checkpoint.seal.letters),
        "note": .string(String(decoding: checkpoint.bytes, as: UTF8.self)),
      ]
      world.write(answer.answer + [10])
    } else {
      world.write(checkpoint.bytes)
    }
    return .done
  }
}
