internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerCosign: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "cosign",
    abstract: "Add to a checkpoint that one has seen it, and when.",
    discussion: """
      A teller or another witness signs with a key of their own. It is checked
      first that the ledger's key has signed, that the ledger, where it is there,
      is what the checkpoint says, and that it goes on from what was cosigned with
      this key before: that is kept in KEY.cosigned. The checkpoint with the new
      line is printed and replaces the file.

      Who has only checkpoints takes what “motions ledger consistency” prints in
      the place of one; then the line is printed alone with its checkpoint.

      EXAMPLE
        motions ledger cosign notes.jsonl.checkpoint --key teller.key
        motions ledger cosign addition --key teller.key --ledger-key notes.vkey
      """)

  @Argument(help: "The file with the checkpoint, or with a proof and a checkpoint; - is standard input.")
  var checkpoint: String

  @Option(name: .long, help: "The file with the secret key of whoever cosigns.")
  var key: String

  @Option(name: .long, help: "The ledger; else the file whose name is that of the checkpoint without its ending.")
  var ledger: String?

  @Option(
    name: .long, help: ArgumentHelp("The ledger's verifier key, or a file with it; else FILE.vkey.", valueName: "vkey"))
  var ledgerKey: [String] = []

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let path = checkpoint.path(in: world.folder)
    let bytes = try checkpoint == "-" ? world.readInput() : world.files.read(path)
    let addition = Checkpoint.addition(parsing: bytes)
    guard let given = addition?.checkpoint ?? Checkpoint(parsing: bytes) else {
      throw Failure(.badInput, "bad-checkpoint", "this is no checkpoint", file: checkpoint)
    }
    let file = ledgerFile(path, in: world)
    var keys = try ledgerKey.map { try VerifierKey(argument: $0, in: world) }
    if keys.isEmpty, let file, world.files.kind(of: KeyPaths(file).public) == .file {
      keys = [try VerifierKey(argument: KeyPaths(file).public, in: world)]
    }
    let grounds: Witness.Grounds =
      if let file { .ledger(file) } else if let addition { .proof(from: addition.from, addition.hashes) } else { .none }
    let secret = key.path(in: world.folder)
    let signer = try SigningKey(file: secret, in: world.files)
    let head = try Witness(signer, memory: secret + ".cosigned", in: world).cosign(given, on: grounds, keys: keys)
    if checkpoint != "-", addition == nil { try world.files.write(head.bytes, to: path, mode: 0o644) }
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

  /// The ledger that a checkpoint lies beside, or the one that is named.
  private func ledgerFile(_ path: String, in world: World) -> LedgerFile? {
    if let ledger { return LedgerFile(named: ledger, in: world) }
    let ending = ".checkpoint"
    guard path.hasSuffix(ending), !path.lastStep.elementsEqual(ending) else { return nil }
    let file = LedgerFile(named: String(path.dropLast(ending.count)), in: world)
    return world.files.kind(of: file.path) == .file ? file : nil
  }
}
