/// Lines as the papers number them: which of several places is meant, what "lines 3 to 5" take with them, and where
/// "line 5, at end insert" puts words. Words and clauses decide; a line never moves them.
struct NamedLines: Hashable, Sendable {
  var numbers: ClosedRange<Int>
  var span: Range<Int>
  /// Lines of a page are counted from its top, which nobody can tell from the text.
  var hasPage: Bool

  /// The lines that places name, in the order in which they are said.
  static func of(_ places: [PlacePhrase]) -> [NamedLines] {
    let hasPage = places.contains { $0.steps.contains(.page) }
    return places.flatMap { place in
      place.steps.compactMap { step in
        guard case .line(let numbers) = step else { return nil }
        return NamedLines(numbers: numbers, span: place.span, hasPage: hasPage)
      }
    }
  }

  var name: String {
    if let back = numbers.lowerBound < 0 ? -numbers.lowerBound : nil {
      let words = ["the last line", "the last line but one", "the last line but two"]
      return words.indices.contains(back - 1) ? words[back - 1] : "line \(back) from the end"
    }
    return counted
  }

  private var counted: String {
    numbers.count == 1 ? "line \(numbers.lowerBound)" : "lines \(numbers.lowerBound) to \(numbers.upperBound)"
  }
}

extension ActRules {
  /// Where lines may be: counted through the motion, or inside the place that is named with them.
  func rows(_ named: NamedLines, in spot: Spot) -> [ClosedRange<Int>] {
    guard !named.hasPage, isCirculated else { return [] }
    if named.numbers.lowerBound < 0 { return rowsFromEnd(named, in: spot) }
    guard spot != .whole else { return named.numbers.upperBound <= printed.count ? [named.numbers] : [] }
    let nodes = WordPlaces.nodes(spot, in: base)
    guard let first = nodes.first, let last = nodes.last,
      let covered = printed.numbers(
        of: base.document.nodes[first].span.lowerBound..<base.document.nodes[last].span.upperBound)
    else { return [] }
    let shift = covered.lowerBound - 1
    let inside = named.numbers.lowerBound + shift...named.numbers.upperBound + shift
    return (shift == 0 ? [named.numbers] : [named.numbers, inside]).filter {
      covered.lowerBound <= $0.lowerBound && $0.upperBound <= covered.upperBound
    }
  }

  /// "The last line" of a place.
  private func rowsFromEnd(_ named: NamedLines, in spot: Spot) -> [ClosedRange<Int>] {
    var end = printed.count
    if spot != .whole {
      let nodes = WordPlaces.nodes(spot, in: base)
      guard let first = nodes.first, let last = nodes.last,
        let covered = printed.numbers(
          of: base.document.nodes[first].span.lowerBound..<base.document.nodes[last].span.upperBound)
      else { return [] }
      end = covered.upperBound
    }
    let lower = end + 1 + named.numbers.lowerBound
    return lower > 0 ? [lower...(end + 1 + named.numbers.upperBound)] : []
  }

  /// The numbers of the lines on which a hit stands.
  private func numbers(_ hit: AnchorFinder.Hit) -> ClosedRange<Int>? {
    let own = OwnText(of: base.document.nodes[hit.node], in: base.document.bytes)
    guard own.bytes == base.entries[hit.node].text else { return nil }
    return printed.numbers(of: own.source(of: hit.range))
  }

  /// The one place of the words; of several the one on the line that is named.
  mutating func single(
    _ quoted: QuotedWords, in spot: Spot, on named: NamedLines?
  ) throws(Misreading) -> WordPlaces.Place {
    guard let named, !named.hasPage, isCirculated, quoted.occurrence == nil else {
      return try words.single(quoted, in: spot)
    }
    let hits = words.hits(quoted, in: spot)
    let rows = rows(named, in: spot)
    let there = hits.filter { hit in numbers(hit).map { found in rows.contains { $0.overlaps(found) } } ?? false }
    if hits.count > 1, there.count == 1, let only = there.first {
      note(named, "The line decided which “\(quoted.text)” is meant: \(printedWords(numbers(only))).")
      return words.place(only)
    }
    if hits.count == 1, there.isEmpty, let only = hits.first, let found = numbers(only) {
      note(
        named,
        "“\(quoted.text)” stands in line \(found.lowerBound) of the motion as printed, not in \(named.name): "
          + "the words decide.")
    }
    return try words.single(quoted, in: spot)
  }

  mutating func note(_ named: NamedLines, _ message: String) {
    guard !notes.contains(where: { $0.message == message }) else { return }
    notes.append(Finding(code: "line-number-hint", severity: .note, span: named.span, message: message))
  }

