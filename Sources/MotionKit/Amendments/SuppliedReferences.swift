/// References in what amendments supply: they stay as their movers wrote them, so one that leads nowhere is said.
struct SuppliedReferences {
  struct Dangling {
    /// As its mover wrote it.
    var reference: String
    var amendment: String
    /// The hunk that took out what it speaks of.
    var by: Int?
    /// The number that what it speaks of has now.
    var now: String?
  }

  private(set) var dangling: [Dangling] = []

  init(
    _ text: ComposedText, hunks: [Hunk], applied: [Int], tree: OutputTree, texts: SuppliedTexts,
    relabelling: Relabelling
  ) {
    let brings = applied.contains { index in hunks[index].supplied.contains { (0x30...0x39).contains($0) } }
    guard brings else { return }
    var gone: [Int: Int] = [:]
    for (node, hunk) in tree.gone where node.space == .base {
      for below in texts.subtree(node) { gone[below] = hunk }
    }
    var moved: [Int: String] = [:]
    for change in relabelling.renumbered { moved[change.node] = Label(printed: change.new, span: 0..<0).bare }
    var owners: [(end: Int, amendment: String?)] = []
    var end = 0
    for piece in text.pieces {
      end += piece.count
      owners.append((end, piece.amendment))
    }
    let document = Document(parsing: text.bytes)
    var at = 0
    for reference in document.crossReferences(in: Self.nodes(of: document, where: owners)) {
      while at < owners.count, owners[at].end <= reference.span.lowerBound { at += 1 }
      guard at < owners.count, owners[at].end >= reference.span.upperBound, let amendment = owners[at].amendment
      else { continue }
      let words = String(decoding: text.bytes[reference.span], as: UTF8.self)
      if reference.target == nil {
        if reference.candidates.isEmpty, reference.isCertain {
          dangling.append(Dangling(reference: words, amendment: amendment))
        }
        continue
      }
      // What it named in the text that was amended went with another amendment, or has another number now.
      let meant = texts.base.resolve(address: words).nodes
      guard meant.count == 1, let target = meant.first else { continue }
      if let hunk = gone[target] {
        if hunks[hunk].amendment != amendment {
          dangling.append(Dangling(reference: words, amendment: amendment, by: hunk))
        }
        continue
      }
      guard let now = moved[target], let found = reference.target,
        text.node(at: document.nodes[found].span.lowerBound) != NodeReference(space: .base, index: target),
        !Self.renumbers(amendment, target, hunks, applied, texts)
      else { continue }
      dangling.append(Dangling(reference: words, amendment: amendment, now: now))
    }
  }

  /// The nodes in whose words something came.
  private static func nodes(of document: Document, where owners: [(end: Int, amendment: String?)]) -> [Int] {
    var at = 0
    return document.nodes.indices.filter { node in
      let span = document.nodes[node].span
      while at < owners.count, owners[at].end <= span.lowerBound { at += 1 }
      var piece = at
      while piece < owners.count, owners[piece].amendment == nil, owners[piece].end < span.upperBound { piece += 1 }
      return piece < owners.count && owners[piece].amendment != nil
    }
  }

  /// Whether an amendment, taken by itself, could change the number of a clause: then its mover may have counted with
  /// the new one.
  private static func renumbers(
    _ amendment: String, _ target: Int, _ hunks: [Hunk], _ applied: [Int], _ texts: SuppliedTexts
  ) -> Bool {
    let start = texts.base.nodes[target].span.lowerBound
    return applied.contains { index in
      let hunk = hunks[index]
      guard hunk.amendment == amendment, hunk.range == nil else { return false }
      guard hunk.space == .base, hunk.change != .replaceAll else { return true }
      if let node = hunk.node, texts.base.nodes[node].span.lowerBound <= start { return true }
      switch hunk.change {
      case .insert(let gap), .move(let gap): return (TakingOrder.offset(of: gap, texts) ?? 0) <= start
      case .words, .delete, .replace, .replaceAll: return false
      }
    }
  }
}
