internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import ModelMotions
internal import MotionKit
internal import Platform

struct InitCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make this folder a body's folder: its standing orders, its record and its key.",
    discussion: """
      The standing orders are written to rules.yaml, with comments; they take effect as recorded. Without --preset it
      takes members-organisation.

      EXAMPLES
        motions init --preset members-organisation --name "Harbour branch"
        motions init --presets
      """)

  @Option(name: .long, help: "The standing orders to begin with.")
  var preset = "members-organisation"

  @Flag(name: .long, help: "List the presets.")
  var presets = false

  @Option(name: .long, help: "The body's name.")
  var name: String?

  @Option(name: .long, help: "The name that the record is signed for; made from the body's name where it is left out.")
  var origin: String?

  @OptionGroup var recording: Recording

  func run(in world: World) throws -> ExitStatus {
    if presets {
      RulePresets.all.forEach { world.print("\($0.name)  \($0.summary)") }
      return .done
    }
    let folder = BodyFolder(path: world.folder)
    if world.files.kind(of: folder.ledger) != nil {
      throw Failure(
        .wouldOverwrite, "body-exists", "This folder has a record already.", file: "ledger.jsonl",
        help: "See where it stands: motions status")
    }
    let rules = try standingOrders(folder, world)
    let orders = StandingOrders(reading: Fields(parsing: rules))
    if let error = orders.findings.first(where: { $0.severity == .error }) {
      throw Failure(error, in: rules, file: "rules.yaml")
    }
    let origin = self.origin ?? orders.shortName
    if recording.dryRun {
      world.print("This would make a body's folder for \(orders.name), signed as \(origin).")
      world.print("Nothing was recorded (--dry-run).")
      return .done
    }
    do {
      let seal = try make(folder, rules, origin, world)
      if recording.json {
        world.write(
          JSON.object([
            JSON.Member("schema", "motions.init/1"), JSON.Member("body", .string(orders.name)),
            JSON.Member("origin", .string(origin)), JSON.Member("seal", .string(seal.text)),
          ]).answer + [10])
      } else if !recording.quiet {
        world.print("\(orders.name) has a record now. Its standing orders are in rules.yaml.")
        world.print("Next: motions new --from a model, or motions receive FILE. Models: motions models")
      }
    } catch let error as FileError {
      throw Failure(error, in: world)
    } catch let error as LedgerError {
      throw Failure(error, in: world)
    }
    return .done
  }

  /// The rules of the preset with the body's name; a rules.yaml that is there already is kept.
  private func standingOrders(_ folder: BodyFolder, _ world: World) throws -> [UInt8] {
    if world.files.kind(of: folder.rules) == .file {
      do throws(FileError) {
        return try world.files.read(folder.rules)
      } catch {
        throw Failure(error, in: world)
      }
    }
    guard let found = RulePresets.preset(named: preset) else {
      throw Failure(
        .usage, "no-such-preset", "There is no preset “\(preset)”.",
        help: "There are \(RulePresets.all.map(\.name).joined(separator: ", ")).")
    }
    guard let name else { return found.bytes }
    return named(name, found.bytes)
  }

  /// The preset with the body's name, and the short name that follows from it.
  private func named(_ name: String, _ rules: [UInt8]) -> [UInt8] {
    let bytes = SourceEdit.apply([Fields(parsing: rules).edit(setting: "name", to: name)], to: rules)
    let short = Fields(parsing: bytes).edit(setting: "short-name", to: StandingOrders.shortName(from: name))
    return SourceEdit.apply([short], to: bytes)
  }

  private func make(_ folder: BodyFolder, _ rules: [UInt8], _ origin: String, _ world: World) throws -> Seal {
    let files = world.files
    try files.makeFolder(folder.hidden, mode: 0o700)
    try files.write(Array("*\n".utf8), to: ".gitignore".path(in: folder.hidden), mode: 0o600)
    guard let key = SigningKey(name: origin, seed: world.random(32)) else { throw LedgerError.badOrigin(origin) }
    try files.create(Array((key.text + "\n").utf8), at: folder.key, mode: 0o600)
    try files.write(Array((key.verifier.text + "\n").utf8), to: folder.verifier, mode: 0o644)
    if files.kind(of: folder.rules) == nil { try files.create(rules, at: folder.rules, mode: 0o644) }
    let digest = try TextStore(folder.texts, in: files).put(rules)
    let ledger = LedgerFile(folder.ledger, lock: folder.lock, in: world)
    try ledger.create(
      origin: origin, key: key.verifier, by: recording.by,
      fields: [
        JSON.Member("rules", ["bytes": .integer(rules.count), "sha256": .string(digest.hex)])
      ])
    return try ledger.withLock { open in
      _ = try open.seal(with: key)
      return open.seal
    }
  }
}
