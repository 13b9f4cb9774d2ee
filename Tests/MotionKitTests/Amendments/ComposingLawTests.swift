import MotionKit
import Testing

/// The laws of composing, over seeded texts and amendments on a small vocabulary.
@Suite("Laws of composing")
struct ComposingLawTests {
  static let seeds = Cases.seeds(24).map { $0 &* 7919 }

  /// A text of a few sections, clauses and sub-clauses, and amendments to it.
  struct Scene {
    var base: Document
    var amendments: [Amendment]
    private static let words = ["ash", "beech", "cedar", "elm", "fir", "may", "not", "oak", "pine", "rowan", "yew"]

    init(seed: UInt64) {
      var chance = Chance(seed: seed)
      var text = chance.below(3) == 0 ? "---\ntitle: Trees of oak\nnumbering: frozen\n---\n" : ""
      let loose = chance.below(2) == 0
      var number = 1
      for section in 0..<(1 + chance.below(2)) {
        text += section == 0 ? "This branch notes:\n\n" : "\nThis branch resolves:\n\n"
        for clause in 0..<(1 + chance.below(4)) {
          if clause > 0, loose { text += "\n" }
          text += "\(number). " + Scene.sentence(&chance, clause: true) + "\n"
          number += 1
          if chance.below(4) == 0 {
            for letter in ["a", "b", "c"].prefix(2 + chance.below(2)) {
              text += "   (\(letter)) " + Scene.sentence(&chance, clause: false) + "\n"
            }
          }
        }
      }
      let base = Document(parsing: text)
      self.base = base
      amendments = (1...(2 + chance.below(3))).map { index in
        let operations = (0...chance.below(2)).map { _ in Scene.operation(base, &chance) }
        return Amendment(name: "A\(index * 5)", operations: operations)
      }
    }

    private static func sentence(_ chance: inout Chance, clause: Bool) -> String {
      var text = ""
      let count = 3 + chance.below(6)
      for index in 0..<count {
        if index > 0 { text += clause && chance.below(7) == 0 ? "\n   " : " " }
        text += chance.pick(words) + (chance.below(9) == 0 ? "," : "")
      }
      return text + "."
    }

    private static func operation(_ base: Document, _ chance: inout Chance) -> Operation {
      let clauses = base.nodes.indices.filter { base.nodes[$0].kind == .clause }
      let node = chance.pick(clauses)
      let path = base.nodes[node].path
      let said = base.text(of: node).split(separator: " ").map(String.init)
      let word = said.isEmpty ? "oak" : chance.pick(said).trimmingPunctuation
      let new = (0...chance.below(2)).map { _ in chance.pick(words) }.joined(separator: " ")
      let times = said.filter { $0.trimmingPunctuation == word }.count
      let which = times > 1 ? 1 + chance.below(times) : nil
      switch chance.below(9) {
      case 0, 1: return Operation(.replaceText, path: path, old: word, new: new, occurrence: which)
      case 2: return Operation(.deleteText, path: path, old: word, occurrence: which)
      case 3:
        return Operation(
          .insertText, path: path, old: word, new: new, placement: chance.below(2) == 0 ? .before : .after,
          occurrence: which)
      case 4:
        return Operation(
          .insertBlock, path: path, new: "New \(new).", placement: chance.below(2) == 0 ? .before : .after)
      case 5: return Operation(.deleteBlock, path: path)
      case 6: return Operation(.replaceBlock, path: path, new: "Other \(new).")
      case 7:
        let to = base.nodes[chance.pick(clauses)].path
        return Operation(.moveBlock, path: path, to: to, placement: chance.below(2) == 0 ? .before : .after)
      default: return Operation(.globalReplace, old: chance.pick(words), new: chance.pick(words))
      }
    }
  }

  private func compose(_ scene: Scene, _ amendments: [Amendment]? = nil, rulings: [Ruling] = []) -> Composition {
    Composition(of: scene.base, with: amendments ?? scene.amendments, rulings: rulings)
  }

