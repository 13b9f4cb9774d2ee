/// Takes what was read against a composed text back to where its words came from: the base, or the new text of the
/// amendment that supplied them.
struct MappedBack {
  private let seen: Composer.Result
  private let document: Document
  private let starts: [Int]
  private let places: [(range: Range<Int>, node: NodeReference)]
  /// The item of each node in the composed tree.
  private let items: [NodeReference: Int]

  init(_ seen: Composer.Result, document: Document) {
    self.seen = seen
    self.document = document
    var starts: [Int] = []
    var at = 0
    for piece in seen.text.pieces {
      starts.append(at)
      at += piece.count
    }
    self.starts = starts
    places = seen.text.places
    var items: [NodeReference: Int] = [:]
    for (index, item) in seen.tree.items.enumerated() where items[item.node] == nil { items[item.node] = index }
    self.items = items
  }

  /// Where hunks lie in the base and in supplied texts.
  func mapped(_ hunks: [Hunk]) -> [Hunk] {
    var result: [Hunk] = []
    var parts: [Int: Int] = [:]
    for hunk in hunks {
      for var piece in mapped(hunk) {
        piece.part = parts[piece.operation, default: 0]
        parts[piece.operation] = piece.part + 1
        result.append(piece)
      }
    }
    return result
  }

  /// What is said of hunks that lie in nothing but what composing made, such as half of the number of a reference. What
  /// goes throughout is refused only where it finds nothing else.
  func refusals(_ hunks: [Hunk]) -> (refusals: [Refusal], misses: [Refusal]) {
    let found = Set(hunks.filter { $0.isThroughout && !mapped($0).isEmpty }.map(\.operation))
    let made = hunks.filter { mapped($0).isEmpty }
    return (
      refusals(made.filter { !found.contains($0.operation) }, code: "words-follow"),
      refusals(made.filter { found.contains($0.operation) }, code: Encounter.Kind.throughoutMissed.rawValue)
    )
  }

  private func refusals(_ made: [Hunk], code: String) -> [Refusal] {
    made.map { hunk in
      let words = hunk.range.map { String(decoding: document.bytes[$0], as: UTF8.self) } ?? ""
      let path = hunk.node.map { document.nodes[$0].path }
      let place = path?.text ?? "the title"
      return Refusal(
        operation: hunk.operation, code: code,
        message:
          "\(hunk.amendment) changes “\(words)” in \(place), which no amendment can: it follows from the clauses' numbers.",
        path: path)
    }
  }

  private func mapped(_ hunk: Hunk) -> [Hunk] {
    var mapped = hunk
    // Where the place that it is confined to came with another amendment, nothing else lies in it.
    let scope = hunk.scope.flatMap { node($0) }
    mapped.scope = scope.flatMap { $0.space == .base ? $0.index : nil }
    switch hunk.change {
    case .words(let range): return range.isEmpty ? insertion(mapped, range.lowerBound) : replacement(mapped, range)
    case .delete, .replace:
      guard let node = hunk.node.flatMap({ self.node($0) }) else { return [] }
      mapped.space = node.space
      mapped.node = node.index
      return [mapped]
    case .insert(let gap):
      guard let (gap, follows, precedes) = self.gap(gap) else { return [] }
      mapped.change = .insert(gap)
      mapped.follows = follows
      mapped.precedes = precedes
      return [mapped]
    case .move(let gap):
      guard let (gap, follows, precedes) = self.gap(gap), let node = hunk.node.flatMap({ self.node($0) }) else {
        return []
      }
      mapped.space = node.space
      mapped.node = node.index
      mapped.change = .move(gap)
      mapped.movesOn = arrival(node).flatMap { arrival in
        if case .move = seen.hunks[arrival.hunk].change { seen.hunks[arrival.hunk].amendment } else { nil }
      }
      mapped.follows = follows
      mapped.precedes = precedes
      return [mapped]
    case .replaceAll:
      mapped.follows = seen.applied.map { seen.hunks[$0] }.filter { $0.change == .replaceAll }.map(\.text)
      return [mapped]
    }
  }

