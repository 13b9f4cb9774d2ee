/// Places that are counted or begin with words: "the second paragraph", "the bullet beginning ‘…’".
extension PlaceResolver {
  func ordinal(
    _ number: Int, _ noun: PlaceVocabulary.Noun, _ outer: Spot, _ place: PlacePhrase, _ context: [Spot]
  ) throws(PlaceProblem) -> Spot {
    var outer = outer
    if outer == .whole, let spoken = context.first, noun == .sentence || noun == .bullet {
      outer = noun == .bullet ? besides(spoken) : spoken
    }
    if noun == .sentence { return try sentence(number, outer, place) }
    if noun == .paragraph { return .node(try paragraph(number, outer, place), to: nil) }
    return .node(try pick(number, members(noun, outer), place), to: nil)
  }

  /// After "in the first bullet" the second is the next one, unless it holds bullets of its own.
  private func besides(_ spoken: Spot) -> Spot {
    guard case .node(let index, _) = spoken, base.entries[index].kind == .bullet, members(.bullet, spoken).isEmpty
    else {
      return spoken
    }
    return base.entries[index].parent.map { .node($0, to: nil) } ?? .whole
  }

  /// "The first word of 3", "the last two words": of one clause's own text.
  func countedWords(_ numbers: [Int], _ outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    let index: Int
    var within: Range<Int>
    switch outer {
    case .node(let node, nil), .heading(let node): (index, within) = (node, 0..<base.entries[node].text.count)
    case .part(let node, let range): (index, within) = (node, range)
    case .whole, .title, .node:
      throw .notUnderstood(
        place.span, "Of which clause are these the words?", fix: "Write “the first word of clause 3”.")
    }
    let text = base.entries[index].text
    within = within.clamped(to: 0..<text.count)
    let words = text[within].split(separator: 0x20).map { word in
      let bare = word.drop { !Letters.isWordByte($0) }.reversed().drop { !Letters.isWordByte($0) }
      return bare.endIndex.base..<bare.startIndex.base
    }.filter { !$0.isEmpty }
    let positions = numbers.map { $0 > 0 ? $0 - 1 : words.count + $0 }
    guard let first = positions.first, let last = positions.last, positions == Array(first...max(first, last)),
      words.indices.contains(first), words.indices.contains(last)
    else {
      throw .notFound(
        place.span, "no-such-place", "\(base.entries[index].path) has \(words.count) words.",
        fix: "Quote the words.", candidates: [base.candidate(index)])
    }
    return .part(index, words[first].lowerBound..<words[last].upperBound)
  }

  /// "The list in 2": its items. By itself it is the only list there is.
  func list(of outer: Spot, _ place: PlacePhrase, _ context: [Spot]) throws(PlaceProblem) -> Spot {
    var outer = outer
    if outer == .whole, let spoken = context.first, case .node = spoken { outer = spoken }
    let owners = range(outer).filter { index in
      base.entries[index].kind != .section
        && base.children(of: index).contains { base.entries[$0].kind == .clause || base.entries[$0].kind == .bullet }
    }
    let highest = owners.filter { index in !owners.contains { $0 < index && base.entries[$0].end > index } }
    guard highest.count < 2 else {
      throw .ambiguous(
        place.span, "which-list", "There are \(highest.count) lists here. Which one?",
        fix: "Name the clause: “the list in 2”.", candidates: highest.prefix(8).map { base.candidate($0) })
    }
    guard let owner = highest.first else {
      throw .notFound(place.span, "no-such-place", "There is no list here.", fix: "Name the clauses.")
    }
    let items = base.children(of: owner).filter {
      base.entries[$0].kind == .clause || base.entries[$0].kind == .bullet
    }
    guard let first = items.first, let last = items.last,
      base.children(of: owner).filter({ (first...last).contains($0) }) == items
    else {
      throw .notUnderstood(place.span, "Words stand between the items of this list.", fix: "Name each item.")
    }
    return .node(first, to: first == last ? nil : last)
  }

