internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

struct AmendCommand: RecordingCommand {
  static let schema = "motions.amend/1"
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Record an amendment to a motion, or to an amendment; its reading is said back first.",
    discussion: """
      An amendment is an instruction in English, a file of instructions (with `amends:` in front) or an edited copy of
      the motion. Once debate has begun it is read against the motion as it now stands; --on-paper reads it against the
      circulated text.

      EXAMPLES
        motions amend M1 --instruction "In clause 2, delete 'may' and insert 'must'"
        motions amend M1 harbour.md --from "Harbour branch"
        motions amend M1 edited-copy.md --copy
        motions amend M1/A2 --instruction "In clause 3A, leave out 'monthly'"
        motions amend M1 - < short-line.txt
      """)

  @Argument(help: "The motion or amendment: M1, M1/A2.")
  var item: String

  @Argument(help: "A file of instructions, an edited copy, or - for standard input.")
  var file: String?

  @Option(name: .long, parsing: .unconditional, help: "The instruction itself.")
  var instruction: String?

  @Option(name: .long, help: .hidden)
  var typed: String?

  @Flag(name: .long, help: "The file is an edited copy of the motion.")
  var copy = false

  @Flag(name: .long, help: "Read it against the circulated text even after debate has begun.")
  var onPaper = false

  @Option(name: .long, help: "From whom; the name is kept apart from the record.")
  var from: String?

  @Option(name: .long, help: "When it came in; now where it is left out.")
  var received: String?

  @OptionGroup var recording: Recording

  func validate() throws {
    guard [file, instruction, typed].compactMap({ $0 }).count == 1 else {
      throw ValidationError("Give one amendment: --instruction \"…\", or a file.")
    }
  }

  func plan(_ body: Body) throws -> Prepared {
    let item = try body.state.item(item)
    var bytes = Array((typed ?? instruction ?? "").utf8)
    if let instruction, ShortLine.looksLikeOne(instruction) { throw Failure(shortLine: instruction) }
    if let file { bytes = try SourceFile(reading: file, in: body.world).bytes }
    let arrival = try body.arrival(received)
    let kind = try item.motion.received.kind
    let submission = AmendmentSubmission(
      text: bytes, form: copy ? .copy : instruction ?? typed != nil ? .instruction : nil,
      from: from.map { body.person($0) }, receivedAt: body.zone.rfc3339(arrival),
      lateness: body.lateness(of: arrival, action: .amend, kind: kind), onPaper: onPaper)
    return try AmendCommand.prepared(try body.state.amending(item, submission), of: item, text: bytes)
  }

  static func prepared(_ reading: AmendmentReading, of item: State.Item, text: [UInt8]) throws -> Prepared {
    switch reading {
    case .understood(let received, let plan):
      return Prepared(
        plan: plan,
        details: [
          JSON.Member("item", .string(received.item)), JSON.Member("sentence", .string(received.sentence)),
          JSON.Member("operations", .array(received.operations.map { JSON($0) })),
          JSON.Member(
            "labels", JSON(received.labels.map(\.label))),
          JSON.Member("read_against", received.readAgainst.map { JSON($0) } ?? .null),
        ])
    case .question(let reading):
      throw Failure(reading: reading, of: item.name, text: text)
    }
  }
}

extension Failure {
  /// What was not understood in an amendment, with the candidates to choose from.
  init(reading: Reading, of item: String, text: [UInt8]) {
    let finding = reading.findings.first
    var message = finding?.message ?? "This can't be read as an amendment to \(item)."
    if !reading.candidates.isEmpty {
      let places = reading.candidates.map { "\($0.path): \($0.excerpt)" }
      message += "\n" + places.map { "  - \($0)" }.joined(separator: "\n")
    }
    let code =
      switch reading.verdict {
      case .ambiguous: "ambiguous"
      case .notFound: "not-found"
      default: "not-understood"
      }
    self.init(
      .badInput, code, message,
      help: finding?.fix ?? "Name the clause and quote the words: In 2.1, delete “…” and insert “…”.")
    let words = String(decoding: text, as: UTF8.self)
    if let span = finding?.span, !words.utf8.contains(10) {
      line = 1
      column = String(decoding: text.prefix(span.lowerBound), as: UTF8.self).unicodeScalars.count + 1
      excerpt = words
    }
  }
}
