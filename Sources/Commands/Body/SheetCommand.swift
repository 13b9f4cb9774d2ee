internal import ArgumentParser
internal import Meeting
internal import Platform
internal import Publishing

struct SheetCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "A tally sheet to print and fill in by hand, for when all else fails.",
    discussion: "EXAMPLE\n  motions sheet > sheet.txt")

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    var lines = [body.name, "Tally sheet", "", "Present in the room: ______   online: ______   entitled: ______", ""]
    for motion in body.state.motions where motion.isOpen {
      let items = motion.orderOfTaking(body.state.orders).compactMap { motion.amendment($0) }
      for amendment in items {
        lines += entry(amendment.item, amendment.received.sentence)
      }
      lines += entry(motion.number, motion.titleNow ?? "")
    }
    lines += ["Chair: ____________________   Tellers: ____________________   ____________________"]
    lines += ["Record it later with: motions vote ITEM --for N --against N --abstain N"]
    lines.forEach(world.print)
    return .done
  }

  private func entry(_ item: String, _ words: String) -> [String] {
    [
      "\(item)  \(words.split(separator: "\n").first.map { String($0) } ?? "")",
      "  for ______  against ______  abstaining ______  spoilt ______   carried [ ]  lost [ ]",
      "  without a count: hands [ ]  voices [ ]   casting vote: for [ ]  against [ ]   at ______", "",
    ]
  }
}
