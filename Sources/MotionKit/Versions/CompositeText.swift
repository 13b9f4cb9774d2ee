/// A composite in the making: a text, and which of the originals each of its clauses comes from.
///
/// Each further original is taken as an amendment that inserts what the text does not have, so labels, layout and
/// references follow as they do when a meeting amends.
struct CompositeText {
  private(set) var document: Document
  private var vocabulary = Vocabulary()
  private var units: [Unit]

  /// A clause that stands directly in a section, with all below it.
  private struct Unit {
    var node: Int
    /// What its section is for; the same in texts whose headings say it in other words.
    var section: String
    var phrases: Phrases
    var from: [String] = []
    var variants: [CompositeDraft.Part.Variant] = []
  }

  init(_ document: Document, named name: String) {
    self.document = document
    units = []
    units = read(document).map { unit in
      var unit = unit
      unit.from = [name]
      return unit
    }
  }

  var parts: [CompositeDraft.Part] {
    units.map { unit in
      CompositeDraft.Part(
        path: document.nodes[unit.node].path, text: CompositeText.words(of: unit.node, in: document), from: unit.from,
        variants: unit.variants)
    }
  }

  // MARK: Taking one more

  mutating func take(_ other: Document, named name: String) {
    let theirs = read(other)
    let met = match(theirs)
    let brought = taking(other, theirs, met)
    // The numbers that its own clauses have got are known only now: what refers to them is worded anew.
    var names: [Int: String] = [:]
    for (mine, node) in brought.nodes { names[node] = brought.document.nodes[mine].label?.bare }
    for (unit, place) in zip(theirs, met) {
      guard let place else { continue }
      let mine = brought.kept[units[place].node].flatMap { brought.document.nodes[$0].label?.bare }
      names[unit.node] = mine
    }
    let edits = other.crossReferences().flatMap { $0.edits(renaming: names) }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    let reworded = Document(parsing: SourceEdit.apply(edits, to: other.bytes))
    let settled = reworded.nodes.count == other.nodes.count ? taking(reworded, theirs, met) : brought
    record(settled, theirs, met, other, name)
  }

  /// Of a thousand: two clauses that share so many words are taken for two wordings of one.
  private static let sameClause = 650

  /// For each of their clauses the one of ours that says the same: the same words anywhere, or nearly the same words in
  /// the same section.
  private func match(_ theirs: [Unit]) -> [Int?] {
    var taken: Set<Int> = []
    var met: [Int?] = Array(repeating: nil, count: theirs.count)
    for (index, unit) in theirs.enumerated() where unit.phrases.count > 0 {
      let same = units.indices.filter { !taken.contains($0) && units[$0].phrases.numbers == unit.phrases.numbers }
      guard let place = same.first(where: { units[$0].section == unit.section }) ?? same.first else { continue }
      met[index] = place
      taken.insert(place)
    }
    for (index, unit) in theirs.enumerated() where met[index] == nil && unit.phrases.count > 0 {
      var best: (place: Int, likeness: Int)?
      for place in units.indices where !taken.contains(place) && units[place].section == unit.section {
        let likeness = units[place].phrases.likeness(to: unit.phrases)
        if likeness >= CompositeText.sameClause, likeness > best?.likeness ?? 0 { best = (place, likeness) }
      }
      guard let best else { continue }
      met[index] = best.place
      taken.insert(best.place)
    }
    return met
  }

  /// The text with their own clauses in it, and where each node of either went.
  private struct Brought {
    var document: Document
    /// Of each node of ours, by its old index, the new one.
    var kept: [Int: Int] = [:]
    /// Of each node that came, by its new index, the one in their text.
    var nodes: [(mine: Int, theirs: Int)] = []
  }

  private func taking(_ other: Document, _ theirs: [Unit], _ met: [Int?]) -> Brought {
    var operations: [Operation] = []
    var order: [Int] = []
    for run in runs(theirs, met, in: other) {
      operations.append(
        Operation(
          .insertBlock, path: run.path, new: run.text(in: other), placement: run.placement, asWritten: true))
      order += run.nodes
    }
    guard !operations.isEmpty else { return traced(document.bytes, [], order: []) }
    let composed = Composition(of: document, with: [Amendment(name: CompositeText.bringer, operations: operations)])
    return traced(composed.bytes, composed.pieces, order: order)
  }

  private static let bringer = "A1"

  /// Ours keep their order, and so do theirs: one walk says which is which.
  private func traced(_ bytes: [UInt8], _ pieces: [Piece], order: [Int]) -> Brought {
    var brought = Brought(document: Document(parsing: bytes))
    var ours = 0
    var theirs = 0
    var ends: [(end: Int, isTheirs: Bool)] = []
    var end = 0
    for piece in pieces {
      end += piece.count
      ends.append((end, piece.amendment != nil))
    }
    var at = 0
    for (index, node) in brought.document.nodes.enumerated() {
      let start = node.textSpans.first?.lowerBound ?? node.span.lowerBound
      while at < ends.count, ends[at].end <= start { at += 1 }
      if at < ends.count, ends[at].isTheirs {
        if theirs < order.count { brought.nodes.append((index, order[theirs])) }
        theirs += 1
      } else {
        brought.kept[ours] = index
        ours += 1
      }
    }
    return brought
  }

