import MotionKit
import Testing

@Suite("What follows")
struct WhatFollowsTests {
  let base = Document(parsing: "1. One fare.\n2. Two fares.\n3. Three fares rise.\n4. Four.\n")

  private func edit(_ name: String, _ path: Path, _ old: String, _ new: String, requires: [String] = []) -> Amendment {
    Amendment(name: name, operations: [Operation(.replaceText, path: path, old: old, new: new)], requires: requires)
  }

  @Test("before a vote it is said what falls and what clashes either way")
  func either() {
    let deletes = Amendment(name: "A1", operations: [Operation(.deleteBlock, path: "3")])
    let pending = [
      deletes, edit("A4", "3", "rise", "fall"), edit("A5", "1", "fare", "price"),
      edit("A6", "4", "Four", "Five", requires: ["A1"]), edit("A7", "2", "Two", "Both", requires: ["A6"]),
    ]
    let follows = WhatFollows(of: base, carried: [], pending: pending, deciding: "A1")
    #expect(follows.ifCarried.falls.map(\.amendment) == ["A4"])
    #expect(follows.ifCarried.falls.first?.reason == "3 would be gone")
    #expect(follows.ifCarried.clashes.isEmpty)
    #expect(follows.ifLost.falls.map(\.amendment) == ["A6", "A7"])
    #expect(follows.ifLost.falls.map(\.because) == ["A1", "A6"])
  }

  @Test("two texts for one place clash, for the chair to rule")
  func clash() {
    let pending = [edit("A1", "1", "fare", "price"), edit("A2", "1", "fare", "ticket")]
    let follows = WhatFollows(of: base, carried: [], pending: pending, deciding: "A1")
    #expect(follows.ifCarried.falls.isEmpty)
    #expect(follows.ifCarried.clashes.map(\.finding.code) == ["competing"])
    #expect(follows.ifLost.falls.isEmpty)
  }

  @Test("an amendment to an amendment falls with it, and so does one that lies in its words")
  func parents() {
    let first = Amendment(
      name: "A4", operations: [Operation(.insertBlock, path: "4", new: "To march on the hall.", placement: .after)])
    let second = Amendment(
      name: "A4.1", operations: [Operation(.replaceText, old: "hall", new: "depot")], parent: "A4")
    let floor = Amendment(
      name: "A9", operations: [Operation(.replaceText, path: "5", old: "march", new: "walk")], readAgainst: ["A4"])
    let follows = WhatFollows(of: base, carried: [], pending: [first, second, floor], deciding: "A4")
    #expect(follows.ifLost.falls.map(\.amendment) == ["A4.1", "A9"])
    #expect(follows.ifLost.falls.map(\.because) == ["A4", "A4"])
  }

  @Test("the order of taking is by place, as received, or furthest first")
  func order() {
    let amendments = [
      edit("A10", "1", "One", "No"), edit("A2", "4", "Four", "Five"),
      Amendment(name: "A3", operations: [Operation(.deleteBlock, path: "3")]),
    ]
    #expect(TakingOrder.byPlace.names(of: amendments, to: base) == ["A10", "A3", "A2"])
    #expect(TakingOrder.asReceived.names(of: amendments, to: base) == ["A2", "A3", "A10"])
    #expect(TakingOrder.furthestFirst.names(of: amendments, to: base).first == "A3")
  }

  @Test("the words of the one carried first stand until a ruling says otherwise")
  func carried() {
    let amendments = [edit("A1", "1", "fare", "price"), edit("A2", "1", "fare", "ticket")]
    let inTurn = Composition(of: base, with: amendments, clashes: .firstStands(order: ["A2", "A1"]))
    #expect(String(decoding: inTurn.bytes, as: UTF8.self).contains("One ticket."))
    #expect(inTurn.unsettled.count == 1)
    let words = Composition(
      of: base, with: amendments, rulings: [Ruling(between: ["A1", "A2"], at: "1", .text("pass"))],
      clashes: .firstStands(order: ["A2", "A1"]))
    #expect(String(decoding: words.bytes, as: UTF8.self).contains("One pass."))
    #expect(words.unsettled.isEmpty)
    #expect(words.verdict == .clean)
  }
}
