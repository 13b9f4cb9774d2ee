internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Meeting
internal import Platform
internal import Publishing

struct PublishCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the sealed record as a folder for any web server, with a page that checks itself.",
    discussion: """
      The folder holds index.html, which anybody can read and which computes the record again in their browser; the \
      entries, the checkpoint and the tiles of their tree (C2SP tlog-tiles), for programs; the public key; and the texts \
      that are needed to compute it all again. Names stay here, and so do the files as they came in and the rolls of \
      recorded votes, which hold names; --all-texts publishes those as well. Only what is new is written: it may be cut \
      off at any moment and done again.

      EXAMPLES
        motions publish public
        motions verify public
      """)

  @Argument(help: "The folder to write.")
  var folder: String

  @Flag(name: .long, help: "Also the files as they came in and the rolls, which may hold names.")
  var allTexts = false

  @Option(name: .long, help: "Seconds to wait while somebody else publishes there.")
  var wait = 5

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let own = [body.folder.path, body.folder.texts, body.folder.motions, body.folder.hidden]
    if own.map(\.plainPath).contains(folder.path(in: world.folder).plainPath) {
      throw Failure(
        .usage, "own-folder", "This folder is the record's own.", file: folder,
        help: "Publish into one that holds nothing else: motions publish public")
    }
    let ledger = LedgerFile(body.folder.ledger, lock: body.folder.lock, in: world)
    var publication: Publication
    let lines: [[UInt8]]
    let names = body.state.publishedTexts
    let all = allTexts
    do throws(LedgerError) {
      publication = try ledger.publish(to: folder, wait: wait) { digest in
        all || names.contains { $0.sha256 == digest.hex }
      }
      lines = try ledger.lines(first: publication.checkpoint.size)
    } catch {
      throw Failure(error, in: world)
    }
    let sealed = try Body.open(in: world, checked: true, first: publication.checkpoint.size)
    var keys: [String] = []
    if world.files.kind(of: body.folder.verifier) == .file {
      keys = [try VerifierKey(argument: body.folder.verifier, in: world).text]
    }
    let page = RecordPage(
      of: sealed.state, reader: sealed.reader, name: sealed.name, lines: lines,
      checkpoint: publication.checkpoint.bytes, keys: keys, seal: publication.checkpoint.seal.text,
      digest: { Digest(of: $0).base64 })
    let target = folder.path(in: world.folder)
    // The page last: until then the earlier one stands, and holds of itself.
    for (name, text) in keys.map({ ("ledger.vkey", $0 + "\n") }) + [("index.html", page.html)] {
      if try write(Array(text.utf8), name.path(in: target), world) {
        publication.written += 1
      } else {
        publication.kept += 1
      }
    }
    if !Audit(of: sealed.state).isSound {
      world.say("warning: an entry says what does not follow from those before it; motions verify says which")
    }
    if format.json {
      world.write(publication.answer(folder: folder, page: "index.html") + [10])
    } else {
      publication.lines(folder: folder).forEach(world.print)
      world.print("To read: \("index.html".path(in: folder))")
    }
    return .done
  }

  /// Whether it was another one before.
  private func write(_ bytes: [UInt8], _ path: String, _ world: World) throws -> Bool {
    if (try? world.files.read(path)) == bytes { return false }
    try world.files.write(bytes, to: path, mode: 0o644)
    return true
  }
}
