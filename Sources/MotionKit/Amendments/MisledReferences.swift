/// References of the base whose words mean another clause in the composed text: the one they meant moved into a section
/// that counts for itself.
struct MisledReferences {
  private(set) var references: [CrossReference] = []

  /// - Parameter all: the references of the base, in the order of the text.
  init(in text: ComposedText, of all: [CrossReference]) {
    guard !all.isEmpty else { return }
    let document = Document(parsing: text.bytes)
    func origin(_ node: Int) -> Int? {
      text.node(at: document.nodes[node].span.lowerBound).flatMap { $0.space == .base ? $0.index : nil }
    }
    var now: [Int: [CrossReference]] = [:]
    for reference in document.crossReferences() {
      if let node = origin(reference.node) { now[node, default: []].append(reference) }
    }
    var at = 0
    while at < all.count {
      let here = all[at...].prefix { $0.node == all[at].node }
      at += here.count
      // Where an amendment brought one or took one away, nobody knows which is which.
      guard let there = now[here[here.startIndex].node], there.count == here.count else { continue }
      for (old, new) in zip(here, there) {
        guard let target = old.target else { continue }
        let isAnother = new.target.flatMap(origin).map { $0 != target } ?? !new.candidates.isEmpty
        if isAnother { references.append(old) }
      }
    }
  }

  /// The edits that name the section of what they point at beside its number: "3 of resolves".
  func named(in tree: OutputTree, of base: Document) -> [NodeReference: [SourceEdit]] {
    if references.isEmpty { return [:] }
    let finder = LabelFinder(base)
    var items: [NodeReference: Int] = [:]
    for (index, item) in tree.items.enumerated() { items[item.node] = index }
    var edits: [NodeReference: [SourceEdit]] = [:]
    for reference in references {
      guard let target = reference.target, let item = items[NodeReference(space: .base, index: target)],
        let section = section(of: item, in: tree, finder), !namesSection(reference, in: base, finder)
      else { continue }
      let end = reference.span.upperBound
      edits[NodeReference(space: .base, index: reference.node), default: []].append(
        SourceEdit(span: end..<end, replacement: " of " + section))
    }
    return edits
  }

  private func section(of item: Int, in tree: OutputTree, _ finder: LabelFinder) -> String? {
    var next = tree.items[item].parent
    while let at = next {
      let node = tree.items[at].node
      if node.space == .base, let step = finder.sectionStep[node.index] { return step }
      next = tree.items[at].parent
    }
    return nil
  }

  /// Whether a reference says its section already: "3 of notes", "notes 3".
  private func namesSection(_ reference: CrossReference, in base: Document, _ finder: LabelFinder) -> Bool {
    if base.bytes[reference.span.upperBound...].starts(with: " of ".utf8) { return true }
    let before = base.bytes[..<reference.span.lowerBound].dropLast().reversed().prefix { Letters.isASCIILetter($0) }
    return finder.sectionSteps.contains(String(decoding: before.reversed(), as: UTF8.self))
  }
}
