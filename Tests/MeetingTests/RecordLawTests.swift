import Foundation
import Meeting
import MotionKit
import Testing

@Suite("Laws of a record")
struct RecordLawTests {
  /// What a record says, where it can be compared.
  struct Standing: Hashable {
    var motions: [MotionState]
    var questions: [QuestionState]
    var sitting: State.SittingState
    var attendance: Attendance?
    var rules: TextName?

    init(_ state: State) {
      motions = state.motions
      questions = state.questions
      sitting = state.sitting
      attendance = state.attendance
      rules = state.rules
    }
  }

  /// A meeting of up to `steps` steps that were not refused.
  private func meeting(seed: UInt64, steps: Int) -> Assembly {
    var chance = Chance(seed: seed)
    var assembly = Assembly()
    for _ in 0..<steps { _ = assembly.step(&chance) }
    return assembly
  }

  /// `MOTIONS_SEED` and `MOTIONS_CASES` run others, and more of them.
  static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["MOTIONS_SEED"].flatMap(UInt64.init) ?? 5
    let count = environment["MOTIONS_CASES"].flatMap(UInt64.init) ?? 8
    return (first..<first + count).map { $0 }
  }()

  @Test("Whatever is recorded follows from what was recorded before it", arguments: seeds)
  func sound(seed: UInt64) {
    var chance = Chance(seed: seed)
    var assembly = Assembly()
    for step in 0..<60 {
      guard assembly.step(&chance) else { continue }
      guard !assembly.state.disagreements.isEmpty else { continue }
      let last = assembly.log.suffix(4).map { "\($0.seq) \($0.event)" }.joined(separator: "\n")
      Issue.record("seed \(seed), step \(step): \(assembly.state.disagreements)\n\(last)")
      return
    }
    #expect(Audit(of: assembly.state).isSound, "seed \(seed)")
  }

  @Test(
    "The state is a function of the record: every prefix folds, and folding twice gives the same",
    arguments: seeds.prefix(3))
  func pure(seed: UInt64) {
    let assembly = meeting(seed: seed, steps: 40)
    for count in 0...assembly.log.count {
      let prefix = assembly.log.prefix(count)
      #expect(Standing(assembly.folded(prefix)) == Standing(assembly.folded(prefix)), "seed \(seed), \(count) entries")
      #expect(assembly.folded(prefix).next == count, "seed \(seed)")
    }
    #expect(Standing(assembly.folded(assembly.log)) == Standing(assembly.state), "seed \(seed)")
  }

  @Test("Taking back the last thing gives the state before it", arguments: seeds)
  func undo(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var assembly = Assembly()
    for _ in 0..<30 {
      let before = Standing(assembly.state)
      let entries = assembly.log.count
      guard assembly.step(&chance) else { continue }
      if case .entryUndone? = assembly.log.last?.event { continue }
      var after = assembly
      after.record(try assembly.state.undoing())
      #expect(Standing(after.state) == before, "seed \(seed), entry \(entries)")
    }
  }

  @Test("A number once given is never given again, whatever was taken back", arguments: seeds.prefix(4))
  func numbers(seed: UInt64) {
    let assembly = meeting(seed: seed, steps: 60)
    let given = assembly.log.compactMap { entry -> String? in
      switch entry.event {
      case .motionReceived(let motion): motion.item
      case .amendmentReceived(let amendment): amendment.item
      default: nil
      }
    }
    #expect(Set(given).count == given.count, "seed \(seed): \(given)")
  }

  @Test("No label is given to two clauses of one motion", arguments: seeds.prefix(4))
  func labels(seed: UInt64) {
    for motion in meeting(seed: seed, steps: 60).state.motions {
      let labels = motion.labels.map(\.label)
      #expect(Set(labels).count == labels.count, "seed \(seed): \(motion.number) \(labels)")
    }
  }
}
