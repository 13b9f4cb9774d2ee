internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

/// Every promise about writing, attacked: the power goes, a process is killed or the system fails at each call there is.
@Suite struct CrashTests {
  /// Sectors are of one size or another by chance.
  static let outcomes: [Plane.Outcome] = [.nothing, .everything, .inOrder, .sectors(8)]

  /// How many calls a history makes when nothing goes wrong.
  private func calls(_ steps: [Clerk.Step], on start: () -> (Machine, Clerk) = Clerk.begin) -> Int {
    var (machine, clerk) = start()
    #expect(clerk.work(steps, on: machine) == nil)
    return machine.calls
  }

  /// Lets a fault happen at each call of a history, then the rest go on, and then the power go in several ways.
  private func attack(
    _ steps: [Clerk.Step], on start: () -> (Machine, Clerk) = Clerk.begin, goesOn: Bool = false,
    outcomes: [Plane.Outcome],
    sourceLocation: SourceLocation = #_sourceLocation, _ fault: (Int) -> Machine.Fault
  ) {
    let count = calls(steps, on: start)
    let (first, beginner) = start()
    for seed in Chance.seeds(1) {
      var chance = Chance(seed: seed)
      for number in 1...count {
        let machine = first.afterLoss(.everything, &chance)
        var clerk = beginner
        machine.plan(fault(number))
        _ = clerk.work(steps, on: machine, goesOn: goesOn)
        let call = machine.call(number)
        for var outcome in outcomes {
          if case .sectors = outcome { outcome = .sectors(chance.pick([8, 32, 512])) }
          let after = machine.afterLoss(outcome, &chance)
          guard let broken = clerk.broken(on: after, &chance) else { continue }
          Issue.record(
            "seed \(seed), call \(number) of \(count) (\(call)), \(outcome): \(broken)", sourceLocation: sourceLocation)
          return
        }
      }
    }
  }

  @Test("the power goes before any call: what was acknowledged is there once, in order, and writing goes on")
  func losses() {
    attack(Clerk.small, outcomes: Self.outcomes) { .stop(at: $0) }
  }

  @Test("the power goes in any call, which may have been done, and no times tell one state of a file from another")
  func lossesAfter() {
    let start = { (Clerk.machine(clockStands: true), Clerk()) }
    attack(Clerk.small, on: start, outcomes: Self.outcomes) { .stopAfter($0) }
  }

  /// A machine whose ledger ends in what a write left that was cut off.
  private static func torn(_ rest: [UInt8]) -> (Machine, Clerk) {
    let machine = Clerk.machine()
    var clerk = Clerk()
    _ = clerk.work([.create, .append(2), .seal, .append(1)], on: machine)
    let descriptor = Int32(machine.open(Clerk.path, O_RDWR | O_APPEND, 0))
    _ = unsafe rest.withUnsafeBytes { unsafe machine.write(descriptor, $0) }
    machine.syncAll()
    machine.restart()
    return (machine, clerk)
  }

  static let rests = [
    Array("{\"at\":\"2026-09-13T11:00:00Z\",\"by\":\"Ada\",\"num".utf8),
    [UInt8](repeating: 0, count: 40) + Array("\"seq\":5}\n".utf8), [0xC3, 0x28, 10, 0xFF, 10, 10, 0x7B],
  ]

  @Test("the power goes at any call of setting aside what an earlier loss had left", arguments: rests)
  func lossesInRecovery(rest: [UInt8]) {
    attack([.append(1), .seal], on: { Self.torn(rest) }, outcomes: Self.outcomes) { .stop(at: $0) }
    attack([.append(1), .seal], on: { Self.torn(rest) }, outcomes: Self.outcomes) { .stopAfter($0) }
  }

  @Test("a process is killed at any call, others go on, and then the power goes")
  func kills() {
    let count = calls(Clerk.small)
    for seed in Chance.seeds(1) {
      var chance = Chance(seed: seed)
      for number in 1...count {
        var (machine, clerk) = Clerk.begin()
        machine.plan(.stopAfter(number))
        _ = clerk.work(Clerk.small, on: machine)
        let call = machine.call(number)
        machine.restart()
        let rest: [Clerk.Step] = clerk.isCreated ? [] : [.create]
        _ = clerk.work(rest + [.append(1), .text("To campaign."), .seal], on: machine, goesOn: true)
        let outcome = chance.pick([Plane.Outcome.nothing, .everything, .sectors(32)])
        if let broken = clerk.broken(on: machine.afterLoss(outcome, &chance), &chance) {
          Issue.record("seed \(seed), killed at call \(number) (\(call)), \(outcome): \(broken)")
          return
        }
      }
    }
  }

