/// What is said of amendments besides what two of them have to do with each other.
struct ClashWriter {
  private(set) var clashes: [Composition.Clash] = []

  private let result: Composer.Result
  private let base: Document

  init(_ result: Composer.Result, base: Document) {
    self.result = result
    self.base = base
    refusals()
    for nested in result.nested {
      for var clash in nested.composition.clashes {
        clash.finding.span = nil
        clash.finding.path = nil
        clash.finding.message = "In the text of \(nested.parent): \(clash.finding.message)"
        clashes.append(clash)
      }
    }
    misses()
    alreadyDone()
    dangling()
    misled()
    danglingSupplied()
    labels()
    otherForms()
  }

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

  private mutating func misses() {
    for (name, miss) in result.misses {
      let finding = Finding(code: miss.code, severity: .flag, path: miss.path?.text, message: miss.message)
      clashes.append(Composition.Clash(finding: finding, amendments: [name]))
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

  private mutating func misled() {
    let moves = result.applied.map { result.hunks[$0] }.filter { hunk in
      if case .move = hunk.change { hunk.space == .base } else { false }
    }
    for reference in result.misled {
      let ends = [reference.node] + (reference.target.map { [$0] } ?? [])
      let nearest = moves.filter {
        $0.node.map { node in ends.contains(where: base.subtree(of: node).contains) } ?? false
      }
      let names = Set((nearest.isEmpty ? moves : nearest).map(\.amendment)).sorted(by: NaturalOrder.precedes)
      let words = String(decoding: base.bytes[reference.span], as: UTF8.self)
      let place = base.nodes[reference.node].path.text
      let finding = Finding(
        code: "dangling-reference", severity: .flag, span: base.nodes[reference.node].span, path: place,
        message:
          "\(place) speaks of “\(words)”: in the new text these words mean another clause. Read the reference again.")
      clashes.append(Composition.Clash(finding: finding, amendments: names, base: words))
    }
  }

  private mutating func danglingSupplied() {
    for dangling in result.danglingSupplied {
      let said = "\(dangling.amendment) speaks of “\(dangling.reference)”, and"
      let taker = dangling.by.map { result.hunks[$0].amendment }
      let message =
        taker.map { "\(said) \($0) takes that out: the number is another clause's now." }
        ?? dangling.now.map { "\(said) what had that number would be \($0): read the reference again." }
        ?? "\(said) nothing in the text has that number."
      let finding = Finding(code: "dangling-reference", severity: .flag, message: message)
      let names = [dangling.amendment] + (taker.map { [$0] } ?? [])
      clashes.append(
        Composition.Clash(
          finding: finding, amendments: names.sorted(by: NaturalOrder.precedes), base: dangling.reference))
    }
  }

  /// What a "throughout" leaves: the same words in other capitals or with other endings.
  private mutating func otherForms() {
    for index in result.amendments.indices {
      let goesThroughout = result.amendments[index].amendment.operations.contains { $0.kind == .globalReplace }
      if !goesThroughout { continue }
      let amendment = result.amendments[index].amendment
      if !amendment.readAgainst.isEmpty || result.refusals[amendment.name] != nil { continue }
      for operation in amendment.operations where operation.kind == .globalReplace {
        let sought = Array((operation.old ?? "").utf8)
        let node = base.node(at: operation.path)
        let covered = operation.path == .whole ? base.nodes.indices : node.map { base.subtree(of: $0) } ?? 0..<0
        let wordPlaces = PlaceWords(base)
        var staying: [String] = []
        for node in covered {
          let text = OwnText(of: base.nodes[node], in: base.bytes).bytes
          let others = OtherForms.places(of: sought, in: text)
          if others.isEmpty { continue }
          let taken =
            Phrase.places(of: sought, in: text)
            + ((operation.new ?? "").isEmpty ? [] : CapitalsFollow.places(of: sought, in: text))
          for range in others where !taken.contains(where: { $0.overlaps(range) }) {
            staying.append("“\(String(decoding: text[range], as: UTF8.self))” in \(wordPlaces.name(node))")
          }
        }
        guard let first = staying.first else { continue }
        let more = staying.count > 1 ? " and \(staying.count - 1) more" : ""
        let finding = Finding(
          code: Encounter.Kind.throughoutMissed.rawValue, severity: .flag,
          message: "\(amendment.name) changes “\(operation.old ?? "")” throughout; other forms stay: \(first)\(more).")
        clashes.append(Composition.Clash(finding: finding, amendments: [amendment.name], base: operation.old ?? ""))
      }
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
