internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions diff OLD NEW`
struct DiffCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which clauses and words differ between two texts.",
    discussion: """
      Clauses are compared before words: one that was moved is shown as moved, a new number alone is no change, nor is \
      a line broken elsewhere.

      EXAMPLE
        motions diff draft.md adopted.md
        motions diff draft.md adopted.md --format html > changes.html
      """)

  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, html, markdown, json
  }

  @Argument(help: ArgumentHelp("The older text; - reads standard input.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The newer text; - reads standard input.", valueName: "NEW"))
  var new: String

  @Option(name: .long, help: ArgumentHelp("text, html, markdown or json.", valueName: "FORM"))
  var format: Output = .text

  @Flag(name: .long, help: "Exit with 1 when a clause differs.")
  var exitCode = false

  @OptionGroup var answer: Format

  func run(in world: World) throws -> ExitStatus {
    if old == "-", new == "-" {
      throw Failure(
        .usage, "usage", "only one of the two texts can be read from standard input",
        help: "name a file for the other one")
    }
    let before = Document(parsing: try SourceFile(reading: old, in: world).bytes)
    let after = Document(parsing: try SourceFile(reading: new, in: world).bytes)
    let diff = DocumentDiff(from: before, to: after)
    let page = DiffPage(diff, old: name(old), new: name(new))
    switch answer.json ? .json : format {
    case .json: world.write(JSON(diff).answer + [10])
    case .html: world.write(Array(page.html.utf8))
    case .markdown: world.write(Array(page.markdown.utf8))
    case .text: world.write(Array(page.plainText(colour: world.colour).utf8))
    }
    return exitCode && !diff.isSame ? .no : .done
  }

  private func name(_ argument: String) -> String { argument == "-" ? "standard input" : argument }
}
