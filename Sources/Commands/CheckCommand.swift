internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions check`: whether a motion is in order.
struct CheckCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is not in order in a motion before it is sent.",
    discussion: """
      Numbers, references, missing names, fields still to be filled in, characters that nobody sees, words over the \
      limit, deadlines. Each finding has a name in brackets; Docs/checks says more of it. --fix makes the changes that \
      are safe to make and says what it changed and what is left. The exit status is 1 if something is an error.

      EXAMPLES
        motions check fares.md
        motions check fares.md --rules rules.yaml
        motions check fares.md --fix --dry-run
      """)

  @Argument(help: ArgumentHelp("The motion; - reads standard input.", valueName: "FILE"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The standing orders; without it those of the body's folder you are in, if any.", valueName: "RULES"))
  var rules: String?

  @Flag(help: "Make the safe changes in the file; a text from standard input goes to standard output.")
  var fix = false

  @Flag(help: "With --fix: change nothing, and show the lines as they would become.")
  var dryRun = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    if dryRun, !fix {
      throw Failure(.usage, "usage", "--dry-run shows what --fix would do", help: "add --fix")
    }
    let source = try SourceFile(reading: file, in: world)
    let document = Document(parsing: source.bytes)
    let draft = Draft(document, expectations: try expectations(of: document.kind, in: world))
    guard fix else { return report(draft, source, in: world) }
    let mending = Mending(draft)
    let isFixed = mending.isChanged && !dryRun
    if isFixed, source.path != "-" {
      do {
        try world.files.write(mending.draft.document.bytes, to: source.path.path(in: world.folder), mode: 0o644)
      } catch {
        throw Failure(error, in: world)
      }
    }
    let isFilter = source.path == "-" && !dryRun
    if format.json {
      let text = source.path == "-" ? mending.draft.document.bytes : nil
      world.write(JSON(mending.draft, isFixed: isFixed, mending: mending, text: text).answer + [10])
    } else {
      let changes = MendingPage(name: source.name, mending: mending)
      let left = page(mending.draft, source, in: world)
      // Where the mended text is the result, what there is to say of it goes beside it.
      if isFilter { world.write(mending.draft.document.bytes) }
      let said = Array(((dryRun ? changes.lines : changes.plainText) + left).utf8)
      if isFilter { world.writeError(said) } else { world.write(said) }
    }
    return status(mending.draft)
  }

  /// What there is to say of a text that is left as it is.
  private func report(_ draft: Draft, _ source: SourceFile, in world: World) -> ExitStatus {
    if format.json {
      world.write(JSON(draft, isFixed: false).answer + [10])
      return status(draft)
    }
    world.write(Array(page(draft, source, in: world).utf8))
    let count = Mending(draft).changes.count
    if count > 0, source.path != "-" {
      world.say("motions check \(file) --fix would mend \(count == 1 ? "one place" : "\(count) places") here.")
    }
    return status(draft)
  }

  private func page(_ draft: Draft, _ source: SourceFile, in world: World) -> String {
    let columns = world.outputIsTerminal ? world.columns : nil
    return FindingPage(name: source.name, document: draft.document, findings: draft.findings, columns: columns)
      .plainText
  }

  private func status(_ draft: Draft) -> ExitStatus {
    draft.findings.contains { $0.severity == .error } ? .no : .done
  }

  /// What the standing orders ask; nothing where there are none.
  private func expectations(of kind: String, in world: World) throws -> Expectations {
    guard let path = rules ?? BodyFolder.around(world)?.rules else { return Expectations() }
    let file = try RulesFile(reading: path, quiet: true, in: world)
    var schedule: Schedule?
    if !file.orders.routes.isEmpty {
      schedule = file.orders.schedule(on: Instant(seconds: world.now()), zone: try file.zone(in: world))
    }
    return Expectations(file.orders, kind: kind, schedule: schedule)
  }
}
