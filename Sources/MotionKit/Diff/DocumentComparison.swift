/// The work behind `DocumentDiff`.
struct DocumentComparison {
  private let old: TextTree
  private let new: TextTree
  private let alignment: ClauseAlignment
  private let vocabulary: Vocabulary

  init(_ old: Document, _ new: Document) {
    var texts = Vocabulary()
    var shapes = Vocabulary()
    var vocabulary = Vocabulary()
    self.old = TextTree(old, texts: &texts, shapes: &shapes)
    self.new = TextTree(new, texts: &texts, shapes: &shapes)
    alignment = ClauseAlignment(self.old, self.new, vocabulary: &vocabulary)
    self.vocabulary = vocabulary
  }

  // MARK: Clauses

  func changes() -> [DocumentDiff.Change] {
    var vocabulary = vocabulary
    let moved = alignment.moved()
    let homes = homesOfTheGone()
    var gone = alignment.newOf.indices.filter { alignment.newOf[$0] < 0 }[...]
    var changes = titleChange(&vocabulary).map { [$0] } ?? []
    for index in 0...new.nodes.count {
      while let first = gone.first, homes[first] <= index {
        changes.append(
          DocumentDiff.Change(
            kind: .delete, oldPath: old.nodes[first].path, newPath: nil,
            segments: whole(.delete, old.nodes[first], old.document)))
        gone.removeFirst()
      }
      if index < new.nodes.count, let change = change(at: index, moved: moved[index], &vocabulary) {
        changes.append(change)
      }
    }
    return changes
  }

  private func change(at index: Int, moved: Bool, _ vocabulary: inout Vocabulary) -> DocumentDiff.Change? {
    let node = new.nodes[index]
    guard alignment.oldOf[index] >= 0 else {
      return DocumentDiff.Change(
        kind: .insert, oldPath: nil, newPath: node.path, segments: whole(.insert, node, new.document))
    }
    let oldIndex = alignment.oldOf[index]
    let before = old.nodes[oldIndex]
    if old.own[oldIndex] == new.own[index] {
      guard moved else { return nil }
      return DocumentDiff.Change(
        kind: .move, oldPath: before.path, newPath: node.path, segments: whole(.same, node, new.document))
    }
    let oldText = ClauseText(before, in: old.document.bytes, vocabulary: &vocabulary)
    let newText = ClauseText(node, in: new.document.bytes, vocabulary: &vocabulary)
    return DocumentDiff.Change(
      kind: moved ? .moveAndEdit : .edit, oldPath: before.path, newPath: node.path,
      segments: segments(oldText, newText))
  }

  private func segments(_ old: ClauseText, _ new: ClauseText) -> [TextSegment] {
    var writer = SegmentWriter()
    writer.words(
      WordDiff(from: old.tokens, to: new.tokens), old: old.bytes, in: 0..<old.bytes.count, new: new.bytes,
      in: 0..<new.bytes.count)
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
    let settled = Set(alignment.settled())
    for index in homes.indices.reversed() {
      if settled.contains(index) { home = alignment.newOf[index] }
      homes[index] = home
    }
    return homes
  }

  private func titleChange(_ vocabulary: inout Vocabulary) -> DocumentDiff.Change? {
    let before = old.document.fields["title"]?.string
    let after = new.document.fields["title"]?.string
    switch (before, after) {
    case (let before?, let after?) where Array(before.utf8) != Array(after.utf8):
      let oldText = ClauseText(Array(before.utf8), vocabulary: &vocabulary)
      let newText = ClauseText(Array(after.utf8), vocabulary: &vocabulary)
      return DocumentDiff.Change(
        kind: .edit, oldPath: .title, newPath: .title, segments: segments(oldText, newText))
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
      guard oldIndex >= 0, let before = old.label(oldIndex), let after = new.label(index),
        Array(before.utf8) != Array(after.utf8)
      else { return nil }
      return DocumentDiff.Renumbering(old: old.nodes[oldIndex].path, new: new.nodes[index].path)
    }
  }

  // MARK: Files

  /// Both files whole: the clauses that kept their order are the pillars, word for word; what lies between two of them
  /// (labels, layout, fields, clauses that came or went) is compared by itself.
  func segments() -> [TextSegment] {
    var vocabulary = vocabulary
    let oldBytes = old.document.bytes
    let newBytes = new.document.bytes
    var writer = SegmentWriter()
    var (oldPlace, newPlace) = (0, 0)
    for oldIndex in alignment.settled() {
      let before = old.nodes[oldIndex]
      let after = new.nodes[alignment.newOf[oldIndex]]
      guard let oldRange = before.words, let newRange = after.words, oldRange.lowerBound >= oldPlace,
        newRange.lowerBound >= newPlace
      else { continue }
      between(oldPlace..<oldRange.lowerBound, newPlace..<newRange.lowerBound, &writer, &vocabulary)
      if oldBytes[oldRange] == newBytes[newRange] {
        writer.same(oldBytes[oldRange])
      } else {
        let oldTokens = Tokens(of: oldBytes, in: before.textSpans, vocabulary: &vocabulary)
        let newTokens = Tokens(of: newBytes, in: after.textSpans, vocabulary: &vocabulary)
        writer.words(
          WordDiff(from: oldTokens, to: newTokens), old: oldBytes, in: oldRange, new: newBytes, in: newRange)
      }
      (oldPlace, newPlace) = (oldRange.upperBound, newRange.upperBound)
    }
    between(oldPlace..<oldBytes.count, newPlace..<newBytes.count, &writer, &vocabulary)
    return writer.finish()
  }

  private func between(
    _ oldRange: Range<Int>, _ newRange: Range<Int>, _ writer: inout SegmentWriter, _ vocabulary: inout Vocabulary
  ) {
    let oldBytes = old.document.bytes
    let newBytes = new.document.bytes
    if oldBytes[oldRange] == newBytes[newRange] { return writer.same(oldBytes[oldRange]) }
    let oldTokens = Tokens(of: oldBytes, in: [oldRange], vocabulary: &vocabulary)
    let newTokens = Tokens(of: newBytes, in: [newRange], vocabulary: &vocabulary)
    writer.words(WordDiff(from: oldTokens, to: newTokens), old: oldBytes, in: oldRange, new: newBytes, in: newRange)
  }
}

extension Node {
  /// From the first to the last byte of its own words; nil where it has none.
  fileprivate var words: Range<Int>? {
    guard let first = textSpans.first, let last = textSpans.last, first.lowerBound < last.upperBound else { return nil }
    return first.lowerBound..<last.upperBound
  }
}
