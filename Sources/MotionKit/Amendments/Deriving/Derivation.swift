extension Amendment {
  /// The operations that turn a base into an edited copy of it, as a person would have written them.
  ///
  /// Words that changed are quoted in their clause; clauses that came, went or were moved are operations on whole
  /// clauses; a phrase replaced alike wherever it stood is replaced throughout. Labels that follow from that are no
  /// operation. Of the fields only the title is compared. Line breaks that moved are `layout`.
  ///
  /// It never fails, however little the two have in common: ask `DerivationRefusal` first.
  public init(name: String, deriving copy: Document, from base: Document) {
    var derivation = Derivation(base: base, copy: copy)
    derivation.run()
    self.init(name: name, operations: derivation.operations, layout: derivation.layout)
    // Where a reference did not follow a clause to its new number, it was no move: one clause went and another came, or
    // the number is still that of the same clause. So it is where numbers are frozen.
    let depends = base.numbering == .frozen || !base.crossReferences().isEmpty
    guard derivation.moves || derivation.renumbers && depends, !gives(copy, from: base) else { return }
    for var other in [
      Derivation(base: base, copy: copy, movesClauses: false), Derivation(base: base, copy: copy, byLabel: true),
      Derivation(base: base, copy: copy, byLabel: true, movesClauses: false),
    ] {
      other.run()
      let amendment = Amendment(name: name, operations: other.operations, layout: other.layout)
      if amendment.gives(copy, from: base) {
        self = amendment
        return
      }
    }
  }

  /// Whether it makes the copy of the base: its clauses, their order, kinds and words.
  private func gives(_ copy: Document, from base: Document) -> Bool {
    let result = Document(parsing: Composition(of: base, with: [self]).bytes)
    return result.nodes.count == copy.nodes.count
      && zip(result.nodes, copy.nodes).allSatisfy { one, other in
        one.kind == other.kind && one.depth == other.depth
          && OwnText(of: one, in: result.bytes).bytes == OwnText(of: other, in: copy.bytes).bytes
      }
  }
}

/// The work behind it: the two trees side by side, walked from the top.
struct Derivation {
  private let old: TextTree
  private let new: TextTree
  private var alignment: ClauseAlignment
  private var vocabulary = Vocabulary()
  private var edits: [Int: ClauseEdit] = [:]
  private var throughout: Throughout
  private var following = FollowingReferences()
  private var moved: [Bool] = []
  private var rewritten: Set<Int> = []

  private(set) var operations: [Operation] = []
  private(set) var layout: [SourceEdit] = []
  private let movesClauses: Bool

  init(base: Document, copy: Document, byLabel: Bool = false, movesClauses: Bool = true) {
    self.movesClauses = movesClauses
    var texts = Vocabulary()
    var shapes = Vocabulary()
    old = TextTree(base, texts: &texts, shapes: &shapes)
    new = TextTree(copy, texts: &texts, shapes: &shapes)
    alignment = ClauseAlignment(old, new, byLabel: byLabel, vocabulary: &vocabulary)
    throughout = Throughout([], texts: [], title: nil) { _, _ in false }
  }

  mutating func run() {
    settle()
    if partStrangers() { settle() }
    if !movesClauses, partMoved() { settle() }
    compareThroughout()
    if old.nodes.isEmpty != new.nodes.isEmpty || old.nodes.isEmpty { return wholeText() }
    title()
    operations += throughout.operations
    children(of: nil, nil)
    var edits = LayoutEdits(base: old.document, copy: new.document)
    for (index, newIndex) in alignment.newOf.enumerated() where newIndex >= 0 && !rewritten.contains(newIndex) {
      edits.add(old.nodes[index], new.nodes[newIndex], vocabulary: &vocabulary)
    }
    layout = edits.edits
  }

  // MARK: What can be said

  private mutating func settle() {
    partWhatCannotBeSaid()
    moved = alignment.moved()
    compareWords()
  }

  /// What went elsewhere and was written anew is another clause.
  private mutating func partStrangers() -> Bool {
    let strangers = new.nodes.indices.filter { moved[$0] && edits[$0]?.isRewritten ?? false }
    for index in strangers { alignment.part(new: index) }
    return !strangers.isEmpty
  }

