import Foundation
import MotionKit
import Testing

/// Pairs of edited copies of one text, with what a careful secretary would say of them.
@Suite("Pairs of edited copies")
struct MotionMergesTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var base: String
    var ours: String
    var theirs: String
    var verdict: String
    var expected: String?

    var testDescription: String { id }
  }

  private struct Cases: Decodable {
    var cases: [Case]
  }

  static let cases: [Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/merge/motion-merges.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode(Cases.self, from: data).cases) ?? []
  }()

  @Test("all ten cases are there")
  func complete() { #expect(MotionMergesTests.cases.count == 10) }

  @Test("a pair is judged as a careful secretary judges it, and the text is theirs", arguments: cases)
  func pair(_ pair: Case) {
    let base = Document(parsing: pair.base)
    let ours = Amendment(name: "A1", deriving: Document(parsing: pair.ours), from: base)
    let theirs = Amendment(name: "A2", deriving: Document(parsing: pair.theirs), from: base)
    let composition = Composition(of: base, with: [ours, theirs])
    let said = composition.clashes.map { "\($0.finding.code): \($0.finding.message)" }
    let asked = "\(ours.operations)\n\(theirs.operations)"
    #expect(composition.verdict.rawValue == pair.verdict, "\(said) \(asked)")
    if let expected = pair.expected {
      let text = String(decoding: composition.bytes, as: UTF8.self)
      #expect(Array(expected.utf8) == composition.bytes, "\(text) \(asked) \(ours.layout) \(theirs.layout)")
    }
    #expect(composition.provenance.flatMap(\.bytes) == composition.bytes)
    #expect(Composition(of: base, with: [theirs, ours]) == composition)
    for (name, copy) in [("A1", pair.ours), ("A2", pair.theirs)] {
      let alone = Composition(of: base, with: [name == "A1" ? ours : theirs])
      #expect(Array(copy.utf8) == alone.bytes, "\(name): \(String(decoding: alone.bytes, as: UTF8.self))")
    }
  }
}
