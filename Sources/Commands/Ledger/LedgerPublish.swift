internal import ArgumentParser
internal import Ledger
internal import Platform

struct LedgerPublish: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write what is sealed as a folder that any web server serves.",
    discussion: """
      The folder holds the checkpoint, the entries and the tiles of their tree, as
      C2SP tlog-tiles has them, and the texts that lie beside the ledger. Only what
      is new is written, the checkpoint last: it may be cut off at any moment and
      done again. A folder of another ledger is refused.

      EXAMPLE
        motions ledger publish notes.jsonl public
        motions ledger verify public
      """)

  @Argument(help: "The ledger; it has to be sealed.")
  var file: String

  @Argument(help: "The folder to write.")
  var folder: String

  @OptionGroup var writing: LedgerWriting
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let published = try LedgerFile(file, in: world).publish(to: folder, wait: writing.wait)
    if format.json {
      world.write(published.answer(folder: folder) + [10])
    } else {
      published.lines(folder: folder).forEach(world.print)
    }
    return .done
  }
}
