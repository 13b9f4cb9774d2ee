/// Finds the nodes of the base that a place names, or says what could be meant.
struct PlaceResolver {
  /// Where an operation acts.
  enum Spot: Hashable, Sendable {
    case whole
    case title
    /// A node with all below it, to another one where a range is named.
    case node(Int, to: Int?)
    /// Bytes of a node's own text: a sentence.
    case part(Int, Range<Int>)
    case heading(Int)
  }

  let base: BaseText

  /// - Parameter context: the places spoken of before, for "(b)" and "that clause".
  func resolve(_ place: PlacePhrase, context: [Spot]) throws(Misreading) -> [Spot] {
    var scope: [Spot] = [.whole]
    for (index, step) in place.steps.enumerated() {
      scope = try narrow(scope, step, place, context: index == 0 ? context : [])
    }
    return scope
  }

  private func range(_ spot: Spot) -> Range<Int> {
    switch spot {
    case .whole, .title: 0..<base.entries.count
    case .node(let index, let to): index..<max(base.entries[to ?? index].end, index + 1)
    case .part(let index, _), .heading(let index): index..<index + 1
    }
  }

  private func narrow(
    _ scope: [Spot], _ step: PlacePhrase.Step, _ place: PlacePhrase, context: [Spot]
  ) throws(Misreading) -> [Spot] {
    let outer = scope.first ?? .whole
    switch step {
    case .whole: return scope
    case .own:
      if case .node(let index, nil) = outer { return [.part(index, 0..<base.entries[index].text.count)] }
      return scope
    case .title: return [.title]
    case .line: return scope
    case .node(let index): return [.node(index, to: nil)]
    case .inherited: return context.isEmpty ? scope : context
    case .heading:
      if case .node(let index, _) = outer, base.entries[index].kind == .section { return [.heading(index)] }
      let sections = range(outer).filter { base.entries[$0].kind == .section }
      if sections.count == 1, let only = sections.first { return [.heading(only)] }
      throw .ambiguous(
        place.span, "which-heading", "There are \(sections.count) headings. Which one?",
        fix: "Say “the heading of …”.", candidates: sections.prefix(8).map { base.candidate($0) })
    case .preamble: return [.node(try preamble(place), to: nil)]
    case .section(let name): return [.node(try section(name, in: range(outer), place), to: nil)]
    case .labels(let ranges, let noun):
      var spots: [Spot] = []
      for item in ranges { spots.append(try labelled(item, noun, outer, place, context)) }
      return spots
    case .ordinal(let number, let noun): return [try ordinal(number, noun, outer, place, context)]
    case .beginning(let words, let noun): return [try beginning(words, noun, outer, place)]
    }
  }

  // MARK: Sections

  private func preamble(_ place: PlacePhrase) throws(Misreading) -> Int {
    let first = base.entries.indices.filter { base.entries[$0].parent == nil && base.entries[$0].kind == .paragraph }
    if first.count == 1, let only = first.first { return only }
    throw .ambiguous(
      place.span, "which-paragraph", "Which paragraph is meant by the preamble?",
      fix: "Name the paragraph: “the first paragraph”.", candidates: first.prefix(8).map { base.candidate($0) })
  }

  private func section(_ name: String, in range: Range<Int>, _ place: PlacePhrase) throws(Misreading) -> Int {
    let wanted = Letters.folded(name)
    let sections = range.filter { base.entries[$0].kind == .section }
    var found = sections.filter { heading($0) == HeadingWords.of(Array(name.utf8)).joined(separator: " ") }
    if found.isEmpty { found = sections.filter { base.entries[$0].path == wanted } }
    if found.isEmpty {
      let stems = InstructionVocabulary.sections.first { $0.0 == wanted }?.1 ?? [wanted]
      found = sections.filter { index in
        HeadingWords.of(base.entries[index].text).contains { stems.contains($0) }
      }
    }
    if found.count == 1, let only = found.first { return only }
    if found.isEmpty {
      throw .notFound(
        place.span, "no-such-section", "There is no section “\(name)”.",
        fix: sections.isEmpty ? nil : "The sections are listed.",
        candidates: sections.prefix(12).map { base.candidate($0) })
    }
    throw .ambiguous(
      place.span, "which-section", "“\(name)” could be any of \(found.count) sections.",
      fix: "Quote the heading: “the section headed ‘…’”.", candidates: found.prefix(12).map { base.candidate($0) })
  }

