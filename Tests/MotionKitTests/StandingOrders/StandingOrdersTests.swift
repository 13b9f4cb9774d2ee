import Foundation
import MotionKit
import Testing

/// The files of rules that ship with the tool.
let presetNames = ["members-organisation", "students-union", "co-operative"]

func preset(_ name: String, file: String = #filePath) throws -> [UInt8] {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "../../../motions/rules")
  return Array(try Data(contentsOf: folder.appending(path: "\(name).yaml")))
}

@Suite("Standing orders")
struct StandingOrdersTests {
  private func read(_ text: String) -> StandingOrders { StandingOrders(reading: Fields(parsing: text)) }

  private static let head = "name: Riverside branch\ntime-zone: Europe/London\n"

  @Test("the presets are read without a finding, and written they read back the same", arguments: presetNames)
  func presets(_ name: String) throws {
    let orders = StandingOrders(reading: Fields(parsing: try preset(name)))
    #expect(orders.findings.map(\.message) == [])
    #expect(orders.shortName == name)
    #expect(!orders.routes.isEmpty && orders.routes.allSatisfy { !$0.stages.isEmpty })
    #expect(read(orders.text) == orders)
  }

  @Test("what the members’ organisation’s rules say")
  func membersOrganisation() throws {
    let orders = StandingOrders(reading: Fields(parsing: try preset("members-organisation")))
    #expect(orders.kinds.map(\.name) == ["ordinary", "rule change", "emergency"])
    #expect(orders.kinds.map(\.prefix) == ["M", "R", "E"])
    #expect(orders.kind(named: "Rule-Change")?.wordLimit == 500)
    #expect(orders.kind(named: "composite") == nil)
    #expect(orders.decisionRule(forKind: "ordinary") == DecisionRule(quorum: .number(10), tie: .casting))
    #expect(orders.decisionRule(forKind: "emergency").threshold == Threshold(.twoThirds, atLeast: true))
    #expect(orders.amendments.order == .place)
    #expect(orders.routes.map(\.name) == ["branch", "conference"])
  }

  @Test("rules without settings have the settled defaults")
  func defaults() {
    let orders = read(Self.head)
    #expect(orders.findings.isEmpty)
    #expect(orders == StandingOrders(name: "Riverside branch", region: nil))
    #expect(orders.shortName == "riverside-branch")
    #expect(orders.kinds == [MotionKind(name: "ordinary")])
    #expect(orders.votes.tie == .lost)
  }

  @Test(
    "a fault is found at its place, with what to write instead",
    arguments: [
      ("quorm: 20\n", "rules-unknown-name", "quorm", nil),
      ("votes:\n  quorom: 20\n", "rules-unknown-name", "quorom", "Did you mean quorum?"),
      ("votes:\n  tie: castin\n", "rules-value", "castin", "Did you mean casting?"),
      ("votes:\n  quorum: most\n", "rules-value", "most", "Write it like 20, 10% or the lower of 10% and 30."),
      ("votes:\n  amendments: two thirds\n", "rules-value", "two thirds", nil),
      ("votes:\n  abstentions: \"true\"\n", "rules-type", "\"true\"", "Write true or false, without quotes."),
      ("kinds:\n  ordinary:\n    word-limit: \"250\"\n", "rules-type", "\"250\"", "250"),
      ("kinds:\n  ordinary:\n    prefix: A\n", "rules-value", "A", nil),
      ("kinds:\n  ordinary: 250\n", "rules-type", "250", nil),
      ("region: wales\n", "rules-value", "wales", nil),
      ("short-name: River side\n", "rules-value", "River side", "river-side"),
      ("routes:\n  x:\n    - body: B\n      action: decide\n", "rules-value", "decide", nil),
      ("routes:\n  x:\n    - body: B\n      action: submit\n      deadline: noon\n", "rules-value", "noon", nil),
      ("routes:\n  x:\n    - body: B\n      action: pass\n      kinds: [emergency]\n", "rules-value", "emergency", nil),
      ("routes:\n  x:\n    - body: B\n      action: pass\n      notice-before: 14\n", "rules-value", "14", nil),
      ("votes: 20\n", "rules-type", "20", nil),
      ("time-zone: true\n", "rules-type", "true", "\"true\""),
    ])
  func faults(_ text: String, _ code: String, _ words: String, _ fix: String?) throws {
    let source = (text.hasPrefix("time-zone") ? "name: R\n" : Self.head) + text
    let findings = read(source).findings
    let finding = try #require(findings.first { $0.code == code }, "\(findings)")
    let span = try #require(finding.span)
    #expect(String(decoding: Array(source.utf8)[span], as: UTF8.self) == words)
    if let fix { #expect(finding.fix == fix) }
    #expect(finding.severity == .error)
  }

  @Test("a body’s name and clock are asked for")
  func missing() {
    #expect(read("").findings.map(\.code) == ["rules-missing", "rules-missing"])
    #expect(read("routes:\n  x:\n    - action: pass\n").findings.contains { $0.message.contains("its body") })
    #expect(
      read(Self.head + "routes:\n  x:\n    - body: B\n      action: submit\n").findings.map(\.message)
        == ["This stage of B has no deadline."])
  }

  @Test("a mended file reads without the finding that was mended")
  func edits() throws {
    var bytes = Array((Self.head + "votes:\n  quorom: 20\n  tie: castin\n").utf8)
    let findings = StandingOrders(reading: Fields(parsing: bytes)).findings
    #expect(findings.count == 2)
    for edit in findings.compactMap(\.edit).reversed() { bytes.replaceSubrange(edit.span, with: edit.replacement.utf8) }
    let orders = StandingOrders(reading: Fields(parsing: bytes))
    #expect(orders.findings.isEmpty)
    #expect(orders.votes.quorum == .number(20) && orders.votes.tie == .casting)
  }

  @Test("no bytes crash the reader")
  func total() throws {
    let bytes = try preset("members-organisation")
    for seed in 0..<80 {
      var changed = bytes
      let place = (seed &* 7_919) % bytes.count
      changed[place] = UInt8(truncatingIfNeeded: seed &* 31)
      changed.removeSubrange(place..<min(place + seed % 5, changed.count))
      _ = StandingOrders(reading: Fields(parsing: changed)).text
    }
  }
}
