/// Takes amendments to one base together: resolves them, sweeps their hunks, decides which apply, writes the text.
struct Composer {
  let base: Document
  /// Every amendment there is, for those that were read with others in the text.
  private let known: [String: Amendment]
  private let allotted: [AllottedLabel]
  private let rulings: [Ruling]
  private let policy: ClashPolicy
  /// Fragments keep the labels they were typed with.
  private let keepsLabels: Bool

  init(
    base: Document, known: [Amendment], allotted: [AllottedLabel], rulings: [Ruling], policy: ClashPolicy,
    keepsLabels: Bool = false
  ) {
    self.init(
      base: base, byName: Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
      allotted: allotted, rulings: rulings, policy: policy, keepsLabels: keepsLabels)
  }

  init(
    base: Document, byName: [String: Amendment], allotted: [AllottedLabel], rulings: [Ruling], policy: ClashPolicy,
    keepsLabels: Bool = false
  ) {
    self.base = base
    known = byName
    self.allotted = allotted
    self.rulings = rulings
    self.policy = policy
    self.keepsLabels = keepsLabels
  }

  /// Everything that composing finds out, before it is put into words.
  struct Result {
    /// Everything that was taken, in the natural order of names.
    var all: [FoundAmendment] = []
    /// The amendments to the text itself, each with its own amendments in it.
    var amendments: [FoundAmendment] = []
    /// Amendments to amendments, each within the one it amends.
    var nested: [(parent: String, composition: Composition)] = []
    var hunks: [Hunk] = []
    /// For each hunk the rank of its amendment among all; what a ruling put in comes behind them.
    var ranks: [Int] = []
    var texts: SuppliedTexts
    var sweep: Sweep
    /// Indices of the hunks that are in the text, in the order of their amendments.
    var applied: [Int] = []
    var refusals: [String: [Refusal]] = [:]
    var misses: [(amendment: String, miss: Refusal)] = []
    var alreadyDone: [(amendment: String, node: Int?)] = []
    var tree: OutputTree
    var relabelling: Relabelling
    var text: ComposedText
    var dangling: [(reference: String, node: NodeReference, target: NodeReference, by: Int)] = []
    /// References of the base that mean another clause in the text.
    var misled: [CrossReference] = []
    var danglingSupplied: [SuppliedReferences.Dangling] = []
    /// Conflicts that a ruling settled, by index of the encounter.
    var settled: Set<Int> = []
  }

  func compose(_ given: [Amendment]) -> Result { compose(FoundAmendment.inOrder(given)) }

  /// `unique` in the natural order of names, each name once.
  func compose(_ unique: [FoundAmendment]) -> Result {
    var refusals: [String: [Refusal]] = [:]
    var nested: [(parent: String, composition: Composition)] = []
    let amendments = fold(unique, &refusals, &nested)
    var hunks: [Hunk] = []
    hunks.reserveCapacity(amendments.count)
    var alreadyDone: [(amendment: String, node: Int?)] = []
    var misses: [(amendment: String, miss: Refusal)] = []
    var renumbers = false
    for index in amendments.indices where refusals[amendments[index].name] == nil {
      let resolution = amendments[index].resolution ?? resolution(of: amendments[index].amendment)
      if resolution.refusals.isEmpty {
        hunks += resolution.hunks
        misses += resolution.misses.map { (amendments[index].name, $0) }
        for done in resolution.alreadyDone { alreadyDone.append((amendments[index].name, done.node)) }
        if resolution.renumbers { renumbers = true }
      } else {
        refusals[amendments[index].name] = resolution.refusals
      }
    }
    dropOrphans(&hunks, &refusals)
    var texts = SuppliedTexts(base: base, hunks: hunks)
    var ranks = ranks(of: hunks, among: unique)
    let sweep = Sweep(hunks, ranks: ranks, texts: texts, acquainted: acquainted(amendments))
    var settled: Set<Int> = []
    var all = hunks
    let applied = apply(&all, sweep, &settled)
    if all.count > hunks.count {
      texts = SuppliedTexts(base: base, hunks: all)
      ranks += Array(repeating: unique.count, count: all.count - hunks.count)
    }
    let tree = OutputTree(all, applying: applied, texts: texts)
    let atoms = Atoms(of: base)
    let layout = Layout(texts, atoms: atoms)
    let mode: Numbering.Mode = keepsLabels ? .frozen : renumbers ? .adopted : base.numbering
    let relabelling = Relabelling(
      tree, hunks: all, texts: texts, layout: layout, mode: mode, allotted: labels(all, texts, mode))
    let references = ReferenceUpdate(
      tree, hunks: all, applied: applied, texts: texts, relabelling: relabelling)
    let layoutEdits = layoutEdits(amendments, without: refusals)
    func assembled(_ rewordings: [NodeReference: [SourceEdit]]) -> ComposedText {
      Assembly(
        all, applying: applied, texts: texts, tree: tree, labels: relabelling.labels, layout: layout,
        baseAtoms: atoms, layoutEdits: layoutEdits, rewordings: rewordings
      ).text
    }
    var text = assembled(references.rewordings)
    var misled: [CrossReference] = []
    if applied.contains(where: { if case .move = all[$0].change { true } else { false } }) {
      let standing = base.crossReferences()
      let first = MisledReferences(in: text, of: standing)
      if !first.references.isEmpty {
        text = assembled(references.rewordings.merging(first.named(in: base), uniquingKeysWith: +))
        misled = MisledReferences(in: text, of: standing).references
      }
    }
    let supplied =
      keepsLabels
      ? []
      : SuppliedReferences(
        text, hunks: all, applied: applied, tree: tree, texts: texts, relabelling: relabelling
      ).dangling
    return Result(
      all: unique, amendments: amendments, nested: nested, hunks: all, ranks: ranks, texts: texts, sweep: sweep,
      applied: applied, refusals: refusals, misses: misses, alreadyDone: alreadyDone, tree: tree,
      relabelling: relabelling, text: text, dangling: references.dangling, misled: misled, danglingSupplied: supplied,
      settled: settled)
  }

