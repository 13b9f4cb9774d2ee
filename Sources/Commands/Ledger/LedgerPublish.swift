internal import ArgumentParser
internal import Ledger
internal import Meeting
internal import Platform

struct LedgerPublish: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write what is sealed as a folder that any web server serves.",
    discussion: """
      The folder holds the checkpoint, the entries and the tiles of their tree, as
      C2SP tlog-tiles has them, and the texts beside the ledger that entries name
      by their sha256; of a body's record only those that “motions publish” shows.
      Only what is new is written, the checkpoint last: it may be cut off at any
      moment and done again. A folder of another ledger is refused.

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
    let ledger = LedgerFile(named: file, in: world)
    let texts = try bodysTexts(ledger, in: world)
    let published = try ledger.publish(to: folder, wait: writing.wait) { texts?.contains($0.hex) ?? true }
    if format.json {
      world.write(published.answer(folder: folder) + [10])
    } else {
      published.lines(folder: folder).forEach(world.print)
    }
    return .done
  }

  /// The digests of what a body's record shows to strangers; nil of any other ledger.
  private func bodysTexts(_ ledger: LedgerFile, in world: World) throws -> Set<String>? {
    let folder = ledger.path.parentFolder
    guard ledger.lockPath == BodyFolder(path: folder).lock else { return nil }
    var inside = world
    inside.folder = folder
    return Set(try Body.open(in: inside).state.publishedTexts.map(\.sha256))
  }
}
