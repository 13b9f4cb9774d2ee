internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions parse`: a text as a tree.
struct ParseCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show how a motion is understood: its sections, clauses and labels.",
    discussion: """
      Every line of the answer is one part of the text: what it is, its label, its path in brackets, its words. What is \
      odd about the text is said on standard error; a text is never refused.

      EXAMPLE: motions parse bus-fares.md --json
      """)

  @Argument(help: "The motion; - reads standard input.")
  var file: String

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = try SourceFile(reading: file, in: world)
    let document = Document(parsing: source.bytes)
    if format.json {
      world.write(JSON(document).answer + [10])
      return .done
    }
    if !document.nodes.isEmpty { world.print(document.outline) }
    let page = FindingPage(name: source.name, document: document, findings: document.allFindings())
    world.writeError(Array(page.plainText.utf8))
    return .done
  }
}