  /// "line 5 reads “…”".
  private func printedWords(_ numbers: ClosedRange<Int>?) -> String {
    guard let numbers, let line = printed[numbers.lowerBound] else { return "" }
    return "line \(numbers.lowerBound) is printed as “\(Letters.flowed(line.text.utf8))”"
  }

  /// The lines that an act means in a place; a page, other lines and a changed text are asked about.
  private mutating func one(_ named: NamedLines, in spot: Spot) throws(Misreading) -> ClosedRange<Int> {
    guard isCirculated else {
      throw .notUnderstood(
        named.span, "The text is no longer the one that was printed, so its lines have other numbers.",
        fix: "Name the clause, or quote the words.")
    }
    guard !named.hasPage else {
      throw .notUnderstood(
        named.span, "Lines of a page cannot be found: the text has no pages.",
        fix: "Name the clause, or quote the words.")
    }
    let rows = rows(named, in: spot)
    guard let first = rows.first else {
      throw .notFound(
        named.span, "no-such-line",
        "As printed, the motion has \(printed.count) lines, and \(named.name) "
          + (spot == .whole ? "is not among them." : "is not in \(path(spot))."),
        fix: "Name the clause, or quote the words.")
    }
    guard rows.count == 1 else {
      throw .ambiguous(
        named.span, "which-line", "Is \(named.name) counted through the motion, or inside \(path(spot))?",
        fix: "Quote the words.",
        candidates: rows.compactMap { row in
          printed[row.lowerBound].map { .init(path: path(spot), excerpt: Letters.flowed($0.text.utf8)) }
        })
    }
    let opening = printed[first.lowerBound].map { Letters.flowed($0.text.utf8) } ?? ""
    let closing = printed[first.upperBound].map { Letters.flowed($0.text.utf8) } ?? ""
    note(
      named,
      first.count == 1
        ? "Line \(first.lowerBound) is counted as the papers print it: “\(opening)”"
          + HouseQuotation.stop(after: opening)
        : "Lines \(first.lowerBound) to \(first.upperBound) are counted as the papers print them, "
          + "from “\(opening)” to “\(closing)”" + HouseQuotation.stop(after: closing))
    return first
  }

  // MARK: What lines hold

  /// Part of a node's own words, with whether they are all of it.
  private struct Piece {
    var node: Int
    var range: Range<Int>
    var isWhole: Bool
  }

  private func pieces(_ bytes: Range<Int>) -> [Piece] {
    base.document.nodes.indices.compactMap { index in
      let node = base.document.nodes[index]
      guard node.span.overlaps(bytes) else { return nil }
      let own = OwnText(of: node, in: base.document.bytes)
      let lower = bytes.lowerBound <= own.start ? 0 : own.position(bytes.lowerBound)
      let upper = bytes.upperBound >= own.end ? own.bytes.count : own.position(bytes.upperBound)
      guard lower < upper else { return nil }
      return Piece(node: index, range: lower..<upper, isWhole: lower == 0 && upper == own.bytes.count)
    }
  }

  /// "Leave out lines 3 to 5": whole clauses where the lines are whole clauses, else the words on them.
  mutating func changeLines(_ named: NamedLines, in spot: Spot, to new: Act.NewText?) throws(Misreading) {
    let numbers = try one(named, in: spot)
    guard let first = printed[numbers.lowerBound], let last = printed[numbers.upperBound] else { return }
    let pieces = pieces(first.range.lowerBound..<last.range.upperBound)
    guard let from = pieces.first, let to = pieces.last else {
      throw .notUnderstood(named.span, "There are no words on \(named.name).", fix: "Name the clause.")
    }
    let covered = Set(pieces.filter(\.isWhole).map(\.node))
    let isWhole = pieces.allSatisfy { piece in (piece.node..<base.entries[piece.node].end).allSatisfy(covered.contains)
    }
    if isWhole { return try changeNodes(pieces.map(\.node), named, to: new) }
    if let outer = pieces.first(where: { $0.isWhole && base.entries[$0.node].end > $0.node + 1 }) {
      throw .notUnderstood(
        named.span,
        "“\(String(decoding: base.entries[outer.node].text, as: UTF8.self))” is on \(named.name), but not "
          + "all that stands under it.",
        fix: "Name the clauses, or quote the words.")
    }
    if let new, NewText.holdsClauses(new.text) {
      throw .notUnderstood(
        new.span,
        "\(named.name.prefix(1).uppercased())\(named.name.dropFirst()) holds only part of "
          + "\(placeName(from.node)), so no clause can take its place.",
        fix: "Name the clause: “replace clause … with …”.")
    }
    if from.node == to.node { return try concrete(from.node, from.range, new?.text, said: named.span) }
    // Of the first line its words from there on, of the last its words up to there.
    let start = words.place(AnchorFinder.Hit(node: from.node, range: opening(from)))
    let end = words.place(AnchorFinder.Hit(node: to.node, range: closing(to)))
    operations.append(
      Operation(
        new == nil ? .deleteRange : .replaceRange, old: start.old, new: new?.text, placement: .start, until: end.old,
        occurrence: occurrence(start, in: .whole)))
  }

