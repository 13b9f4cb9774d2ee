internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions read BASE --instruction TEXT`
struct ReadCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Say how an amendment is understood, without applying it.",
    discussion: """
      The reading is one sentence that says the same in plain form. What could mean several things is asked, with the \
      places that may be meant; nothing is guessed. The exit status is 1 unless the amendment is understood.

      Short lines (2.1 s/12%/15%/, +2.1 To publish …, -3) are taken from a file and from standard input.

      EXAMPLES
        motions read bus.md --instruction 'In clause 1 delete "12%" and insert "15%".'
        motions read bus.md --file harbour.md
        echo '1 s/12%/15%/' | motions read bus.md -
      """)

  @Argument(help: ArgumentHelp("The text that is amended; - reads standard input.", valueName: "base"))
  var base: String

  @Argument(help: ArgumentHelp("A file with the amendment; - reads standard input.", valueName: "amendment"))
  var amendment: String?

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The amendment as a sentence; may be given again.", valueName: "text"))
  var instruction: [String] = []

  @Option(help: ArgumentHelp("A file with the amendment; - reads standard input.", valueName: "file"))
  var file: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = try source(in: world)
    let document = Document(parsing: try SourceFile(reading: base, in: world).bytes)
    let reading = InstructionReader(base: document).read(source.instruction)
    if format.json {
      world.write(JSON(reading) { source.document.place(of: $0 + source.offset) }.answer + [10])
    } else {
      for line in ReadingPage(reading, of: source.instruction, in: document).lines { world.print(line) }
    }
    return reading.verdict == .understood ? .done : .no
  }

  /// The amendment's text, and the file it stands in.
  private struct Source {
    var instruction: String
    var document: Document
    var offset: Int
  }

  private func source(in world: World) throws -> Source {
    let paths = [amendment, file].compactMap { $0 }
    guard paths.count + (instruction.isEmpty ? 0 : 1) == 1 else {
      throw Failure(
        .usage, "usage",
        paths.isEmpty && instruction.isEmpty ? "there is no amendment to read" : "the amendment is given twice",
        help: "give one of --instruction TEXT, --file FILE, or - for standard input")
    }
    guard let path = paths.first else {
      for line in instruction { try ShortLineArgument.refuse(line) }
      let text = instruction.joined(separator: "\n")
      return Source(instruction: text, document: Document(parsing: text), offset: 0)
    }
    if path == "-", base == "-" {
      throw Failure(
        .usage, "usage", "only one of the two texts can be read from standard input",
        help: "name a file for the other one")
    }
    let document = Document(parsing: try SourceFile(reading: path, in: world).bytes)
    return Source(
      instruction: String(decoding: document.bytes[document.body], as: UTF8.self), document: document,
      offset: document.body.lowerBound)
  }
}

/// Short lines mean other things to a shell, so they are not taken as arguments.
enum ShortLineArgument {
  static func refuse(_ text: String) throws {
    for line in text.split(separator: "\n") where ShortLine.looksLikeOne(String(line)) {
      var failure = Failure(shortLine: String(line))
      failure.help = "Give it in a file or on standard input: echo '\(line)' | motions read FILE -"
      throw failure
    }
  }
}
