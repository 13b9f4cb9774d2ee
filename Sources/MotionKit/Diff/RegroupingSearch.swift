/// Clauses that were divided into several, and several that were made one.
///
/// Looked for where a clause that changed has neighbours that came or went: where the words of those neighbours are to
/// be found, in their order, in the clause's own text on the other side, nothing came or went but the clause was
/// divided or joined.
struct RegroupingSearch {
  /// The text in which the clause is one, and the text in which it is several.
  let whole: TextTree
  let parts: TextTree
  /// By index of the one text: the node of the other, or -1.
  let partOf: [Int]
  let wholeOf: [Int]

  /// A clause and what it was divided into, in the order of the text.
  struct Group {
    var whole: Int
    var parts: [Int]
    /// The part that is the clause itself, by its number or its place.
    var heir: Int
  }

  /// Neighbours looked at on either side of a clause.
  private static let reach = 8
  /// Of a part's words, how many thousandths must come from the clause.
  private static let share = 650
  /// Two words and more of weight: "of the" in common is nothing.
  private static let least = 8

  /// Groups of clauses other than these.
  func groups(except settled: Set<Int>, _ vocabulary: inout Vocabulary) -> [Group] {
    guard wholeOf.contains(-1) else { return [] }
    var taken: Set<Int> = []
    var groups: [Group] = []
    var before = -1
    for index in whole.nodes.indices {
      defer { if partOf[index] >= 0 { before = partOf[index] } }
      guard isText(whole, index), !settled.contains(index) else { continue }
      let candidates = candidates(for: index, after: before).filter { !taken.contains($0) }
      guard candidates.count > 1, let found = group(index, of: candidates, &vocabulary) else { continue }
      taken.formUnion(found.parts)
      groups.append(found)
    }
    return groups
  }

  /// The clause's counterpart and what came or went next to it; or, without a counterpart, what stands in its place.
  private func candidates(for index: Int, after before: Int) -> [Int] {
    let mate = partOf[index]
    guard mate >= 0 else { return loose(after: before) }
    guard parts.own[mate] != whole.own[index] else { return [] }
    return loose(before: mate).reversed() + [mate] + loose(after: mate)
  }

  private func loose(before index: Int) -> [Int] {
    var found: [Int] = []
    for other in (0..<index).reversed() {
      guard wholeOf[other] < 0, found.count < RegroupingSearch.reach, isText(parts, other) else { break }
      found.append(other)
    }
    return found
  }

  private func loose(after index: Int) -> [Int] {
    var found: [Int] = []
    for other in (index + 1)..<max(parts.nodes.count, index + 1) {
      guard wholeOf[other] < 0, found.count < RegroupingSearch.reach, isText(parts, other) else { break }
      found.append(other)
    }
    return found
  }

  private func isText(_ tree: TextTree, _ index: Int) -> Bool {
    switch tree.nodes[index].kind {
    case .clause, .paragraph, .bullet, .recital: tree.hasWords[index]
    case .section, .quote, .raw: false
    }
  }

  // MARK: One clause

  private func group(_ index: Int, of candidates: [Int], _ vocabulary: inout Vocabulary) -> Group? {
    let one = Tokens(
      of: whole.document.bytes, in: whole.nodes[index].textSpans, vocabulary: &vocabulary)
    let known = Set(one.ids)
    let likely = candidates.filter { candidate in
      let tokens = Tokens(of: parts.document.bytes, in: parts.nodes[candidate].textSpans, vocabulary: &vocabulary)
      let weights = (0..<tokens.count).map { (known.contains(tokens.id($0)), WordDiff.weight(tokens, $0..<($0 + 1))) }
      let total = weights.reduce(0) { $0 + $1.1 }
      return candidate == partOf[index]
        || weights.reduce(0) { $0 + ($1.0 ? $1.1 : 0) } * 1000 >= total * RegroupingSearch.share
    }
    guard likely.count > 1 else { return nil }
    let spans = likely.map { parts.nodes[$0].textSpans }
    let several = Tokens(of: parts.document.bytes, in: Array(spans.joined()), vocabulary: &vocabulary)
    let same = WordDiff(from: one, to: several).same
    var found: [Int] = []
    for (candidate, pieces) in zip(likely, spans) {
      guard let first = pieces.first, let last = pieces.last else { continue }
      let range = several.tokens(within: first.lowerBound..<last.upperBound)
      let kept = same.reduce(0) { $0 + WordDiff.weight(several, $1.new.clamped(to: range)) }
      if kept >= RegroupingSearch.least, kept * 1000 >= WordDiff.weight(several, range) * RegroupingSearch.share {
        found.append(candidate)
      }
    }
    let kept = same.reduce(0) { $0 + WordDiff.weight(one, $1.old) }
    guard found.count > 1, kept * 2 >= WordDiff.weight(one, 0..<one.count) else { return nil }
    return named(index, found, candidates)
  }

  /// A clause that was made a list is its first line and its items, however little the line has of it.
  private func named(_ index: Int, _ found: [Int], _ candidates: [Int]) -> Group? {
    var found = found
    if let parent = parts.nodes[found[0]].parent, candidates.contains(parent), !found.contains(parent),
      whole.label(index) == parts.label(parent)
    {
      found.insert(parent, at: 0)
    }
    // Somebody else's counterpart stays what it is.
    guard found.allSatisfy({ wholeOf[$0] < 0 || wholeOf[$0] == index }) else { return nil }
    let heir = found.first { parts.label($0) == whole.label(index) && parts.nodes[$0].kind == whole.nodes[index].kind }
    return Group(whole: index, parts: found, heir: heir ?? (found.contains(partOf[index]) ? partOf[index] : found[0]))
  }
}
