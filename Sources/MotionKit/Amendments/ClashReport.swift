/// What was found between amendments, in words that a member understands.
struct ClashReport {
  private(set) var clashes: [Composition.Clash] = []

  private let result: Composer.Result
  private let base: Document

  init(_ result: Composer.Result, composer: Composer) {
    self.result = result
    base = composer.base
    refusals()
    for nested in result.nested {
      for var clash in nested.composition.clashes {
        clash.finding.span = nil
        clash.finding.path = nil
        clash.finding.message = "In the text of \(nested.parent): \(clash.finding.message)"
        clashes.append(clash)
      }
    }
    encounters(composer)
    alreadyDone()
    dangling()
    danglingSupplied()
    labels()
    clashes.sort { ClashReport.key($0) < ClashReport.key($1) }
  }

  private static func key(_ clash: Composition.Clash) -> (Int, Int, Int, String, String) {
    let rank =
      switch clash.finding.severity {
      case .error: 0
      case .conflict: 1
      case .flag: 2
      case .warning: 3
      case .note: 4
      }
    let span = clash.finding.span
    return (rank, span?.lowerBound ?? .max, span?.upperBound ?? .max, clash.finding.code, clash.finding.message)
  }

  // MARK: - Pairs

  private mutating func encounters(_ composer: Composer) {
    struct Key: Hashable {
      var kind: Encounter.Kind
      var pair: Sweep.Pair
      var node: NodeReference?
    }
    var said: Set<Key> = []
    for (index, encounter) in result.sweep.encounters.enumerated() {
      let one = result.hunks[encounter.first]
      let other = result.hunks[encounter.second]
      let node = (one.node ?? other.node).map {
        NodeReference(space: one.node == nil ? other.space : one.space, index: $0)
      }
      if encounter.kind.severity != .conflict {
        let key = Key(kind: encounter.kind, pair: Sweep.Pair(one.amendment, other.amendment), node: node)
        guard said.insert(key).inserted else { continue }
      }
      clashes.append(clash(encounter, isSettled: result.settled.contains(index), composer))
    }
  }

  private func clash(_ encounter: Encounter, isSettled: Bool, _ composer: Composer) -> Composition.Clash {
    let hunks = [result.hunks[encounter.first], result.hunks[encounter.second]]
    let names = hunks.map(\.amendment).sorted(by: NaturalOrder.precedes)
    let region = Region(hunks, result.texts)
    var finding = Finding(
      code: encounter.kind.rawValue, severity: encounter.kind.severity, span: region.span(in: base),
      path: composer.place(of: encounter, result.hunks) ?? region.path(in: base), message: "")
    let place = finding.path.map { $0 == "title" ? "the title" : $0.isEmpty ? "the text" : $0 } ?? "the text"
    finding.message = message(encounter, hunks[0].amendment, hunks[1].amendment, names, place)
    var ways: [String] = []
    if encounter.kind.severity == .conflict {
      ways = names.map { "take \($0)" }
      if encounter.kind == .sameGap { ways.append("take both, \(names.joined(separator: " before "))") }
      ways.append("write a text")
      finding.fix = ways.joined(separator: "; ")
    }
    let sides = names.map { name in Composition.Clash.Side(amendment: name, text: region.side(name)) }
    var clash = Composition.Clash(
      finding: finding, amendments: names, base: region.base, sides: sides, waysOut: ways)
    clash.isSettled = isSettled
    return clash
  }

  private func message(_ encounter: Encounter, _ first: String, _ second: String, _ names: [String], _ place: String)
    -> String
  {
    let both = names.joined(separator: " and ")
    switch encounter.kind {
    case .overlap: return "\(both) change the same words of \(place) in different ways."
    case .sameGap: return "\(both) put different words at one point of \(place)."
    case .insideDeleted: return "\(second) changes words that \(first) takes out, in \(place)."
    case .competing: return "\(both) put different words in the same place of \(place)."
    case .touching: return "\(both) change words next to each other in \(place): read the sentence as it would be."
    case .negation:
      return
        "\(both) both change \(place), and one of them changes what must, may or must not be: read it as it would be."
    case .orderOnly: return "\(both) put clauses at one place: they would stand in that order."
    case .throughoutMissed:
      let word = String(decoding: result.hunks[encounter.first].sought, as: UTF8.self)
      return "\(first) changes “\(word)” throughout, but \(second) brings words that have it."
    case .sameClause where result.sweep.givesWay[encounter.first]?.contains(encounter.second) ?? false:
      let word = String(decoding: result.hunks[encounter.first].sought, as: UTF8.self)
      return
        "\(first) changes “\(word)” throughout, but in \(place) \(second) takes it out: nothing is left to change there."
    case .sameClause: return "\(both) both change \(place), in different words of it."
    case .duplicate: return "\(both) ask for the same change in \(place)."
    }
  }

  // MARK: - One amendment

  private mutating func refusals() {
    for (name, refusals) in result.refusals.sorted(by: { NaturalOrder.precedes($0.key, $1.key) }) {
      for refusal in refusals {
        var fix: String?
        if let suggestion = refusal.suggestion { fix = "Is “\(suggestion)” meant?" }
        if !refusal.candidates.isEmpty {
          fix = "Say which: " + refusal.candidates.map { "\($0.path) “\($0.excerpt)”" }.joined(separator: "; ")
        }
        let finding = Finding(
          code: refusal.code, severity: .error, path: refusal.path?.text, message: refusal.message, fix: fix)
        clashes.append(Composition.Clash(finding: finding, amendments: [name]))
      }
    }
  }