  /// Their clauses that came, those of ours that they have too, and what they say otherwise.
  private mutating func record(
    _ brought: Brought, _ theirs: [Unit], _ met: [Int?], _ other: Document, _ name: String
  ) {
    for (unit, place) in zip(theirs, met) {
      guard let place else { continue }
      units[place].from.append(name)
      if units[place].phrases.numbers != unit.phrases.numbers {
        units[place].variants.append(
          CompositeDraft.Part.Variant(
            name: name, path: other.nodes[unit.node].path, text: CompositeText.words(of: unit.node, in: other)))
      }
    }
    var origins: [Int: Unit] = [:]
    for unit in units { if let place = brought.kept[unit.node] { origins[place] = unit } }
    document = brought.document
    units = read(document).map { unit in
      var unit = unit
      unit.from = origins[unit.node]?.from ?? [name]
      unit.variants = origins[unit.node]?.variants ?? []
      return unit
    }
  }

  // MARK: Where things go

  /// Clauses of theirs that follow one another and go to one place.
  private struct Run {
    var path: Path
    var placement: Operation.Placement
    /// The section that comes with them, where ours has none like it.
    var heading: Int?
    var units: [Range<Int>]

    var nodes: [Int] { (heading.map { [$0] } ?? []) + units.flatMap { Array($0) } }

    func text(in other: Document) -> String {
      var blocks: [[UInt8]] = []
      if let heading { blocks.append(Array(other.bytes[CompositeText.lines(heading, heading, in: other)])) }
      for unit in units {
        blocks.append(Array(other.bytes[CompositeText.lines(unit.lowerBound, unit.upperBound - 1, in: other)]))
      }
      return String(decoding: Array(blocks.joined(separator: [10, 10])), as: UTF8.self)
    }
  }

  private func runs(_ theirs: [Unit], _ met: [Int?], in other: Document) -> [Run] {
    var runs: [Run] = []
    var last: (index: Int, run: Int)?
    for (index, unit) in theirs.enumerated() where met[index] == nil {
      let subtree = other.subtree(of: unit.node)
      if let before = last, before.index == index - 1, theirs[index - 1].section == unit.section {
        runs[before.run].units.append(subtree)
        last = (index, before.run)
        continue
      }
      guard var run = place(index, theirs, met) else { continue }
      if run.heading != nil {
        // A section of their own comes whole, with the clauses that follow.
        run.heading = other.nodes[unit.node].parent
      }
      run.units = [subtree]
      runs.append(run)
      last = (index, runs.count - 1)
    }
    return runs
  }

  /// After the clause of ours that stands before it in their text, else before the one that stands after it, else at
  /// the end of the section; a section that ours does not have goes behind the one before it.
  private func place(_ index: Int, _ theirs: [Unit], _ met: [Int?]) -> Run? {
    let section = theirs[index].section
    let inside = theirs.indices.filter { theirs[$0].section == section }
    func neighbour(_ indices: some Sequence<Int>) -> Path? {
      for other in indices {
        if let place = met[other], units[place].section == section { return document.nodes[units[place].node].path }
      }
      return nil
    }
    if let path = neighbour(inside.filter { $0 < index }.reversed()) {
      return Run(path: path, placement: .after, heading: nil, units: [])
    }
    if let path = neighbour(inside.filter { $0 > index }) {
      return Run(path: path, placement: .before, heading: nil, units: [])
    }
    if let unit = units.last(where: { $0.section == section }) {
      return Run(path: document.nodes[unit.node].path, placement: .after, heading: nil, units: [])
    }
    let before = theirs[..<index].last { theirs in units.contains { $0.section == theirs.section } }
    guard let before, let unit = units.last(where: { $0.section == before.section }),
      let parent = document.nodes[unit.node].parent
    else { return Run(path: .whole, placement: .end, heading: -1, units: []) }
    return Run(path: document.nodes[parent].path, placement: .after, heading: -1, units: [])
  }

  // MARK: Reading

  private mutating func read(_ document: Document) -> [Unit] {
    var units: [Unit] = []
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      if node.kind == .section {
        index += 1
        continue
      }
      let subtree = document.subtree(of: index)
      let section = node.parent.map { CompositeText.section(document.heading(of: $0)) } ?? ""
      units.append(
        Unit(
          node: index, section: section,
          phrases: Phrases(of: document, nodes: subtree, vocabulary: &vocabulary)))
      index = subtree.upperBound
    }
    return units
  }

  private static func section(_ heading: String) -> String {
    SectionWords.step(of: heading) ?? SectionWords.words(of: heading).joined(separator: " ")
  }

  /// A clause and all below it on one line.
  private static func words(of node: Int, in document: Document) -> String {
    document.subtree(of: node).map { document.text(of: $0) }.joined(separator: " ")
  }

  /// From the label of the first node to the end of the last one's words.
  private static func lines(_ first: Int, _ last: Int, in document: Document) -> Range<Int> {
    let start = document.nodes[first].extent.lowerBound
    return start..<max(start, document.nodes[last].span.upperBound)
  }
}
