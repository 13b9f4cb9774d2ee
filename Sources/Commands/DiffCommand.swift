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
      Clauses are compared before words: one that was moved, divided into two or joined with another is shown as such. \
      A new number alone is no change, nor is a line broken elsewhere, nor a reference that only follows a number. \
      Words that went stand in [-…-], words that came in {+…+}; on a wide screen old and new stand side by side.

      EXAMPLE
        motions diff draft.md adopted.md
        motions diff draft.md adopted.md --as words
        motions diff draft.md adopted.md --format html > changes.html
        motions diff M1@1 M1 --whole
      """)

  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, html, markdown, json
  }

  /// How `text` says it.
  enum Telling: String, ExpressibleByArgument, CaseIterable {
    case tracked, words
  }

  @Argument(help: ArgumentHelp("The older text; - reads standard input.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The newer text; - reads standard input.", valueName: "NEW"))
  var new: String

  @Option(name: .long, help: ArgumentHelp("text, html, markdown or json.", valueName: "FORM"))
  var format: Output = .text

  @Option(
    name: .long,
    help: ArgumentHelp("As text: tracked, with marks, or words, for reading aloud.", valueName: "FORM"))
  var `as`: Telling = .tracked

  @Flag(name: .long, help: "Show the clauses that stayed, too.")
  var whole = false

  @Option(
    name: .long,
    help: ArgumentHelp("Columns for tracked text, side by side from 110; else those of the terminal.", valueName: "N"))
  var width: Int?

  @Flag(name: .long, help: "Exit with 1 when a clause differs.")
  var exitCode = false

  @OptionGroup var answer: Format

  func run(in world: World) throws -> ExitStatus {
    if old == "-", new == "-" {
      throw Failure(
        .usage, "usage", "only one of the two texts can be read from standard input",
        help: "name a file for the other one")
    }
    if let width, !(20...10_000).contains(width) {
      throw Failure(
        .usage, "usage", "\(width) columns are too \(width < 20 ? "few" : "many") to show two texts in",
        help: "give a number from 20 to 10000")
    }
    let texts = (try SourceFile(reading: old, in: world).bytes, try SourceFile(reading: new, in: world).bytes)
    sayLong(texts.0.count + texts.1.count, in: world)
    let before = Document(parsing: texts.0)
    let after = Document(parsing: texts.1)
    let diff = DocumentDiff(from: before, to: after)
    if answer.json || format == .json {
      world.write(JSON(diff).answer + [10])
      return exitCode && !diff.isSame ? .no : .done
    }
    let page = DiffPage(diff, from: before, to: after, old: name(old), new: name(new), isWhole: whole)
    switch format {
    case .html: world.write(Array(page.html.utf8))
    case .markdown: world.write(Array(page.markdown.utf8))
    case .text, .json: world.write(text(page, in: world))
    }
    return exitCode && !diff.isSame ? .no : .done
  }

  private func text(_ page: DiffPage, in world: World) -> [UInt8] {
    guard self.as == .tracked else { return Array(page.spoken.utf8) }
    let columns = width ?? (world.outputIsTerminal ? world.columns : nil)
    return page.plainText(DiffPage.Layout(width: columns, colour: world.colour))
  }

  /// Texts of this size take longer than a person waits without a word.
  private func sayLong(_ bytes: Int, in world: World) {
    let megabytes = bytes / 1_000_000
    if megabytes >= 8, world.errorIsTerminal { world.say("note: comparing \(megabytes) MB of text …") }
  }

  private func name(_ argument: String) -> String { argument == "-" ? "standard input" : argument }
}