  /// Hunks stand in the order of their amendments. Numbers are compared faster than names.
  private func ranks(of hunks: [Hunk], among amendments: [FoundAmendment]) -> [Int] {
    var ranks: [Int] = []
    ranks.reserveCapacity(hunks.count)
    var rank = 0
    for index in hunks.indices {
      while rank < amendments.count, amendments[rank].name != hunks[index].amendment { rank += 1 }
      ranks.append(rank)
    }
    return ranks
  }

  // MARK: - Amendments to amendments

  /// The amendments to the motion in their natural order, each with its own amendments taken into its new text.
  private func fold(
    _ unique: [FoundAmendment], _ refusals: inout [String: [Refusal]],
    _ nested: inout [(parent: String, composition: Composition)]
  ) -> [FoundAmendment] {
    if unique.allSatisfy({ $0.amendment.parent == nil }) { return unique }
    let names = Set(unique.map(\.name))
    var byParent: [String: [Amendment]] = [:]
    for amendment in unique.map(\.amendment) {
      guard let parent = amendment.parent else { continue }
      if names.contains(parent) {
        byParent[parent, default: []].append(amendment)
      } else {
        refusals[amendment.name] = [
          Refusal(
            operation: 0, code: "parent-lost",
            message: "\(amendment.name) amends \(parent), which is not in the text.")
        ]
      }
    }
    func folded(_ amendment: Amendment) -> Amendment {
      guard let children = byParent[amendment.name] else { return amendment }
      return NestedAmending(amendment, with: children.map(folded), rulings: rulings, policy: policy)
        .result(&refusals, &nested)
    }
    return unique.filter { $0.amendment.parent == nil || refusals[$0.name] != nil }.map { one in
      byParent[one.name] == nil ? one : FoundAmendment(amendment: folded(one.amendment))
    }
  }

  // MARK: - Resolving

  private func resolution(of amendment: Amendment) -> Resolution {
    if amendment.readAgainst.isEmpty { return Resolution(of: amendment, in: base) }
    var before: [Amendment] = []
    for name in amendment.readAgainst {
      guard let other = known[name] else {
        return Resolution(
          refusing: Refusal(
            operation: 0, code: "unknown-amendment",
            message: "\(amendment.name) was read with \(name) in the text, and \(name) is not known."))
      }
      if other.name != amendment.name { before.append(other) }
    }
    let seen = compose(before)
    let document = Document(parsing: seen.text.bytes)
    var resolution = Resolution(of: amendment, in: document)
    let mapping = MappedBack(seen, document: document)
    let made = mapping.refusals(resolution.hunks)
    resolution.refusals += made.refusals
    resolution.misses += made.misses
    resolution.hunks = mapping.mapped(resolution.hunks)
    resolution.alreadyDone = resolution.alreadyDone.map { done in
      (done.operation, done.node.flatMap { mapping.node($0) }.flatMap { $0.space == .base ? $0.index : nil })
    }
    return resolution
  }

