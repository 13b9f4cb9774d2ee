import MotionKit
import Testing

@Suite("What can be carried together")
struct CarriedTogetherTests {
  let base = Document(parsing: "1. One fare.\n2. Two fares.\n3. Three fares rise.\n4. Four.\n")

  private func edit(
    _ name: String, _ path: Path, _ old: String, _ new: String, requires: [String] = [], fallsIf: [String] = []
  ) -> Amendment {
    Amendment(
      name: name, operations: [Operation(.replaceText, path: path, old: old, new: new)], requires: requires,
      fallsIf: fallsIf)
  }

  private func together(_ amendments: [Amendment], limit: Int = 100) -> CarriedTogether {
    CarriedTogether(Composition(of: base, with: amendments), limit: limit)
  }

  @Test("two that compete are in different sets, and what competes with none is in all")
  func competing() {
    let found = together([
      edit("A1", "1", "fare", "price"), edit("A2", "1", "fare", "ticket"), edit("A3", "2", "Two", "Both"),
      edit("A10", "1", "fare", "pass"),
    ])
    #expect(found.sets == [["A1", "A3"], ["A2", "A3"], ["A3", "A10"]])
    #expect(found.withAll == ["A3"])
    #expect(found.pairs.map(\.amendments) == [["A1", "A2"], ["A1", "A10"], ["A2", "A10"]])
    #expect(found.pairs.allSatisfy { $0.relation == .no })
    #expect(found.isComplete)
  }

  @Test("what rests on another is only in sets with it, and not in any where that is missing")
  func resting() {
    let found = together([
      edit("A1", "1", "fare", "price"), edit("A2", "1", "fare", "ticket"),
      edit("A3", "2", "Two", "Both", requires: ["A2"]), edit("A4", "4", "Four", "Five", requires: ["A9"]),
      edit("A5", "4", "Four", "Six", requires: ["A4"]),
    ])
    #expect(found.sets == [["A1"], ["A2", "A3"]])
    #expect(found.leftOut.map(\.amendment) == ["A4", "A5"])
    #expect(found.leftOut.map(\.reason).last == "it rests on A4, which is not among them")
  }

  @Test("what falls when another is carried is never in a set with it")
  func fallsIf() {
    let found = together([edit("A1", "1", "fare", "price"), edit("A2", "2", "Two", "Both", fallsIf: ["A1"])])
    #expect(found.sets == [["A1"], ["A2"]])
  }

  @Test("where there are more ways than are listed, that is said")
  func limit() {
    let base = Document(parsing: (1...12).map { "\($0). Word here.\n" }.joined())
    let amendments = (1...12).flatMap { clause in
      ["a", "b"].map { edit("A\(clause)\($0)", Path("\(clause)"), "Word", "W\($0)") }
    }
    let found = CarriedTogether(Composition(of: base, with: amendments), limit: 20)
    #expect(!found.isComplete)
    #expect(found.sets.count == 20)
    #expect(found.sets.allSatisfy { $0.count == 12 })
  }

  @Test("every set composes without a conflict, and no other amendment could join it")
  func sets() {
    Cases.hold(20) { chance in
      let scene = AmendedScene(&chance)
      let found = CarriedTogether(Composition(of: scene.base, with: scene.amendments))
      for set in found.sets {
        let taken = scene.amendments.filter { set.contains($0.name) }
        if !Composition(of: scene.base, with: taken).unsettled.isEmpty { return "\(set) has a conflict" }
        for other in scene.amendments where !set.contains(other.name) && found.names.contains(other.name) {
          if Composition(of: scene.base, with: taken + [other]).unsettled.isEmpty {
            return "\(other.name) could join \(set)"
          }
        }
      }
      return nil
    }
  }
}
