internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform

struct ReceiveCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Record that motions came in: when, from whom, in order or not. Each gets its number.",
    discussion: """
      Received is not accepted: what is late or out of order is recorded as such and can be admitted later.

      EXAMPLES
        motions receive bus-fares.md --from "Riverside branch" --received "Fri 11:58"
        motions receive a.md b.md --received "2027-03-05 09:30" --way e-mail
      """)

  @Argument(help: "Motion files.")
  var files: [String]

  @Option(name: .long, help: "From whom; the name is kept apart from the record.")
  var from: String?

  @Option(name: .long, help: "When it came in, such as “Fri 11:58”; now where it is left out.")
  var received: String?

  @Option(name: .long, help: "By what way: e-mail, post, by hand.")
  var way: String?

  @Option(name: .customLong("for"), help: "The day of the meeting that it is for; the next one where it is left out.")
  var meeting: String?

  func validate() throws {
    if let meeting, CivilDate(reading: meeting) == nil {
      throw ValidationError("--for is the day of a meeting, such as 2027-03-04, not “\(meeting)”.")
    }
  }

  @OptionGroup var recording: Recording

  func run(in world: World) throws -> ExitStatus {
    // Each file is a batch of its own: one that can't be read must not take the others with it.
    var answers: [JSON] = []
    defer { if recording.json, let answer = ReceiveCommand.together(answers) { world.write(answer.answer + [10]) } }
    for file in files {
      let one = ReceiveOne(file: file, command: self)
      if let answer = try one.recorded(in: world, asking: nil) { answers.append(answer) }
    }
    return .done
  }

  /// The answers on several files as one: lists joined, the rest as the first has it.
  private static func together(_ answers: [JSON]) -> JSON? {
    guard case .object(var members)? = answers.first else { return nil }
    for index in members.indices {
      guard case .array(var list) = members[index].value else { continue }
      for answer in answers.dropFirst() {
        if case .array(let more)? = answer[members[index].name] { list += more }
      }
      members[index].value = .array(list)
    }
    return .object(members)
  }
}

/// The receiving of one file.
struct ReceiveOne: RecordingCommand {
  static let schema = "motions.receive/1"
  static let configuration = CommandConfiguration(commandName: "receive-one", shouldDisplay: false)

  @Argument var file: String
  @Option var from: String?
  @Option var received: String?
  @Option var way: String?
  @Option var meeting: String?
  @OptionGroup var recording: Recording

  init() {}

  init(file: String, command: ReceiveCommand) {
    self.init()
    self.file = file
    self.from = command.from
    self.received = command.received
    self.way = command.way
    self.meeting = command.meeting
    self.recording = command.recording
  }

  func plan(_ body: Body) throws -> Prepared {
    let source = try SourceFile(reading: file, in: body.world)
    let document = Document(parsing: source.bytes)
    let arrival = try body.arrival(received)
    let kind = document.kind
    let day = meeting.flatMap { CivilDate(reading: $0) }
    let submission = Submission(
      original: source.bytes, from: from.map { body.person($0) },
      mover: document.fields["mover"]?.string.map { body.person($0) },
      seconder: document.fields["seconder"]?.string.map { body.person($0) },
      receivedAt: body.zone.rfc3339(arrival), way: way,
      lateness: body.lateness(of: arrival, action: .submit, kind: kind, meeting: day), meeting: day)
    let plan = try body.state.receiving(submission)
    var number = ""
    if case .motionReceived(let received)? = plan.events.first { number = received.item }
    let motion = [
      JSON.Member("item", .string(number)), JSON.Member("title", JSON(document.title)),
      JSON.Member("kind", .string(kind)), JSON.Member("received_at", .string(submission.receivedAt)),
      JSON.Member("late", JSON(submission.lateness?.rule)),
    ]
    return Prepared(plan: plan, details: motion + [JSON.Member("motions", .array([.object(motion)]))])
  }
}
