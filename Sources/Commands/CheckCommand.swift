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
      limit. --fix makes the changes that are safe to make and says what is left. The exit status is 1 if something is \
      an error.

      EXAMPLES
        motions check fares.md
        motions check fares.md --rules rules.yaml
        motions check fares.md --fix
      """)

  @Argument(help: ArgumentHelp("The motion; - reads standard input.", valueName: "FILE"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The standing orders; without it those of the body's folder you are in, if any.", valueName: "RULES"))
  var rules: String?

  @Flag(help: "Make the safe changes in the file; a text from standard input goes to standard output.")
  var fix = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = try SourceFile(reading: file, in: world)
    let document = Document(parsing: source.bytes)
    var draft = Draft(document, expectations: try expectations(of: document.kind, in: world))
    var isFixed = false
    if fix {
      // One change can make room for another; each round leaves fewer.
      for _ in 0..<8 {
        guard let bytes = draft.mended() else { break }
        draft = Draft(Document(parsing: bytes), expectations: draft.expectations)
        isFixed = true
      }
      if source.path == "-" {
        if !format.json { world.write(draft.document.bytes) }
      } else if isFixed {
        try world.files.write(draft.document.bytes, to: source.path.path(in: world.folder), mode: 0o644)
      }
    }
    let findings = draft.findings
    if format.json {
      world.write(JSON(draft, isFixed: isFixed).answer + [10])
    } else {
      let page = FindingPage(name: source.name, document: draft.document, findings: findings).plainText
      // Where the mended text is the result, what is left to say goes beside it.
      if fix, source.path == "-" { world.writeError(Array(page.utf8)) } else { world.write(Array(page.utf8)) }
    }
    return findings.contains { $0.severity == .error } ? .no : .done
  }

  /// What the standing orders ask; nothing where there are none.
  private func expectations(of kind: String, in world: World) throws -> Expectations {
    guard let path = rules ?? BodyFolder.around(world)?.rules else { return Expectations() }
    return Expectations(try RulesFile(reading: path, quiet: true, in: world).orders, kind: kind)
  }
}
