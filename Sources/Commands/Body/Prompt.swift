internal import ArgumentParser
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

/// The prompt of a meeting: the same verbs, one line each. Enter shows what a line would record, `y` records it.
///
/// Output reads from top to bottom, nothing is drawn or drawn again, and it works from a pipe as from a terminal.
struct Prompt {
  private(set) var world: World
  let by: String

  init(world: World, by: String) {
    self.world = world.outputIsTerminal ? world.wrapping : world
    self.world.memory = Memory()
    self.by = by
  }

  func run() throws -> ExitStatus {
    try showNow()
    world.print("Type a line and Enter to see what it would record, then y to record it. help lists the verbs.")
    var pending: String?
    while let line = pending ?? read("> ") {
      pending = nil
      let words = CommandLineWords(line).words
      switch words.first?.lowercased() {
      case nil: try showNow()
      case "y", "yes": world.print("There is nothing to record: type a line first. help lists the verbs.")
      case "quit", "q", "exit": return .done
      case "help", "?": help()
      default: pending = take(line, words)
      }
    }
    return .done
  }

  private func read(_ prompt: String) -> String? {
    if world.inputIsTerminal { world.write(Array(prompt.utf8)) }
    return world.readLine()
  }

  private func showNow() throws {
    let body = try Body.open(in: world)
    body.state.now.lines(body.reader).forEach(world.print)
  }

  /// Runs one line; a line that is neither `y` nor empty after a plan was shown is taken as the next one.
  private func take(_ line: String, _ words: [String]) -> String? {
    do {
      let command = try command(line, words)
      guard let recording = command as? any RecordingCommand, !isReading(recording) else {
        if let command = command as? any MotionsCommand { _ = try command.run(in: world) }
        return nil
      }
      return try offer(recording)
    } catch var failure as Failure {
      if failure.code == "not-understood", words.count == 1 {
        failure.help = "This is no verb and no amendment. help lists the verbs."
      }
      report(failure, json: false, in: world)
    } catch {
      explain(error, words)
    }
    return nil
  }

