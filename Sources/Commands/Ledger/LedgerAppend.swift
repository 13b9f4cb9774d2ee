internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerAppend: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Enter events in a ledger: one JSON object a line.",
    discussion: """
      An event has a “type”, perhaps “by”, “v” and “id”, and any members of its
      own; an event whose “id” is there already is not entered twice. The answer
      comes once everything would survive a loss of power. A line that can't be
      entered stops the batch (1 MiB) that it is in, and the error says how many
      events before it are entered.

      EXAMPLE
        echo '{"type":"vote.counted","for":41,"against":12}' | motions ledger append notes.jsonl --by Ada
        motions ledger append notes.jsonl events.jsonl --checkpoint
      """)

  @OptionGroup var ledger: LedgerToSeal

  @Argument(help: "The file with the events; - is standard input.")
  var events = "-"

  @Option(name: .long, help: "Who enters them, where an event does not say; else the ledger's own name stands there.")
  var by: String?

  @Flag(name: .long, help: "Seal the ledger afterwards, as “motions ledger checkpoint” does.")
  var checkpoint = false

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let bytes = try events == "-" ? world.readInput() : world.files.read(events.path(in: world.folder))
    let signer = try checkpoint ? ledger.signer(in: world) : nil
    let open = try ledger.open(in: world)
    defer { open.close() }
    var batches = EventBatches(bytes, by: by, name: events == "-" ? "standard input" : events)
    var report = Report(first: open.size)
    while let batch = try batches.next(durable: report.events) {
      let entered: OpenLedger.Appended
      do throws(LedgerError) {
        entered = try open.append(batch.events)
      } catch {
        throw failure(error, batch, durable: report.events, in: world)
      }
      report.add(entered, firstOfBatch: report.events)
    }
    if let signer { _ = try open.seal(with: signer) }
    say(report, open.recovered, in: world)
    let answer: JSON = [
      "schema": "motions.appended/1", "first": .integer(report.first), "count": .integer(report.count),
      "root": .string(open.root.base64),
      "repeated": .array(
        report.repeated.map { ["index": .integer($0.index), "seq": .integer($0.seq)] }),
      "sealed": .bool(signer != nil && !ledger.dryRun),
    ]
    world.write(answer.answer + [10])
    return .done
  }

  private func failure(_ error: LedgerError, _ batch: EventBatches.Batch, durable: Int, in world: World) -> Failure {
    switch error {
    case .badEvent(let index, let fault):
      EventBatches.failure(
        fault.code, fault.message, in: events == "-" ? "standard input" : events, line: batch.lines[index],
        durable: durable)
    default: Failure(error, in: world)
    }
  }

  private func say(_ report: Report, _ recovery: OpenLedger.Recovery?, in world: World) {
    world.sayGivenClock()
    if let recovery {
      world.say(
        "note: a write that was cut off had left \(recovery.bytes) bytes at the end; they are in "
          + "\(world.shown(recovery.path)), and an entry says so")
    }
    if report.clockWasBehind {
      world.say("note: the clock stands before the last entry; that entry's time was taken")
    }
    for event in report.repeated {
      world.say("note: event \(event.index + 1) was there already, as entry \(event.seq); it was not entered again")
    }
    if ledger.dryRun { world.say("note: nothing was written (--dry-run)") }
  }

  private struct Report {
    var first: Int
    var count = 0
    /// Events taken, with those that were there already.
    var events = 0
    var repeated: [(index: Int, seq: Int)] = []
    var clockWasBehind = false

    init(first: Int) { self.first = first }

    mutating func add(_ appended: OpenLedger.Appended, firstOfBatch: Int) {
      if count == 0, let new = appended.first { first = new }
      count += appended.count
      events += appended.count + appended.repeated.count
      repeated += appended.repeated.map { (firstOfBatch + $0.index, $0.seq) }
      clockWasBehind = clockWasBehind || appended.clockWasBehind && appended.count > 0
    }
  }
}
