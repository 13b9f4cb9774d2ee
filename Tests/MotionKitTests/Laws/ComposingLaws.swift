import MotionKit

/// What holds of amendments taken together, whatever they ask.
enum ComposingLaws {
  static func compose(_ scene: AmendedScene, _ amendments: [Amendment], rulings: [Ruling] = []) -> Composition {
    Composition(of: scene.base, with: amendments, rulings: rulings)
  }

  private static func text(_ composition: Composition) -> String {
    String(decoding: composition.bytes, as: UTF8.self)
  }

  /// The order of listing changes nothing; nothing taken is the base; provenance is the text.
  static func listing(_ scene: AmendedScene, _ chance: inout Chance) -> String? {
    var broken = Broken()
    let composition = compose(scene, scene.amendments)
    broken.unless(
      compose(scene, scene.amendments.shuffled(using: &chance)) == composition,
      "the order in which amendments are given changes nothing")
    broken.unless(compose(scene, []).bytes == scene.base.bytes, "nothing taken is the base byte for byte")
    broken.unless(composition.provenance.flatMap(\.bytes) == composition.bytes, "provenance joined is the text")
    broken.unless(
      composition.pieces.reduce(0) { $0 + $1.count } == composition.bytes.count, "the pieces make up the text")
    return broken.law
  }

  /// What two amendments have to do with each other never depends on a third one.
  static func pairs(_ scene: AmendedScene) -> String? {
    var broken = Broken()
    let all = conflicts(compose(scene, scene.amendments))
    for (index, one) in scene.amendments.enumerated() {
      for other in scene.amendments[(index + 1)...] {
        let names = [one.name, other.name]
        broken.unless(
          conflicts(compose(scene, [one, other])) == all.filter { Set($0.amendments) == Set(names) },
          "the conflicts of \(names) are the same with others in the text")
      }
    }
    return broken.law
  }

  private struct Conflict: Hashable {
    var code: String
    var amendments: [String]
    var base: String
    var sides: [Composition.Clash.Side]
  }

  private static func conflicts(_ composition: Composition) -> [Conflict] {
    composition.unsettled.map {
      Conflict(code: $0.finding.code, amendments: $0.amendments, base: $0.base, sides: $0.sides)
    }
  }

