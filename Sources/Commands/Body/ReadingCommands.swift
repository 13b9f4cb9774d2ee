internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

struct ListCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The motions and amendments received, and where each stands.",
    discussion: "EXAMPLE\n  motions list")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    if format.json {
      world.write(body.state.listAnswer(body.reader).answer + [10])
    } else {
      body.state.listLines(body.reader).forEach(world.print)
    }
    return .done
  }
}

struct NowCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "now",
    abstract: "Where the meeting is: the question, on which text, what is left, the words, who is present.",
    discussion: "EXAMPLE\n  motions now")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    if format.json {
      world.write(body.state.now.answer(body.reader).answer + [10])
    } else {
      body.state.now.lines(body.reader).forEach(world.print)
    }
    return .done
  }
}

struct LogCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Every entry of the record in words, in order; or the versions of a motion's text.",
    discussion: """
      Beside an entry that made another version of a text, the version is named. With --versions, each version with \
      those it was made from and the amendments in it.

      EXAMPLES
        motions log
        motions log M1/A2
        motions log M1 --versions
      """)
  @Argument(help: "Only what concerns this item.")
  var item: String?

  @Flag(name: .long, help: "The versions of the motion's text, each with those it was made from.")
  var versions = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let name = try item.map { try body.item($0).name }
    if versions {
      let motions = try item.map { [try body.motion($0)] } ?? body.state.motions
      if format.json {
        world.write(body.state.versionsAnswer(motions, body.reader).answer + [10])
      } else {
        motions.flatMap { body.state.versionLines($0, body.reader) }.forEach(world.print)
      }
    } else if format.json {
      world.write(body.state.logAnswer(body.reader, item: name).answer + [10])
    } else {
      body.state.logLines(body.reader, item: name).forEach(world.print)
    }
    return .done
  }
}

struct ShowCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The text of a motion: as received, with its changes marked, as amended, as adopted.",
    discussion: """
      clean is the text as received; tracked marks what went and what came; words says it without marks; amended is
      the text as it now stands, and so is now; of a pending amendment, now is what it comes to on that text. adopted is the text as carried, with its labels run through, and beside it the table \
      of old and new numbers.

      EXAMPLES
        motions show M1 --as tracked
        motions show M1@2
        motions show M1/A2
        motions show M1/A2 --as now
      """)
  @Argument(help: "The motion, a version of it (M1@2) or an amendment.")
  var item: String

  @Option(name: .long, help: "The version: 1 is the text as received.")
  var version: Int?

  @Option(name: .customLong("as"), help: "clean, tracked, words, amended, adopted or now.")
  var form: TextForm?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let shown = try body.shown(item, version: version, form: form)
    if format.json {
      world.write(shown.json.answer + [10])
    } else {
      world.write(shown.bytes.last == 10 ? shown.bytes : shown.bytes + [10])
      // Beside the text, so that what is written to a file is the text and nothing else.
      for line in shown.concordanceLines { world.say(line) }
    }
    return .done
  }
}

extension TextForm: ExpressibleByArgument {}

struct MinutesCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: "The decisions as Markdown, marked DRAFT until a meeting approves them.",
    discussion: "EXAMPLE\n  motions minutes > minutes.md")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let minutes = Minutes(of: body.state, reader: body.reader, body: body.name, seal: body.seal)
    if format.json {
      world.write(body.state.minutesAnswer(minutes, body.reader, seal: body.seal).answer + [10])
    } else {
      world.write(Array(minutes.markdown.utf8))
    }
    return .done
  }
}

struct ExplainCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "One page for a sceptic: how a motion came to its text and its result.",
    discussion: "EXAMPLE\n  motions explain M1")
  @Argument(help: "The motion.")
  var item: String
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let motion = try body.motion(item)
    let explanation = Explanation(of: motion, in: body.state, reader: body.reader, seal: body.seal)
    if format.json {
      world.write(explanation.json.answer + [10])
    } else {
      explanation.lines.forEach(world.print)
    }
    return .done
  }
}

struct PapersCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers",
    abstract: "The papers as plain text: agenda, motions with printed line numbers, amendments in order.",
    discussion: "EXAMPLES\n  motions papers\n  motions papers --large-print")
  @Flag(name: .long, help: "Short lines, for large print.")
  var largePrint = false
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let papers = Papers(of: body.state, reader: body.reader, body: body.name, width: largePrint ? 40 : 72)
    if format.json {
      world.write(papers.json.answer + [10])
    } else {
      world.write(Array(papers.text.utf8))
    }
    return .done
  }
}

extension OrderCommand {
  func show(in world: World) throws -> ExitStatus {
    let body = try Body.open(in: world)
    let motion = try body.motion(motion)
    if recording.json {
      world.write(body.state.orderAnswer(motion).answer + [10])
    } else {
      body.state.orderLines(motion).forEach(world.print)
    }
    return .done
  }
}

struct StatusCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Whether the files in the folder agree with the record.",
    discussion: "EXAMPLE\n  motions status")
  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let record = try VerifiedBody(in: world, against: nil)
    let lines = record.isSound ? record.body?.statusLines ?? [] : record.sentences
    if format.json {
      world.write(
        JSON.object([
          JSON.Member("schema", "motions.status/1"), JSON.Member("entries", .integer(record.found.entries)),
          JSON.Member("differs", JSON(record.body?.differing ?? [])), JSON.Member("said", JSON(lines)),
        ]).answer + [10])
    } else {
      lines.forEach(world.print)
    }
    return record.isSound ? .done : .no
  }
}
