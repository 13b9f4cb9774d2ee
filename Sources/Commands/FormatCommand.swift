internal import ArgumentParser
internal import MotionKit
internal import Platform

/// `motions format`: labels brought into order, nothing else touched.
struct FormatCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Bring the numbers of a motion into order, and the references to them.",
    discussion: """
      Only labels that disagree with their place change, and the words that point at them ("see 3 above"); every other \
      byte stays. Texts whose numbers are frozen or adopted stay as they are. The file is replaced whole or not at all.

      EXAMPLE: motions format bus-fares.md
      """)

  @Argument(help: "The motion; - reads standard input and writes the result to standard output.")
  var file: String

  @Flag(help: "Change nothing; say what would change, with exit status 1 if anything would.")
  var check = false

  func run(in world: World) throws -> ExitStatus {
    let source = try SourceFile(reading: file, in: world)
    let document = Document(parsing: source.bytes)
    let tidy = document.renumbered()
    if check {
      guard tidy.bytes != source.bytes else { return .done }
      for change in document.renumbering().changes {
        let place = document.place(of: document.nodes[change.node].span.lowerBound)
        world.say("\(source.name):\(place.line): \(change.old) would become \(change.new)")
      }
      return .no
    }
    if source.path == "-" {
      world.write(tidy.bytes)
    } else if tidy.bytes != source.bytes {
      try replace(source.path, with: tidy.bytes, in: world)
    }
    return .done
  }

  private func replace(_ path: String, with bytes: [UInt8], in world: World) throws {
    do {
      try world.files.write(bytes, to: path.path(in: world.folder), mode: 0o644)
    } catch {
      throw Failure(error, in: world)
    }
  }
}
