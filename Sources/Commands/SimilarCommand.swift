internal import ArgumentParser
internal import CanonicalJSON
internal import Meeting
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions similar [TEXT…]`
struct SimilarCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Which motions say nearly the same, whoever sent them.",
    discussion: """
      Wording is compared three words at a time, wherever it stands; numbers, layout and capitals do not matter. What \
      is said is how much of the shorter text stands in the longer one. In a body's folder, without a name, the motions \
      of the record are compared.

      EXAMPLES
        motions similar
        motions similar riverside.md harbour.md quay.md
        motions similar --at-least 80 M1 M4 late-motion.md
      """)

  @Argument(help: ArgumentHelp("Files, or motions of the record.", valueName: "TEXT"))
  var texts: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("How many percent of the shorter text have to stand in the other.", valueName: "PERCENT"))
  var atLeast = 50

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard (1...100).contains(atLeast) else {
      throw Failure(.usage, "usage", "\(atLeast) is no share of a text", help: "give a number from 1 to 100")
    }
    let names = texts.isEmpty ? try Body.open(in: world).state.motions.map(\.number) : texts
    let documents = try names.map { Document(parsing: try SourceFile(reading: $0, in: world).bytes) }
    let page = SimilarPage(SimilarTexts(of: documents, percent: atLeast), of: documents, called: names)
    if format.json {
      world.write(page.json.answer + [10])
    } else {
      page.lines.forEach(world.print)
    }
    return .done
  }
}
