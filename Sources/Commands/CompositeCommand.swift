internal import ArgumentParser
internal import CanonicalJSON
internal import Meeting
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions composite TEXT TEXT…`
struct CompositeCommand: RecordingCommand {
  static let schema = "motions.composited/1"
  static let configuration = CommandConfiguration(
    commandName: "composite",
    abstract: "Draft one motion from several: what they have in common once, and what each has alone.",
    discussion: """
      The words are those of the text listed first; clauses that only others have come where their own text has them. \
      The report says for every clause where it comes from and who has it otherwise. It is a draft for the movers to \
      settle: nothing is recorded.

      With --record the composite is received in the place of motions of the record, in the words of --text or of the \
      draft. They go on in it, and are before the meeting again if it is withdrawn, not moved or ruled out. What \
      becomes of each amendment to them that is still to be taken is said.

      EXAMPLES
        motions composite riverside.md harbour.md --into fares-composite.md
        motions composite M1 M4 M7 --title "Bus fares (composite)"
        motions composite M1 M4 --record --text settled.md --agreed "Ann Jones" --agreed "Raj Patel"
        motions composite M1 M4 --record --carry-over M1/A2 --include M4/A1 --withdraw M4/A3
      """)

  @Argument(help: ArgumentHelp("Files, or motions of the record; at least two.", valueName: "TEXT"))
  var texts: [String]

  @Option(name: .long, help: ArgumentHelp("The composite's title.", valueName: "TITLE"))
  var title: String?

  @Option(name: .long, help: ArgumentHelp("Write the draft there instead of printing it.", valueName: "FILE"))
  var into: String?

  @Flag(name: .customLong("record"), help: "Receive the composite in the place of the motions named.")
  var isRecorded = false

  @Option(name: .long, help: ArgumentHelp("Its text as the movers settled it; else the draft.", valueName: "FILE"))
  var text: String?

  @Option(name: .long, help: "Who agreed to it; once for each. Names are kept apart from the record.")
  var agreed: [String] = []

  @Option(name: .long, help: ArgumentHelp("An amendment that is one to the composite now.", valueName: "AMENDMENT"))
  var carryOver: [String] = []

  @Option(name: .long, help: ArgumentHelp("An amendment that the composite's words have.", valueName: "AMENDMENT"))
  var include: [String] = []

  @Option(name: .long, help: ArgumentHelp("An amendment that is withdrawn with it.", valueName: "AMENDMENT"))
  var withdraw: [String] = []

  @Option(name: .long, help: "Why, for the minutes.")
  var reason: String?

  @OptionGroup var recording: Recording

  func validate() throws {
    let said = text != nil || reason != nil || !(agreed + carryOver + include + withdraw).isEmpty
    if said, !isRecorded { throw ValidationError("What was agreed is recorded with --record.") }
    if into != nil, isRecorded { throw ValidationError("--into writes a draft; --record receives the composite.") }
  }

  func run(in world: World) throws -> ExitStatus {
    if isRecorded { return try record(in: world, asking: nil) }
    let (sources, draft) = try draft(in: world)
    guard let draft else { return .done }
    let page = CompositePage(draft, of: sources)
    if let into {
      let path = into.path(in: world.folder)
      guard world.files.kind(of: path) == nil else { throw Failure(existing: into) }
      do {
        try world.files.write(draft.bytes, to: path, mode: 0o644)
      } catch {
        throw Failure(error, in: world)
      }
    }
    if recording.json {
      world.write(page.json.answer + [10])
    } else {
      page.report.forEach(world.say)
      if into == nil { world.write(draft.bytes) }
    }
    return .done
  }

  func plan(_ body: Body) throws -> Prepared {
    let items = try texts.map { try body.state.item($0) }
    _ = try body.state.originals(of: items)
    var fates: [String: MotionsComposited.Settled.Fate] = [:]
    for (names, fate) in [
      (carryOver, MotionsComposited.Settled.Fate.carriedOver), (include, .included),
      (withdraw, .withdrawn),
    ] {
      for name in names { fates[try body.state.item(name).name] = fate }
    }
    let bytes =
      try text.map { try SourceFile(reading: $0, in: body.world).bytes } ?? draft(in: body.world).draft?.bytes ?? []
    let submission = CompositeSubmission(
      text: bytes, agreed: agreed.map { body.person($0) }, receivedAt: body.zone.rfc3339(try body.arrival(nil)),
      fates: fates, reason: reason)
    let plan = try body.state.compositing(items, submission)
    guard case .motionsComposited(let composited)? = plan.events.last else { return Prepared(plan: plan) }
    return Prepared(
      plan: plan,
      details: [
        JSON.Member("item", .string(composited.item)), JSON.Member("originals", JSON(composited.originals)),
        JSON.Member(
          "amendments",
          .array(
            composited.amendments.map {
              ["item": .string($0.item), "fate": .string($0.fate.rawValue), "name": JSON($0.name)]
            })),
      ])
  }

  private func draft(in world: World) throws -> (sources: [CompositeDraft.Source], draft: CompositeDraft?) {
    guard texts.count > 1 else {
      throw Failure(
        .usage, "usage", "a composite is made from two motions or more", help: "name them, the leading one first")
    }
    let sources = try texts.map { try source($0, in: world) }
    return (sources, CompositeDraft(of: sources, title: title))
  }

  private func source(_ text: String, in world: World) throws -> CompositeDraft.Source {
    let file = try SourceFile(reading: text, in: world)
    let document = Document(parsing: file.bytes)
    let mover = try document.fields["mover"]?.string ?? Body.mover(of: text, in: world)
    return CompositeDraft.Source(name: file.stem, document: document, mover: mover)
  }
}