  @Test(
    "the system fails at any call: an error is said or all is done, and the next command goes on",
    arguments: [EIO, ENOSPC])
  func failures(code: Int32) {
    attack(Clerk.small, goesOn: true, outcomes: [.nothing, .everything]) { .error(code, at: $0) }
  }

  @Test("a sync that fails loses what it was to write, even where later ones succeed: nothing rests on it")
  func failedSyncs() {
    attack(Clerk.small, goesOn: true, outcomes: [.nothing, .everything]) { .failedSync(at: $0) }
    attack([.append(1), .seal], on: { Self.torn(Self.rests[0]) }, goesOn: true, outcomes: [.nothing, .everything]) {
      .failedSync(at: $0)
    }
  }

  @Test("a signal or half a write at any call changes nothing")
  func interruptions() throws {
    let steps = Clerk.small + [.long(20, bytes: 100)]
    let count = calls(steps)
    let whole = Clerk.machine()
    var expected = Clerk()
    _ = expected.work(steps, on: whole)
    for number in 1...count {
      for fault in [Machine.Fault.interruption(at: number), .short(at: number)] {
        let machine = Clerk.machine()
        machine.plan(fault)
        var clerk = Clerk()
        let failure = clerk.work(steps, on: machine)
        #expect(failure == nil, "\(fault) (\(machine.call(number))): \(String(describing: failure))")
        let (written, wanted) = (try Disk(machine).read(Clerk.path), try Disk(whole).read(Clerk.path))
        #expect(written == wanted)
        machine.restart()
      }
    }
  }

  @Test("after a failed write or sync a handle writes nothing more")
  func poisoned() throws {
    for number in 1...40 {
      let machine = Clerk.machine()
      var clerk = Clerk()
      #expect(clerk.work([.create, .append(1)], on: machine) == nil)
      machine.restart()
      let ledger = try Clerk.ledger(on: machine).open()
      let start = machine.calls
      machine.plan(.failedSync(at: start + number))
      guard (try? ledger.append([Sample.event(7)])) == nil else { break }
      machine.plan(nil)
      let before = machine.calls
      #expect(throws: LedgerError.poisoned(path: Clerk.path)) { try ledger.append([Sample.event(8)]) }
      let key = try #require(Clerk.key)
      #expect(throws: LedgerError.poisoned(path: Clerk.path)) { try ledger.seal(with: key) }
      #expect(machine.calls == before)
      #expect(number < 40)
    }
  }

  @Test("one loss after another at random, with batches large and small")
  func manyLosses() {
    for seed in Chance.seeds(3) {
      var chance = Chance(seed: seed)
      var machine = Clerk.machine()
      var clerk = Clerk()
      #expect(clerk.work([.create], on: machine) == nil)
      for loss in 1...5 {
        machine.restart()
        machine.plan(chance.below(2) == 0 ? .stop(at: 1 + chance.below(150)) : .stopAfter(1 + chance.below(150)))
        while !machine.isStopped {
          let step: Clerk.Step =
            switch chance.below(8) {
            case 0: .seal
            case 1: .text("Text \(chance.below(20))")
            case 2: .identified("id-\(chance.below(5))")
            case 3: .long(1 + chance.below(60), bytes: 1 + chance.below(2000))
            default: .append(1 + chance.below(8))
            }
          let failure = clerk.work([step], on: machine)
          if let failure, !machine.isStopped {
            Issue.record("seed \(seed), loss \(loss): \(step): \(failure)")
            return
          }
        }
        let outcome = chance.pick(Self.outcomes)
        machine = machine.afterLoss(outcome, &chance)
        // Only looked at and written to on a copy, so that the next command meets what the loss left.
        let copy = machine.afterLoss(.everything, &chance)
        if let broken = clerk.broken(on: copy, &chance) {
          Issue.record("seed \(seed), loss \(loss), \(outcome): \(broken)")
          return
        }
      }
    }
  }
}
