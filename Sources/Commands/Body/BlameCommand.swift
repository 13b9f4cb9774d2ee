internal import ArgumentParser
internal import CanonicalJSON
internal import Meeting
internal import Platform
internal import Publishing

struct BlameCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Where each phrase of a text came from: the motion or which amendment, by whom, and how it was decided.",
    discussion: """
      The text is that adopted, else as it now stands; or the version named. A composite's clauses come from the motions \
      that it was made from. Words taken out are listed below, with who took them out.

      EXAMPLES
        motions blame M1
        motions blame M1@2
      """)

  @Argument(help: "The motion, or a version of it.")
  var item: String

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let motion = try body.motion(ItemReference(item)?.item ?? item)
    var version = motion.isCarried ? motion.adoptedVersion : motion.versions.last
    if let number = ItemReference(item)?.version { version = try Body.version(number, of: motion) }
    guard let version, let blame = body.state.blame(motion, version) else {
      throw Failure(.badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
    }
    let page = BlamePage(blame, in: body.state, reader: body.reader)
    if format.json {
      world.write(page.json.answer + [10])
    } else {
      page.lines.forEach(world.print)
    }
    return .done
  }
}
