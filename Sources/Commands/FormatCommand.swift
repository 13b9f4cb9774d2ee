internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions format`: labels brought into order, nothing else touched.
struct FormatCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Bring the numbers of a motion into order, and the references to them.",
    discussion: """
      Only labels that disagree with their place change, and the words that point at them ("see 3 above"); every other \
      byte stays. Texts whose numbers are frozen or adopted stay as they are. The file is replaced whole or not at all. \
      References that lead nowhere, or may mean several places, are said and left as they are.

      EXAMPLES
        motions format bus-fares.md
        motions format bus-fares.md --check
        motions format - < draft.md > bus-fares.md
      """)

  @Argument(help: "The motion; - reads standard input and writes the result to standard output.")
  var file: String

  @Flag(help: "Change nothing; say what would change, with exit status 1 if anything would.")
  var check = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = try SourceFile(reading: file, in: world)
    let document = Document(parsing: source.bytes)
    let tidy = document.renumbered()
    let isChanged = tidy.bytes != source.bytes
    if format.json {
      world.write(JSON(formatting: document, to: tidy, printed: source.path == "-").answer + [10])
    } else {
      sayReferences(of: document, source.name, in: world)
    }
    if check {
      if !format.json { sayChanges(from: document, to: tidy, source.name, in: world) }
      return isChanged ? .no : .done
    }
    if source.path == "-" {
      if !format.json { world.write(tidy.bytes) }
    } else if isChanged {
      try replace(source.path, with: tidy.bytes, in: world)
    }
    return .done
  }

  private func sayChanges(from document: Document, to tidy: Document, _ name: String, in world: World) {
    for change in document.relabelled(in: tidy) {
      let place = document.place(of: document.nodes[change.node].span.lowerBound)
      world.say("\(name):\(place.line): \(change.old) would become \(change.new)")
    }
    for reference in document.reworded(in: tidy) {
      let place = document.place(of: reference.span.lowerBound)
      world.say("\(name):\(place.line): the reference to \(reference.old) would be to \(reference.new)")
    }
  }

  /// Other numbers could make a reference that leads nowhere point at the wrong clause, so it is said before.
  private func sayReferences(of document: Document, _ name: String, in world: World) {
    for finding in document.referenceFindings() {
      guard let span = finding.span else { continue }
      world.say("\(name):\(document.place(of: span.lowerBound).line): \(finding.message)")
    }
    guard document.numbering == .live else { return }
    for reference in document.renumbering().kept {
      let words = String(decoding: document.bytes[reference.span], as: UTF8.self)
      world.say(
        "\(name):\(document.place(of: reference.span.lowerBound).line): with other numbers “\(words)” would mean "
          + "another clause, so the numbers of that list stay; name the section of the clause that is meant")
    }
  }

  private func replace(_ path: String, with bytes: [UInt8], in world: World) throws {
    do {
      try world.files.write(bytes, to: path.path(in: world.folder), mode: 0o644)
    } catch {
      throw Failure(error, in: world)
    }
  }
}
