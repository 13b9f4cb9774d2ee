internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerCosign: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "cosign",
    abstract: "Add to a checkpoint that one has seen it, and when.",
    discussion: """
      A teller or another witness signs with a key of their own. The checkpoint
      with the new line is printed and replaces the file.

      EXAMPLE
        motions ledger cosign notes.jsonl.checkpoint --key teller.key
      """)

  @Argument(help: "The file with the checkpoint; - is standard input.")
  var checkpoint: String

  @Option(name: .long, help: "The file with the secret key of whoever cosigns.")
  var key: String

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let path = checkpoint.path(in: world.folder)
    let bytes = try checkpoint == "-" ? world.readInput() : world.files.read(path)
    guard var head = Checkpoint(parsing: bytes) else {
      throw Failure(.badInput, "bad-checkpoint", "this is no checkpoint", file: checkpoint)
    }
    let signer = try SigningKey(file: key.path(in: world.folder), in: world.files)
    guard let line = signer.cosignature(of: head.text, at: world.now()) else {
      throw LedgerError.badKey(path: key, .unusable)
    }
    head.signatures.removeAll { $0.keyID == line.keyID && $0.name.utf8.elementsEqual(line.name.utf8) }
    head.signatures.append(line)
    if checkpoint != "-" { try world.files.write(head.bytes, to: path, mode: 0o644) }
    world.sayGivenClock()
    if format.json {
      let answer: JSON = [
        "schema": "motions.cosignature/1", "name": .string(signer.name), "key": .string(signer.cosigner.text),
        "time": .string(UTC.text(world.now())), "note": .string(String(decoding: head.bytes, as: UTF8.self)),
      ]
      world.write(answer.answer + [10])
    } else {
      world.write(head.bytes)
      world.say("note: who wants to check this line needs the key \(signer.cosigner.text)")
    }
    return .done
  }
}