  /// What a verb with wrong words takes.
  private func explain(_ error: any Error, _ words: [String]) {
    let verb = words[0].lowercased()
    if Motions.exitCode(for: error) == .success {
      world.print(Motions.fullMessage(for: error))
      return
    }
    world.say("error: \(Motions.message(for: error))")
    let type = Motions.commands.first { $0.configuration.commandName == verb }
    let example = type?.configuration.discussion.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }.first { $0.hasPrefix("motions \(verb)") }
    if let example {
      world.say("help: For example: \(example.dropFirst("motions ".count))")
    } else {
      world.say("help: help lists the verbs.")
    }
  }

  /// `order M1` alone only shows.
  private func isReading(_ command: any RecordingCommand) -> Bool {
    if let command = command as? CompositeCommand { return !command.isRecorded }
    return (command as? OrderCommand)?.amendments.isEmpty ?? false
  }

  private func offer(_ command: any RecordingCommand) throws -> String? {
    let shown = try command.prepared(in: world)
    shown.plan.says.forEach(world.print)
    world.print("y records it.")
    guard let answer = read("y? ") else { return nil }
    let word = answer.split(separator: " ").joined(separator: " ").lowercased()
    guard ["y", "yes"].contains(word) else {
      world.print("Not recorded.")
      return ["", "n", "no"].contains(word) ? nil : answer
    }
    var changed = false
    _ = try command.record(in: world) { plan in
      changed = plan.says != shown.plan.says
      return !changed
    }
    world.print(changed ? "Not recorded: something else was recorded meanwhile. Type the line again." : "Recorded.")
    return nil
  }

  /// A line as a command: a verb with its words, a vote (`A1 41 12 3`, `carried A1`), or an amendment to the motion
  /// before the meeting.
  private func command(_ line: String, _ words: [String]) throws -> any ParsableCommand {
    let verb = words[0].lowercased()
    let rest = Array(words.dropFirst())
    if verb == "amend", rest.count > 1, Prompt.isAmendment(rest.dropFirst()) {
      let text = line.drop { $0 == " " }.dropFirst(verb.count).drop { $0 == " " }
      return try amendment(String(text), rest)
    }
    if let type = Motions.commands.first(where: { $0.configuration.commandName == verb }), !ShortLine.looksLikeOne(line)
    {
      return try type.parse(given(type) + rest)
    }
    switch verb {
    case "present" where !rest.isEmpty && rest.count <= 2 && rest.allSatisfy { Int($0) != nil }:
      let figures = zip(["--room", "--online"], rest).flatMap { [$0, $1] }
      return try MeetingCommand.parse([verb] + figures + ["--by", by])
    case "open", "present", "suspend", "adjourn", "resume", "close":
      return try MeetingCommand.parse([verb] + rest + ["--by", by])
    case "carried", "lost":
      guard let item = rest.first else { break }
      let manner = rest.count > 1 ? ["--manner", rest[1]] : []
      return try VoteCommand.parse([item, "--declared", verb] + manner + ["--by", by])
    default: break
    }
    if ItemReference(words[0]) != nil, !rest.isEmpty, rest.allSatisfy({ Int($0) != nil }) {
      guard rest.count <= 4 else {
        throw Failure(
          .usage, "too-many-figures", "A vote has at most four figures: for, against, abstaining, spoilt.",
          help: "\(words[0]) 41 12 3")
      }
      let names = ["--for", "--against", "--abstain", "--spoilt"]
      return try VoteCommand.parse(
        [words[0]] + zip(names, rest).flatMap { [$0, $1] } + ["--by", by])
    }
    return try amendment(line, words)
  }

  /// After `amend M1`: the amendment itself, not a file of it or options.
  private static func isAmendment(_ words: ArraySlice<String>) -> Bool {
    words.count > 1
      ? !words.contains { $0.hasPrefix("--") } : words.contains { ShortLine.looksLikeOne($0) }
  }

  private func given(_ type: any MotionsCommand.Type) -> [String] {
    type is any RecordingCommand.Type ? ["--by", by] : []
  }

  private func amendment(_ line: String, _ words: [String]) throws -> any ParsableCommand {
    var item = try Body.open(in: world).state.motionBeforeTheMeeting?.number
    var text = line
    if let reference = ItemReference(words[0]), words.count > 1,
      (try? Body.open(in: world).state.item(reference.item)) != nil
    {
      item = words[0]
      text = String(line.drop { $0 == " " }.dropFirst(words[0].count).drop { $0 == " " })
    }
    guard let item else {
      throw Failure(
        .badInput, "no-motion", "No motion is before the meeting, so “\(line)” amends nothing.",
        help: "help lists the verbs.")
    }
    return try AmendCommand.parse([item, "--typed=\(text)", "--by", by])
  }

  private func help() {
    world.print("now, list, show M1, order M1, log: where things are. An empty line is now.")
    world.print("open, present N (in the room, online), adjourn, resume, close: the meeting.")
    world.print("put A1, then A1 41 12 3 (for, against, abstaining), or carried A1 hands: a vote.")
    world.print("casting A1 --for, recount A1 --for N --against N, correct A1 --for N --reason \"…\", undo.")
    world.print("put --procedural \"That …\" or put --challenge \"That …\", then P1 30 10: a question of procedure.")
    world.print("accept A1, withdraw A1, not-moved A1, ruling M1 --take A2, note \"…\".")
    world.print(
      "An amendment: In 2.1, delete “X” and insert “Y”; or short: 2.1 s/X/Y/, +3 New clause, -4, =5 New text.")
    world.print("quit leaves; everything recorded stays.")
  }
}

/// A line in words, as a shell would part it: blanks part, quotation marks of either kind hold together.
struct CommandLineWords {
  var words: [String] = []

  init(_ line: String) {
    var word = ""
    var begun = false
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" && !begun {
        quote = character
        begun = true
      } else if character == " " || character == "\t" {
        if begun { words.append(word) }
        word = ""
        begun = false
      } else {
        word.append(character)
        begun = true
      }
    }
    if begun { words.append(word) }
  }
}

extension World {
  /// The same world with lines broken at blanks to fit the terminal; what goes on is set in a little.
  var wrapping: World {
    let width = max(columns - 1, 20)
    let (output, error) = (write, writeError)
    var world = self
    world.write = { output(LineWrapping.wrapped($0, to: width)) }
    world.writeError = { error(LineWrapping.wrapped($0, to: width)) }
    return world
  }
}

/// Lines that fit a terminal.
enum LineWrapping {
  static func wrapped(_ bytes: [UInt8], to width: Int) -> [UInt8] {
    guard bytes.first != UInt8(ascii: "{") else { return bytes }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { wrapped($0, to: width) }.joined(separator: "\n").utf8)
  }

  private static func wrapped(_ line: Substring, to width: Int) -> String {
    guard line.count > width else { return String(line) }
    let indent = String(line.prefix { $0 == " " })
    var rows: [String] = []
    var row = indent
    for word in line.split(separator: " ") {
      let isFirst = row.allSatisfy { $0 == " " }
      if !isFirst, row.count + 1 + word.count > width {
        rows.append(row)
        row = indent + "  " + word
      } else {
        row += isFirst ? String(word) : " " + word
      }
    }
    return (rows + [row]).joined(separator: "\n")
  }
}