  /// An amendment whose words lie in the text of one that is not taken falls, and so does what rests on it.
  private func dropOrphans(_ hunks: inout [Hunk], _ refusals: inout [String: [Refusal]]) {
    // Whatever lies in the base alone has lost nothing.
    var goesOn = hunks.contains { !$0.space.isBase || !($0.gap?.space.isBase ?? true) }
    while goesOn {
      goesOn = false
      let there = Set(hunks.map(\.text))
      for hunk in hunks where refusals[hunk.amendment] == nil {
        for space in hunk.spaces where space != .base && !there.contains(space) {
          let supplier = space.amendment ?? ""
          refusals[hunk.amendment] = [
            Refusal(
              operation: hunk.operation, code: "words-gone",
              message:
                "\(hunk.amendment) changes words that came with \(supplier), and \(supplier) is not in the text.",
              because: supplier
            )
          ]
          goesOn = true
        }
      }
      hunks.removeAll { refusals[$0.amendment] != nil }
    }
    if !refusals.isEmpty { hunks.removeAll { refusals[$0.amendment] != nil } }
  }

  private func acquainted(_ amendments: [FoundAmendment]) -> Set<Sweep.Pair> {
    var pairs: Set<Sweep.Pair> = []
    for index in amendments.indices {
      for name in amendments[index].amendment.readAgainst { pairs.insert(Sweep.Pair(amendments[index].name, name)) }
    }
    return pairs
  }

  // MARK: - What applies

  private func apply(
    _ hunks: inout [Hunk], _ sweep: Sweep, _ settled: inout Set<Int>
  ) -> [Int] {
    var blocked: Set<Int> = []
    var rivals: [Int: [Int]] = [:]
    var settlements = Settlements()
    for (index, encounter) in sweep.encounters.enumerated() where encounter.kind.isConflict {
      let pair = [hunks[encounter.first], hunks[encounter.second]]
      if settle(encounter, pair, hunks, &blocked, &settlements) {
        settled.insert(index)
      } else {
        rivals[encounter.first, default: []].append(encounter.second)
        rivals[encounter.second, default: []].append(encounter.first)
      }
    }
    blockWhole(&blocked, hunks)
    switch policy {
    case .baseStands:
      blocked.formUnion(
        rivals.keys.filter { !blocked.contains($0) && !(rivals[$0] ?? []).allSatisfy(blocked.contains) })
      blockWhole(&blocked, hunks)
    case .firstStands(let order):
      blocked = inTurn(order, hunks, blocked, rivals)
    }
    giveWay(&blocked, hunks, sweep)
    dropBelow(&blocked, hunks)
    // Each of two equal hunks is asked for; one of them is in the text.
    for encounter in sweep.encounters where encounter.kind == .duplicate {
      let first = min(encounter.first, encounter.second)
      if !blocked.contains(first) { blocked.insert(max(encounter.first, encounter.second)) }
    }
    let count = hunks.count
    if !settlements.hunks.isEmpty { hunks += settlements.hunks }
    return Array(0..<count).filter { !blocked.contains($0) } + Array(count..<hunks.count)
  }

  /// Does what the latest ruling about a conflict says; false where there is none, or it cannot be done.
  private func settle(
    _ encounter: Encounter, _ pair: [Hunk], _ hunks: [Hunk], _ blocked: inout Set<Int>,
    _ settlements: inout Settlements
  ) -> Bool {
    if rulings.isEmpty { return false }
    let path = place(of: encounter, hunks)
    let names = pair.map(\.amendment)
    guard let rank = rulings.lastIndex(where: { $0.settles(names, at: path) }) else { return false }
    switch rulings[rank].choice {
    case .take(let name):
      for hunk in [encounter.first, encounter.second] where hunks[hunk].amendment != name { blocked.insert(hunk) }
    case .both where encounter.kind == .sameGap: break
    case .both:
      guard let both = Settlement(encounter, hunks).both else { return false }
      blocked.formUnion([encounter.first, encounter.second])
      settlements.add(both, ruling: rank)
    case .text(let words):
      blocked.formUnion([encounter.first, encounter.second])
      settlements.add(Settlement(encounter, hunks).text(words), ruling: rank)
    }
    return true
  }

  func place(of encounter: Encounter, _ hunks: [Hunk]) -> String? {
    for hunk in [hunks[encounter.first], hunks[encounter.second]] {
      if hunk.space == .base, let node = hunk.node { return base.nodes[node].path.text }
      if hunk.space == .base, hunk.range != nil { return Path.title.text }
    }
    return nil
  }

