internal import CanonicalJSON
internal import Ledger
internal import Platform

/// Somebody who does one thing after another with a ledger, each as a command of its own, and keeps in mind what was
/// acknowledged.
struct Clerk {
  enum Step {
    case create
    /// So many events as one batch.
    case append(Int)
    /// Events with so many bytes of text each.
    case long(Int, bytes: Int)
    /// An event under an id, for the second time perhaps.
    case identified(String)
    case seal
    /// A text, and an entry that names it.
    case text(String)
  }

  static let path = "/body/notes.jsonl"
  static let small: [Step] = [
    .create, .append(1), .append(3), .seal, .text("To campaign."), .identified("a"), .identified("a"), .seal,
    .append(2),
  ]

  /// Numbers of the events that were acknowledged, in their order.
  private(set) var entered: [Int] = []
  private(set) var isCreated = false
  private(set) var sealed = 0
  private(set) var texts: [Digest: [UInt8]] = [:]
  private(set) var ids: Set<String> = []
  private var next = 1

  static let key = SigningKey(name: "riverside.example/notes", seed: Array(0..<32))

  static func machine(clockStands: Bool = false) -> Machine {
    let machine = Machine(clockStands: clockStands)
    _ = machine.makeFolder("/body", 0o755)
    machine.syncAll()
    machine.restart()
    return machine
  }

  static func begin() -> (Machine, Clerk) { (machine(), Clerk()) }

  static func ledger(on machine: Machine) -> LedgerFile {
    var ledger = LedgerFile(path, in: World.test(files: Disk(machine), now: "2026-09-13T11:00:00Z").world)
    // Each of these is small; what holds with bookmarks is to be seen with them.
    ledger.leastForBookmark = 0
    return ledger
  }

  /// Does the steps until one fails, and goes on after it where `goesOn`, as a user does with the next command.
  mutating func work(_ steps: [Step], on machine: Machine, goesOn: Bool = false) -> (any Error)? {
    var failure: (any Error)?
    for step in steps {
      do {
        try take(step, machine)
      } catch {
        failure = failure ?? error
        if !goesOn { return failure }
      }
    }
    return failure
  }

  private mutating func take(_ step: Step, _ machine: Machine) throws {
    let ledger = Self.ledger(on: machine)
    switch step {
    case .create:
      try ledger.create(origin: "riverside.example/notes", key: Self.key?.verifier)
      isCreated = true
    case .append(let count): try enter((0..<count).map { _ in "note" }, ledger)
    case .long(let count, let bytes):
      try enter((0..<count).map { _ in String(repeating: "long ", count: bytes / 5) }, ledger)
    case .identified(let id):
      let event = NewEntry(type: "note.made", by: "Ada", id: id)
      _ = try ledger.withLock { try $0.append([event]) }
      ids.insert(id)
    case .seal:
      guard let key = Self.key else { return }
      sealed = try ledger.withLock { try $0.seal(with: key) }.size
    case .text(let text):
      let digest = try TextStore("/body/texts", in: Disk(machine)).put(Array(text.utf8))
      try enter([digest.hex], ledger)
      texts[digest] = Array(text.utf8)
    }
  }

  private mutating func enter(_ texts: [String], _ ledger: LedgerFile) throws {
    let numbers = Array(next..<next + texts.count)
    // A number that failed is never used again: it may be there all the same.
    next += texts.count
    let events = zip(numbers, texts).map { number, text in
      NewEntry(
        type: "note.made", by: "Ada", fields: [.init("number", .integer(number)), .init("text", .string(text))])
    }
    _ = try ledger.withLock { try $0.append(events) }
    entered += numbers
  }

  // MARK: Afterwards

  /// What does not hold on a machine as it is now, of all that was acknowledged; nil where everything does.
  ///
  /// It is read as it is, then written to and sealed, and the power is lost once more.
  func broken(on machine: Machine, _ chance: inout Chance) -> String? {
    do {
      if let broken = try read(machine, mayBeTorn: true) { return broken }
      var later = self
      // Sealing costs most of a test's time, and none of it tells much more.
      var steps: [Step] = chance.below(4) == 0 ? [.append(2), .seal] : [.append(2)]
      if Disk(machine).ownKind(of: Self.path) == nil { steps.insert(.create, at: 0) }
      if let error = later.work(steps, on: machine) { return "writing can go on: \(error)" }
      if let broken = try later.read(machine, mayBeTorn: false) { return "after writing, \(broken)" }
      let after = machine.afterLoss(.nothing, &chance)
      if let broken = try later.read(after, mayBeTorn: false) { return "after writing and another loss, \(broken)" }
      return nil
    } catch {
      return "it can be read: \(error)"
    }
  }

  private func read(_ machine: Machine, mayBeTorn: Bool) throws -> String? {
    let ledger = Self.ledger(on: machine)
    if Disk(machine).ownKind(of: Self.path) == nil {
      return isCreated ? "the ledger is there" : nil
    }
    let found = try ledger.verify()
    let allowed: Set<Damage.Code> = mayBeTorn ? [.unsealed, .torn] : [.unsealed]
    if let problem = found.problems.first(where: { !allowed.contains($0.code) }) { return "verify says: \(problem)" }
    if (found.checkpoint?.size ?? 0) < sealed { return "the checkpoint of \(sealed) entries is there" }
    let entries = try ledger.entries()
    let open = try ledger.open()
    defer { open.close() }
    if open.size != entries.count || open.root != found.root { return "whoever writes starts from all entries" }
    let notes = entries.filter { $0.type == "note.made" }
    let numbers = notes.compactMap { $0["number"]?.number }
    if numbers != numbers.sorted() || Set(numbers).count != numbers.count { return "each once, in order: \(numbers)" }
    let missing = entered.filter { !numbers.contains($0) }
    if !missing.isEmpty { return "acknowledged events \(missing) are there: \(numbers)" }
    for note in notes where note["number"] == nil {
      if notes.filter({ $0.id == note.id }).count != 1 { return "an id is there once" }
    }
    if let id = ids.first(where: { id in !notes.contains { $0.id == id } }) {
      return "the event with the id \(id) is there"
    }
    if notes.contains(where: { $0["number"] != nil && ($0["text"]?.text ?? "").isEmpty }) { return "entries are whole" }
    let store = TextStore("/body/texts", in: Disk(machine))
    for (digest, bytes) in texts where try store.get(digest) != .bytes(bytes) {
      return "the text \(digest.hex) is there"
    }
    // What an entry names was there before it.
    for note in notes {
      guard let digest = note["text"]?.text.flatMap({ Digest(hex: $0) }) else { continue }
      if case .bytes = try store.get(digest) { continue }
      return "a text that entry \(note.seq) names is there"
    }
    return nil
  }
}