  private func words(_ bytes: some Sequence<UInt8>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: { !$0.isLetter })
    where word.count > 1 {
      counts[String(word), default: 0] += 1
    }
    return counts
  }

  @Test("the order in which amendments are given changes nothing", arguments: seeds)
  func order(seed: UInt64) {
    let scene = Scene(seed: seed)
    #expect(compose(scene, scene.amendments.reversed()) == compose(scene), "seed \(seed)")
  }

  @Test("nothing taken is the base byte for byte", arguments: seeds)
  func nothing(seed: UInt64) {
    let scene = Scene(seed: seed)
    #expect(compose(scene, []).bytes == scene.base.bytes, "seed \(seed)")
  }

  @Test("provenance joined is the text", arguments: seeds)
  func provenance(seed: UInt64) {
    let composition = compose(Scene(seed: seed))
    #expect(composition.provenance.flatMap(\.bytes) == composition.bytes, "seed \(seed)")
    #expect(composition.pieces.reduce(0) { $0 + $1.count } == composition.bytes.count, "seed \(seed)")
  }

  @Test("a further amendment never removes a conflict between two others", arguments: seeds)
  func monotone(seed: UInt64) {
    let scene = Scene(seed: seed)
    let all = compose(scene)
    for left in scene.amendments {
      let fewer = compose(scene, scene.amendments.filter { $0.name != left.name })
      for clash in fewer.unsettled {
        #expect(
          all.unsettled.contains { $0.finding.code == clash.finding.code && $0.amendments == clash.amendments },
          "seed \(seed) without \(left.name): \(clash.finding.message)")
      }
    }
  }

  @Test("a clause that nobody touches keeps its bytes, but for its label", arguments: seeds)
  func untouched(seed: UInt64) {
    let scene = Scene(seed: seed)
    let composition = compose(scene)
    let touched = Set(scene.amendments.flatMap(\.operations).flatMap { [$0.path.text, $0.to?.text ?? ""] })
    let sought = scene.amendments.flatMap(\.operations).filter { $0.kind == .globalReplace }.compactMap(\.old)
    let text = String(decoding: composition.bytes, as: UTF8.self)
    for (index, node) in scene.base.nodes.enumerated() where node.kind == .clause && node.depth == 1 {
      if touched.contains(node.path.text) || touched.contains(where: { $0.hasPrefix(node.path.text + "/") }) {
        continue
      }
      let own = scene.base.text(of: index)
      if sought.contains(where: { own.contains($0) }) { continue }
      guard let first = node.textSpans.first, let last = node.textSpans.last else { continue }
      let bytes = String(decoding: scene.base.bytes[first.lowerBound..<last.upperBound], as: UTF8.self)
      #expect(text.contains(bytes), "seed \(seed): \(bytes) in \(text)")
    }
  }

  @Test("no word is invented, and none is lost", arguments: seeds)
  func words(seed: UInt64) {
    let scene = Scene(seed: seed)
    let composition = compose(scene)
    let after = words(composition.bytes)
    var there = words(scene.base.bytes)
    for run in composition.provenance where run.amendment != nil {
      for (word, count) in words(run.bytes) { there[word, default: 0] += count }
    }
    for (word, count) in after { #expect(count <= there[word, default: 0], "seed \(seed): \(word)") }
    var kept = words(composition.provenance.filter { $0.amendment == nil }.flatMap { $0.bytes + [0x20] })
    for deletion in composition.deletions {
      for (word, count) in words(deletion.text.utf8) { kept[word, default: 0] += count }
    }
    for (word, count) in words(scene.base.bytes) {
      #expect(
        kept[word, default: 0] >= count, "seed \(seed): \(word) \(String(decoding: composition.bytes, as: UTF8.self))")
    }
    for amendment in scene.amendments {
      let isRefused = composition.outcomes.first { $0.name == amendment.name }?.verdict == .refused
      let all = after.merging(
        composition.clashes.flatMap(\.sides).map { words($0.text.utf8) }.reduce(into: [:]) { sum, next in
          sum.merge(next, uniquingKeysWith: +)
        }, uniquingKeysWith: +)
      for operation in amendment.operations where !isRefused {
        for word in words((operation.new ?? "").utf8).keys where operation.kind != .globalReplace {
          #expect(all[word, default: 0] > 0, "seed \(seed): \(amendment.name) \(word)")
        }
      }
    }
  }

  @Test("one side at every conflict is that amendment there", arguments: seeds)
  func sides(seed: UInt64) {
    let scene = Scene(seed: seed)
    guard scene.amendments.count >= 2 else { return }
    let pair = Array(scene.amendments.prefix(2))
    let together = compose(scene, pair)
    guard together.verdict == .conflict else { return }
    for taken in pair {
      let ruled = compose(scene, pair, rulings: [Ruling(between: pair.map(\.name), .take(taken.name))])
      #expect(ruled.unsettled.isEmpty, "seed \(seed)")
      let first = Composition(
        of: scene.base, with: pair,
        clashes: .firstStands(order: [taken.name] + pair.map(\.name).filter { $0 != taken.name }))
      let alone = compose(scene, [taken])
      for run in alone.provenance where run.amendment == taken.name {
        let words = String(decoding: run.bytes, as: UTF8.self).split(whereSeparator: { !$0.isLetter })
        for word in words where word.count > 1 {
          #expect(String(decoding: ruled.bytes, as: UTF8.self).contains(word), "seed \(seed) \(taken.name)")
          #expect(String(decoding: first.bytes, as: UTF8.self).contains(word), "seed \(seed) \(taken.name)")
        }
      }
    }
  }

  @Test("what is composed reads as a text whose labels are in order", arguments: seeds)
  func labels(seed: UInt64) {
    let scene = Scene(seed: seed)
    guard scene.base.numbering == .live, scene.base.findings.isEmpty else { return }
    let composition = compose(scene)
    let parsed = Document(parsing: composition.bytes)
    #expect(
      parsed.findings.map(\.message) == [],
      "seed \(seed): \(String(decoding: composition.bytes, as: UTF8.self)) of \(String(decoding: scene.base.bytes, as: UTF8.self))"
    )
  }
}

extension String {
  fileprivate var trimmingPunctuation: String { filter { $0.isLetter } }
}