  private mutating func alreadyDone() {
    for (name, node) in result.alreadyDone {
      let path = node.map { base.nodes[$0].path.text }
      let finding = Finding(
        code: "already-done", severity: .note, span: node.map { base.nodes[$0].span }, path: path,
        message: "\(path ?? "The text") already reads as \(name) asks.")
      clashes.append(Composition.Clash(finding: finding, amendments: [name]))
    }
  }

  private mutating func dangling() {
    for (reference, node, target, hunk) in result.dangling {
      let taker = result.hunks[hunk].amendment
      var names = [taker]
      if let owner = node.space.amendment, owner != taker { names.append(owner) }
      let isBase = node.space == .base
      let span = isBase ? base.nodes[node.index].span : nil
      let place = isBase ? base.nodes[node.index].path.text : "the text of \(node.space.amendment ?? "")"
      let gone = target.space == .base ? base.nodes[target.index].path.text : reference
      let finding = Finding(
        code: "dangling-reference", severity: .flag, span: span, path: isBase ? place : nil,
        message: "\(place) speaks of “\(reference)”, and \(taker) takes \(gone) out.")
      clashes.append(
        Composition.Clash(
          finding: finding, amendments: names.sorted(by: NaturalOrder.precedes), base: reference,
          sides: []))
    }
  }

  private mutating func danglingSupplied() {
    for (reference, name, by) in result.danglingSupplied {
      let taker = by.map { result.hunks[$0].amendment }
      let message =
        taker.map { "\(name) speaks of “\(reference)”, and \($0) takes that out: the number is another clause's now." }
        ?? "\(name) speaks of “\(reference)”, and nothing in the text has that number."
      let finding = Finding(code: "dangling-reference", severity: .flag, message: message)
      let names = [name] + (taker.map { [$0] } ?? [])
      clashes.append(
        Composition.Clash(finding: finding, amendments: names.sorted(by: NaturalOrder.precedes), base: reference))
    }
  }

  private mutating func labels() {
    for (item, typed, given) in result.relabelling.disagreements {
      guard let name = result.tree.items[item].amendment else { continue }
      let finding = Finding(
        code: "label-disagrees", severity: .note,
        message: "\(name) writes \(typed) for a clause that would be \(given) in its place.")
      clashes.append(Composition.Clash(finding: finding, amendments: [name]))
    }
  }
}

/// The words of the base that two hunks are about, and how each amendment would have them.
struct Region {
  private let hunks: [Hunk]
  private let texts: SuppliedTexts
  private let space: Space
  /// Bytes of the space.
  private let range: Range<Int>?

  init(_ hunks: [Hunk], _ texts: SuppliedTexts) {
    self.hunks = hunks
    self.texts = texts
    space = hunks.first { $0.node != nil || $0.range != nil }?.space ?? hunks.first?.space ?? .base
    var lower: Int?
    var upper: Int?
    for hunk in hunks where hunk.space == space {
      let own: Range<Int>
      if let range = hunk.range {
        own = range
      } else if let node = hunk.node {
        own = texts.span(of: NodeReference(space: space, index: node))
      } else {
        continue
      }
      lower = min(lower ?? own.lowerBound, own.lowerBound)
      upper = max(upper ?? own.upperBound, own.upperBound)
    }
    range = lower.flatMap { lower in upper.map { lower..<max($0, lower) } }
  }

  var base: String { range.map { texts.excerpt(space, $0) } ?? "" }

  func span(in document: Document) -> Range<Int>? {
    if space == .base, let range { return range }
    for hunk in hunks {
      if let gap = gap(of: hunk) {
        let place = place(of: gap)
        return place..<place
      }
    }
    return nil
  }

  func path(in document: Document) -> String? {
    for hunk in hunks {
      guard let gap = gap(of: hunk) else { continue }
      let siblings = texts.children(of: gap.container)
      if gap.index > 0, gap.index <= siblings.count, siblings[gap.index - 1].space == .base {
        return document.nodes[siblings[gap.index - 1].index].path.text
      }
      if case .node(let node) = gap.container, node.space == .base { return document.nodes[node.index].path.text }
      if let next = siblings.dropFirst(gap.index).first, next.space == .base {
        return document.nodes[next.index].path.text
      }
    }
    return nil
  }

  private func gap(of hunk: Hunk) -> Gap? {
    switch hunk.change {
    case .insert(let gap), .move(let gap): gap
    case .words, .delete, .replace, .replaceAll: nil
    }
  }

  private func place(of gap: Gap) -> Int { TakingOrder.offset(of: gap, texts) ?? 0 }

  /// The words there as one of the amendments would have them.
  func side(_ name: String) -> String {
    let own = hunks.filter { $0.amendment == name }
    guard let range, own.contains(where: { $0.space == space && ($0.range != nil || $0.node != nil) }) else {
      return own.map { String(decoding: $0.supplied, as: UTF8.self) }.joined(separator: " ")
    }
    var text: [UInt8] = []
    var at = range.lowerBound
    let bytes = texts.bytes(space)
    let sorted = own.filter { $0.space == space }.compactMap { hunk -> (Range<Int>, [UInt8])? in
      if let range = hunk.range { return (range, hunk.supplied) }
      guard let node = hunk.node else { return nil }
      if case .move = hunk.change { return nil }
      return (texts.span(of: NodeReference(space: space, index: node)), hunk.supplied)
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
    for (own, supplied) in sorted where own.lowerBound >= at && own.upperBound <= bytes.count {
      text += bytes[at..<own.lowerBound]
      text += supplied
      at = own.upperBound
    }
    if at < range.upperBound, range.upperBound <= bytes.count { text += bytes[at..<range.upperBound] }
    return String(decoding: Spacing.oneLine(text), as: UTF8.self)
  }
}
