/// Reads places as people name them, and says what they mean in a text.
struct AddressReader {
  private let document: Document
  private let text: LaidOutText
  private let headings: [(words: [String], node: Int)]

  init(_ document: Document) {
    self.document = document
    text = LaidOutText(document)
    headings = PlaceReader.headings(of: text)
  }

  func resolve(_ address: String) -> AddressResolution {
    let plain = String(decoding: Letters.trimmed(Array(address.utf8)[...]), as: UTF8.self)
    if let node = document.node(at: Path(plain)) {
      return AddressResolution(part: node == document.titleNode ? .title : .node, places: [.init(node: node)])
    }
    let tokens = AddressLexer(address).tokens
    guard !tokens.isEmpty else { return AddressResolution(part: .whole) }
    do throws(PlaceProblem) {
      let place = try place(tokens)
      var resolver = PlaceResolver(base: text)
      resolver.isAddress = true
      var resolution = resolution(of: try resolver.resolve(place, context: []))
      if place.namesLine { resolution.finding = Self.hint(place.span) }
      return resolution
    } catch {
      var resolution = AddressResolution(finding: error.finding)
      if error.kind == .ambiguous {
        resolution.candidates = error.candidates
      } else {
        resolution.nearest = error.candidates
      }
      return resolution
    }
  }

  /// The place that all the words together name.
  private func place(_ tokens: [PhraseToken]) throws(PlaceProblem) -> PlacePhrase {
    let reader = PlaceReader(tokens: tokens, base: text, headings: headings, isAddress: true)
    var start = 0
    while start < tokens.count, tokens[start].kind != .quotation, Self.openings.contains(tokens[start].word) {
      start += 1
    }
    if start == tokens.count { return PlacePhrase(steps: [.whole], span: span(tokens)) }
    for start in [0, start] {
      // "all of Believes" is Believes, "all clauses" are the clauses.
      if start == 0, Self.openings.contains(tokens[0].word), tokens[0].word != "all" { continue }
      guard let found = reader.place(at: start) else { continue }
      var next = found.next
      while next < tokens.count, Self.endings.contains(tokens[next].word) { next += 1 }
      if next == tokens.count { return found.place }
    }
    // A heading in other words than its own, or anything that begins so.
    let words = HeadingWords.of(Array(tokens.map(\.text).joined(separator: " ").utf8))
    let near = headings.filter { heading in words.contains { $0.utf8.count > 3 && heading.words.contains($0) } }
    let candidates = near.prefix(5).map { text.candidate($0.node) }
    let written = tokens.map(\.text).joined(separator: " ")
    guard candidates.isEmpty else {
      throw .notFound(
        span(tokens), "no-such-place", "No place here is called “\(written)”.", fix: "Say its number or its heading.",
        candidates: Array(candidates))
    }
    throw .notUnderstood(
      span(tokens), "“\(written)” names no place.",
      fix: "Say a number (2.1(a)), a heading (resolves 2), or count (the second paragraph).")
  }

  private func span(_ tokens: [PhraseToken]) -> Range<Int> {
    (tokens.first?.span.lowerBound ?? 0)..<(tokens.last?.span.upperBound ?? 0)
  }

  /// What carries nothing before a place.
  private static let openings: Set<String> = [
    "the", "in", "of", "at", "this", "under", "see", "to", "all", "everything", "whole", "entire", "within", "from",
    "text",
  ]
  private static let endings: Set<String> = ["above", "below", "please"]

  private static func hint(_ span: Range<Int>) -> Finding {
    Finding(
      code: "line-number-hint", severity: .note, span: span,
      message: "A line number is only a hint here: the clause and the quoted words decide.")
  }

  private func resolution(of spots: [PlaceResolver.Spot]) -> AddressResolution {
    var resolution = AddressResolution()
    for spot in spots {
      switch spot {
      case .whole: resolution.part = .whole
      case .title:
        resolution.part = .title
        if let node = document.titleNode { resolution.places.append(.init(node: node)) }
      case .heading(let node):
        resolution.part = .heading
        resolution.places.append(.init(node: node))
      case .part(let node, let range): resolution.places.append(.init(node: node, range: range))
      case .node(let first, let to):
        let last = to ?? first
        let level = (first...last).filter { document.nodes[$0].parent == document.nodes[first].parent }
        resolution.places += level.map { .init(node: $0) }
      }
    }
    return resolution
  }
}
