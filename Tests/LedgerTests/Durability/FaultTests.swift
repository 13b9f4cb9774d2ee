internal import Foundation
internal import Ledger
internal import Platform
internal import Testing

/// Every kind of fault at every call of a history in which everything is done that is ever done to a ledger, each with
/// every kind of loss of power after it.
///
/// The cases are numbered. A seed takes every 1000th of them, so 1000 seeds (`MOTIONS_CASES=1000`) take each one once.
@Suite struct FaultTests {
  private static let history: [Clerk.Step] = [
    .create, .append(1), .append(3), .seal, .cosign, .publish, .text("To campaign."), .identified("a"),
    .identified("a"), .rotate, .seal, .publish, .append(2), .seal, .cosign, .publish,
  ]
  private static let steps = 1000

  private enum Kind: CaseIterable {
    /// The power goes before the call, or in it after it was done.
    case stop, stopAfter
    /// The call fails.
    case io, full, interrupted
    /// A part is read or written.
    case short
    /// A sync fails, and the next one says that all is well; what it was to write is lost.
    case lostSync

    func fault(at call: Int) -> Machine.Fault {
      switch self {
      case .stop: .stop(at: call)
      case .stopAfter: .stopAfter(call)
      case .io: .error(EIO, at: call)
      case .full: .error(ENOSPC, at: call)
      case .interrupted: .interruption(at: call)
      case .short: .short(at: call)
      case .lostSync: .failedSync(at: call)
      }
    }

    /// Whether the process ends there; else the next command goes on.
    var isEnd: Bool { self == .stop || self == .stopAfter }
    /// Whether nobody may notice.
    var isHarmless: Bool { self == .interrupted || self == .short }
  }

  private static let outcomes: [Plane.Outcome] = [
    .nothing, .everything, .inOrder, .sectors(8), .sectors(32), .sectors(512),
  ]

  /// One case; what does not hold, if anything.
  private func broken(
    _ steps: [Clerk.Step], _ kind: Kind, at call: Int, _ outcome: Plane.Outcome, _ chance: inout Chance
  ) -> String? {
    var (machine, clerk) = Clerk.begin()
    machine.plan(kind.fault(at: call))
    let failure = clerk.work(steps, on: machine, goesOn: !kind.isEnd)
    let name = machine.call(call)
    if kind.isHarmless, let failure { return "\(kind) in \(name) is not noticed: \(failure)" }
    let broken = clerk.broken(on: machine.afterLoss(outcome, &chance), &chance)
    return broken.map { "\(kind) in \(name), \(outcome): \($0)" }
  }

  @Test("every kind of fault at every call, with every kind of loss after it: what was acknowledged is there")
  func everywhere() {
    var (machine, clerk) = Clerk.begin()
    #expect(clerk.work(Self.history, on: machine) == nil)
    let calls = machine.calls
    #expect(calls > 300)
    let perCall = Kind.allCases.count * Self.outcomes.count
    for seed in Chance.seeds(1) {
      for number in stride(from: Int(seed) % Self.steps, to: calls * perCall, by: Self.steps) {
        var chance = Chance(seed: UInt64(number))
        let kind = Kind.allCases[number / Self.outcomes.count % Kind.allCases.count]
        let outcome = Self.outcomes[number % Self.outcomes.count]
        let call = 1 + number / perCall
        if let broken = broken(Self.history, kind, at: call, outcome, &chance) {
          Issue.record("case \(number), call \(call) of \(calls): \(broken)")
          return
        }
      }
    }
  }

  @Test("faults of every kind one after the other, in a long course of work")
  func oneAfterAnother() {
    for seed in Chance.seeds(1) {
      var chance = Chance(seed: seed)
      var (machine, clerk) = Clerk.begin()
      #expect(clerk.work([.create], on: machine) == nil)
      for round in 1...2 {
        machine.restart()
        let kind = chance.pick(Kind.allCases)
        let call = 1 + chance.below(400)
        machine.plan(kind.fault(at: call))
        while !machine.isStopped, machine.calls < call {
          let step = step(&chance, clerk)
          let failure = clerk.work([step], on: machine)
          if let failure, machine.calls < call || kind.isHarmless {
            Issue.record("seed \(seed), round \(round), \(kind) at call \(call), \(step): \(failure)")
            return
          }
        }
        let name = machine.call(call)
        let outcome = chance.pick(Self.outcomes)
        machine = machine.afterLoss(outcome, &chance)
        let copy = machine.afterLoss(.everything, &chance)
        if let broken = clerk.broken(on: copy, &chance) {
          Issue.record("seed \(seed), round \(round), \(kind) in \(name), \(outcome): \(broken)")
          return
        }
      }
    }
  }

  private func step(_ chance: inout Chance, _ clerk: Clerk) -> Clerk.Step {
    switch chance.below(12) {
    case 0, 1: .seal
    case 2: clerk.sealed > 0 ? .cosign : .seal
    // What is published has to be sealed with the key in force, which a new one is not until it seals.
    case 3: clerk.sealed > 0 ? .publish : .seal
    case 4: clerk.rotated < 4 ? .rotate : .append(1)
    case 5: .text("Text \(chance.below(20))")
    case 6: .identified("id-\(chance.below(5))")
    case 7: .long(1 + chance.below(60), bytes: 1 + chance.below(2000))
    default: .append(1 + chance.below(8))
    }
  }
}
