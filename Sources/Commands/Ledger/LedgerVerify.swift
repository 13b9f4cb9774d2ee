internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerVerify: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read all of a ledger and say what does not fit.",
    discussion: """
      With a checkpoint, every byte that was changed, taken out, put in or moved
      up to its size is found. FILE.checkpoint and FILE.vkey are taken where they
      are there and no others are named. The exit status is 1 where the ledger
      does not verify. A folder that a ledger was published in is read as such.

      EXAMPLE
        motions ledger verify notes.jsonl
        motions ledger verify notes.jsonl --checkpoint old.checkpoint --json
        motions ledger verify public --key riverside.vkey
      """)

  @Argument(help: "The ledger, or a folder that one was published in.")
  var file: String

  @Option(name: .long, help: "The checkpoint to hold it against.")
  var checkpoint: String?

  @Option(
    name: .long, help: ArgumentHelp("Whose signature counts: a verifier key or a file with one.", valueName: "vkey"))
  var key: [String] = []

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let ledger = LedgerFile(file, in: world)
    var given: [UInt8]?
    if let checkpoint { given = try world.files.read(checkpoint.path(in: world.folder)) }
    var keys: [VerifierKey] = []
    for text in key { keys.append(try VerifierKey(argument: text, in: world)) }
    if keys.isEmpty, world.files.kind(of: KeyPaths(ledger).public) == .file {
      keys = [try VerifierKey(argument: KeyPaths(ledger).public, in: world)]
    }
    let found =
      world.files.kind(of: ledger.path) == .folder
      ? try PublishedLedger(file, in: world).verify(checkpoint: given, keys: keys)
      : try ledger.verify(checkpoint: given, keys: keys)
    if format.json {
      world.write(JSON(verification: found).answer + [10])
    } else {
      say(found, in: world)
    }
    return found.isVerified ? .done : .no
  }

  private func say(_ found: Verification, in world: World) {
    for problem in found.problems {
      var place = problem.code.isFatal ? file : ""
      if problem.code.isFatal, let line = problem.line { place += ":\(line)" }
      if problem.code.isFatal, let column = problem.column { place += ":\(column)" }
      let entry = problem.seq.map { problem.code.isFatal ? "entry \($0): " : "" } ?? ""
      let byte = problem.offset.map { " (byte \($0))" } ?? ""
      if problem.code.isFatal { world.print("\(place): \(entry)\(problem.message)\(byte) [\(problem.code.rawValue)]") }
    }
    let entries = "\(found.entries) \(found.entries == 1 ? "entry" : "entries")"
    guard found.isVerified else {
      world.print("The ledger does not verify: \(entries) read.")
      return
    }
    world.print("\(entries) unbroken.")
    if let checkpoint = found.checkpoint {
      let signers = found.signers.joined(separator: ", ")
      world.print(
        found.unsealed == 0
          ? "All of them are sealed by \(signers)."
          : "The first \(checkpoint.size) are sealed by \(signers); \(found.unsealed) not yet [unsealed].")
    } else {
      world.print("None is sealed: the last could be changed, or the end cut off, without a trace [unsealed].")
    }
    world.print("Seal: \(found.seal.text)")
    world.print(
      found.key == nil
        ? "It has no key: nothing shows who keeps it, and until somebody outside has this seal, whoever can write the "
          + "file could write it anew."
        : "Until somebody outside has this seal, the holder of the key could write the ledger anew.")
  }
}

extension VerifierKey {
  /// A key as it is given on the command line: itself, or a file with one.
  init(argument text: String, in world: World) throws {
    if let key = VerifierKey(text) {
      self = key
      return
    }
    let path = text.path(in: world.folder)
    guard world.files.kind(of: path) == .file else {
      throw Failure(
        .noSuchFile, "no-key", "“\(text)” is neither a verifier key nor a file with one",
        help: "a verifier key looks like riverside.example/notes+1a2b3c4d+AQ…")
    }
    let bytes = try world.files.read(path)
    let line = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    guard let key = VerifierKey(line) else {
      throw Failure(
        .badInput, "bad-key", "there is no verifier key in this file", file: world.shown(path), line: 1,
        help: "a verifier key looks like riverside.example/notes+1a2b3c4d+AQ…")
    }
    self = key
  }
}
