/// References of the base whose words mean another clause in the composed text: the one they meant, or they themselves,
/// moved into a section that counts for itself.
struct MisledReferences {
  private(set) var references: [CrossReference] = []
  /// The word of the section that each one's clause stands in now.
  private var sections: [String?] = []

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
    if references.isEmpty { return }
    let steps = LabelFinder(document).sectionStep
    var homes: [Int: Int] = [:]
    for node in document.nodes.indices { if let base = origin(node), homes[base] == nil { homes[base] = node } }
    sections = references.map { reference in
      var above = reference.target.flatMap { homes[$0] }
      while let node = above {
        if let step = steps[node] { return step }
        above = document.nodes[node].parent
      }
      return nil
    }
  }

  /// The edits that name the section of what they point at beside its number: "3 of resolves".
  func named(in base: Document) -> [NodeReference: [SourceEdit]] {
    var edits: [NodeReference: [SourceEdit]] = [:]
    let steps = LabelFinder(base).sectionSteps
    for (reference, section) in zip(references, sections) where !namesSection(reference, in: base, steps) {
      guard let section else { continue }
      let end = reference.span.upperBound
      edits[NodeReference(space: .base, index: reference.node), default: []].append(
        SourceEdit(span: end..<end, replacement: " of " + section))
    }
    return edits
  }

  /// Whether a reference says its section already: "3 of notes", "notes 3".
  private func namesSection(_ reference: CrossReference, in base: Document, _ steps: Set<String>) -> Bool {
    if base.bytes[reference.span.upperBound...].starts(with: " of ".utf8) { return true }
    let before = base.bytes[..<reference.span.lowerBound].dropLast().reversed().prefix { Letters.isASCIILetter($0) }
    return steps.contains(String(decoding: before.reversed(), as: UTF8.self))
  }
}