  /// A clause that nobody touches keeps its bytes, but for its label and the references in it that follow.
  static func untouched(_ scene: AmendedScene) -> String? {
    let composition = compose(scene, scene.amendments)
    let operations = scene.amendments.flatMap(\.operations)
    if operations.contains(where: { $0.kind == .replaceAll }) { return nil }
    let touched = Set(operations.flatMap { [$0.path.text, $0.to?.text ?? ""] })
    let sought = operations.filter { $0.kind == .globalReplace }.compactMap(\.old)
    var kept: [Range<Int>] = []
    for piece in composition.pieces {
      if case .source(.base, let start) = piece.origin { kept.append(start..<start + piece.count) }
    }
    kept.sort { $0.lowerBound < $1.lowerBound }
    var broken = Broken()
    for (index, node) in scene.base.nodes.enumerated() {
      var path: Int? = index
      var isTouched = false
      while let at = path {
        if touched.contains(scene.base.nodes[at].path.text) { isTouched = true }
        path = scene.base.nodes[at].parent
      }
      let own = scene.base.text(of: index)
      if isTouched || own.contains("See ") || sought.contains(where: { own.contains($0) }) { continue }
      for span in node.textSpans {
        broken.unless(
          kept.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound },
          "clause \(node.path), which nobody touches, keeps its bytes")
      }
    }
    return broken.law
  }

  /// No word of the base is lost, no word is invented, none that an amendment brings is dropped in silence.
  static func words(_ scene: AmendedScene) -> String? {
    var broken = Broken()
    let composition = compose(scene, scene.amendments)
    let bytes = scene.base.bytes
    var known = [Bool](repeating: false, count: bytes.count)
    var at = 0
    var brought: [String: Int] = [:]
    for piece in composition.pieces {
      let written = composition.bytes[at..<at + piece.count]
      at += piece.count
      switch piece.origin {
      case .source(.base, let start):
        broken.unless(bytes[start..<start + piece.count] == written, "words of the base stand as they stood")
        for offset in start..<start + piece.count { known[offset] = true }
      case .source(let space, _):
        for word in vocabulary(written) { brought["\(space.amendment ?? "") \(word)", default: 0] += 1 }
      case .made:
        // But for the name of a section: "3 of resolves".
        broken.unless(
          vocabulary(written).isEmpty || String(decoding: written, as: UTF8.self).contains(" of "),
          "no word is invented: \(vocabulary(written))")
      }
    }
    for deletion in composition.deletions { for offset in deletion.span { known[offset] = true } }
    for node in scene.base.nodes {
      for span in node.textSpans where !scene.base.text(of: span).contains("See ") {
        broken.unless(
          span.allSatisfy { known[$0] || bytes[$0] == 0x20 },
          "every word of \(node.path) stands, went or is at a conflict")
      }
    }
    let refused = Set(composition.outcomes.filter { $0.verdict == .refused }.map(\.name))
    for amendment in scene.amendments where !refused.contains(amendment.name) {
      let about = composition.clashes.filter { $0.amendments.contains(amendment.name) }
      let sides = Set(about.flatMap(\.sides).flatMap { vocabulary($0.text.utf8) })
      for operation in amendment.operations where operation.kind != .globalReplace {
        for word in vocabulary((operation.new ?? "").utf8) where brought["\(amendment.name) \(word)"] == nil {
          let stands = (operation.old ?? "").contains(word) || sides.contains(word)
          // What the base says already is left there.
          let isThere = scene.base.node(at: operation.path).map { scene.base.text(of: $0).contains(word) } ?? false
          broken.unless(stands || isThere, "“\(word)” of \(amendment.name) is in the text or at a conflict")
        }
      }
    }
    return broken.law
  }

  private static func vocabulary(_ bytes: some Sequence<UInt8>) -> [String] {
    String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: { !$0.isLetter }).map(String.init)
      .filter { AmendedScene.words.contains($0) || ["New", "Other", "Whole", "Last", "asks"].contains($0) }
  }

  /// Taking one side of every conflict is that amendment there; a text written instead stands there.
  static func sides(_ scene: AmendedScene) -> String? {
    var broken = Broken()
    let pair = scene.amendments.prefix(2).map { Amendment(name: $0.name, operations: Array($0.operations.prefix(1))) }
    guard pair.count == 2 else { return nil }
    let together = compose(scene, pair)
    guard together.verdict == .conflict else { return nil }
    let names = pair.map(\.name)
    let isThroughout = pair.contains { $0.operations.contains { $0.kind == .globalReplace } }
    for taken in pair {
      let ruled = compose(scene, pair, rulings: [Ruling(between: names, .take(taken.name))])
      broken.unless(ruled.unsettled.isEmpty, "a side taken settles every conflict")
      let others = names.filter { $0 != taken.name }
      let first = Composition(of: scene.base, with: pair, clashes: .firstStands(order: [taken.name] + others))
      broken.unless(first.bytes == ruled.bytes, "the one carried first stands as if it were taken")
      if isThroughout { continue }
      broken.unless(
        ruled.bytes == compose(scene, [taken]).bytes, "\(taken.name) taken at every conflict is \(taken.name) there")
    }
    let written = compose(scene, pair, rulings: [Ruling(between: names, .text("Quince."))])
    broken.unless(written.unsettled.isEmpty, "a text written settles every conflict")
    broken.unless(text(written).contains("Quince."), "a text written stands: \(text(written))")
    return broken.law
  }

  /// What is composed reads as a text in order, where the base was one.
  static func labels(_ scene: AmendedScene) -> String? {
    guard scene.base.numbering == .live, scene.base.findings.isEmpty else { return nil }
    let composition = compose(scene, scene.amendments)
    let parsed = Document(parsing: composition.bytes)
    guard let finding = parsed.findings.first else { return nil }
    return "what is composed is in order, not: \(finding.message)\n\(text(composition))"
  }

  /// A reference of the base goes on to mean the clause that it meant, or is told.
  static func references(_ scene: AmendedScene) -> String? {
    let composition = compose(scene, scene.amendments)
    let olds = scene.base.crossReferences()
    guard scene.base.numbering == .live, scene.base.findings.isEmpty, !olds.isEmpty,
      !composition.clashes.contains(where: { $0.finding.code == "dangling-reference" })
    else { return nil }
    let document = Document(parsing: composition.bytes)
    let home = origins(composition, document, scene.base)
    var now: [Int: [CrossReference]] = [:]
    for reference in document.crossReferences() {
      if let node = home[reference.node] { now[node, default: []].append(reference) }
    }
    var broken = Broken()
    for (node, here) in Dictionary(grouping: olds, by: \.node) {
      // Where the words of a reference changed, or others came beside it, it is another one.
      guard let there = now[node], there.count == here.count else { continue }
      for (old, new) in zip(here, there) {
        guard let target = old.target, home.contains(target) else { continue }
        broken.unless(
          new.target.flatMap { home[$0] } == target,
          "the reference in \(scene.base.nodes[node].path) goes on to mean \(scene.base.nodes[target].path)")
      }
    }
    return broken.law.map { "\($0)\n\(text(composition))" }
  }

  /// Of each node of a composed text the node of the base whose words it begins with.
  private static func origins(_ composition: Composition, _ document: Document, _ base: Document) -> [Int?] {
    document.nodes.map { node in
      guard let span = node.textSpans.first else { return nil }
      var start = 0
      for piece in composition.pieces {
        defer { start += piece.count }
        guard case .source(.base, let source) = piece.origin, start + piece.count > span.lowerBound,
          start < span.upperBound
        else { continue }
        let offset = source + max(span.lowerBound - start, 0)
        return base.nodes.firstIndex { $0.textSpans.contains { $0.contains(offset) } }
      }
      return nil
    }
  }

  /// What is moved from the floor gives what it would give on the text as it stands.
  static func floor(_ scene: AmendedScene, _ chance: inout Chance) -> String? {
    let carried = Array(scene.amendments.prefix(1 + chance.below(2)))
    let standing = compose(scene, carried)
    guard standing.verdict == .clean || standing.verdict == .flag, scene.base.numbering == .live else { return nil }
    let document = Document(parsing: standing.bytes)
    guard !document.nodes.isEmpty else { return nil }
    var floor = Amendment(name: "F1", operations: [AmendedScene.operation(document, &chance)])
    let direct = Composition(of: document, with: [floor])
    guard direct.verdict == .clean || direct.verdict == .flag else { return nil }
    // Of a section that was emptied the text as it stands no longer says that its clauses have numbers; the base does.
    let empty = document.nodes.indices.filter {
      document.nodes[$0].kind == .section && document.children(of: $0).isEmpty
    }
    let goesIntoEmpty = floor.operations.contains { operation in
      operation.path == .whole ? !empty.isEmpty : document.node(at: operation.path).map(empty.contains) ?? false
    }
    if goesIntoEmpty { return nil }
    floor.readAgainst = carried.map(\.name)
    let composed = compose(scene, carried + [floor])
    // Words that no text has, such as the section that a reference names since its clause moved, cannot be changed.
    if composed.clashes.contains(where: {
      $0.finding.code == "words-follow" || $0.finding.message.contains("which no amendment can")
    }) {
      return nil
    }
    // The blank lines around what comes are the base's; everything else is as it would be there.
    if printed(composed) == printed(direct) { return nil }
    // Where a word beside a number changed ("see 1 above"), the text as it stands no longer says what it points at; the
    // base does, and the number follows.
    // So it is where what the number points at went: in the text as it stands another clause has that number.
    // A reference names its section only as long as the number alone would mean another clause.
    let isForgotten =
      (standing.clashes + composed.clashes).contains { $0.finding.code == "dangling-reference" }
      || (carried + [floor]).contains { $0.operations.contains { $0.kind == .moveBlock } }
    if isForgotten || document.crossReferences().count < scene.base.crossReferences().count,
      withoutNumbers(composed) == withoutNumbers(direct)
    {
      return nil
    }
    var shown = AmendedScene(base: scene.base, amendments: carried + [floor])
    shown.amendments = carried + [floor]
    return "what is moved from the floor gives what it would on the text as it stands\n\(shown.description)\n"
      + "standing:\n\(text(standing))direct:\n\(text(direct))composed:\n\(text(composed))"
  }

  /// A copy derived and applied is the copy; made by composing, it is the copy byte for byte.
  static func derived(_ scene: AmendedScene) -> String? {
    let copied = compose(scene, scene.amendments)
    let copy = Document(parsing: copied.bytes)
    guard copy.findings.isEmpty, !copy.nodes.isEmpty else { return nil }
    let derived = Amendment(name: "C", deriving: copy, from: scene.base)
    let applied = Composition(of: scene.base, with: [derived])
    var broken = Broken()
    broken.unless(applied.verdict != .refused && applied.verdict != .conflict, "a copy derived applies")
    broken.unless(
      tree(Document(parsing: applied.bytes)) == tree(copy),
      "a copy derived and applied is the copy:\n\(text(copied))\nnot:\n\(text(applied))\n\(derived.operations)")
    return broken.law
  }

  private static func printed(_ composition: Composition) -> [String] {
    let document = Document(parsing: composition.bytes)
    return zip(tree(document), document.nodes).map { "\($1.label?.printed ?? "") \($0)" }
  }

  /// The same, with the labels but without the numbers that stand among the words, and the sections named with them.
  private static func withoutNumbers(_ composition: Composition) -> [String] {
    let document = Document(parsing: composition.bytes)
    return document.nodes.indices.map { index in
      let node = document.nodes[index]
      var words = document.text(of: index).split(separator: " ")
      for at in words.indices.reversed() where words[at].contains(where: \.isNumber) {
        words.remove(at: at)
        if words.indices.contains(at + 1), words[at] == "of" { words.removeSubrange(at...at + 1) }
      }
      let text = words.joined(separator: " ")
      return "\(node.label?.printed ?? "") \(node.depth) \(node.kind.rawValue) \(text)\(document.heading(of: index))"
    }
  }

  private static func tree(_ document: Document) -> [String] {
    document.nodes.indices.map { index in
      let node = document.nodes[index]
      return "\(node.depth) \(node.kind.rawValue) \(document.text(of: index))\(document.heading(of: index))"
    }
  }
}

extension AmendedScene {
  init(base: Document, amendments: [Amendment]) {
    self.base = base
    self.amendments = amendments
  }
}

extension Document {
  fileprivate func text(of span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }
}
