internal import ArgumentParser
internal import Meeting
internal import Platform

struct MeetingCommand: RecordingCommand {
  static let schema = "motions.meeting/1"
  static let configuration = CommandConfiguration(
    commandName: "meeting",
    abstract: "Open, stop, resume or close the meeting; without a word, the prompt.",
    discussion: """
      EXAMPLES
        motions meeting open --title "General meeting" --chair "Ann Jones"
        motions meeting present --room 43 --online 12
        motions meeting adjourn --until "Thursday 19:00"
        motions meeting
      """)

  enum Word: String, ExpressibleByArgument, CaseIterable {
    case open, present, suspend, adjourn, resume, close
  }

  @Argument(help: "open, present, suspend, adjourn, resume or close.")
  var word: Word?

  @Option(name: .long, help: "The meeting's name.")
  var title: String?

  @Option(name: .long, help: "Who is in the chair; the name is kept apart from the record.")
  var chair: String?

  @Option(name: .long, parsing: .unconditional, help: "Members in the room.")
  var room: Int?

  @Option(name: .long, parsing: .unconditional, help: "Members online.")
  var online: Int?

  @Option(name: .long, parsing: .unconditional, help: "Members entitled to vote, where it is known.")
  var entitled: Int?

  @Option(name: .long, help: "When and where it goes on.")
  var until: String?

  @Option(name: .long, help: "Why.")
  var reason: String?

  @OptionGroup var recording: Recording

  func validate() throws {
    for figure in [room, online, entitled] {
      if let figure, figure < 0 { throw ValidationError("A number of members is 0 or more, not \(figure).") }
    }
  }

  func run(in world: World) throws -> ExitStatus {
    guard word != nil else { return try Prompt(world: world, by: recording.by).run() }
    return try record(in: world, asking: nil)
  }

  func plan(_ body: Body) throws -> Prepared {
    let state = body.state
    switch word {
    case .present: return Prepared(plan: try state.attending(room: room, online: online, entitled: entitled))
    case .open:
      var plan = try state.changingSitting(
        .opened, title: title, chair: chair.map { body.person($0) }, clockGiven: body.world.clockIsGiven)
      if room != nil || online != nil {
        let present = try state.attending(room: room, online: online, entitled: entitled)
        plan.events += present.events
        plan.says += present.says
      }
      return Prepared(plan: plan)
    case .suspend: return Prepared(plan: try state.changingSitting(.suspended, until: until, reason: reason))
    case .adjourn: return Prepared(plan: try state.changingSitting(.adjourned, until: until, reason: reason))
    case .resume: return Prepared(plan: try state.changingSitting(.resumed, reason: reason))
    case .close: return Prepared(plan: try state.changingSitting(.closed, reason: reason))
    case nil: return Prepared(plan: Plan())
    }
  }
}
