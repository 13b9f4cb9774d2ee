import Foundation
import MotionKit
import Testing

@Suite("What a reader is told")
struct ToldChangesTests {
  /// `=== name`, the old text, `--- new`, the new text, `--- told`, what a careful reader would say.
  struct Pair: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var old: String
    var new: String
    var told: [String]
  }

  static let pairs: [Pair] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/diff/pairs.txt")
    guard let text = try? String(contentsOf: path.standardized, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n=== ").map { block in
      var parts: [[String]] = [[]]
      for line in block.components(separatedBy: "\n") {
        if line == "--- new" || line == "--- told" { parts.append([]) } else { parts[parts.count - 1].append(line) }
      }
      func text(_ lines: ArraySlice<String>) -> String { lines.map { $0 + "\n" }.joined() }
      guard parts.count == 3, let name = parts[0].first else {
        return Pair(testDescription: block, old: "", new: "", told: ["?"])
      }
      return Pair(
        testDescription: name.replacing("=== ", with: ""), old: text(parts[0].dropFirst()), new: text(parts[1][...]),
        told: parts[2].filter { !$0.isEmpty })
    }
  }()

  @Test("The changes are those that a careful reader names, in phrases", arguments: pairs)
  func table(pair: Pair) {
    #expect(DocumentDiff(from: Document(parsing: pair.old), to: Document(parsing: pair.new)).told == pair.told)
  }

  @Test("There is a table of them")
  func count() { #expect(Self.pairs.count >= 80) }

  private static let sentences = [
    "Bus fares rose by 12% in April.", "Many members rely on buses to get to work.",
    "The council has cut the night buses.",
    "We call for free travel for the young.", "A meeting will be held in the town hall.",
    "Trains are full every evening.",
  ]

  @Test("A clause cut at a sentence is one that was divided, and no word of it is said to have gone", arguments: 0..<60)
  func divided(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    var sentences = Self.sentences
    let count = 2 + chance.below(2)
    let whole = (0..<count).map { _ in sentences.remove(at: chance.below(sentences.count)) }
    func text(_ clauses: [String]) -> Document {
      Document(parsing: clauses.enumerated().map { "\($0 + 1). \($1)\n" }.joined())
    }
    let before = chance.below(2)
    let rest = sentences
    let one = text(Array(rest.prefix(before)) + [whole.joined(separator: " ")] + rest.dropFirst(before))
    let several = text(Array(rest.prefix(before)) + whole + rest.dropFirst(before))
    let split = DocumentDiff(from: one, to: several)
    let join = DocumentDiff(from: several, to: one)
    for (diff, isSplit) in [(split, true), (join, false)] {
      #expect(diff.regrouped.count == 1, "seed \(seed)")
      #expect(diff.regrouped.first?.isSplit == isSplit, "seed \(seed)")
      #expect(diff.regrouped.first?.parts.map { $0.map(\.text) } == whole.map { [$0] }, "seed \(seed)")
      #expect(diff.changes.filter { $0.kind == .edit }.count == 1, "seed \(seed)")
      #expect(diff.changes.filter { $0.splitOf != nil || $0.joinedInto != nil }.count == count - 1, "seed \(seed)")
    }
  }

  @Test("The rows of a divided or joined clause are its words and its pieces' words", arguments: 0..<150)
  func rows(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    var text = RandomText(&chance)
    let before = Document(parsing: text.text())
    for _ in 0..<8 { text.edit(&chance) }
    let after = Document(parsing: text.text())
    func words(_ document: Document, _ paths: [Path]) -> [String] {
      paths.map { path in document.node(at: path).map { document.text(of: $0) } ?? "?" }
    }
    for group in DocumentDiff(from: before, to: after).regrouped {
      let old = group.parts.map { $0.filter { $0.kind != .insert }.map(\.text).joined() }
      let new = group.parts.map { $0.filter { $0.kind != .delete }.map(\.text).joined() }
      #expect(group.isSplit || old == words(before, group.oldPaths), "seed \(seed)")
      #expect(!group.isSplit || new == words(after, group.newPaths), "seed \(seed)")
      let whole = group.isSplit ? (old, words(before, group.oldPaths)) : (new, words(after, group.newPaths))
      #expect(whole.0.joined().filter { $0 != " " } == whole.1.joined().filter { $0 != " " }, "seed \(seed)")
    }
  }
}
