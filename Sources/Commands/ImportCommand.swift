internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions import`: a paste made a motion.
struct ImportCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a motion of a Word file, an e-mail, or text pasted from anywhere.",
    discussion: """
      A Word file (.docx) is read with its automatic numbers written out. In text, tabs, invisible characters, the > of \
      mails, page numbers, printed line numbers and words broken over two lines are put right; labels stay as printed. \
      Whatever had to be guessed is said, and --explain lists each guess with its line (of a Word file, the number of \
      the paragraph). With --into the original is kept beside the motion, its name with .original added; nothing is \
      ever overwritten, and deleting both files undoes it.

      EXAMPLES
        motions import paste.txt
        motions import paste.txt --explain --into rents.md
        motions import rents.docx --into rents.md
      """)

  @Argument(help: ArgumentHelp("The Word file, saved mail or pasted text; - reads standard input.", valueName: "FILE"))
  var file: String

  @Flag(help: "List every guess with its line.")
  var explain = false

  @Option(help: ArgumentHelp("Write the motion to this new file.", valueName: "FILE"))
  var into: String?

  @Flag(help: "Say nothing of the guesses.")
  var quiet = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let bytes = file == "-" ? try world.readInput() : try world.files.read(file.path(in: world.folder))
    let imported: Imported
    do {
      imported = try Imported(file: bytes)
    } catch {
      throw Failure(
        .badInput, error.code, error.message, file: file == "-" ? "standard input" : file, help: error.help)
    }
    if let into {
      let path = into.path(in: world.folder)
      // Nothing is written unless both can be.
      if world.files.kind(of: path) != nil { throw Failure(existing: into) }
      try world.files.create(bytes, at: path + ".original", mode: 0o644)
      do {
        try world.files.create(Array(imported.text.utf8), at: path, mode: 0o644)
      } catch {
        try? world.files.remove(path + ".original")
        throw error
      }
    }
    if format.json {
      world.write(JSON(imported).answer + [10])
      return .done
    }
    if into == nil { world.write(Array(imported.text.utf8)) }
    if !quiet { say(imported, in: world) }
    return .done
  }

  private func say(_ imported: Imported, in world: World) {
    let name = file == "-" ? "standard input" : file
    if explain {
      for guess in imported.guesses {
        let count = guess.count > 1 ? " (\(guess.count) times)" : ""
        world.say("\(name):\(guess.line): \(guess.message)\(count) [\(guess.code.rawValue)]")
        let (before, after) = excerpt(guess)
        for line in before.split(separator: "\n") { world.say("  - \(line)") }
        if !after.isEmpty, after != before { world.say("  + \(after)") }
      }
    } else {
      for warning in imported.warnings { world.say("\(name): \(warning)") }
      if !imported.guesses.isEmpty {
        let count = imported.guesses.count
        world.say("\(name): \(count) \(count == 1 ? "guess" : "guesses"); --explain lists each with its line")
      }
    }
  }

  /// Of long lines only what changed, with some words around it.
  private func excerpt(_ guess: Guess) -> (before: String, after: String) {
    let before = Array(guess.before.unicodeScalars)
    let after = Array(guess.after.unicodeScalars)
    let same = zip(before, after).prefix { $0 == $1 }.count
    let start = same == min(before.count, after.count) ? 0 : max(0, same - 30)
    func cut(_ scalars: [Unicode.Scalar]) -> String {
      let shown = scalars.dropFirst(start).prefix(90)
      return (start > 0 ? "…" : "") + String(String.UnicodeScalarView(shown))
        + (start + shown.count < scalars.count ? "…" : "")
    }
    return (cut(before), cut(after))
  }
}