  func every(_ noun: PlaceVocabulary.Noun, _ outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> [Spot] {
    if noun == .sentence { return [outer] }
    let members = members(noun, outer)
    if members.isEmpty { _ = try pick(1, members, place) }
    return members.map { .node($0, to: nil) }
  }

  /// The one thing of its kind that a place holds.
  func only(_ noun: PlaceVocabulary.Noun, _ outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    if noun == .sentence {
      throw .notUnderstood(place.span, "Which sentence is that?", fix: "Write “the last sentence of clause 3”.")
    }
    let members = members(noun, outer)
    if members.count == 1, let only = members.first { return .node(only, to: nil) }
    if members.isEmpty { _ = try pick(1, members, place) }
    throw .ambiguous(
      place.span, "which-clause", "There are \(members.count) of these here. Which one?",
      fix: "Say its number, or count: “the second”.", candidates: members.prefix(12).map { base.candidate($0) })
  }

  /// What a noun counts in a place, in the order of the text.
  private func members(_ noun: PlaceVocabulary.Noun, _ outer: Spot) -> [Int] {
    let inside = inside(outer)
    let kind: Node.Kind
    switch noun {
    case .bullet: kind = .bullet
    case .recital: kind = .recital
    case .quote: kind = .quote
    case .table: kind = .raw
    case .paragraph: kind = .paragraph
    case .resolved:
      return inside.filter { index in
        let words = Letters.folded(String(decoding: base.entries[index].text.prefix(24), as: UTF8.self))
        return base.entries[index].kind != .section
          && (words.hasPrefix("resolved") || words.hasPrefix("be it") || words.hasPrefix("therefore"))
      }
    case .section: return inside.filter { base.entries[$0].kind == .section && $0 != base.document.titleNode }
    default:
      var members = inside.filter { base.isClause($0) }
      if members.isEmpty { members = inside.filter { base.entries[$0].kind == .bullet } }
      // Clauses may stand at the top both in sections and outside of them.
      if outer == .whole, members.contains(where: isTop) { return members.filter(isTop) }
      let depth = members.map { base.document.nodes[$0].depth }.min() ?? 0
      return members.filter { base.document.nodes[$0].depth == depth }
    }
    return inside.filter { base.entries[$0].kind == kind }
  }

  private func pick(_ number: Int, _ members: [Int], _ place: PlacePhrase) throws(PlaceProblem) -> Int {
    let index = number > 0 ? number - 1 : members.count + number
    guard members.indices.contains(index) else {
      throw .notFound(
        place.span, "no-such-place",
        members.isEmpty
          ? "There is none of these here."
          : members.count == 1 ? "There is only one of these here." : "There are only \(members.count) of these here.",
        fix: members.isEmpty ? nil : "Name one of those listed.",
        candidates: members.prefix(8).map { base.candidate($0) })
    }
    return members[index]
  }

  /// Of a clause, its own text is the first paragraph. Of the whole text, unnumbered paragraphs and clauses may count
  /// differently: then it is a question.
  private func paragraph(_ number: Int, _ outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Int {
    let inside = inside(outer)
    if case .node(let index, nil) = outer, base.entries[index].kind != .section {
      let own = base.entries[index].text.isEmpty ? [] : [index]
      return try pick(
        number, own + inside.filter { base.entries[$0].kind == .paragraph && base.entries[$0].parent == index }, place)
    }
    let unnumbered = inside.filter { base.entries[$0].kind == .paragraph && isTop($0) }
    let all = inside.filter { [.paragraph, .clause, .quote, .recital].contains(base.entries[$0].kind) && isTop($0) }
    if unnumbered.isEmpty || unnumbered.count == all.count { return try pick(number, all, place) }
    let first = try? pick(number, unnumbered, place)
    let second = try? pick(number, all, place)
    if let first, first == second { return first }
    let both = [first, second].compactMap { $0 }
    if both.count == 1 { return both[0] }
    if both.isEmpty { return try pick(number, all, place) }
    throw .ambiguous(
      place.span, "which-paragraph", "Counting only the paragraphs without numbers, or all of them?",
      fix: "Name the paragraph by its number or its first words.", candidates: both.map { base.candidate($0) })
  }

  private func sentence(_ number: Int, _ outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    let members: [Int]
    switch outer {
    case .node(let index, _), .part(let index, _), .heading(let index): members = [index]
    case .whole, .title: members = base.entries.indices.filter { base.entries[$0].kind != .section }
    }
    guard members.count == 1 || outer != .whole, let index = members.first else {
      throw .notUnderstood(
        place.span, "Of which clause is that the sentence?", fix: "Write “the last sentence of clause 3”.")
    }
    let sentences = Sentences.ranges(in: base.entries[index].text)
    let position = number > 0 ? number - 1 : sentences.count + number
    guard sentences.indices.contains(position) else {
      let count = sentences.count == 1 ? "one sentence" : "\(sentences.count) sentences"
      throw .notFound(
        place.span, "no-such-sentence", "\(base.entries[index].path) has \(count).",
        candidates: [base.candidate(index)])
    }
    return .part(index, sentences[position])
  }

  func beginning(
    _ words: String, _ noun: PlaceVocabulary.Noun?, _ outer: Spot, _ place: PlacePhrase
  ) throws(PlaceProblem) -> Spot {
    let wanted = FoldedText(Array(Letters.flowed(withoutEllipsis(words)).utf8), ignoringCase: true).bytes
    if noun == .sentence {
      for index in range(outer) {
        for sentence in Sentences.ranges(in: base.entries[index].text) {
          let text = FoldedText(Array(base.entries[index].text[sentence]), ignoringCase: true).bytes
          if text.starts(with: wanted) { return .part(index, sentence) }
        }
      }
    }
    let folded = range(outer).map { (index: $0, text: FoldedText(base.entries[$0].text, ignoringCase: true).bytes) }
    let found = wanted.isEmpty ? [] : folded.filter { $0.text.starts(with: wanted) }.map(\.index)
    if found.count == 1, let only = found.first { return .node(only, to: nil) }
    if found.isEmpty {
      let inside = wanted.isEmpty ? [] : folded.filter { FoldedText.holds(wanted, in: $0.text) }.map(\.index)
      throw .notFound(
        place.span, "no-such-beginning", "Nothing here begins with “\(words)”.",
        candidates: inside.prefix(5).map { base.candidate($0) })
    }
    throw .ambiguous(
      place.span, "which-beginning", "\(found.count) places begin with “\(words)”.",
      fix: "Quote more words, or name the number.", candidates: found.prefix(8).map { base.candidate($0) })
  }

  private func withoutEllipsis(_ words: String) -> [UInt8] {
    var bytes = Array(words.utf8)
    while true {
      if let last = bytes.last, last == 0x2E || last == 0x20 {
        bytes.removeLast()
      } else if bytes.suffix(3).elementsEqual("…".utf8) {
        bytes.removeLast(3)
      } else {
        return bytes
      }
    }
  }
}
