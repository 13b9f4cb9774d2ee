import MotionKit

/// A motion on a small vocabulary and amendments to it, by chance: small enough that amendments often meet.
struct AmendedScene {
  var base: Document
  var amendments: [Amendment]

  static let words = ["ash", "beech", "cedar", "elm", "fir", "may", "not", "oak", "pine", "rowan", "yew"]

  init(_ chance: inout Chance) {
    base = Document(parsing: AmendedScene.motion(&chance))
    amendments = []
    for index in 1...(2 + chance.below(3)) {
      let operations = (0...chance.below(2)).map { _ in AmendedScene.operation(base, &chance) }
      amendments.append(Amendment(name: "A\(index * 5)", operations: operations))
    }
  }

  /// The case, for whoever has to look into it.
  var description: String {
    let asked = amendments.map { amendment in
      let operations = amendment.operations.map { operation in
        let parts = [
          operation.kind.rawValue, operation.path.text, operation.to?.text, operation.old, operation.new,
          operation.placement?.rawValue, operation.until, operation.occurrence.map { "#\($0)" },
        ]
        return "(" + parts.compactMap(\.self).joined(separator: " | ") + ")"
      }
      let on = amendment.readAgainst.isEmpty ? "" : " on \(amendment.readAgainst.joined(separator: ","))"
      return amendment.name + on + " " + operations.joined(separator: " ")
    }
    return String(decoding: base.bytes, as: UTF8.self) + "\n" + asked.joined(separator: "\n")
  }

  // MARK: - The motion

  private static func motion(_ chance: inout Chance) -> String {
    var text = ""
    switch chance.below(6) {
    case 4: text += "---\ntitle: Trees of oak\nnumbering: frozen\n---\n"
    case 5: text += "---\ntitle: Trees of oak\n---\n"
    default: break
    }
    let loose = chance.below(2) == 1
    let bullets = chance.below(6) == 5
    let restarts = chance.below(4) == 3
    var number = 1
    let sections = ["This branch notes:", "This branch believes:", "This branch resolves:"]
    let first = 2 - chance.below(3)
    for section in first..<3 where first < 2 || section == 2 {
      if section > first { text += "\n" }
      if first < 2 { text += sections[section] + "\n\n" }
      if restarts { number = 1 }
      for clause in 0..<(1 + chance.below(4)) {
        if clause > 0, loose { text += "\n" }
        text += (bullets ? "- " : "\(number). ") + sentence(&chance, wraps: true)
        if !bullets, number > 1, chance.below(6) == 5 { text += " See \(1 + chance.below(number - 1)) above." }
        text += "\n"
        number += 1
        if !bullets, chance.below(4) == 3 {
          for letter in ["a", "b", "c"].prefix(2 + chance.below(2)) {
            text += "   (\(letter)) " + sentence(&chance, wraps: false) + "\n"
            if chance.below(6) == 5 {
              text += "      (i) " + sentence(&chance, wraps: false) + "\n"
              text += "      (ii) " + sentence(&chance, wraps: false) + "\n"
            }
          }
        }
      }
    }
    return text
  }

  private static func sentence(_ chance: inout Chance, wraps: Bool) -> String {
    var text = ""
    let count = 2 + chance.below(5)
    for index in 0..<count {
      if index > 0 { text += wraps && chance.below(7) == 6 ? "\n   " : " " }
      text += chance.pick(words) + (chance.below(9) == 8 ? "," : "")
    }
    return text + "."
  }

  // MARK: - An amendment

  static func operation(_ base: Document, _ chance: inout Chance) -> Operation {
    let clauses = base.nodes.indices.filter { base.nodes[$0].kind == .clause || base.nodes[$0].kind == .bullet }
    let sections = base.nodes.indices.filter { base.nodes[$0].kind == .section }
    guard !clauses.isEmpty else { return Operation(.insertBlock, new: "New oak.", placement: .end) }
    let node = chance.pick(clauses)
    let path = base.nodes[node].path
    let said = base.text(of: node).split(separator: " ").map { String($0.filter(\.isLetter)) }.filter { !$0.isEmpty }
    let at = said.isEmpty ? 0 : chance.below(said.count)
    let word = said.isEmpty ? "oak" : said[at]
    let times = said.count { $0 == word }
    let which = times > 1 ? said[...at].count { $0 == word } : nil
    let new = (0...chance.below(2)).map { _ in chance.pick(words) }.joined(separator: " ")
    let side: Operation.Placement = chance.below(2) == 0 ? .before : .after
    switch chance.below(16) {
    case 0, 1, 2: return Operation(.replaceText, path: path, old: word, new: new, occurrence: which)
    case 3: return Operation(.deleteText, path: path, old: word, occurrence: which)
    case 4, 5: return Operation(.insertText, path: path, old: word, new: new, placement: side, occurrence: which)
    case 6: return Operation(.insertText, path: path, new: new, placement: chance.below(2) == 0 ? .start : .end)
    case 7: return Operation(.insertBlock, path: path, new: "New \(new).", placement: side)
    case 8:
      let printed = base.nodes[node].label?.printed ?? ""
      if printed.contains("i") { return Operation(.insertBlock, path: path, new: "New \(new).", placement: side) }
      let list = printed.hasPrefix("(") ? "(i) one \(new);\n(ii)" : "(a) one \(new);\n(b)"
      return Operation(.insertBlock, path: path, new: "New \(new):\n\(list) two.", placement: side)
    case 9: return Operation(.deleteBlock, path: path)
    case 10: return Operation(.replaceBlock, path: path, new: "Other \(new).")
    case 11: return Operation(.moveBlock, path: path, to: base.nodes[chance.pick(clauses)].path, placement: side)
    case 12:
      return Operation(
        .replaceRange, path: path, old: word, new: chance.below(2) == 0 ? nil : new, placement: .after,
        occurrence: which)
    case 13:
      guard !sections.isEmpty else { return Operation(.globalReplace, old: word, new: new) }
      let section = base.nodes[chance.pick(sections)].path
      switch chance.below(4) {
      case 0: return Operation(.setHeading, path: section, new: "This \(chance.pick(words)) asks:")
      case 1: return Operation(.insertBlock, path: section, new: "Last \(new).", placement: .end)
      case 2: return Operation(.globalReplace, path: section, old: word, new: new)
      default: return Operation(.moveBlock, path: section, to: base.nodes[chance.pick(sections)].path, placement: side)
      }
    case 14 where chance.below(4) == 0: return Operation(.replaceAll, new: "1. Whole \(new).\n2. Whole.")
    default: return Operation(.globalReplace, old: chance.pick(words), new: chance.pick(words))
    }
  }
}
