import Foundation
import MotionKit
import Testing

/// Amendments to one text, as copies and as instructions: what a careful secretary says of them, and the text they give.
@Suite("Amendments taken together")
struct AmendmentPairsTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Given: Decodable, Sendable {
      var name: String
      var copy: String?
      var text: String?
    }

    var id: String
    var base: String
    var amendments: [Given]
    var verdict: String
    /// The codes of what is found between them, each once.
    var codes: [String]
    /// Words of the base at conflicts.
    var text: String
    /// A copy with other line ends or indentations than the base: the base's are kept.
    var otherLayout: Bool?

    var testDescription: String { id }
  }

  static let cases: [Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/merge/amendment-pairs.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
  }()

  @Test("the whole table is there")
  func complete() { #expect(AmendmentPairsTests.cases.count >= 200) }

  @Test("a case is judged as the table has it, whatever the order of listing", arguments: cases)
  func judged(_ given: Case) {
    let base = Document(parsing: given.base)
    let amendments = given.amendments.map { amendment(of: $0, base) }
    let composition = Composition(of: base, with: amendments)
    let said = composition.clashes.map { "\($0.finding.code): \($0.finding.message)" }
    #expect(composition.verdict.rawValue == given.verdict, "\(said)")
    #expect(Set(composition.clashes.map(\.finding.code)) == Set(given.codes), "\(said)")
    #expect(composition.bytes == Array(given.text.utf8), "\(String(decoding: composition.bytes, as: UTF8.self))")
    #expect(composition.provenance.flatMap(\.bytes) == composition.bytes)
    #expect(Composition(of: base, with: amendments.reversed()) == composition)
  }

  @Test("a copy taken by itself gives the copy", arguments: cases.filter { $0.otherLayout != true })
  func alone(_ given: Case) {
    let base = Document(parsing: given.base)
    for one in given.amendments {
      guard let copy = one.copy else { continue }
      let alone = Composition(of: base, with: [amendment(of: one, base)])
      #expect(alone.bytes == Array(copy.utf8), "\(String(decoding: alone.bytes, as: UTF8.self))")
    }
  }

  @Test("what is derived from a copy reads back as it was derived", arguments: cases)
  func worded(_ given: Case) {
    let base = Document(parsing: given.base)
    for one in given.amendments where one.copy != nil {
      let derived = amendment(of: one, base)
      if derived.operations.isEmpty { continue }
      let sentence = Wording(of: derived.operations, in: base).sentence
      let reading = InstructionReader(base: base).read(sentence)
      #expect(reading.operations.map(said) == derived.operations.map(said), "\(sentence)")
    }
  }

  /// Of a title only what it becomes can be said.
  private func said(_ operation: MotionKit.Operation) -> MotionKit.Operation {
    var said = operation
    if operation.kind == .setTitle { said.old = nil }
    return said
  }

  private func amendment(of given: Case.Given, _ base: Document) -> Amendment {
    if let copy = given.copy { return Amendment(name: given.name, deriving: Document(parsing: copy), from: base) }
    let reading = InstructionReader(base: base).read(given.text ?? "")
    #expect(reading.verdict == .understood, "\(reading.findings)")
    return Amendment(name: given.name, operations: reading.operations, requires: reading.requires)
  }
}
