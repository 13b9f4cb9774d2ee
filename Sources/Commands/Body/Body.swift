internal import CanonicalJSON
internal import Ledger
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

/// A body's folder with the state that its record makes.
struct Body {
  let folder: BodyFolder
  let world: World
  private(set) var state: State
  let zone: TimeZoneRules
  let names: NameBook
  /// The seal of the record as it was read.
  let seal: String
  var name: String { state.orders.name.isEmpty ? state.origin : state.orders.name }

  // MARK: Opening

  /// Reads the record without a lock; `checked`, every text and figure that an entry asserts is computed again.
  ///
  /// - Parameter count: Only the first entries, such as those that are sealed.
  static func open(in world: World, checked: Bool = false, first count: Int = .max) throws -> Body {
    let folder = try BodyFolder.find(in: world)
    let file = LedgerFile(folder.ledger, lock: folder.lock, in: world)
    do {
      // The seal first: one that is written meanwhile would cover entries that are not read yet.
      let seal = (try? file.storedCheckpoint()) ?? nil
      func warn(_ leaves: [Digest]) {
        if let seal, !Body.holds(leaves, seal) {
          world.say("warning: the record is not the one that was sealed; do not rely on this: motions verify says more")
        }
      }
      if checked || count < .max {
        let entries = try file.entries()
        warn(entries.map(\.leaf))
        return try Body(folder, Array(entries.prefix(count)), world, checked: checked)
      }
      let record = try ReadRecord(folder, world) { place throws(LedgerError) in try file.entries(after: place) }
      warn(record.leaves)
      return try Body(folder, record, world)
    } catch let error as LedgerError {
      throw Failure(error, in: world)
    }
  }

  /// Reads a record as it was published, which comes without rules.yaml, names and key.
  static func open(_ published: PublishedLedger, in world: World, checked: Bool) throws -> Body {
    do {
      return try Body(BodyFolder(path: published.path), try published.entries(), world, checked: checked)
    } catch let error as LedgerError {
      throw Failure(error, in: world)
    }
  }

  /// Opens the record to write, decides and appends while nobody else does.
  static func holding(
    _ world: World, wait: Int, _ work: (Body, OpenLedger) throws -> ExitStatus
  ) throws -> ExitStatus {
    let folder = try BodyFolder.find(in: world)
    do {
      return try LedgerFile(folder.ledger, lock: folder.lock, in: world).withLock(wait: wait) { ledger in
        // What a crash left torn is set aside first, so that the state is that of the record to be written to.
        _ = try ledger.append([])
        let record = try ReadRecord(folder, world) { place throws(LedgerError) in
          try ledger.entries(after: place)
        }
        return try work(try Body(folder, record, world), ledger)
      }
    } catch let error as LedgerError {
      var failure = Failure(error, in: world)
      if failure.code == "ledger-damaged" {
        failure.help = "Nothing was written. Where it is damaged, is said by: motions verify"
      }
      throw failure
    }
  }

  private init(_ folder: BodyFolder, _ entries: [Entry], _ world: World, checked: Bool) throws {
    var tree = MerkleFrontier()
    for entry in entries { tree.append(leaf: entry.leaf) }
    try self.init(
      folder, Body.state(folding: entries, folder, world, checked: checked),
      seal: Seal(root: tree.root, entries: tree.count), world)
  }

  private init(_ folder: BodyFolder, _ record: ReadRecord, _ world: World) throws {
    try self.init(folder, record.state, seal: record.place.seal, world)
  }

  private init(_ folder: BodyFolder, _ state: State, seal: Seal, _ world: World) throws {
    self.folder = folder
    self.world = world
    self.state = state
    self.seal = seal.text
    zone = try Body.zone(state.orders, world)
    names = NameBook(reading: folder.names, in: world)
  }

  static func state(
    folding entries: [Entry], _ folder: BodyFolder, _ world: World, checked: Bool = false
  ) throws -> State {
    // What is kept in mind holds the state: that must not hold it in turn.
    var source = world
    source.memory = nil
    let zones = source
    return State(
      folding: try events(entries), texts: texts(folder, world), checked: checked,
      zones: { try? TimeZoneRules.found($0, in: zones) })
  }

  /// Whether the first entries are those of a seal.
  private static func holds(_ leaves: [Digest], _ seal: Checkpoint) -> Bool {
    guard leaves.count >= seal.size else { return false }
    var tree = MerkleFrontier()
    for leaf in leaves.prefix(seal.size) { tree.append(leaf: leaf) }
    return tree.root == seal.root
  }

  static func events(_ entries: [Entry]) throws -> [RecordedEvent] {
    do throws(EventError) {
      var events: [RecordedEvent] = []
      events.reserveCapacity(entries.count)
      for entry in entries { events.append(try RecordedEvent(entry)) }
      return events
    } catch {
      throw Failure(.badInput, error.code, error.message, file: "ledger.jsonl", help: "motions verify says more.")
    }
  }

