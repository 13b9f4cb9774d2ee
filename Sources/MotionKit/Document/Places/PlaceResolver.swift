/// Finds the nodes of a text that a place names, or says what could be meant.
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

  let base: LaidOutText
  /// Whether a place is all there is to read: a run of several paragraphs can then be named as one.
  var isAddress = false

  /// - Parameter context: the places spoken of before, for "(b)" and "that clause".
  func resolve(_ place: PlacePhrase, context: [Spot]) throws(PlaceProblem) -> [Spot] {
    var scope: [Spot] = [.whole]
    for (index, step) in place.steps.enumerated() {
      let context = index == 0 ? context : []
      let comesHeading = place.steps.dropFirst(index + 1).contains(.heading)
      // "The last sentences of 3 and 4" narrows both.
      var narrowed: [Spot] = []
      for outer in scope { narrowed += try narrow(outer, step, place, context: context, comesHeading) }
      scope = narrowed
    }
    return scope
  }

  func range(_ spot: Spot) -> Range<Int> {
    switch spot {
    case .whole, .title: 0..<base.entries.count
    case .node(let index, let to): index..<max(base.entries[to ?? index].end, index + 1)
    case .part(let index, _), .heading(let index): index..<index + 1
    }
  }

  func inside(_ spot: Spot) -> Range<Int> {
    if case .node(let index, nil) = spot { return index + 1..<max(base.entries[index].end, index + 1) }
    return range(spot)
  }

  func isTop(_ index: Int) -> Bool {
    guard let parent = base.entries[index].parent else { return true }
    return base.entries[parent].kind == .section
  }

  private func narrow(
    _ outer: Spot, _ step: PlacePhrase.Step, _ place: PlacePhrase, context: [Spot], _ comesHeading: Bool
  ) throws(PlaceProblem) -> [Spot] {
    switch step {
    case .whole, .line, .page: return [outer]
    case .own: return [own(outer)]
    case .title: return [.title]
    case .node(let index): return [.node(index, to: nil)]
    case .inherited: return context.isEmpty ? [outer] : context
    case .heading: return [try heading(of: outer, place)]
    case .leadIn:
      if case .node(let index, nil) = outer, base.entries[index].kind != .section { return [own(outer)] }
      return [try heading(of: outer, place)]
    case .closing: return [try closing(of: outer, place)]
    case .list: return [try list(of: outer, place, context)]
    case .preamble: return [try preamble(place)]
    case .section(let name): return [.node(try section(name, in: range(outer), place), to: nil)]
    case .labels(let ranges, let noun):
      var spots: [Spot] = []
      for item in ranges {
        spots += try labelled(item, noun, outer, place, spots.isEmpty ? context : spots, comesHeading)
      }
      return spots
    case .ordinal(let numbers, .word): return [try countedWords(numbers, outer, place)]
    case .ordinal(let numbers, let noun):
      var spots: [Spot] = []
      for number in numbers { spots.append(try ordinal(number, noun, outer, place, context)) }
      return spots
    case .only(let noun): return [try only(noun, outer, place)]
    case .every(let noun): return try every(noun, outer, place)
    case .beginning(let words, let noun): return [try beginning(words, noun, outer, place)]
    }
  }

  private func own(_ spot: Spot) -> Spot {
    if case .node(let index, nil) = spot { return .part(index, 0..<base.entries[index].text.count) }
    return spot
  }

  // MARK: Sections

  private func heading(of outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    if case .node(let index, _) = outer, base.entries[index].kind == .section { return .heading(index) }
    let sections = range(outer).filter { base.entries[$0].kind == .section }
    if sections.count == 1, let only = sections.first { return .heading(only) }
    if sections.isEmpty, outer != .whole {
      throw .notFound(place.span, "no-such-place", "There is no heading there.")
    }
    throw .ambiguous(
      place.span, "which-heading", "There are \(sections.count) headings. Which one?",
      fix: "Say “the heading of …”.", candidates: sections.prefix(8).map { base.candidate($0) })
  }

  /// The paragraphs of a clause after what is listed in it.
  private func closing(of outer: Spot, _ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    guard case .node(let index, _) = outer else {
      throw .notUnderstood(place.span, "Of which clause are these the closing words?", fix: "Name the clause.")
    }
    let children = base.children(of: index)
    guard let list = children.lastIndex(where: { base.entries[$0].kind != .paragraph }),
      let first = children.dropFirst(list + 1).first, let last = children.last
    else {
      throw .notFound(
        place.span, "no-such-place", "\(base.entries[index].path) has no words after a list.",
        candidates: [base.candidate(index)])
    }
    return .node(first, to: first == last ? nil : last)
  }

  /// What stands before the first section or clause.
  private func preamble(_ place: PlacePhrase) throws(PlaceProblem) -> Spot {
    let opening = base.children(of: nil).drop { $0 == base.document.titleNode }.prefix {
      base.entries[$0].kind == .paragraph || base.entries[$0].kind == .recital
    }
    if let first = opening.first, let last = opening.last, opening.count == 1 || isAddress {
      return .node(first, to: first == last ? nil : last)
    }
    let all = opening.isEmpty ? base.children(of: nil).filter { base.entries[$0].kind == .paragraph } : Array(opening)
    if all.isEmpty { throw .notFound(place.span, "no-such-place", "Nothing stands before the first clause.") }
    throw .ambiguous(
      place.span, "which-paragraph", "Which paragraph is meant by the preamble?",
      fix: "Name the paragraph: “the first paragraph”.", candidates: all.prefix(8).map { base.candidate($0) })
  }

  private func section(_ name: String, in range: Range<Int>, _ place: PlacePhrase) throws(PlaceProblem) -> Int {
    let wanted = Letters.folded(name)
    let sections = range.filter { base.entries[$0].kind == .section }
    var found = sections.filter { heading($0) == HeadingWords.of(Array(name.utf8)).joined(separator: " ") }
    if found.isEmpty { found = sections.filter { base.entries[$0].path == wanted } }
    if found.isEmpty { found = sections.filter { base.labels.sectionStep[$0] == wanted } }
    if found.isEmpty { found = range.filter { base.labels.sectionStep[$0] == wanted } }
    if found.isEmpty {
      let stems = PlaceVocabulary.sections.first { $0.0 == wanted }?.1 ?? [wanted]
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
    _ item: PlacePhrase.LabelRange, _ noun: PlaceVocabulary.Noun?, _ outer: Spot, _ place: PlacePhrase,
    _ context: [Spot], _ wantsSection: Bool
  ) throws(PlaceProblem) -> [Spot] {
    let first = try one(item.from, item, noun, outer, place, context, wantsSection)
    if item.couldBeAmendment {
      throw .ambiguous(
        item.span, "clause-or-amendment", "“\(item.from)” could be clause \(item.from) or amendment \(item.from).",
        fix: "Write “clause \(item.from)” or “amendment \(item.from)”.", candidates: [base.candidate(first)])
    }
    guard let to = item.to else { return [.node(first, to: nil)] }
    // Of "2(a) to (c)" the far end is sought beside the near one.
    let last: Int
    if let sibling = besides(to, first) {
      last = sibling
    } else {
      last = try one(to, item, noun, outer, place, [], wantsSection)
    }
    if base.entries[first].parent == base.entries[last].parent, first <= last {
      return [.node(first, to: first == last ? nil : last)]
    }
    // Numbers that run on through sections.
    if first < last, isTop(first), isTop(last), base.isClause(first), base.isClause(last) {
      return (first...last).filter { base.isClause($0) && isTop($0) }.map { .node($0, to: nil) }
    }
    throw .notUnderstood(
      item.span, "“\(item.from) to \(to)” is not a run of clauses side by side.",
      fix: "Name each clause: “clauses \(item.from) and \(to)”.")
  }

  /// A sibling of a node by a letter or numeral alone.
  private func besides(_ label: String, _ node: Int) -> Int? {
    guard !label.utf8.contains(where: Letters.isDigit) || label.hasPrefix("("), let parent = base.entries[node].parent,
      base.entries[parent].kind != .section
    else { return nil }
    let found = base.labels.find(label, in: parent + 1..<base.entries[parent].end)
      .filter { base.entries[$0].parent == parent }
    return found.count == 1 ? found.first : nil
  }

  private func one(
    _ text: String, _ item: PlacePhrase.LabelRange, _ noun: PlaceVocabulary.Noun?, _ outer: Spot,
    _ place: PlacePhrase, _ context: [Spot], _ wantsSection: Bool
  ) throws(PlaceProblem) -> Int {
    var found: [Int] = []
    // "(b)" after "In clause 2" means 2(b), and after "2(a) and" too.
    if text.hasPrefix("(") {
      for spot in context where found.isEmpty {
        guard case .node(let index, _) = spot, range(outer).contains(index) else { continue }
        found = find(text, in: index + 1..<max(base.entries[index].end, index + 1))
        if found.isEmpty, let parent = base.entries[index].parent {
          found = find(text, in: parent + 1..<max(base.entries[parent].end, parent + 1))
        }
      }
    }
    if found.isEmpty { found = find(text, in: inside(outer)) }
    if wantsSection || noun == .section { found = sections(text, found, in: outer, only: wantsSection) }
    if found.isEmpty, let number = Int(text) {
      found = counted(number, noun, in: outer)
    }
    if found.count == 1, let only = found.first { return only }
    if found.isEmpty, let number = Int(text), let counted = runningOn(number, in: outer) {
      throw .ambiguous(
        item.span, "which-clause",
        "The numbers run on here: \(base.entries[counted.section].path) has no \(text). Is its clause "
          + "\(base.entries[counted.node].path) meant, which stands \(Self.ordinal(number)) in it?",
        fix: "Write “clause \(base.entries[counted.node].path)”.",
        candidates: ([counted.node] + find(text, in: 0..<base.entries.count)).map { base.candidate($0) })
    }
    if found.isEmpty {
      let name = noun == .paragraph ? "paragraph" : noun == .section ? "section" : "clause"
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

  /// "resolves 2" where resolves holds 6 to 8: the second of them.
  private func runningOn(_ number: Int, in outer: Spot) -> (section: Int, node: Int)? {
    guard case .node(let section, nil) = outer, base.entries[section].kind == .section else { return nil }
    let clauses = inside(outer).filter { base.isClause($0) && base.entries[$0].parent == section }
    guard clauses.indices.contains(number &- 1) else { return nil }
    return (section, clauses[number - 1])
  }

  private static func ordinal(_ number: Int) -> String {
    let words = PlaceVocabulary.ordinalWords
    return words.indices.contains(number - 1) ? words[number - 1] : "number \(number)"
  }

  private func outerName(_ outer: Spot) -> String {
    if case .node(let index, _) = outer { return " in \(base.entries[index].path)" }
    return ""
  }

  /// "Section 2": the section of that number, or the second of those without numbers.
  private func sections(_ text: String, _ found: [Int], in outer: Spot, only: Bool) -> [Int] {
    let labelled = found.filter { base.entries[$0].kind == .section }
    if !labelled.isEmpty { return labelled }
    let all = inside(outer).filter { base.entries[$0].kind == .section && $0 != base.document.titleNode }
    let depth = all.map { base.document.nodes[$0].depth }.min() ?? 0
    let level = all.filter { base.document.nodes[$0].depth == depth }
    guard let number = Int(text), level.indices.contains(number &- 1),
      level.allSatisfy({ base.entries[$0].label.isEmpty })
    else { return only ? [] : found }
    return only ? [level[number - 1]] : [level[number - 1]] + found
  }

  /// Where nothing is labelled so, "paragraph 2" and "point 2" count.
  private func counted(_ number: Int, _ noun: PlaceVocabulary.Noun?, in outer: Spot) -> [Int] {
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
    if let exact = base.node(at: text), range.contains(exact) { return [exact] }
    let found = base.labels.find(text, in: range)
    if found.isEmpty, let path = base.node(foldedPath: Letters.folded(text)), range.contains(path) { return [path] }
    // 2a is asked where it may be 2A as well as 2(a).
    guard found.count > 1, LabelFinder.split(text) == nil else { return found }
    let least = found.map { base.document.nodes[$0].depth }.min() ?? 0
    return found.filter { base.document.nodes[$0].depth == least }
  }

  /// Up to five clauses whose numbers are nearest to one that is not there.
  private func nearby(_ text: String, in range: Range<Int>) -> [Int] {
    // Of "2(c)" the clauses inside 2 are nearest.
    let parts = LabelFinder.steps(of: text)
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
}
