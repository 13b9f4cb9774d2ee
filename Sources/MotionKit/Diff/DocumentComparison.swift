/// The work behind `DocumentDiff`.
struct DocumentComparison {
  private let old: TextTree
  private let new: TextTree
  private let alignment: ClauseAlignment
  private let vocabulary: Vocabulary
  private let splits: [RegroupingSearch.Group]
  private let joins: [RegroupingSearch.Group]

  init(_ old: Document, _ new: Document) {
    var texts = Vocabulary()
    var shapes = Vocabulary()
    var vocabulary = Vocabulary()
    self.old = TextTree(old, texts: &texts, shapes: &shapes)
    self.new = TextTree(new, texts: &texts, shapes: &shapes)
    var alignment = ClauseAlignment(self.old, self.new, vocabulary: &vocabulary)
    (splits, joins) = DocumentComparison.loosened(&alignment, &vocabulary)
    self.alignment = alignment
    self.vocabulary = vocabulary
  }

  /// What a reader sees beyond one clause for one clause: other marks before the same words, clauses that were divided
  /// and joined.
  private static func loosened(
    _ alignment: inout ClauseAlignment, _ vocabulary: inout Vocabulary
  ) -> (splits: [RegroupingSearch.Group], joins: [RegroupingSearch.Group]) {
    guard alignment.oldOf.contains(-1) || alignment.newOf.contains(-1) else { return ([], []) }
    MarkAlignment.pair(&alignment, vocabulary: &vocabulary)
    let splits = RegroupingSearch(
      whole: alignment.old, parts: alignment.new, partOf: alignment.newOf, wholeOf: alignment.oldOf
    ).groups(except: [], &vocabulary)
    for group in splits { alignment.pair(old: group.whole, new: group.heir) }
    let joins = RegroupingSearch(
      whole: alignment.new, parts: alignment.old, partOf: alignment.oldOf, wholeOf: alignment.newOf
    ).groups(except: Set(splits.flatMap(\.parts)), &vocabulary)
    for group in joins { alignment.pair(old: group.heir, new: group.whole) }
    return (splits, joins)
  }

  // MARK: Clauses

  /// The changes in the order of the new text, and the references that only followed.
  func told() -> (changes: [DocumentDiff.Change], references: [DocumentDiff.FollowedReference]) {
    var vocabulary = vocabulary
    var words = SequenceComparison()
    let moved = movedAlone()
    let homes = homesOfTheGone()
    let following = following(&vocabulary)
    let pieces = pieces()
    var gone = alignment.newOf.indices.filter { alignment.newOf[$0] < 0 }[...]
    var changes = titleChange(&vocabulary, &words).map { [$0] } ?? []
    var references: [DocumentDiff.FollowedReference] = []
    func tell(_ change: DocumentDiff.Change, at place: Int) {
      changes.append(change)
      changes[changes.count - 1].place = place
    }
    for index in 0...new.nodes.count {
      while let first = gone.first, homes[first] <= index {
        tell(
          DocumentDiff.Change(
            kind: .delete, oldPath: old.nodes[first].path, newPath: nil,
            segments: whole(.delete, old.nodes[first], old.document), joinedInto: pieces.ofOld[first]), at: index)
        gone.removeFirst()
      }
      guard index < new.nodes.count else { break }
      guard alignment.oldOf[index] >= 0 else {
        let node = new.nodes[index]
        tell(
          DocumentDiff.Change(
            kind: .insert, oldPath: nil, newPath: node.path, segments: whole(.insert, node, new.document),
            splitOf: pieces.ofNew[index]), at: index)
        continue
      }
      let edit = edit(at: index, moved: moved[index], following, &vocabulary, &words)
      references += edit.references
      if let change = edit.change { tell(change, at: index) }
    }
    return (changes, references)
  }

