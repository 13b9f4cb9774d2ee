internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerCreate: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a ledger, and the pair of keys that seals it.",
    discussion: """
      Beside FILE it makes FILE.key, which signs and is nobody's but yours, and
      FILE.vkey, which is for everybody who is to verify the ledger.

      EXAMPLE
        motions ledger create notes.jsonl --origin riverside.example/notes
      """)

  @Argument(help: "The file to make.")
  var file: String

  @Option(name: .long, help: "The ledger's name, without blanks or “+”; unlike any other, so best with a domain.")
  var origin: String

  @Option(name: .long, help: "Who opens it; else the ledger's own name stands there.")
  var by: String?

  @Flag(name: .long, help: "Make no keys: the ledger then can't be sealed.")
  var noKey = false

  @OptionGroup var writing: LedgerWriting
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let ledger = LedgerFile(file, in: world)
    let paths = KeyPaths(ledger)
    guard SignedNote.isKeyName(origin) else { throw LedgerError.badOrigin(origin) }
    let taken = [ledger.path] + (noKey ? [] : [paths.secret, paths.public])
    for path in taken where world.files.ownKind(of: path) != nil { throw LedgerError.existing(path: path) }
    let key = noKey ? nil : SigningKey(name: origin, seed: world.random(32))
    if let key {
      try world.files.create(Array(key.text.utf8) + [10], at: paths.secret, mode: 0o600)
      try world.files.create(Array(key.verifier.text.utf8) + [10], at: paths.public, mode: 0o644)
    }
    let entry: Entry
    do {
      entry = try ledger.create(origin: origin, key: key?.verifier, by: by, wait: writing.wait)
    } catch {
      if key != nil {
        try? world.files.remove(paths.secret)
        try? world.files.remove(paths.public)
      }
      throw error
    }
    world.sayGivenClock()
    if format.json {
      let answer: JSON = [
        "schema": "motions.created/1", "file": .string(file), "origin": .string(origin),
        "key": JSON(key?.verifier.text), "root": .string(entry.leaf.base64),
      ]
      world.write(answer.answer + [10])
    } else if let key {
      world.print("\(file) is open as \(origin).")
      world.print("\(world.shown(paths.secret)) signs for it: keep it to yourself, with a copy in a safe place.")
      world.print("\(world.shown(paths.public)) verifies it: \(key.verifier.text)")
    } else {
      world.print("\(file) is open as \(origin), without keys: it can't be sealed.")
    }
    return .done
  }
}

/// Where the keys of a ledger lie unless a command is told otherwise.
struct KeyPaths {
  var secret: String
  var `public`: String

  init(_ ledger: LedgerFile) {
    let body = BodyFolder(path: ledger.path.parentFolder)
    secret = ledger.lockPath == body.lock ? body.key : ledger.path + ".key"
    `public` = ledger.path + ".vkey"
  }
}

extension LedgerFile {
  /// The ledger that a command line names to write to. A body's own has another lock than others, which must be the
  /// same for all who write, and its key lies elsewhere.
  init(named path: String, in world: World) {
    let body = BodyFolder(path: path.path(in: world.folder).parentFolder)
    let isBodys = path.path(in: world.folder) == body.ledger && body.exists(in: world)
    self.init(path, lock: isBodys ? body.lock : nil, in: world)
  }
}
