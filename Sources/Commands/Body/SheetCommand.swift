internal import ArgumentParser
internal import CanonicalJSON
internal import Platform
internal import Publishing

struct SheetCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "A tally sheet to print and fill in by hand, for when all else fails.",
    discussion: "EXAMPLE\n  motions sheet > sheet.txt")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let sheet = TallySheet(of: body.state, body: body.name)
    if format.json {
      world.write(sheet.json.answer + [10])
    } else {
      sheet.lines.forEach(world.print)
    }
    return .done
  }
}