  /// A clause that stood in the old text too.
  private func edit(
    at index: Int, moved: Bool, _ following: FollowingReferences, _ vocabulary: inout Vocabulary,
    _ words: inout SequenceComparison
  ) -> (change: DocumentDiff.Change?, references: [DocumentDiff.FollowedReference]) {
    let oldIndex = alignment.oldOf[index]
    let isSame = sameWords(oldIndex, index)
    if isSame, !moved { return (nil, []) }
    let node = new.nodes[index]
    let before = old.nodes[oldIndex]
    func change(_ kind: DocumentDiff.Change.Kind, _ segments: [TextSegment]) -> DocumentDiff.Change {
      DocumentDiff.Change(kind: kind, oldPath: before.path, newPath: node.path, segments: segments)
    }
    if isSame { return (change(.move, whole(.same, node, new.document)), []) }
    let oldText = alignment.likeness.old.text(oldIndex, &vocabulary)
    let newText = alignment.likeness.new.text(index, &vocabulary)
    let diff = WordDiff(from: oldText.tokens, to: newText.tokens, comparison: &words)
    let segments = segments(oldText, newText, diff)
    func told(_ words: [(old: String, new: String)]) -> [DocumentDiff.FollowedReference] {
      words.map { DocumentDiff.FollowedReference(path: node.path, old: $0.old, new: $0.new) }
    }
    if let all = following.all(in: index) { return (moved ? change(.move, segments) : nil, told(all)) }
    return (
      change(moved ? .moveAndEdit : .edit, segments), told(diff.changes.compactMap { following.words($0, in: index) })
    )
  }

  /// Whether the words are equal, under whatever mark.
  private func sameWords(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    if old.nodes[oldIndex].kind == new.nodes[newIndex].kind { return old.own[oldIndex] == new.own[newIndex] }
    return ClauseText.folded(old.nodes[oldIndex], in: old.document.bytes)
      == ClauseText.folded(new.nodes[newIndex], in: new.document.bytes)
  }

  /// Asked for only where a number changed: nothing else can follow.
  private func following(_ vocabulary: inout Vocabulary) -> FollowingReferences {
    let edited = new.nodes.indices.filter {
      alignment.oldOf[$0] >= 0 && old.own[alignment.oldOf[$0]] != new.own[$0]
    }
    guard !edited.isEmpty, !renumbered().isEmpty else { return FollowingReferences() }
    return FollowingReferences(old, new, alignment, edited: edited, &vocabulary)
  }

  // MARK: Divided and joined

  /// What moved, but for the sub-clauses of a clause that was divided or joined: they went with its words.
  private func movedAlone() -> [Bool] {
    var moved = alignment.moved()
    func isPart(_ group: RegroupingSearch.Group, _ index: Int?) -> Bool { index.map(group.parts.contains) ?? false }
    guard !splits.isEmpty || !joins.isEmpty else { return moved }
    for index in new.nodes.indices where moved[index] {
      let after = new.nodes[index].parent
      let before = old.nodes[alignment.oldOf[index]].parent
      if splits.contains(where: { $0.whole == before && isPart($0, after) })
        || joins.contains(where: { $0.whole == after && isPart($0, before) })
      {
        moved[index] = false
      }
    }
    return moved
  }

  /// By index: the clause that a piece came from, or was made part of.
  private func pieces() -> (ofOld: [Int: Path], ofNew: [Int: Path]) {
    var (ofOld, ofNew): ([Int: Path], [Int: Path]) = ([:], [:])
    for group in splits {
      for part in group.parts where part != group.heir { ofNew[part] = old.nodes[group.whole].path }
    }
    for group in joins {
      for part in group.parts where part != group.heir { ofOld[part] = new.nodes[group.whole].path }
    }
    return (ofOld, ofNew)
  }

  func regrouped() -> [DocumentDiff.Regrouping] {
    var vocabulary = vocabulary
    func line(_ tree: TextTree, _ index: Int) -> [UInt8] {
      ClauseText.line(of: tree.nodes[index], in: tree.document.bytes)
    }
    let divided = splits.map { group in
      (
        group.heir,
        DocumentDiff.Regrouping(
          oldPaths: [old.nodes[group.whole].path], newPaths: group.parts.map { new.nodes[$0].path },
          parts: RegroupedText(
            whole: line(old, group.whole), parts: group.parts.map { line(new, $0) }, isSplit: true,
            vocabulary: &vocabulary
          ).rows)
      )
    }
    let joined = joins.map { group in
      (
        group.whole,
        DocumentDiff.Regrouping(
          oldPaths: group.parts.map { old.nodes[$0].path }, newPaths: [new.nodes[group.whole].path],
          parts: RegroupedText(
            whole: line(new, group.whole), parts: group.parts.map { line(old, $0) }, isSplit: false,
            vocabulary: &vocabulary
          ).rows)
      )
    }
    return (divided + joined).sorted { $0.0 < $1.0 }.map(\.1)
  }

  // MARK: Words

  private func segments(_ old: ClauseText, _ new: ClauseText, _ diff: WordDiff) -> [TextSegment] {
    var writer = SegmentWriter(old: old.bytes, new: new.bytes)
    writer.words(diff, in: 0..<old.bytes.count, 0..<new.bytes.count)
    return writer.finish()
  }

