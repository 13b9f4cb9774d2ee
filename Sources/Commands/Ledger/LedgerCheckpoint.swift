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

  @OptionGroup var ledger: LedgerToSeal
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let signer = try ledger.signer(in: world)
    let open = try ledger.open(in: world)
    defer { open.close() }
    let checkpoint = try open.seal(with: signer)
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