  /// "All after line 5", "all after clause 5": after its last words.
  mutating func edgeWords(_ act: Act, isAfter: Bool) throws(Misreading) -> WordPlaces.Place? {
    let spots = try spots(act.inside + act.objects, act)
    if let named = lines.first {
      let numbers = try one(named, in: spots?.first ?? .whole)
      guard let line = printed[isAfter ? numbers.upperBound : numbers.lowerBound],
        let piece = isAfter ? pieces(line.range).last : pieces(line.range).first
      else { return nil }
      return words.place(AnchorFinder.Hit(node: piece.node, range: isAfter ? closing(piece) : opening(piece)))
    }
    guard case .node(let index, let to)? = isAfter ? spots?.last : spots?.first else { return nil }
    let node = isAfter ? base.entries[to ?? index].end - 1 : index
    let piece = Piece(node: node, range: 0..<base.entries[node].text.count, isWhole: true)
    return words.place(AnchorFinder.Hit(node: node, range: isAfter ? closing(piece) : opening(piece)))
  }

  /// The first words of a piece that stand only once in the text, or all of it.
  private func opening(_ piece: Piece) -> Range<Int> {
    let text = base.entries[piece.node].text
    let ends = piece.range.filter { $0 + 1 == piece.range.upperBound || text[$0 + 1] == 0x20 }.map { $0 + 1 }
    return piece.range.lowerBound..<(ends.dropFirst(3).first ?? piece.range.upperBound)
  }

  private func closing(_ piece: Piece) -> Range<Int> {
    let text = base.entries[piece.node].text
    let starts = piece.range.filter { $0 == piece.range.lowerBound || text[$0 - 1] == 0x20 }
    return (starts.dropLast(3).last ?? piece.range.lowerBound)..<piece.range.upperBound
  }

  private mutating func changeNodes(
    _ nodes: [Int], _ named: NamedLines, to new: Act.NewText?
  ) throws(Misreading) {
    var runs: [(first: Int, last: Int)] = []
    for node in nodes {
      if let last = runs.last, node < base.entries[last.last].end { continue }
      if let last = runs.last, base.entries[last.last].end == node,
        base.entries[last.last].parent == base.entries[node].parent
      {
        runs[runs.count - 1].last = node
      } else {
        runs.append((node, node))
      }
    }
    guard new == nil || runs.count == 1 else {
      throw .notUnderstood(
        named.span, "What stands on \(named.name) is not side by side, so one text cannot take its place.",
        fix: "Name the clauses.")
    }
    for run in runs {
      operations.append(
        Operation(
          new == nil ? .deleteBlock : .replaceBlock, path: Path(base.entries[run.first].path),
          to: run.first == run.last ? nil : Path(base.entries[run.last].path), new: new?.text))
    }
  }

  /// "Line 5, at end insert …", "after line 12 insert …".
  mutating func insert(
    _ new: Act.NewText, atEnd: Bool, of named: NamedLines, in spot: Spot, isClause: Bool, _ act: Act
  ) throws(Misreading) {
    let numbers = try one(named, in: spot)
    guard let line = printed[atEnd ? numbers.upperBound : numbers.lowerBound],
      let piece = atEnd ? pieces(line.range).last : pieces(line.range).first
    else { return }
    let entry = base.entries[piece.node]
    let touchesEdge = atEnd ? piece.range.upperBound == entry.text.count : piece.range.lowerBound == 0
    if isClause {
      guard touchesEdge, !atEnd || entry.end == piece.node + 1 || entry.kind == .section else {
        throw .notUnderstood(
          named.span,
          "\(named.name.prefix(1).uppercased())\(named.name.dropFirst()) \(atEnd ? "ends" : "begins") in "
            + "the middle of \(placeName(piece.node)), where no clause can stand.",
          fix: "Say after which clause, or put the new words in quotation marks.")
      }
      let placement: Operation.Placement = atEnd ? entry.kind == .section ? .start : .after : .before
      return operations.append(
        Operation(.insertBlock, path: Path(entry.path), new: new.text, placement: placement))
    }
    if touchesEdge {
      return try insert(
        new, at: atEnd ? .end : .start, of: .part(piece.node, 0..<entry.text.count), isClause: false, act)
    }
    let range = atEnd ? closing(piece) : opening(piece)
    let place = words.place(AnchorFinder.Hit(node: piece.node, range: range))
    operations.append(
      Operation(
        .insertText, path: Path(entry.path), old: place.old, new: Letters.flowed(new.text.utf8),
        placement: atEnd ? .after : .before, occurrence: place.occurrence))
  }
}
