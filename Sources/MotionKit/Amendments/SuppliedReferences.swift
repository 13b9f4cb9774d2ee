/// References in what amendments supply: they stay as their movers wrote them, so one that leads nowhere is said.
struct SuppliedReferences {
  private(set) var dangling: [(reference: String, amendment: String, by: Int?)] = []

  init(_ text: ComposedText, hunks: [Hunk], applied: [Int], tree: OutputTree, texts: SuppliedTexts) {
    let brings = applied.contains { index in hunks[index].supplied.contains { (0x30...0x39).contains($0) } }
    guard brings else { return }
    var gone: [Int: Int] = [:]
    for (node, hunk) in tree.gone where node.space == .base {
      for below in texts.subtree(node) { gone[below] = hunk }
    }
    var owners: [(end: Int, amendment: String?)] = []
    var end = 0
    for piece in text.pieces {
      end += piece.count
      owners.append((end, piece.amendment))
    }
    let document = Document(parsing: text.bytes)
    var at = 0
    for reference in document.crossReferences() {
      while at < owners.count, owners[at].end <= reference.span.lowerBound { at += 1 }
      guard at < owners.count, owners[at].end >= reference.span.upperBound, let amendment = owners[at].amendment
      else { continue }
      let words = String(decoding: text.bytes[reference.span], as: UTF8.self)
      if reference.target == nil {
        if reference.candidates.isEmpty, reference.isCertain { dangling.append((words, amendment, nil)) }
        continue
      }
      // What it named in the text that was amended went with another amendment, and the number is another clause's now.
      let meant = texts.base.resolve(address: words).nodes
      guard meant.count == 1, let target = meant.first, let hunk = gone[target], hunks[hunk].amendment != amendment
      else { continue }
      dangling.append((words, amendment, hunk))
    }
  }
}