  private func heading(_ index: Int) -> String { HeadingWords.of(base.entries[index].text).joined(separator: " ") }

  // MARK: Labels

  private func labelled(
    _ item: PlacePhrase.LabelRange, _ noun: InstructionVocabulary.Noun?, _ outer: Spot, _ place: PlacePhrase,
    _ context: [Spot]
  ) throws(Misreading) -> Spot {
    let first = try one(item.from, item, noun, outer, place, context)
    if item.couldBeAmendment {
      throw .ambiguous(
        item.span, "clause-or-amendment", "“\(item.from)” could be clause \(item.from) or amendment \(item.from).",
        fix: "Write “clause \(item.from)” or “amendment \(item.from)”.", candidates: [base.candidate(first)])
    }
    guard let to = item.to else { return .node(first, to: nil) }
    let last = try one(to, item, noun, outer, place, context)
    guard base.entries[first].parent == base.entries[last].parent, first <= last else {
      throw .notUnderstood(
        item.span, "“\(item.from) to \(to)” is not a run of clauses side by side.",
        fix: "Name each clause: “clauses \(item.from) and \(to)”.")
    }
    return first == last ? .node(first, to: nil) : .node(first, to: last)
  }

  private func one(
    _ text: String, _ item: PlacePhrase.LabelRange, _ noun: InstructionVocabulary.Noun?, _ outer: Spot,
    _ place: PlacePhrase, _ context: [Spot]
  ) throws(Misreading) -> Int {
    var found: [Int] = []
    // "(b)" after "In clause 2" means 2(b).
    if outer == .whole, text.hasPrefix("(") {
      for spot in context where found.isEmpty {
        if case .node(let index, _) = spot {
          found = find(text, in: index + 1..<max(base.entries[index].end, index + 1))
          if found.isEmpty, let parent = base.entries[index].parent {
            found = find(text, in: parent + 1..<max(base.entries[parent].end, parent + 1))
          }
        }
      }
    }
    if found.isEmpty { found = find(text, in: inside(outer)) }
    if found.isEmpty, let number = Int(text) {
      found = counted(number, noun, in: outer)
    }
    if found.count == 1, let only = found.first { return only }
    if found.isEmpty {
      let name = noun == .paragraph ? "paragraph" : "clause"
      throw .notFound(
        item.span, "no-such-clause",
        "There is no \(name) \(text)\(outerName(outer)).", fix: "Name a clause that is there; these are the nearest.",
        candidates: nearby(text, in: inside(outer)).map { base.candidate($0) })
    }
    throw .ambiguous(
      item.span, "which-clause", "“\(text)” stands \(found.count) times. Which one?",
      fix: "Name the section too, such as “\(base.entries[found[0]].path)”.",
      candidates: found.prefix(12).map { base.candidate($0) })
  }

  private func outerName(_ outer: Spot) -> String {
    if case .node(let index, _) = outer { return " in \(base.entries[index].path)" }
    return ""
  }

  private func inside(_ spot: Spot) -> Range<Int> {
    if case .node(let index, _) = spot { return index + 1..<max(base.entries[index].end, index + 1) }
    return range(spot)
  }

  /// Where nothing is labelled so, "paragraph 2" and "point 2" count.
  private func counted(_ number: Int, _ noun: InstructionVocabulary.Noun?, in outer: Spot) -> [Int] {
    guard number > 0, noun != nil || outer != .whole else { return [] }
    let inside = inside(outer)
    guard !inside.contains(where: { !base.entries[$0].label.isEmpty && base.isClause($0) }) else { return [] }
    let wanted: Node.Kind = noun == .bullet ? .bullet : .paragraph
    var members = inside.filter { base.entries[$0].kind == wanted }
    if members.isEmpty { members = inside.filter { base.entries[$0].kind == .bullet } }
    return number <= members.count ? [members[number - 1]] : []
  }