  /// What moved, and what was edited and has another number, is another clause.
  private mutating func partMoved() -> Bool {
    let indices = new.nodes.indices.filter { index in
      moved[index] || edits[index] != nil && old.label(alignment.oldOf[index]) != new.label(index)
    }
    for index in indices { alignment.part(new: index) }
    return !indices.isEmpty
  }

  /// Whether clauses come or go.
  var renumbers: Bool { operations.contains { $0.kind == .insertBlock || $0.kind == .deleteBlock } }

  /// Whether it says that a clause moved.
  var moves: Bool { operations.contains { $0.kind == .moveBlock } }

  /// Clauses inside what came, and clauses moved out of what went, are not moves that a person could ask for: they came
  /// and went with it.
  private mutating func partWhatCannotBeSaid() {
    var changed = true
    while changed {
      changed = false
      for index in new.nodes.indices where alignment.oldOf[index] >= 0 && !canBeSaid(index) {
        alignment.part(new: index)
        changed = true
      }
    }
  }

  private func canBeSaid(_ index: Int) -> Bool {
    let oldIndex = alignment.oldOf[index]
    if old.hasWords[oldIndex] != new.hasWords[index] { return false }
    if let parent = old.nodes[oldIndex].parent, alignment.newOf[parent] < 0 { return false }
    if old.nodes[oldIndex].depth != new.nodes[index].depth, old.label(oldIndex) != nil { return false }
    guard let parent = new.nodes[index].parent else { return true }
    let oldParent = alignment.oldOf[parent]
    // How a clause is numbered on another level, or below one that had none below it, only new words can say.
    if oldParent >= 0, old.children[oldParent].isEmpty, old.label(oldIndex) != nil { return false }
    // A clause cannot go into itself.
    return oldParent >= 0 && !(oldIndex..<(oldIndex + old.sizes[oldIndex])).contains(oldParent)
  }

  // MARK: Words

  private mutating func compareWords() {
    edits = [:]
    for index in new.nodes.indices {
      let oldIndex = alignment.oldOf[index]
      guard oldIndex >= 0, old.own[oldIndex] != new.own[index] else { continue }
      edits[index] = ClauseEdit(
        path: old.nodes[oldIndex].path,
        old: ClauseText(old.nodes[oldIndex], in: old.document.bytes, vocabulary: &vocabulary),
        new: ClauseText(new.nodes[index], in: new.document.bytes, vocabulary: &vocabulary))
    }
  }

  private mutating func compareThroughout() {
    guard !edits.isEmpty else { return }
    let edited = new.nodes.indices.filter { edits[$0] != nil }
    following = FollowingReferences(old, new, alignment, edited: edited, &vocabulary)
    let following = following
    throughout = Throughout(
      edited.compactMap { index in edits[index].map { (index, $0) } },
      texts: old.nodes.map { ClauseText.line(of: $0, in: old.document.bytes) },
      title: old.document.fields["title"]?.string
    ) { following.holds($0, in: $1) }
  }

  /// A change that is said elsewhere, or needs no saying.
  private func isSaid(_ change: SequenceChange, in index: Int) -> Bool {
    guard let edit = edits[index] else { return true }
    return following.holds(change, in: index) || throughout.holds(change, of: edit)
  }

  private mutating func words(_ index: Int) {
    guard let edit = edits[index] else { return }
    let unsaid = edit.diff.changes.filter { !isSaid($0, in: index) }
    guard !unsaid.isEmpty else { return }
    let isWhole = unsaid.count == edit.diff.changes.count
    if new.nodes[index].kind == .section, isWhole {
      operations.append(
        Operation(.setHeading, path: edit.path, new: String(decoding: edit.new.bytes, as: UTF8.self)))
    } else if edit.isRewritten, isWhole {
      operations.append(edit.rewriting)
    } else {
      operations += edit.operations { isSaid($0, in: index) }
    }
  }

  private mutating func title() {
    guard let before = old.document.fields["title"]?.string, let after = new.document.fields["title"]?.string,
      Array(before.utf8) != Array(after.utf8)
    else { return }
    operations.append(Operation(.setTitle, path: .title, old: before, new: after))
  }

