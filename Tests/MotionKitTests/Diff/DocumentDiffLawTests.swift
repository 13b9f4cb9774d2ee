import MotionKit
import Testing

@Suite("Laws of what changed between two texts")
struct DocumentDiffLawTests {
  private func told(_ law: String?, _ before: String, _ after: String) -> String? {
    law.map { "\($0)\n\(before)\n=====\n\(after)" }
  }

  @Test("The segments are both files byte for byte, and every change is its clause word for word")
  func exact() {
    Cases.hold(150) { chance in
      var text = RandomText(&chance)
      let before = text.text(.init(width: 20 + chance.below(60)))
      for _ in 0...chance.below(6) { text.edit(&chance) }
      let after = text.text(.init(width: 20 + chance.below(60), closing: chance.pick([".", ")"])))
      return told(DiffLaws.texts(Document(parsing: before), Document(parsing: after)), before, after)
    }
  }

  @Test("The same holds of two texts that have nothing to do with each other")
  func unrelated() {
    Cases.hold(100) { chance in
      let (before, after) = (RandomText(&chance).text(), RandomText(&chance).text(.init(width: 30)))
      return told(DiffLaws.texts(Document(parsing: before), Document(parsing: after)), before, after)
    }
  }

  @Test("Any bytes at all can be compared, and an amendment derived from them")
  func bytes() {
    Cases.hold(60) { chance in
      var bytes = Array(RandomText(&chance).text(.init(width: 40)).utf8)
      let old = bytes
      for _ in 0..<8 where !bytes.isEmpty {
        let place = chance.below(bytes.count)
        switch chance.below(3) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(chance.pick([0x0A, 0x0D, 0x20, 0x23, 0x2A, 0xE2, 0x31, 0x2E]), at: place)
        }
      }
      _ = Amendment(name: "A", deriving: Document(parsing: bytes), from: Document(parsing: old))
      _ = Amendment(name: "A", deriving: Document(parsing: old), from: Document(parsing: bytes))
      return DiffLaws.broken(by: old, bytes).map {
        "\($0)\n\(old)\n\(bytes)\n\(String(decoding: old, as: UTF8.self))\n=====\n\(String(decoding: bytes, as: UTF8.self))"
      }
    }
  }

  @Test("The same words under other labels and in other lines are no change")
  func layout() {
    Cases.hold(60) { chance in
      let text = RandomText(&chance)
      let before = text.text(.init(width: 30))
      let after = text.text(.init(width: 55, closing: ")", opening: "(", lineEnd: "\r\n"))
      let diff = DocumentDiff(from: Document(parsing: before), to: Document(parsing: after))
      return told(diff.isSame && diff.renumbered.isEmpty ? nil : "labels and lines are no change", before, after)
    }
  }

  @Test("Clauses that only moved are that many moves and no edit")
  func moves() {
    Cases.hold(80) { chance in
      let names = ["red", "blue", "green", "black", "white", "grey", "brown", "pink"]
      var pieces = names.map { RandomText.Piece(words: [$0] + RandomText.words(&chance)) }
      let before = RandomText(parts: [RandomText.Part(heading: nil, pieces: pieces)]).text()
      let count = 1 + chance.below(3)
      for _ in 0..<count {
        let piece = pieces.remove(at: chance.below(pieces.count))
        pieces.insert(piece, at: chance.below(pieces.count + 1))
      }
      let after = RandomText(parts: [RandomText.Part(heading: nil, pieces: pieces)]).text()
      let changes = DocumentDiff(from: Document(parsing: before), to: Document(parsing: after)).changes
      let law = "\(count) moves are at most as many, and no edit: \(changes.map(\.kind.rawValue))"
      return told(changes.allSatisfy { $0.kind == .move } && changes.count <= count ? nil : law, before, after)
    }
  }

  @Test("Tidied changes of words lead to the new words, and are never more than those that were tidied")
  func tidying() {
    Cases.hold(300) { chance in
      let old = (0..<chance.below(30)).map { _ in chance.pick(["the", "bus", "and", "fares", "rose"]) }
      var new = old
      for _ in 0...chance.below(5) {
        let place = chance.below(new.count + 1)
        switch chance.below(3) {
        case 0: new.insert(chance.pick(["the", "bus", "new", "of"]), at: place)
        case 1 where place < new.count: new.remove(at: place)
        default: new = Array(new[place...] + new[..<place])
        }
      }
      var vocabulary = Vocabulary()
      let before = Tokens(of: Array(old.joined(separator: " ").utf8), vocabulary: &vocabulary)
      let after = Tokens(of: Array(new.joined(separator: " ").utf8), vocabulary: &vocabulary)
      let raw = SequenceDiff(from: before.ids, to: after.ids).changes
      let tidied = WordDiff(from: before, to: after).changes
      var broken = Broken()
      broken.unless(
        DiffLaws.applying(tidied, to: before.ids, from: after.ids) == after.ids, "they lead to the new words")
      broken.unless(DiffLaws.isWellFormed(tidied, from: before.ids, to: after.ids), "they are in order and apart")
      broken.unless(tidied.count <= raw.count, "they are never more")
      return broken.law.map { "\($0)\n\(old)\n\(new)\n\(raw)\n\(tidied)" }
    }
  }
}