  /// The node of the base or of a supplied text that a node of the composed text is.
  func node(_ index: Int) -> NodeReference? {
    guard index < document.nodes.count else { return nil }
    let span = document.nodes[index].span
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.upperBound <= span.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low].range.lowerBound <= span.lowerBound || places[low].range.overlaps(span) else {
      return nil
    }
    return places[low].node
  }

  // MARK: - Words

  private func piece(at offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset < starts[low - 1] + seen.text.pieces[low - 1].count else { return nil }
    return low - 1
  }

  /// The offset in its source of a byte of the composed text.
  private func origin(of offset: Int) -> (space: Space, offset: Int)? {
    guard let piece = piece(at: offset), case .source(let space, let start) = seen.text.pieces[piece].origin else {
      return nil
    }
    return (space, start + offset - starts[piece])
  }

  private func located(_ hunk: Hunk, _ space: Space, _ range: Range<Int>) -> Hunk {
    var located = hunk
    located.space = space
    located.change = .words(range)
    located.node = nil
    if let document = seen.texts.document(space) {
      // The words of a clause: the node whose own words lie there.
      located.node = document.nodes.lastIndex {
        $0.span.lowerBound <= range.lowerBound && range.upperBound <= $0.span.upperBound
      }
    }
    return located
  }

  private func insertion(_ hunk: Hunk, _ offset: Int) -> [Hunk] {
    if isCut(at: offset) { return [] }
    let before = origin(of: offset - 1).map { ($0.space, $0.offset + 1) }
    let after = origin(of: offset)
    // At the end of a line the words before it are meant, whoever brought them.
    let endsLine = seen.text.bytes.indices.contains(offset) ? seen.text.bytes[offset] < 0x20 : true
    if let (space, point) = before, space == .base || endsLine || after == nil || after?.space != .base {
      var mapped = located(hunk, space, point..<point)
      mapped.precedes = insertions(at: space, point)
      return [mapped]
    }
    if let after {
      var mapped = located(hunk, after.space, after.offset..<after.offset)
      mapped.follows = insertions(at: after.space, after.offset)
      return [mapped]
    }
    // Within line ends that composing made: the words before them.
    for earlier in stride(from: offset - 1, through: max(offset - 80, 0), by: -1) {
      if let there = origin(of: earlier) {
        return [located(hunk, there.space, (there.offset + 1)..<(there.offset + 1))]
      }
    }
    return []
  }

  private func insertions(at space: Space, _ point: Int) -> [Space] {
    seen.applied.compactMap { index in
      let hunk = seen.hunks[index]
      return hunk.space == space && hunk.range == point..<point ? hunk.text : nil
    }
  }

  private func replacement(_ hunk: Hunk, _ range: Range<Int>) -> [Hunk] {
    if isCut(at: range.lowerBound) || isCut(at: range.upperBound) { return [] }
    var segments: [(space: Space, range: Range<Int>)] = []
    var offset = range.lowerBound
    while offset < range.upperBound, let piece = piece(at: offset) {
      let end = min(starts[piece] + seen.text.pieces[piece].count, range.upperBound)
      if case .source(let space, let start) = seen.text.pieces[piece].origin {
        let from = start + offset - starts[piece]
        let source = from..<(from + end - offset)
        add(source, of: space, to: &segments)
      }
      offset = end
    }
    if segments.isEmpty, let (space, source) = source(before: range.lowerBound, behind: range.upperBound) {
      segments = [(space, source)]
    }
    takeEdges(around: range, &segments)
    let carrier = segments.firstIndex { $0.space == .base } ?? 0
    return segments.enumerated().map { index, segment in
      var mapped = located(hunk, segment.space, segment.range)
      if index != carrier { mapped.supplied = [] }
      return mapped
    }
  }

  /// What composing wrote anew between two pieces of one text goes with them; what amendments changed there stays out.
  private func add(_ source: Range<Int>, of space: Space, to segments: inout [(space: Space, range: Range<Int>)]) {
    guard let index = segments.lastIndex(where: { $0.space == space }),
      segments[index].range.upperBound <= source.lowerBound
    else { return segments.append((space, source)) }
    let start = segments[index].range.lowerBound
    let changes = changes(space, segments[index].range.upperBound..<source.lowerBound)
    if let first = changes.map(\.lowerBound).min(), let end = changes.map(\.upperBound).max() {
      segments[index].range = start..<first
      segments.append((space, end..<source.upperBound))
    } else if index == segments.count - 1 {
      segments[index].range = start..<source.upperBound
    } else {
      segments.append((space, source))
    }
  }

  /// Whether an offset lies within what composing wrote: half of a number is nobody's words.
  private func isCut(at offset: Int) -> Bool {
    guard let piece = piece(at: offset), case .made = seen.text.pieces[piece].origin, starts[piece] < offset else {
      return false
    }
    let written = seen.text.bytes[starts[piece]..<starts[piece] + seen.text.pieces[piece].count]
    return !written.allSatisfy(Phrase.isBlank)
  }

  /// The words of one text between two that stand on both sides of a range: composing wrote others for them, such as
  /// the number of a reference.
  private func source(before lower: Int, behind upper: Int) -> (space: Space, range: Range<Int>)? {
    guard let before = origin(of: lower - 1), let after = origin(of: upper), before.space == after.space,
      before.offset + 1 < after.offset, isMadeAnew(before.space, from: before.offset + 1, to: after.offset)
    else { return nil }
    return (before.space, before.offset + 1..<after.offset)
  }

  /// A line end or a number at either edge that composing set anew goes with the words, as the one in their own text.
  private func takeEdges(around range: Range<Int>, _ segments: inout [(space: Space, range: Range<Int>)]) {
    guard let first = segments.first, let last = segments.last else { return }
    if let piece = piece(at: range.lowerBound), case .made = seen.text.pieces[piece].origin,
      let before = origin(of: starts[piece] - 1), before.space == first.space,
      isMadeAnew(first.space, from: before.offset + 1, to: first.range.lowerBound)
    {
      segments[0].range = before.offset + 1..<first.range.upperBound
    }
    if let piece = piece(at: range.upperBound - 1), case .made = seen.text.pieces[piece].origin,
      let after = origin(of: starts[piece] + seen.text.pieces[piece].count), after.space == last.space,
      isMadeAnew(last.space, from: last.range.upperBound, to: after.offset)
    {
      segments[segments.count - 1].range = segments[segments.count - 1].range.lowerBound..<after.offset
    }
  }

  private func isMadeAnew(_ space: Space, from lower: Int, to upper: Int) -> Bool {
    lower <= upper && upper <= seen.texts.bytes(space).count && changes(space, lower..<upper).isEmpty
  }

  /// What amendments already in the text changed there.
  private func changes(_ space: Space, _ range: Range<Int>) -> [Range<Int>] {
    seen.applied.compactMap { index in
      let hunk = seen.hunks[index]
      guard hunk.space == space, let own = hunk.range, own.lowerBound >= range.lowerBound,
        own.upperBound <= range.upperBound
      else { return nil }
      return own
    }
  }

  // MARK: - Places of whole clauses

  private func gap(_ gap: Gap) -> (gap: Gap, follows: [Space], precedes: [Space])? {
    let parent: Int?
    switch gap.container {
    case .top: parent = nil
    case .node(let node): parent = node.index
    }
    let siblings = document.children(of: parent)
    let before = gap.index > 0 && gap.index <= siblings.count ? node(siblings[gap.index - 1]) : nil
    let after = gap.index < siblings.count ? node(siblings[gap.index]) : nil
    if let before, let arrival = arrival(before), let place = besideReplaced(arrival, before, after) {
      return (place, [], here(place))
    }
    if before == nil, let after, let arrival = arrival(after), stands(arrival) {
      return (index(before: after), [], [])
    }
    if let before, let arrival = arrival(before) {
      if let after, after.space == before.space, before.space != .base { return (index(after: before), [], []) }
      let (earlier, later) = around(arrival.gap, before)
      return (arrival.gap, earlier, later)
    }
    if let after, let arrival = arrival(after), before == nil {
      let (earlier, later) = around(arrival.gap, after)
      let own = seen.hunks[arrival.hunk].text
      return (arrival.gap, earlier.filter { $0 != own }, [own] + later)
    }
    if let before {
      let place = index(after: before)
      return (place, [], here(place))
    }
    if let after {
      let place = index(before: after)
      return (place, here(place), [])
    }
    guard let parent else { return (Gap(container: .top(.base), index: 0), [], []) }
    guard let node = node(parent) else { return nil }
    return (Gap(container: .node(node), index: 0), [], [])
  }

  /// Whether what came took the place of other clauses, or of the whole text.
  private func stands(_ arrival: OutputTree.Arrival) -> Bool {
    arrival.inPlaceOf != nil || seen.hunks[arrival.hunk].change == .replaceAll
  }

  /// The point behind what took the place of a clause: behind that clause, or, where it took the place of all, behind
  /// its own last.
  private func besideReplaced(
    _ arrival: OutputTree.Arrival, _ before: NodeReference, _ after: NodeReference?
  ) -> Gap? {
    guard stands(arrival) else { return nil }
    if let after, after.space == before.space { return index(after: before) }
    guard let replaced = arrival.inPlaceOf else { return index(after: before) }
    return index(after: replaced)
  }

  private func arrival(_ node: NodeReference) -> OutputTree.Arrival? {
    guard let item = items[node] else { return nil }
    return seen.tree.items[item].arrival
  }

  /// The texts whose clauses stand at a gap, up to the one that a node came with and after it.
  private func around(_ gap: Gap, _ node: NodeReference) -> (earlier: [Space], later: [Space]) {
    var earlier: [Space] = []
    var later: [Space] = []
    var found = false
    for item in seen.tree.inOrder {
      guard let arrival = seen.tree.items[item].arrival, arrival.gap == gap else { continue }
      let text = seen.hunks[arrival.hunk].text
      if found { later.append(text) } else { earlier.append(text) }
      if seen.tree.items[item].node == node { found = true }
    }
    return (earlier, later.filter { !earlier.contains($0) })
  }

  private func here(_ gap: Gap) -> [Space] {
    seen.tree.inOrder.compactMap { item in
      guard let arrival = seen.tree.items[item].arrival, arrival.gap == gap else { return nil }
      return seen.hunks[arrival.hunk].text
    }
  }

  private func container(of node: NodeReference) -> Gap.Container {
    guard let parent = seen.texts.document(node.space)?.nodes[node.index].parent else { return .top(node.space) }
    return .node(NodeReference(space: node.space, index: parent))
  }

  private func index(before node: NodeReference) -> Gap {
    let container = container(of: node)
    return Gap(container: container, index: seen.texts.children(of: container).firstIndex(of: node) ?? 0)
  }

  private func index(after node: NodeReference) -> Gap {
    var gap = index(before: node)
    gap.index += 1
    return gap
  }
}
