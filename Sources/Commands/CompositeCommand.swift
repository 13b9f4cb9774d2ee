internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions composite TEXT TEXT…`
struct CompositeCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "composite",
    abstract: "Draft one motion from several: what they have in common once, and what each has alone.",
    discussion: """
      The words are those of the text listed first; clauses that only others have come where their own text has them. \
      The report says for every clause where it comes from and who has it otherwise. It is a draft for the movers to \
      settle: nothing is recorded.

      EXAMPLES
        motions composite riverside.md harbour.md --into fares-composite.md
        motions composite M1 M4 M7 --title "Bus fares (composite)"
      """)

  @Argument(help: ArgumentHelp("Files, or motions of the record; at least two.", valueName: "TEXT"))
  var texts: [String]

  @Option(name: .long, help: ArgumentHelp("The composite's title.", valueName: "TITLE"))
  var title: String?

  @Option(name: .long, help: ArgumentHelp("Write the draft there instead of printing it.", valueName: "FILE"))
  var into: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard texts.count > 1 else {
      throw Failure(
        .usage, "usage", "a composite is made from two motions or more", help: "name them, the leading one first")
    }
    let sources = try texts.map { try source($0, in: world) }
    guard let draft = CompositeDraft(of: sources, title: title) else { return .done }
    let page = CompositePage(draft, of: sources)
    if let into {
      let path = into.path(in: world.folder)
      guard world.files.kind(of: path) == nil else { throw Failure(existing: into) }
      do {
        try world.files.write(draft.bytes, to: path, mode: 0o644)
      } catch {
        throw Failure(error, in: world)
      }
    }
    if format.json {
      world.write(page.json.answer + [10])
    } else {
      page.report.forEach(world.say)
      if into == nil { world.write(draft.bytes) }
    }
    return .done
  }

  private func source(_ text: String, in world: World) throws -> CompositeDraft.Source {
    let file = try SourceFile(reading: text, in: world)
    let document = Document(parsing: file.bytes)
    let mover = try document.fields["mover"]?.string ?? Body.mover(of: text, in: world)
    return CompositeDraft.Source(name: file.stem, document: document, mover: mover)
  }
}