  /// Nodes with that label: `2.1(a)` is the label 2.1, then a below it.
  private func find(_ text: String, in range: Range<Int>) -> [Int] {
    let folded = Letters.folded(text)
    if let exact = base.node(at: text), range.contains(exact) { return [exact] }
    if let exact = base.node(foldedPath: folded), range.contains(exact) { return [exact] }
    let parts = Self.parts(folded)
    guard let first = parts.first else { return [] }
    let direct = follow(Array(parts.dropFirst()), from: range.filter { base.entries[$0].label == first })
    if !direct.isEmpty { return shallowest(direct) }
    let steps = parts.flatMap { $0.split(separator: ".").map(String.init) }
    guard steps.count > parts.count, let top = steps.first else { return [] }
    return shallowest(follow(Array(steps.dropFirst()), from: range.filter { base.entries[$0].label == top }))
  }

  private func follow(_ parts: [String], from start: [Int]) -> [Int] {
    var found = start
    for part in parts {
      found = found.flatMap { index in
        (index + 1..<max(base.entries[index].end, index + 1)).filter {
          base.entries[$0].label == part && base.entries[$0].parent == index
        }
      }
    }
    return found
  }

  private func shallowest(_ found: [Int]) -> [Int] {
    guard found.count > 1 else { return found }
    let depths = found.map { base.document.nodes[$0].depth }
    let least = depths.min() ?? 0
    return found.filter { base.document.nodes[$0].depth == least }
  }