  /// An operation is in the text whole or not at all, but for the places of a "throughout".
  private func blockWhole(_ blocked: inout Set<Int>, _ hunks: [Hunk]) {
    if blocked.isEmpty { return }
    let parts = Set(blocked.filter { !hunks[$0].isThroughout }.map { Whole(hunks[$0]) })
    for (index, hunk) in hunks.enumerated() where !hunk.isThroughout && parts.contains(Whole(hunk)) {
      blocked.insert(index)
    }
  }

  private struct Whole: Hashable {
    var amendment: String
    var operation: Int

    init(_ hunk: Hunk) {
      amendment = hunk.amendment
      operation = hunk.operation
    }
  }

  /// The words of the amendment carried first stand.
  private func inTurn(_ order: [String], _ hunks: [Hunk], _ ruledOut: Set<Int>, _ rivals: [Int: [Int]]) -> Set<Int> {
    var rank: [String: Int] = [:]
    for (index, name) in order.enumerated() where rank[name] == nil { rank[name] = index }
    let turns = hunks.indices.sorted {
      let one = rank[hunks[$0].amendment] ?? order.count
      let other = rank[hunks[$1].amendment] ?? order.count
      return (one, $0) < (other, $1)
    }
    var blocked = ruledOut
    var standing: Set<Int> = []
    var index = turns.startIndex
    while index < turns.endIndex {
      let hunk = hunks[turns[index]]
      var group = [turns[index]]
      var next = index + 1
      while !hunk.isThroughout, next < turns.endIndex, Whole(hunks[turns[next]]) == Whole(hunk) {
        group.append(turns[next])
        next += 1
      }
      index = next
      let stands = group.allSatisfy { member in
        !blocked.contains(member) && !(rivals[member] ?? []).contains { standing.contains($0) }
      }
      if stands { standing.formUnion(group) } else { blocked.formUnion(group) }
    }
    return blocked
  }

  private func giveWay(_ blocked: inout Set<Int>, _ hunks: [Hunk], _ sweep: Sweep) {
    for index in sweep.givesWay.keys.sorted()
    where (sweep.givesWay[index] ?? []).contains(where: { !blocked.contains($0) }) {
      blocked.insert(index)
    }
  }

  /// What lies in the words of a hunk that is not in the text is not in the text either.
  private func dropBelow(_ blocked: inout Set<Int>, _ hunks: [Hunk]) {
    var goesOn = !blocked.isEmpty
    while goesOn {
      goesOn = false
      let away = Set(blocked.map { hunks[$0].text })
      for (index, hunk) in hunks.enumerated() where !blocked.contains(index) {
        if hunk.spaces.contains(where: { $0 != .base && away.contains($0) }) {
          blocked.insert(index)
          goesOn = true
        }
      }
    }
  }

  // MARK: - Labels and layout

  private func labels(_ hunks: [Hunk], _ texts: SuppliedTexts, _ mode: Numbering.Mode) -> [NodeReference: String] {
    guard mode == .frozen, !keepsLabels else { return [:] }
    return Allotting(base: base, already: allotted).byNode(hunks, texts)
  }

  /// Line breaks that copies moved, where no two of them disagree.
  private func layoutEdits(_ amendments: [FoundAmendment], without refusals: [String: [Refusal]]) -> [SourceEdit] {
    var all: [SourceEdit] = []
    for index in amendments.indices where !amendments[index].amendment.layout.isEmpty {
      if refusals[amendments[index].name] == nil { all += amendments[index].amendment.layout }
    }
    let sorted = all.filter { $0.span.upperBound <= base.bytes.count }.sorted {
      ($0.span.lowerBound, $0.span.upperBound, $0.replacement) < (
        $1.span.lowerBound, $1.span.upperBound, $1.replacement
      )
    }
    var kept: [SourceEdit] = []
    var disputed = false
    for edit in sorted {
      guard let last = kept.last else {
        kept.append(edit)
        continue
      }
      if last == edit { continue }
      let meets = last.span.upperBound > edit.span.lowerBound || last.span == edit.span
      if meets {
        disputed = true
        if edit.span.upperBound > last.span.upperBound {
          kept[kept.count - 1].span = last.span.lowerBound..<edit.span.upperBound
        }
        kept[kept.count - 1].replacement = ""
        continue
      }
      if disputed { kept.removeLast() }
      disputed = false
      kept.append(edit)
    }
    if disputed { kept.removeLast() }
    return kept
  }
}

extension Resolution {
  init(refusing refusal: Refusal) { refusals = [refusal] }
}

extension Hunk {
  /// The texts it lies in.
  var spaces: [Space] {
    [space] + (gap.map { [$0.space] } ?? [])
  }
}
