import Foundation
import MotionKit
import Testing

@Suite("Pastes as people make them")
struct MessyPasteTests {
  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    struct Line: Decodable, Equatable, Sendable {
      var depth: Int
      var label: String
      var text: String
      var kind: String
    }
    var id: String
    var origin: String
    var raw: String
    var expect: [Line]
    var warnings: [String]
    var testDescription: String { "\(id) \(origin)" }
  }

  private struct File: Decodable { var cases: [Case] }

  static let cases: [Case] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/import/messy.json")
    guard let data = try? Data(contentsOf: path) else { return [] }
    return (try? JSONDecoder().decode(File.self, from: data).cases) ?? []
  }()

  @Test("the table of pastes is there")
  func table() { #expect(Self.cases.count == 13) }

  @Test("a paste gives the clauses that a person sees, and says what was guessed", arguments: cases)
  func clauses(_ paste: Case) {
    let imported = Imported(of: Array(paste.raw.utf8))
    let document = Document(parsing: imported.text)
    let lines = document.nodes.indices.map { index in
      let isSection = document.nodes[index].kind == .section
      let heading = document.heading(of: index)
      return Case.Line(
        // The table gives a heading its level, and does not nest what stands below it.
        depth: isSection ? paste.expect[min(index, paste.expect.count - 1)].depth : document.depthInList(index),
        label: document.nodes[index].label?.printed ?? "", text: isSection ? heading : document.text(of: index),
        kind: isSection ? "heading" : "para")
    }
    #expect(lines == paste.expect, "\(document.outline)")
    #expect(imported.warnings == paste.warnings)
  }

  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/motions").standardizedFileURL.path

  static let published = FileManager.default.fileExists(atPath: shared)

  @Test("published texts give the clauses that a reader sees", .enabled(if: published, "the texts are not here"))
  func publishedTexts() throws {
    func read(_ name: String) throws -> (Imported, Document) {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.shared)/\(name)-raw.txt"))
      let imported = Imported(of: Array(data))
      return (imported, Document(parsing: imported.text))
    }
    let (emergency, first) = try read("emergency-motion")
    #expect(emergency.title == "Ukraine")
    #expect(emergency.kind == "emergency")
    #expect(first.nodes.map(\.path.text) == ["p1", "believes", "1", "2", "3", "4", "5", "6"])
    #expect(first.text(of: 2).hasSuffix("[see NSA archives"))
    #expect(emergency.guesses.contains { $0.code == .unclosed && $0.line == 7 })

    let (model, second) = try read("model-motion")
    #expect(model.title == "Abandon IHRA and adopt the Jerusalem Declaration!")
    #expect(second.nodes.contains { $0.path.text == "1" } && second.nodes.contains { $0.path.text == "1.1" })
    #expect(second.text(of: 0).hasPrefix("This motion has been drafted"))
    #expect(model.guesses.filter { $0.code == .outside }.map(\.line) == [3, 9, 11])

    let (numbered, third) = try read("numbered-statement")
    #expect(numbered.title == nil)
    let labels = third.nodes.compactMap(\.label?.printed)
    #expect(labels == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "a)", "b)", "c)", "9."])
    #expect(third.text(of: 1).contains("“mini-budget” – a £45 billion raid"))
  }
}

extension Document {
  /// The number of ancestors that are clauses or bullets.
  fileprivate func depthInList(_ index: Int) -> Int {
    var depth = 0
    var above = nodes[index].parent
    while let node = above {
      if nodes[node].kind != .section { depth += 1 }
      above = nodes[node].parent
    }
    return depth
  }
}
