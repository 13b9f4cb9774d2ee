/// New labels for a text, tried until every reference means what it meant.
struct RenumberingDraft {
  private let document: Document
  /// Those that point at a clause.
  private var references: [CrossReference] = []
  /// By reference, where the number alone was not enough.
  private var wordings: [Int: Wording] = [:]
  /// The runs whose numbers stay.
  private var keptRuns: Set<Int> = []
  private var kept: [Int] = []

  /// How a section is named beside a number.
  private enum Wording {
    /// "clause 3 of resolves".
    case behind
    /// "resolves 3 above".
    case before
    case none
  }

  init(_ document: Document) { self.document = document }

  /// As often as this new wordings and kept numbers are tried; then all stays as it is.
  private static let rounds = 12

  mutating func settled() -> Renumbering {
    var current = numbered(runs())
    if current.changes.isEmpty { return current }
    references = document.crossReferences().filter { $0.target != nil }
    let sections = LabelFinder(document).sectionStep
    for _ in 0..<Self.rounds {
      let found = runs()
      current = numbered(found)
      follow(&current, sections)
      if references.isEmpty || current.changes.isEmpty { return current }
      let next = Document(parsing: SourceEdit.apply(current.edits, to: document.bytes))
      // Another tree is for the caller to refuse.
      guard next.nodes.count == document.nodes.count else { return current }
      let wrong = misled(current.edits, next)
      if wrong.isEmpty { return current }
      for (index, others) in wrong { mend(index, others, found, sections) }
    }
    return Renumbering(changes: [], edits: [], kept: kept.sorted().map { references[$0] })
  }

  private func runs() -> NumberedRuns {
    NumberedRuns(nodes: document.nodes, shapes: document.shapes, keeping: keptRuns)
  }

  private func numbered(_ runs: NumberedRuns) -> Renumbering {
    var result = Renumbering(changes: [], edits: [])
    for index in document.nodes.indices {
      guard let label = document.nodes[index].label, let typed = document.shapes[index], let due = runs.expected[index],
        typed != due
      else { continue }
      result.changes.append(Numbering.Change(node: index, old: typed.bare, new: due.bare))
      result.edits.append(SourceEdit(span: label.span, replacement: due.printed))
    }
    return result
  }

  /// Adds what the references have to say from now on.
  private func follow(_ current: inout Renumbering, _ sections: [Int: String]) {
    let names = Dictionary(current.changes.map { ($0.node, $0.new) }) { first, _ in first }
    for (index, reference) in references.enumerated() {
      current.edits += reference.edits(renaming: names)
      guard let wording = wordings[index], let section = section(of: reference, sections) else { continue }
      switch wording {
      case .behind:
        let end = reference.span.upperBound
        current.edits.append(SourceEdit(span: end..<end, replacement: " of " + section))
      case .before:
        let start = reference.span.lowerBound
        current.edits.append(SourceEdit(span: start..<start, replacement: section + " "))
      case .none: break
      }
    }
    current.edits.sort { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    current.kept = kept.sorted().map { references[$0] }
  }

  /// The section that what it points at stands in, where a number is named in one by its word.
  private func section(of reference: CrossReference, _ sections: [Int: String]) -> String? {
    guard let first = reference.steps.first?.span.lowerBound, isDigit(document.bytes[first]) else { return nil }
    var above = reference.target
    while let index = above {
      if let section = sections[index] { return section }
      above = document.nodes[index].parent
    }
    return nil
  }

  /// The references that would not point where they did, with what they could mean instead.
  private func misled(_ edits: [SourceEdit], _ next: Document) -> [(Int, [Int])] {
    var byPlace: [Int: CrossReference] = [:]
    for reference in next.crossReferences() {
      if let last = reference.steps.last { byPlace[last.span.lowerBound] = reference }
    }
    // How far the text has moved behind each edit.
    var moved: [Int] = []
    var shift = 0
    for edit in edits {
      shift += edit.replacement.utf8.count - edit.span.count
      moved.append(shift)
    }
    return references.indices.compactMap { index in
      guard let last = references[index].steps.last else { return nil }
      var low = 0
      var high = edits.count
      while low < high {
        let middle = (low + high) / 2
        if edits[middle].span.upperBound <= last.span.lowerBound { low = middle + 1 } else { high = middle }
      }
      let new = byPlace[last.span.lowerBound + (low > 0 ? moved[low - 1] : 0)]
      if let new, new.node == references[index].node, new.target == last.target { return nil }
      return (index, (new?.candidates ?? []) + (new?.target.map { [$0] } ?? []))
    }
  }

  /// Another wording for a reference; where none is left, the numbers stay of all lists that have to do with it.
  private mutating func mend(_ index: Int, _ others: [Int], _ runs: NumberedRuns, _ sections: [Int: String]) {
    let reference = references[index]
    if section(of: reference, sections) != nil {
      switch wordings[index] {
      case nil:
        wordings[index] = .behind
        return
      case .behind:
        wordings[index] = .before
        return
      case .before, Wording.none?: break
      }
    }
    wordings[index] = Wording.none
    if !kept.contains(index) { kept.append(index) }
    for node in reference.steps.compactMap(\.target) + others {
      var above: Int? = node
      while let index = above {
        if let membership = runs.memberships[index] {
          keptRuns.insert(membership.run)
          if let across = membership.across { keptRuns.insert(across) }
        }
        above = document.nodes[index].parent
      }
    }
  }
}
