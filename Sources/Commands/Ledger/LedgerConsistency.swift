internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerConsistency: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "consistency",
    abstract: "Prove that a ledger's checkpoint goes on from an earlier one.",
    discussion: """
      It prints what a witness takes (the body of C2SP tlog-witness's
      add-checkpoint). The exit status is 1 where the earlier checkpoint is of
      other entries.

      EXAMPLE
        motions ledger consistency notes.jsonl --from march.checkpoint
      """)

  @Argument(help: "The ledger; it has to be sealed.")
  var file: String

  @Option(name: .long, help: "The file with the earlier checkpoint.")
  var from: String

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard let old = Checkpoint(parsing: try world.files.read(from.path(in: world.folder))) else {
      throw Failure(.badInput, "bad-checkpoint", "this is no checkpoint", file: from)
    }
    switch try LedgerFile(file, in: world).consistency(from: old) {
    case .notSealed:
      throw Failure(
        .badInput, "not-sealed", "no checkpoint covers \(old.size) entries", file: file,
        help: "seal the ledger first: motions ledger checkpoint \(file)")
    case .different:
      if format.json {
        write(nil, old, [], in: world)
      } else {
        world.print("The first \(old.size) entries are not those of \(from).")
      }
      return .no
    case .consistent(let hashes, let checkpoint):
      if format.json {
        write(checkpoint, old, hashes, in: world)
      } else {
        world.write(checkpoint.addition(to: old.size, hashes))
      }
      return .done
    }
  }

  private func write(_ checkpoint: Checkpoint?, _ old: Checkpoint, _ hashes: [Digest], in world: World) {
    let answer: JSON = [
      "schema": "motions.consistency/1", "verdict": checkpoint == nil ? "failed" : "verified",
      "old": .integer(old.size), "size": JSON(checkpoint?.size),
      "hashes": .array(hashes.map { .string($0.base64) }),
      "note": JSON(checkpoint.map { String(decoding: $0.bytes, as: UTF8.self) }),
    ]
    world.write(answer.answer + [10])
  }
}