  private static func parts(_ text: String) -> [String] {
    text.split { $0 == "(" || $0 == ")" || $0 == "/" || $0 == " " }.map { part in
      var part = part
      while part.hasSuffix(".") { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  /// Up to five clauses whose numbers are nearest to one that is not there.
  private func nearby(_ text: String, in range: Range<Int>) -> [Int] {
    // Of "2(c)" the clauses inside 2 are nearest.
    let parts = Self.parts(Letters.folded(text))
    if parts.count > 1, let parent = parts.first, let outer = find(parent, in: range).first {
      let inside = base.children(of: outer).filter { !base.entries[$0].label.isEmpty }
      if !inside.isEmpty { return Array(inside.prefix(8)) }
    }
    let number = Self.leadingNumber(text)
    let labelled = range.filter { !base.entries[$0].label.isEmpty && base.isClause($0) }
    guard !labelled.isEmpty else { return range.filter { base.entries[$0].kind != .section }.prefix(5).map { $0 } }
    let depth = labelled.map { base.document.nodes[$0].depth }.min() ?? 0
    let level = labelled.filter { base.document.nodes[$0].depth == depth }
    let sorted = level.enumerated().sorted { left, right in
      let a = Self.distance(Self.leadingNumber(base.entries[left.element].label), number)
      let b = Self.distance(Self.leadingNumber(base.entries[right.element].label), number)
      return a == b ? left.offset < right.offset : a < b
    }
    return sorted.prefix(5).map { $0.element }.sorted()
  }

  private static func leadingNumber(_ text: String) -> Int {
    Int(
      String(decoding: text.utf8.drop { !Letters.isDigit($0) }.prefix(9).prefix { Letters.isDigit($0) }, as: UTF8.self))
      ?? 0
  }

  private static func distance(_ a: Int, _ b: Int) -> Int { a > b ? a - b : b - a }

  // MARK: Counting and beginnings

  private func ordinal(
    _ number: Int, _ noun: InstructionVocabulary.Noun, _ outer: Spot, _ place: PlacePhrase, _ context: [Spot]
  ) throws(Misreading) -> Spot {
    var outer = outer
    if outer == .whole, let spoken = context.first, noun == .sentence || noun == .bullet { outer = spoken }
    if noun == .sentence { return try sentence(number, outer, place) }
    let inside = inside(outer)
    var members: [Int]
    switch noun {
    case .bullet: members = inside.filter { base.entries[$0].kind == .bullet }
    case .recital: members = inside.filter { base.entries[$0].kind == .recital }
    case .section: members = inside.filter { base.entries[$0].kind == .section }
    case .paragraph: return .node(try paragraph(number, outer, place), to: nil)
    default:
      members = inside.filter { base.isClause($0) }
      if members.isEmpty { members = inside.filter { base.entries[$0].kind == .bullet } }
      let depth = members.map { base.document.nodes[$0].depth }.min() ?? 0
      members = members.filter { base.document.nodes[$0].depth == depth }
    }
    return .node(try pick(number, members, place), to: nil)
  }

  private func pick(_ number: Int, _ members: [Int], _ place: PlacePhrase) throws(Misreading) -> Int {
    let index = number > 0 ? number - 1 : members.count + number
    guard members.indices.contains(index) else {
      throw .notFound(
        place.span, "no-such-place",
        members.isEmpty ? "There is none of these here." : "There are only \(members.count) of these here.",
        fix: members.isEmpty ? nil : "They are listed.", candidates: members.prefix(8).map { base.candidate($0) })
    }
    return members[index]
  }

  /// Of a clause, its own text is the first paragraph. Of the whole text, unnumbered paragraphs and clauses may count
  /// differently: then it is a question.
  private func paragraph(_ number: Int, _ outer: Spot, _ place: PlacePhrase) throws(Misreading) -> Int {
    let inside = inside(outer)
    if case .node(let index, _) = outer, base.entries[index].kind != .section {
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

  private func isTop(_ index: Int) -> Bool {
    guard let parent = base.entries[index].parent else { return true }
    return base.entries[parent].kind == .section
  }

  private func sentence(_ number: Int, _ outer: Spot, _ place: PlacePhrase) throws(Misreading) -> Spot {
    let members: [Int]
    switch outer {
    case .node(let index, _): members = [index]
    case .part(let index, _), .heading(let index): members = [index]
    case .whole, .title: members = base.entries.indices.filter { base.entries[$0].kind != .section }
    }
    guard members.count == 1 || outer != .whole, let index = members.first else {
      throw .notUnderstood(
        place.span, "Of which clause is that the sentence?", fix: "Write “the last sentence of clause 3”.")
    }
    let sentences = Sentences.ranges(in: base.entries[index].text)
    let position = number > 0 ? number - 1 : sentences.count + number
    guard sentences.indices.contains(position) else {
      throw .notFound(
        place.span, "no-such-sentence", "\(base.entries[index].path) has \(sentences.count) sentences.",
        candidates: [base.candidate(index)])
    }
    return .part(index, sentences[position])
  }

  private func beginning(
    _ words: String, _ noun: InstructionVocabulary.Noun, _ outer: Spot, _ place: PlacePhrase
  ) throws(Misreading) -> Spot {
    let wanted = FoldedText(Array(Letters.flowed(withoutEllipsis(words)).utf8), ignoringCase: true).bytes
    if noun == .sentence {
      for index in range(outer) {
        for sentence in Sentences.ranges(in: base.entries[index].text) {
          let text = FoldedText(Array(base.entries[index].text[sentence]), ignoringCase: true).bytes
          if text.starts(with: wanted) { return .part(index, sentence) }
        }
      }
    }
    let found = range(outer).filter { index in
      FoldedText(base.entries[index].text, ignoringCase: true).bytes.starts(with: wanted)
    }
    if found.count == 1, let only = found.first { return .node(only, to: nil) }
    if found.isEmpty {
      throw .notFound(place.span, "no-such-beginning", "Nothing here begins with “\(words)”.")
    }
    throw .ambiguous(
      place.span, "which-beginning", "\(found.count) places begin with “\(words)”.",
      fix: "Quote more words, or name the number.", candidates: found.prefix(8).map { base.candidate($0) })
  }

  private func withoutEllipsis(_ words: String) -> [UInt8] {
    var bytes = Array(words.utf8)
    while let last = bytes.last, last == 0x2E || last == 0x20 { bytes.removeLast() }
    if bytes.suffix(3).elementsEqual("…".utf8) { bytes.removeLast(3) }
    return bytes
  }
}

/// A heading as people say it: folded words without colon, number and marks.
enum HeadingWords {
  static func of(_ text: [UInt8]) -> [String] {
    Letters.folded(String(decoding: text, as: UTF8.self)).utf8.split { byte in
      !(Letters.isWordByte(byte) || byte == 0x27 || byte == 0x2D)
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
