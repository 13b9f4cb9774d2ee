internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerRotate: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Hand a ledger over to a new key.",
    discussion: """
      An entry that both keys sign names the new one, which then seals the ledger
      and takes the place of the old one in FILE.key and FILE.vkey. Whoever has the
      old verifier key can go on verifying the ledger with it. Cut off, it is
      finished by doing it again.

      EXAMPLE
        motions ledger rotate notes.jsonl --by Ada
      """)

  @OptionGroup var ledger: LedgerToSeal

  @Option(name: .long, help: "Who enters it; else the ledger's own name stands there.")
  var by: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let (secret, verifier) = (ledger.secret(in: world), KeyPaths(ledger.source(in: world)).public)
    let old = try ledger.signer(in: world)
    let open = try ledger.open(in: world)
    defer { open.close() }
    let new = try newKey(old, beside: secret, in: world)
    // Where the last attempt was cut off after its entry, only the keys are still to be put in their places.
    if open.key != new.verifier { _ = try open.rotate(from: old, to: new, by: by) }
    let checkpoint = try open.seal(with: new)
    if !ledger.dryRun {
      try world.files.write(Array(new.text.utf8) + [10], to: secret, mode: 0o600)
      try world.files.write(Array(new.verifier.text.utf8) + [10], to: verifier, mode: 0o644)
      try world.files.remove(secret + ".new")
    }
    say(checkpoint, new.verifier, secret: world.shown(secret), verifier: world.shown(verifier), world)
    return .done
  }

  /// The key of an attempt that was cut off, or one that is made now: it is kept before any entry names it.
  private func newKey(_ old: SigningKey, beside secret: String, in world: World) throws -> SigningKey {
    let path = secret + ".new"
    if world.files.ownKind(of: path) != nil { return try SigningKey(file: path, in: world.files) }
    guard let key = SigningKey(name: old.name, seed: world.random(32)) else {
      throw LedgerError.badKey(path: path, .unusable)
    }
    if !ledger.dryRun { try world.files.create(Array(key.text.utf8) + [10], at: path, mode: 0o600) }
    return key
  }

  private func say(
    _ checkpoint: Checkpoint, _ key: VerifierKey, secret: String, verifier: String, _ world: World
  ) {
    world.sayGivenClock()
    if format.json {
      let answer: JSON = [
        "schema": "motions.rotated/1", "file": .string(ledger.file), "origin": .string(checkpoint.origin),
        "key": .string(key.text), "size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64),
        "seal": .string(checkpoint.seal.letters),
      ]
      world.write(answer.answer + [10])
    } else {
      world.print("\(ledger.file) is sealed with a new key from now on; an entry signed with both says so.")
      world.print("\(secret) holds it: keep it to yourself, with a copy in a safe place.")
      world.print("\(verifier) verifies it: \(key.text)")
      world.print("Seal: \(checkpoint.seal.text)")
    }
    if ledger.dryRun { world.say("note: nothing was written (--dry-run)") }
  }
}
