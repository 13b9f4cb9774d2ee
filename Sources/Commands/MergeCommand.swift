internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions merge BASE [AMENDMENT…]`
struct MergeCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take amendments to one text together: what can stand, what cannot, and the text it gives.",
    discussion: """
      An amendment is a file of instructions (with “amends:” in its fields), an edited copy of the text, or an \
      --instruction. Where two cannot both stand nothing is printed or written unless --partial is given, and the exit \
      status is 1; the report says the ways out.

      In a body's folder M1 is the motion of the record with its amendments, those named or all that are open or carried.

      EXAMPLES
        motions merge fares.md harbour.md copy-from-riverside.md
        motions merge fares.md --instruction 'In 1 delete "12%" and insert "15%".' --into amended.md
        motions merge M1 A1 A3
        motions merge M1 --matrix
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case copy
  }

  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  @Argument(help: ArgumentHelp("The text that is amended; - reads standard input.", valueName: "BASE"))
  var base: String

  @Argument(help: ArgumentHelp("Amendments: files of instructions, or edited copies.", valueName: "AMENDMENT"))
  var amendments: [String] = []

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp("One more amendment, in words; may be given again.", valueName: "TEXT"))
  var instruction: [String] = []

  @Option(name: .long, help: ArgumentHelp("Write the text there instead of printing it.", valueName: "FILE"))
  var into: String?

  @Flag(name: .long, help: "Print the text with what went as [-…-] and what came as {+…+}.")
  var track = false

  @Flag(name: .long, help: "Print the text with the amendment that each changed phrase came from.")
  var provenance = false

  @Flag(name: .long, help: "Print the text even where amendments cannot both stand; the words of the base stand there.")
  var partial = false

  @Flag(name: .long, help: "Say pair by pair which amendments compete, and which sets can be carried together.")
  var matrix = false

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Take every amendment file as an edited copy: copy.", valueName: "KIND")
  )
  var kind: Kind?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("As text, or as a web page of the text with its changes and whose they are.", valueName: "FORM"))
  var output: Output = .text

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    if ([base] + amendments).count(where: { $0 == "-" }) > 1 {
      throw Failure(
        .usage, "usage", "only one of the texts can be read from standard input", help: "name files for the others")
    }
    for line in instruction { try ShortLineArgument.refuse(line) }
    let merge = try merged(in: world)
    if matrix {
      let page = MatrixPage(merge)
      world.write(format.json ? page.json.answer + [10] : Array(page.text.utf8))
      return page.isWhole ? .done : .no
    }
    let stands = merge.verdict == .clean || merge.verdict == .flag
    if let into, stands {
      do {
        try world.files.write(merge.composition.bytes, to: into.path(in: world.folder), mode: 0o644)
      } catch {
        throw Failure(error, in: world)
      }
    }
    if format.json {
      world.write(JSON(merge).answer + [10])
    } else {
      let page = MergePage(merge)
      world.writeError(Array(page.report.utf8))
      if stands || partial, into == nil || !stands || track || provenance || output == .html {
        let text = track ? page.tracked : provenance ? page.provenance : merge.composition.bytes
        world.write(output == .html ? Array(page.html.utf8) : text)
      }
    }
    return stands ? .done : .no
  }

  private func merged(in world: World) throws -> Merge {
    if let motion = try Body.merge(base, amendments, instruction, in: world) { return motion }
    let source = try SourceFile(reading: base, in: world)
    return try merge(Document(parsing: source.bytes), try sources(in: world), in: world)
  }

  /// The amendment files, each under its name; two of one name are refused.
  private func sources(in world: World) throws -> [AmendmentSource] {
    var names: Set<String> = []
    func note(_ name: String) throws {
      guard names.insert(name).inserted else {
        throw Failure(
          .usage, "same-name", "two amendments are called \(name)",
          help: "an amendment is called what its file is called without its ending: give one of the files another name")
      }
    }
    let files = try amendments.map { path in
      let file = try SourceFile(reading: path, in: world)
      try note(file.stem)
      return AmendmentSource(name: file.stem, bytes: file.bytes, isCopy: kind == .copy)
    }
    for index in instruction.indices { try note("I\(index + 1)") }
    return files
  }

  private func merge(_ document: Document, _ sources: [AmendmentSource], in world: World) throws -> Merge {
    let reader = InstructionReader(base: document)
    let taken =
      sources.map { $0.taken(against: document, named: base, reader: reader) }
      + instruction.enumerated().map { AmendmentSource.read($1, name: "I\($0 + 1)", reader: reader) }
    return Merge(base: document, taking: taken) { Composition(of: document, with: $0) }
  }
}
