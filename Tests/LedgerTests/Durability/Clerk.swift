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
    /// Another key.
    case rotate
    /// A teller's line under the stored checkpoint.
    case cosign
    case publish
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
  /// Keys handed over so far.
  private(set) var rotated = 0
  /// The head that the teller's line stands under.
  private(set) var cosigned: String?
  private(set) var published = 0
  private var next = 1

  static let key = SigningKey(name: "riverside.example/notes", seed: Array(0..<32))
  static let teller = SigningKey(name: "teller.example", seed: Array(2..<34))
  /// One key after the other.
  static let keys = (0..<8).compactMap { SigningKey(name: "riverside.example/notes", seed: Array($0..<32 + $0)) }
  static let folder = "/body/public"
  private struct NoKey: Error {}

  static func machine(clockStands: Bool = false) -> Machine {
    let machine = Machine(clockStands: clockStands)
    _ = machine.makeFolder("/body", 0o755)
    machine.syncAll()
    machine.restart()
    return machine
  }

  static func begin() -> (Machine, Clerk) { (machine(), Clerk()) }

  static func world(on machine: Machine) -> World {
    World.test(files: MachineDisk(machine), now: "2026-09-13T11:00:00Z").world
  }

  static func ledger(on machine: Machine) -> LedgerFile {
    var ledger = LedgerFile(path, in: world(on: machine))
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
      sealed = try ledger.withLock { open in
        guard let key = Self.keys.first(where: { $0.verifier == open.key }) else { throw NoKey() }
        return try open.seal(with: key)
      }.size
    case .rotate:
      // Whether the last one was handed over stands in the ledger, wherever it was cut off.
      rotated = try ledger.withLock { open in
        guard let index = Self.keys.dropLast().firstIndex(where: { $0.verifier == open.key }) else { throw NoKey() }
        _ = try open.rotate(from: Self.keys[index], to: Self.keys[index + 1], by: "Ada")
        return index + 1
      }
    case .cosign:
      guard let teller = Self.teller, var head = try ledger.storedCheckpoint(),
        let line = teller.cosignature(of: head.text, at: 1_789_297_200)
      else { return }
      head.signatures.removeAll { $0.keyID == line.keyID }
      head.signatures.append(line)
      try Disk(machine).write(head.bytes, to: ledger.checkpointPath, mode: 0o644)
      cosigned = head.text
    case .publish: published = try ledger.publish(to: Self.folder).checkpoint.size
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
      if published > 0, steps.count > 1 { steps += [.publish] }
      if let error = later.work(steps, on: machine) { return "writing can go on: \(error)" }
      if let broken = try later.read(machine, mayBeTorn: false) { return "after writing, \(broken)" }
      let after = machine.afterLoss(.nothing, &chance)
      if let broken = try later.read(after, mayBeTorn: false) { return "after writing and another loss, \(broken)" }
      return nil
    } catch {
      return "it can be read: \(error)"
    }
  }

  private func readKeysAndFolder(_ machine: Machine, _ found: Verification) throws -> String? {
    let inForce = Self.keys.firstIndex { $0.verifier == found.key } ?? -1
    if isCreated, inForce < rotated { return "the key that was handed over to is in force" }
    if let head = found.checkpoint, head.text == cosigned {
      let isThere = head.signatures.contains { $0.name == "teller.example" }
      if !isThere { return "the teller's line is there" }
    }
    let folder = PublishedLedger(Self.folder, in: Self.world(on: machine))
    guard Disk(machine).ownKind(of: Self.folder + "/checkpoint") != nil else {
      return published > 0 ? "what was published is there" : nil
    }
    let there = try folder.verify()
    if !there.isVerified { return "what is published verifies: \(there.problems)" }
    return there.entries < published ? "all \(published) entries are published" : nil
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
    if let broken = try readKeysAndFolder(machine, found) { return broken }
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