  static func texts(_ folder: BodyFolder, _ world: World) -> TextSource {
    let store = TextStore(folder.texts, in: world.files)
    return TextSource { name in
      guard let digest = Digest(hex: name.sha256), let stored = try? store.get(digest) else { return .withheld }
      return switch stored {
      case .bytes(let bytes): .bytes(bytes)
      case .withheld: .withheld
      case .changed: .changed
      }
    }
  }

  /// A text that an entry names; nil where it is withheld or has changed.
  func text(_ name: TextName) -> [UInt8]? {
    Body.texts(folder, world).bytes(name)
  }

  // MARK: Recording

  /// Keeps the texts, then the names, then appends the entries as one batch and seals the record.
  func append(
    _ plan: Plan, by role: String, to ledger: OpenLedger
  ) throws -> [RecordedEvent] {
    world.sayGivenClock()
    let store = TextStore(folder.texts, in: world.files)
    do throws(FileError) {
      for text in plan.texts { _ = try store.put(text) }
      try names.keep(in: folder.names, world)
    } catch {
      throw Failure(error, in: world)
    }
    let appended = try ledger.append(plan.entries(by: role, next: ledger.size))
    if appended.clockWasBehind {
      world.say("note: the clock is behind the last entry; that entry's time was recorded")
    }
    if world.files.kind(of: folder.key) != nil {
      _ = try ledger.seal(with: try SigningKey(file: folder.key, in: world.files))
    } else {
      world.say("note: the key is not in this copy (.motions/ledger.key), so this is recorded and not sealed")
    }
    let recorded = try Body.events(appended.entries)
    var after = self
    after.state.take(recorded, texts: Body.texts(folder, world))
    after.writeMotions(since: state)
    after.writeCopies()
    return recorded
  }

  /// `motions/M1.md`, for reading; never read back. Those whose text is another one now, or that are not there.
  private func writeMotions(since before: State) {
    for motion in state.motions {
      let path = "\(motion.number).md".path(in: folder.motions)
      let isSame = before.motion(motion.number)?.versions == motion.versions
      if isSame, world.files.kind(of: path) == .file { continue }
      guard let bytes = motion.fileNow else { continue }
      do throws(FileError) {
        try world.files.makeFolder(folder.motions, mode: 0o755)
        try world.files.write(bytes, to: path, mode: 0o644)
      } catch {
        // The record is what counts: a file for reading that can't be written is no reason to say it failed.
        world.say("note: \(path.lastStep) could not be written: \(error.reason)")
      }
    }
  }

  /// A person by number and salted digest; the name goes to the side file when the plan is recorded.
  func person(_ name: String) -> Person { names.person(name, salt: world.random(16)) }

  // MARK: Asking

  /// The state as it was when a day ended here.
  func state(atEndOf day: CivilDate) -> State {
    state.before(zone.resolve(day.adding(days: 1), .midnight).earliest, texts: Body.texts(folder, world))
  }

  func item(_ text: String) throws -> State.Item {
    do {
      return try state.item(text)
    } catch {
      throw Failure(.badInput, error.code, error.message, help: error.help)
    }
  }

  /// The motion that a person names, or the one that the amendment named is to.
  func motion(_ text: String) throws -> MotionState {
    do {
      return try state.item(text).motion
    } catch {
      throw Failure(.badInput, error.code, error.message, help: error.help)
    }
  }

  var reader: Reader {
    let names = self.names
    let zone = self.zone
    return Reader(
      name: { names.name(of: $0) },
      time: { at in
        guard let instant = Instant(rfc3339: at) else { return at }
        let (date, time) = zone.civil(at: instant)
        return "\(date) \(String(time.description.prefix(5)))"
      },
      moment: { at in
        guard let instant = Instant(rfc3339: at) else { return at }
        let (date, time) = zone.civil(at: instant)
        return "\(date.words), \(String(time.description.prefix(5)))"
      })
  }

  /// When something came in, as the secretary says it; now where nothing is said.
  func arrival(_ text: String?) throws -> Instant {
    let now = Instant(seconds: world.now())
    guard let text else { return now }
    if let instant = ArrivalTime.read(text, now: now, zone: zone) { return instant }
    throw Failure(
      .usage, "bad-time", "“\(text)” is not a time of arrival that can be read.",
      help: "Write it as Fri 11:58, yesterday 18:00, 20 Nov 11:58, 2026-11-20 11:58 or 11:58.")
  }

  /// The deadline for the body itself that a moment misses: that of the next meeting, or of the one on a day.
  func lateness(
    of arrival: Instant, action: Stage.Action, kind: String, meeting: CivilDate? = nil
  ) -> Lateness? {
    state.orders.lateness(
      of: arrival, action: action, kind: kind, meeting: meeting, zone: zone, zoneData: world.zoneDataVersion)
  }

  private static func zone(_ orders: StandingOrders, _ world: World) throws -> TimeZoneRules {
    try TimeZoneRules.found(orders.timeZone, in: world)
  }
}
