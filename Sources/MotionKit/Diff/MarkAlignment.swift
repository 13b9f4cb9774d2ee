/// Clauses that became bullets, numbered paragraphs that lost their numbers: the same words under another kind of mark.
///
/// To a reader that is another layout, not words that went and words that came. An amendment has to say it all the
/// same, so that alignment by itself never pairs two kinds.
struct MarkAlignment {
  private static let kinds: Set<Node.Kind> = [.clause, .bullet, .paragraph, .recital]
  /// Beyond so many clauses that came or went there is no looking for likeness.
  private static let limit = 200

  /// Pairs what is left over: equal words first, in order, then words that are much alike.
  static func pair(_ alignment: inout ClauseAlignment, vocabulary: inout Vocabulary) {
    let olds = alignment.newOf.indices.filter {
      alignment.newOf[$0] < 0 && alignment.old.hasWords[$0] && kinds.contains(alignment.old.nodes[$0].kind)
    }
    let news = alignment.oldOf.indices.filter {
      alignment.oldOf[$0] < 0 && alignment.new.hasWords[$0] && kinds.contains(alignment.new.nodes[$0].kind)
    }
    guard !olds.isEmpty, !news.isEmpty else { return }
    var texts = Vocabulary()
    let oldTexts = olds.map { alignment.old.text($0, &texts) }
    let newTexts = news.map { alignment.new.text($0, &texts) }
    for run in SequenceDiff(from: oldTexts, to: newTexts).same(oldCount: olds.count, newCount: news.count) {
      for (row, column) in zip(run.old, run.new) { alignment.pair(old: olds[row], new: news[column]) }
    }
    pairAlike(
      olds.filter { alignment.newOf[$0] < 0 }, news.filter { alignment.oldOf[$0] < 0 }, &alignment, &vocabulary)
  }

  /// In order, each with the first that is like it.
  private static func pairAlike(
    _ olds: [Int], _ news: [Int], _ alignment: inout ClauseAlignment, _ vocabulary: inout Vocabulary
  ) {
    guard !olds.isEmpty, !news.isEmpty, olds.count <= limit, news.count <= limit else { return }
    let old = alignment.old
    let new = alignment.new
    for index in olds { alignment.likeness.read(old: index, &vocabulary) }
    for index in news { alignment.likeness.read(new: index, &vocabulary) }
    var start = 0
    for index in news {
      for place in start..<olds.count where old.nodes[olds[place]].kind != new.nodes[index].kind {
        guard alignment.likeness.likeness(olds[place], index) >= 700 else { continue }
        alignment.pair(old: olds[place], new: index)
        start = place + 1
        break
      }
    }
  }
}

extension TextTree {
  /// The words of a node as a number, whatever its kind.
  fileprivate func text(_ index: Int, _ texts: inout Vocabulary) -> Int32 {
    let text = ClauseText.folded(nodes[index], in: document.bytes)
    return texts.intern(text, 0..<text.count)
  }
}