  private mutating func wholeText() {
    guard !new.nodes.isEmpty else {
      for root in old.roots { operations.append(Operation(.deleteBlock, path: old.nodes[root].path)) }
      return
    }
    guard let first = new.roots.first, let last = new.roots.last else { return }
    operations.append(Operation(.insertBlock, path: .whole, new: block(first, last), placement: .end))
  }

  // MARK: Clauses

  /// The children of one clause that both have, or the top of the text.
  private mutating func children(of oldParent: Int?, _ newParent: Int?) {
    let kids = new.kids(of: newParent)
    var gone = old.kids(of: oldParent).filter { alignment.newOf[$0] < 0 }[...]
    var last: Int?
    var run: [Int] = []
    for kid in kids {
      let oldIndex = alignment.oldOf[kid]
      guard oldIndex >= 0, !moved[kid] else {
        run.append(kid)
        continue
      }
      bring(run, after: last, before: oldIndex, in: oldParent)
      run = []
      while let first = gone.first, first < oldIndex { delete(first, &gone) }
      clause(kid)
      last = oldIndex
    }
    bring(run, after: last, before: nil, in: oldParent)
    while let first = gone.first { delete(first, &gone) }
  }

  private mutating func delete(_ first: Int, _ gone: inout ArraySlice<Int>) {
    operations.append(Operation(.deleteBlock, path: old.nodes[first].path))
    gone.removeFirst()
  }

  /// One clause that both have: written anew with all below it, or its words, then what is below it.
  private mutating func clause(_ index: Int) {
    let oldIndex = alignment.oldOf[index]
    if let edit = edits[index], edit.isRewritten, new.nodes[index].kind != .section, isAllNew(oldIndex, index),
      !edit.diff.changes.contains(where: { isSaid($0, in: index) })
    {
      rewritten.insert(index)
      operations.append(
        Operation(
          .replaceBlock, path: old.nodes[oldIndex].path, new: block(index, index),
          asWritten: staysParagraph([index], among: [oldIndex])))
      return
    }
    words(index)
    children(of: oldIndex, index)
  }

  /// Nothing below either of them is in the other.
  private func isAllNew(_ oldIndex: Int, _ index: Int) -> Bool {
    ((oldIndex + 1)..<(oldIndex + old.sizes[oldIndex])).allSatisfy { alignment.newOf[$0] < 0 }
      && ((index + 1)..<(index + new.sizes[index])).allSatisfy { alignment.oldOf[$0] < 0 }
  }

  /// Clauses that came or were moved to one place, in their order.
  private mutating func bring(_ run: [Int], after last: Int?, before next: Int?, in parent: Int?) {
    guard !run.isEmpty else { return }
    let (anchor, placement) = place(after: last, before: next, in: parent)
    var index = 0
    while index < run.count {
      if alignment.oldOf[run[index]] >= 0 {
        operations.append(
          Operation(
            .moveBlock, path: old.nodes[alignment.oldOf[run[index]]].path, to: anchor, placement: placement))
        clause(run[index])
        index += 1
        continue
      }
      var end = index
      while end + 1 < run.count, alignment.oldOf[run[end + 1]] < 0 { end += 1 }
      operations.append(
        Operation(
          .insertBlock, path: anchor, new: block(run[index], run[end]), placement: placement,
          asWritten: staysParagraph(run[index...end], among: old.kids(of: parent))))
      index = end + 1
    }
  }

  /// Whether paragraphs come where those around them have labels or bullets.
  private func staysParagraph(_ come: some Sequence<Int>, among siblings: [Int]) -> Bool {
    come.allSatisfy { new.nodes[$0].kind == .paragraph } && siblings.contains { old.nodes[$0].label != nil }
  }

  private func place(after last: Int?, before next: Int?, in parent: Int?) -> (Path, Operation.Placement) {
    if let last { return (old.nodes[last].path, .after) }
    if let next { return (old.nodes[next].path, .before) }
    if let parent { return (old.nodes[parent].path, old.children[parent].isEmpty ? .end : .start) }
    return (.whole, .start)
  }

  private func block(_ first: Int, _ last: Int) -> String {
    CopiedClauses(first..<last + new.sizes[last], of: new.document).text
  }
}
