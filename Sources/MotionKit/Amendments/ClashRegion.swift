/// The words of the base that two hunks are about, and how each amendment would have them.
struct ClashRegion {
  private let kind: Encounter.Kind
  private let hunks: [Hunk]
  private let texts: SuppliedTexts
  private let space: Space
  /// Bytes of the space.
  private let range: Range<Int>?

  /// All hunks: what an operation brings may lie beside the place that it takes out.
  private let all: [Hunk]

  init(_ kind: Encounter.Kind, _ hunks: [Hunk], among all: [Hunk], _ texts: SuppliedTexts) {
    self.kind = kind
    self.all = all
    self.hunks = hunks
    self.texts = texts
    if hunks.contains(where: { $0.change == .replaceAll }) {
      space = .base
      range = texts.base.body
      return
    }
    space = hunks.first { $0.node != nil || $0.range != nil }?.space ?? hunks.first?.space ?? .base
    var lower: Int?
    var upper: Int?
    // A clause that comes from elsewhere into what goes does not make what goes larger.
    let about = kind == .insideDeleted ? Array(hunks.prefix(1)) : hunks
    for hunk in about where hunk.space == space {
      let own: Range<Int>
      if let range = hunk.range {
        own = range
      } else if let node = hunk.node {
        own = texts.span(of: NodeReference(space: space, index: node))
      } else {
        continue
      }
      lower = min(lower ?? own.lowerBound, own.lowerBound)
      upper = max(upper ?? own.upperBound, own.upperBound)
    }
    range = lower.flatMap { lower in upper.map { lower..<max($0, lower) } }
  }

  var base: String { range.map { texts.excerpt(space, $0) } ?? "" }

  func span(in document: Document) -> Range<Int>? {
    if space == .base, let range { return range }
    for hunk in hunks {
      if let gap = gap(of: hunk) {
        let place = place(of: gap)
        return place..<place
      }
    }
    return nil
  }

  func path(in document: Document) -> String? {
    for hunk in hunks {
      guard let gap = gap(of: hunk) else { continue }
      let siblings = texts.children(of: gap.container)
      if gap.index > 0, gap.index <= siblings.count, siblings[gap.index - 1].space == .base {
        return document.nodes[siblings[gap.index - 1].index].path.text
      }
      if case .node(let node) = gap.container, node.space == .base { return document.nodes[node.index].path.text }
      if let next = siblings.dropFirst(gap.index).first, next.space == .base {
        return document.nodes[next.index].path.text
      }
    }
    return nil
  }

  /// Where two clauses come to one point: the path of the neighbour that names it.
  func gapPath(in document: Document) -> String? { kind == .orderOnly ? path(in: document) : nil }

  /// The point where clauses come, by the neighbour that `name` names.
  func gapName(_ name: (Int) -> String) -> String? {
    guard let gap = hunks.lazy.compactMap({ gap(of: $0) }).first else { return nil }
    let siblings = texts.children(of: gap.container)
    if gap.index > 0, gap.index <= siblings.count, siblings[gap.index - 1].space == .base {
      return "after \(name(siblings[gap.index - 1].index))"
    }
    if let next = siblings.dropFirst(gap.index).first, next.space == .base { return "before \(name(next.index))" }
    if case .node(let node) = gap.container, node.space == .base { return "in \(name(node.index))" }
    return nil
  }

  private func gap(of hunk: Hunk) -> Gap? {
    switch hunk.change {
    case .insert(let gap), .move(let gap): gap
    case .words, .delete, .replace, .replaceAll: nil
    }
  }

  private func place(of gap: Gap) -> Int { TakingOrder.offset(of: gap, texts) ?? 0 }

  /// The words there as one of the amendments would have them.
  func side(_ name: String) -> String {
    let own = hunks.filter { $0.amendment == name }
    if let whole = own.first(where: { $0.change == .replaceAll }) {
      return String(decoding: whole.supplied, as: UTF8.self)
    }
    guard let range, own.contains(where: { $0.space == space && ($0.range != nil || $0.node != nil) }) else {
      return own.map { String(decoding: $0.supplied, as: UTF8.self) }.joined(separator: " ")
    }
    var text: [UInt8] = []
    var at = range.lowerBound
    let bytes = texts.bytes(space)
    let sorted = own.filter { $0.space == space }.compactMap { hunk -> (Range<Int>, [UInt8])? in
      if let range = hunk.range { return (range, hunk.supplied) }
      guard let node = hunk.node else { return nil }
      if case .move = hunk.change { return nil }
      return (texts.span(of: NodeReference(space: space, index: node)), hunk.supplied)
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
    for (own, supplied) in sorted where own.lowerBound >= at && own.upperBound <= min(range.upperBound, bytes.count) {
      text += bytes[at..<own.lowerBound]
      text += supplied
      at = own.upperBound
    }
    if at < range.upperBound, range.upperBound <= bytes.count { text += bytes[at..<range.upperBound] }
    if text.isEmpty, let one = own.first {
      for hunk in all where hunk.amendment == name && hunk.operation == one.operation { text += hunk.supplied }
    }
    return String(decoding: Spacing.oneLine(text), as: UTF8.self)
  }
}
