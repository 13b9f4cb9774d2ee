import MotionKit
import Testing

@Suite("Wording")
struct WordingTests {
  private static let words = [
    "fares", "rose", "may", "the", "council’s", "“free”", "bus", "12%", "must", "and", "insert", "members’", "clause",
    "3",
    "delete", "it", "to", "(a)", "‘now’", "A", "£1.50",
  ]

  @Test("What operations are worded as reads to the same operations")
  func readsBack() {
    let seed: UInt64 = 7_041
    var chance = Chance(seed: seed)
    for round in 0..<150 {
      let document = Self.document(&chance)
      let reader = InstructionReader(base: document)
      let operations = (0...chance.below(3)).compactMap { _ in Self.operation(document, &chance) }
      guard !operations.isEmpty else { continue }
      let sentence = Wording(of: operations, in: document).sentence
      let reading = reader.read(sentence)
      #expect(
        reading.operations == operations,
        "seed \(seed), round \(round)\n\(String(decoding: document.bytes, as: UTF8.self))\n\(sentence)\n\(reading.findings.map(\.message))"
      )
    }
  }

  @Test("What amendments ask, worded and read again, is the same operations")
  func asked() { hold(WordingLaws.asked) }

  @Test("What is derived from an edited copy, worded and read again, is the same operations")
  func derived() { hold(WordingLaws.derived) }

  private func hold(_ law: (AmendedScene) -> String?) {
    Cases.hold(50) { chance in
      let scene = AmendedScene(&chance)
      return law(scene).map { "\($0)\n\(scene.description)" }
    }
  }

  private static func phrase(_ chance: inout Chance, _ count: Int) -> String {
    (0..<count).map { _ in chance.pick(words) }.joined(separator: " ")
  }

  private static func document(_ chance: inout Chance) -> Document {
    var text = chance.below(2) == 0 ? "---\ntitle: Fares\n---\n" : ""
    var number = 1
    for section in ["We note:", "We resolve:"].prefix(chance.below(3)) + [""] {
      if !section.isEmpty { text += section + "\n\n" }
      for _ in 0..<2 {
        text += "\(number). \(phrase(&chance, 6)) end.\n"
        number += 1
        if chance.below(3) == 0 {
          for letter in ["a", "b"] { text += "   \(letter)) \(phrase(&chance, 4)) end;\n" }
        }
      }
      text += "\n"
    }
    return Document(parsing: text)
  }

  private static func operation(_ document: Document, _ chance: inout Chance) -> Operation? {
    let clauses = document.nodes.indices.filter { document.nodes[$0].kind == .clause }
    guard let index = clauses.randomElement(using: &chance), let other = clauses.randomElement(using: &chance) else {
      return nil
    }
    let path = document.nodes[index].path
    let new = phrase(&chance, 1 + chance.below(4))
    switch chance.below(10) {
    case 0: return Operation(.deleteBlock, path: path)
    case 1: return Operation(.replaceBlock, path: path, new: new)
    case 2: return Operation(.insertBlock, path: path, new: new, placement: chance.below(2) == 0 ? .before : .after)
    case 3: return Operation(.insertBlock, path: path, new: "1. \(new)\n2. \(new)", placement: .after)
    case 4:
      guard !document.subtree(of: index).contains(other) else { return nil }
      return Operation(.moveBlock, path: path, to: document.nodes[other].path, placement: .before)
    case 5: return Operation(.insertText, path: path, new: new, placement: chance.below(2) == 0 ? .start : .end)
    case 6: return Operation(.setTitle, path: .title, new: new)
    default:
      // Some words in a row that stand there once.
      let words = document.text(of: index).split(separator: " ").map(String.init)
      let start = chance.below(words.count)
      let count = 1 + chance.below(words.count - start)
      let old = words[start..<start + count].joined(separator: " ")
      guard document.text(of: index).ranges(of: old).count == 1, old.last != "’", old.first != "‘" else { return nil }
      switch chance.below(4) {
      case 0: return Operation(.replaceText, path: path, old: old, new: new)
      case 1: return Operation(.deleteText, path: path, old: old)
      case 2:
        return Operation(
          .insertText, path: path, old: old, new: new, placement: chance.below(2) == 0 ? .before : .after)
      default:
        guard document.children(of: index).isEmpty else { return nil }
        return Operation(
          chance.below(2) == 0 ? .deleteRange : .replaceRange, path: path, old: old, new: nil, placement: .after
        )
        .withNew(new)
      }
    }
  }
}

extension Operation {
  fileprivate func withNew(_ new: String) -> Operation {
    var copy = self
    copy.new = kind == .replaceRange ? new : nil
    return copy
  }
}
