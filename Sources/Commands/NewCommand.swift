internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions new`: a motion from a model.
struct NewCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a motion from a model motion, or an empty one.",
    discussion: """
      On a terminal what is missing is asked for; elsewhere each field is given with --set. Without --from the motion is \
      empty, with a note at each place of what goes there.

      EXAMPLES
        motions new --into fares.md
        motions new --from affiliation --set "campaign=the Harbour Tenants Alliance" \\
          --set "aim=fair rents" --set "work=won repairs" --set "fee=£50" --into affiliation.md
      """)

  @Option(help: ArgumentHelp("A model that comes with the tool, or a file of your own.", valueName: "MODEL"))
  var from: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("What a field is to say, as name=value; once for each field.", valueName: "FIELD"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("Write the motion to this new file.", valueName: "FILE"))
  var into: String?

  @Flag(help: "Show the model as it is, and fill nothing in.")
  var show = false

  @Flag(help: "Ask nothing, and say only errors.")
  var quiet = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let template = try template(in: world)
    if show {
      world.write(format.json ? JSON(models: [template]).answer + [10] : template.bytes)
      return .done
    }
    // Before any question is asked, what would only fail afterwards.
    let path = into?.path(in: world.folder)
    if let path, world.files.kind(of: path) != nil { throw Failure(existing: into ?? path) }
    var values = try given()
    _ = try fill(template, values)
    if world.inputIsTerminal, world.errorIsTerminal, !format.json, !quiet { ask(template, &values, world) }
    if from != nil { try refuseMissing(template, values) }
    let bytes = try fill(template, values)
    if let path { try world.files.create(bytes, at: path, mode: 0o644) }
    if format.json {
      world.write(JSON(new: bytes, from: template, file: into).answer + [10])
    } else if let into {
      if !quiet { world.say("\(into) is written; “motions check \(into)” says what is left to do") }
    } else {
      world.write(bytes)
    }
    return .done
  }

  private func template(in world: World) throws -> Template {
    guard let from else { return .blank }
    // A name with a slash or an ending is a file, as for the shell.
    guard from.utf8.contains(UInt8(ascii: "/")) || from.hasSuffix(".md") || from == "-" else {
      return try Template(shipped: from)
    }
    let source = try SourceFile(reading: from, in: world)
    return Template(name: source.stem, parsing: source.bytes)
  }

  /// The values of `--set`; of two for one field the last.
  private func given() throws -> [String: String] {
    var values: [String: String] = [:]
    for setting in settings {
      guard let equals = setting.utf8.firstIndex(of: UInt8(ascii: "=")), equals != setting.startIndex else {
        throw Failure(
          .usage, "usage", "“\(setting)” does not say which field it is for", help: "write --set \"field=what it says\""
        )
      }
      values[String(setting[..<equals])] = String(setting[setting.utf8.index(after: equals)...])
    }
    return values
  }

  private func fill(_ template: Template, _ values: [String: String]) throws -> [UInt8] {
    do {
      return try template.filled(with: values)
    } catch .unknownField(let name, let nearest) {
      let names = template.questions.map(\.name).joined(separator: ", ")
      throw Failure(
        .usage, "no-such-field", "the model “\(template.name)” has no field “\(name)”",
        help: (nearest.map { "did you mean \($0)? " } ?? "") + "its fields are: \(names)")
    }
  }

  /// Questions on standard error, answers line by line; the end of the input ends the asking.
  private func ask(_ template: Template, _ values: inout [String: String], _ world: World) {
    for field in template.questions where values[field.name] == nil {
      for _ in 0..<3 {
        var question = field.question
        if let preset = field.preset {
          question += " [\(preset)]"
        } else if let example = field.example {
          question += "\n  such as: \(example)"
          if field.isOptional { question += " (Enter for nobody yet)" }
        }
        world.writeError(Array("\(question)\n> ".utf8))
        guard let answer = world.readLine() else { return }
        if !answer.isEmpty { values[field.name] = answer }
        if !answer.isEmpty || field.isAnswered { break }
        world.say("This one has no default.")
      }
    }
  }

  private func refuseMissing(_ template: Template, _ values: [String: String]) throws {
    let missing = template.missing(in: values)
    guard !missing.isEmpty else { return }
    let options = missing.map { field in
      let value = "\(field.name)=\(field.example ?? "…")"
      return "--set '" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
    let names = missing.map(\.name)
    throw Failure(
      .usage, "missing-fields", "nothing is said for \(PlainWords.list(names))",
      help: "add, in your own words:\n  " + options.joined(separator: " \\\n  "))
  }
}

extension Failure {
  /// A new file was to be written where one is.
  init(existing path: String) {
    self = Failure(
      .wouldOverwrite, "already-there", "it is there already", file: path, help: "give another name, or move it away")
  }
}