  private func whole(_ kind: TextSegment.Kind, _ node: Node, _ document: Document) -> [TextSegment] {
    let line = ClauseText.line(of: node, in: document.bytes)
    return line.isEmpty ? [] : [TextSegment(kind, line)]
  }

  /// By old index: the new node before which a clause that went is told.
  private func homesOfTheGone() -> [Int] {
    var homes = Array(repeating: new.nodes.count, count: old.nodes.count)
    var home = new.nodes.count
    var settled = alignment.settled()[...]
    for index in homes.indices.reversed() {
      if settled.last == index {
        home = alignment.newOf[index]
        settled.removeLast()
      }
      homes[index] = home
    }
    return homes
  }

  private func titleChange(
    _ vocabulary: inout Vocabulary, _ words: inout SequenceComparison
  ) -> DocumentDiff.Change? {
    let before = old.document.fields["title"]?.string
    let after = new.document.fields["title"]?.string
    switch (before, after) {
    case (let before?, let after?) where Array(before.utf8) != Array(after.utf8):
      let oldText = ClauseText(Array(before.utf8), vocabulary: &vocabulary)
      let newText = ClauseText(Array(after.utf8), vocabulary: &vocabulary)
      return DocumentDiff.Change(
        kind: .edit, oldPath: .title, newPath: .title,
        segments: segments(
          oldText, newText, WordDiff(from: oldText.tokens, to: newText.tokens, comparison: &words)))
    case (nil, let after?):
      return DocumentDiff.Change(
        kind: .insert, oldPath: nil, newPath: .title, segments: [TextSegment(.insert, Array(after.utf8))])
    case (let before?, nil):
      return DocumentDiff.Change(
        kind: .delete, oldPath: .title, newPath: nil, segments: [TextSegment(.delete, Array(before.utf8))])
    default: return nil
    }
  }

  func renumbered() -> [DocumentDiff.Renumbering] {
    new.nodes.indices.compactMap { index in
      let oldIndex = alignment.oldOf[index]
      guard oldIndex >= 0 else { return nil }
      if old.nodes[oldIndex].kind == new.nodes[index].kind {
        guard !old.hasLabel(oldIndex, of: new, index), old.label(oldIndex) != nil, new.label(index) != nil
        else { return nil }
      }
      return DocumentDiff.Renumbering(old: old.nodes[oldIndex].path, new: new.nodes[index].path)
    }
  }

  // MARK: Files

  /// Both files whole: the clauses that kept their order are the pillars, word for word; what lies between two of them
  /// (labels, layout, fields, clauses that came or went) is compared by itself.
  func segments() -> [TextSegment] {
    var vocabulary = vocabulary
    var words = SequenceComparison()
    let oldBytes = old.document.bytes
    let newBytes = new.document.bytes
    var writer = SegmentWriter(old: oldBytes, new: newBytes)
    var (oldPlace, newPlace) = (0, 0)
    func compare(_ oldSpans: [Range<Int>], _ oldRange: Range<Int>, _ newSpans: [Range<Int>], _ newRange: Range<Int>) {
      if writer.equals(oldRange, newRange) { return writer.same(oldRange) }
      let oldTokens = Tokens(of: oldBytes, in: oldSpans, vocabulary: &vocabulary)
      let newTokens = Tokens(of: newBytes, in: newSpans, vocabulary: &vocabulary)
      writer.words(WordDiff(from: oldTokens, to: newTokens, comparison: &words), in: oldRange, newRange)
    }
    func between(_ oldEnd: Int, _ newEnd: Int) {
      compare([oldPlace..<oldEnd], oldPlace..<oldEnd, [newPlace..<newEnd], newPlace..<newEnd)
    }
    for oldIndex in alignment.settled() {
      let before = old.nodes[oldIndex]
      let after = new.nodes[alignment.newOf[oldIndex]]
      guard let oldRange = before.words, let newRange = after.words, oldRange.lowerBound >= oldPlace,
        newRange.lowerBound >= newPlace
      else { continue }
      between(oldRange.lowerBound, newRange.lowerBound)
      compare(before.textSpans, oldRange, after.textSpans, newRange)
      (oldPlace, newPlace) = (oldRange.upperBound, newRange.upperBound)
    }
    between(oldBytes.count, newBytes.count)
    return writer.finish()
  }
}

extension Node {
  /// From the first to the last byte of its own words; nil where it has none.
  fileprivate var words: Range<Int>? {
    guard let first = textSpans.first, let last = textSpans.last, first.lowerBound < last.upperBound else { return nil }
    return first.lowerBound..<last.upperBound
  }
}
