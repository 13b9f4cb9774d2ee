/// Why an operation could not be found in the text: nothing of its amendment is applied.
package struct Refusal: Hashable, Sendable, Error {
  package var operation: Int
  /// One of those of Docs/amendments.md, "What cannot be taken".
  package var code: String
  package var message: String
  package var path: Path?
  package var candidates: [Reading.Candidate] = []
  package var suggestion: String?
  /// The amendment without which it cannot stand.
  package var because: String?
}

/// An amendment's operations as hunks of one text.
package struct Resolution: Hashable, Sendable {
  package var hunks: [Hunk] = []
  package var refusals: [Refusal] = []
  /// What an operation leaves as it stands, though it asks to change it.
  package var misses: [Refusal] = []
  /// Operations whose words already read as they ask.
  package var alreadyDone: [(operation: Int, node: Int?)] = []
  /// Whether it asks that labels run through.
  package var renumbers = false

  package static func == (one: Resolution, other: Resolution) -> Bool {
    one.hunks == other.hunks && one.refusals == other.refusals && one.renumbers == other.renumbers
      && one.alreadyDone.elementsEqual(other.alreadyDone) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(hunks)
    hasher.combine(refusals)
  }

  /// Finds every operation of the amendment in the document, each once.
  package init(of amendment: Amendment, in document: Document) {
    for (index, operation) in amendment.operations.enumerated() {
      var resolver = Resolver(document: document, amendment: amendment.name, number: index)
      do throws(Refusal) {
        try resolver.resolve(operation)
        if operation.asWritten { for part in resolver.hunks.indices { resolver.hunks[part].asWritten = true } }
        hunks += resolver.hunks
        if resolver.hunks.isEmpty, operation.kind != .renumber { alreadyDone.append((index, resolver.place)) }
        if operation.kind == .renumber { renumbers = true }
      } catch {
        refusals.append(error)
      }
    }
    if hunks.count > 1 {
      let own = OwnClashes(hunks, in: document)
      refusals += own.refusals
      if !own.dropped.isEmpty { hunks = hunks.indices.filter { !own.dropped.contains($0) }.map { hunks[$0] } }
    }
  }
}

/// Finds one operation in a document.
struct Resolver {
  let document: Document
  let amendment: String
  let number: Int
  var hunks: [Hunk] = []
  /// The node it was found in.
  var place: Int?

  init(document: Document, amendment: String, number: Int) {
    self.document = document
    self.amendment = amendment
    self.number = number
  }

  mutating func resolve(_ operation: Operation) throws(Refusal) {
    if operation.path == .title || operation.kind == .setTitle { return try retitle(operation) }
    switch operation.kind {
    case .replaceText, .deleteText: try changeWords(operation)
    case .insertText: try insertWords(operation)
    case .replaceRange, .deleteRange: try changeRange(operation)
    case .insertBlock: try insertClauses(operation)
    case .deleteBlock:
      for node in try run(operation) { append(.delete, node: node) }
    case .replaceBlock: try replaceClauses(operation)
    case .moveBlock: try move(operation)
    case .replaceAll: append(.replaceAll, supplied: try clauses(operation))
    case .setHeading: try setHeading(operation)
    case .setTitle: break
    case .renumber: break
    case .globalReplace: try replaceThroughout(operation)
    }
  }

  // MARK: - Places

  func refusal(
    _ code: String, _ message: String, path: Path? = nil, candidates: [Reading.Candidate] = [],
    suggestion: String? = nil
  ) -> Refusal {
    Refusal(
      operation: number, code: code, message: message, path: path, candidates: candidates, suggestion: suggestion)
  }

  /// The node at a path; nil for the whole text.
  func node(_ path: Path) throws(Refusal) -> Int? {
    if path == .whole { return nil }
    guard let index = document.node(at: path) else {
      throw refusal("no-such-clause", "There is no clause \(path) in this text.", path: path)
    }
    return index
  }

  func text(_ node: Int) -> OwnText { OwnText(of: document.nodes[node], in: document.bytes) }

  struct Hit: Hashable {
    var node: Int
    var range: Range<Int>
  }

  /// The nodes that a path covers: the place itself first, everything below it second.
  func scopes(_ path: Path, to: Path? = nil) throws(Refusal) -> [[Int]] {
    guard let first = try node(path) else { return [Array(document.nodes.indices)] }
    if let to, let last = try node(to), last > first {
      return [Array(first..<document.subtree(of: last).upperBound)]
    }
    return [[first], Array(document.subtree(of: first))]
  }

  /// All places of the words at the nearest likeness there is.
  func hits(_ words: String, _ path: Path, to: Path? = nil) throws(Refusal) -> [Hit] {
    let anchor = Anchor(words)
    let scopes = try scopes(path, to: to)
    for likeness in Anchor.Likeness.allCases {
      for scope in scopes {
        let found = scope.flatMap { node in
          anchor.places(in: text(node).bytes, likeness: likeness).map { Hit(node: node, range: $0) }
        }
        if !found.isEmpty { return found }
      }
    }
    let all = scopes.last ?? []
    let nearest = anchor.nearest(in: all.map { text($0).bytes })
    let where_ = path == .whole ? "in this text" : "in \(path)"
    throw refusal(
      "words-not-found", "The words “\(words)” are not \(where_).", path: path == .whole ? nil : path,
      suggestion: nearest)
  }

  func hit(_ operation: Operation, _ words: String) throws(Refusal) -> Hit {
    let found = try hits(words, operation.path, to: operation.to)
    if let occurrence = operation.occurrence {
      guard occurrence >= 1, occurrence <= found.count else {
        throw refusal(
          "words-not-found", "The words “\(words)” stand there \(found.count == 1 ? "once" : "\(found.count) times").",
          path: operation.path)
      }
      return found[occurrence - 1]
    }
    guard found.count == 1, let only = found.first else {
      throw refusal(
        "words-not-unique", "The words “\(words)” stand there \(found.count) times: say which.", path: operation.path,
        candidates: found.map { candidate($0) })
    }
    return only
  }

  func candidate(_ hit: Hit) -> Reading.Candidate {
    let bytes = text(hit.node).bytes
    var lower = hit.range.lowerBound
    var upper = hit.range.upperBound
    var blanks = 0
    while lower > 0, blanks < 4 {
      lower -= 1
      if bytes[lower] == 0x20 { blanks += 1 }
    }
    if blanks == 4 { lower += 1 }
    blanks = 0
    while upper < bytes.count, blanks < 4 {
      if bytes[upper] == 0x20 { blanks += 1 }
      if blanks < 4 { upper += 1 }
    }
    let excerpt = String(decoding: bytes[lower..<upper], as: UTF8.self)
    return Reading.Candidate(
      path: document.nodes[hit.node].path,
      excerpt: (lower > 0 ? "… " : "") + excerpt + (upper < bytes.count ? " …" : ""))
  }

  func needed(_ text: String?) throws(Refusal) -> String {
    guard let text, !text.isEmpty else { throw refusal("no-new-words", "No words are given.") }
    return text
  }

  // MARK: - Hunks

  mutating func append(_ change: Hunk.Change, node: Int? = nil, supplied: [UInt8] = []) {
    hunks.append(
      Hunk(
        amendment: amendment, operation: number, part: hunks.count, space: .base, node: node, change: change,
        supplied: supplied))
    if place == nil { place = node }
  }

  /// One range of a node's words becomes other words; equal words at both ends are left alone first.
  mutating func change(_ text: OwnText, _ range: Range<Int>, to new: [UInt8], in node: Int?, trims: Bool = true) {
    place = place ?? node
    var range = range
    var new = new[...]
    if trims {
      let shared = Phrase.sharedEnds(text.bytes[range], new)
      range = (range.lowerBound + shared.start)..<(range.upperBound - shared.end)
      new = new.dropFirst(shared.start).dropLast(shared.end)
    }
    if range.isEmpty, new.isEmpty { return }
    // Where a blank stands at either side of a phrase that comes or goes, it is counted to the words before it.
    if range.isEmpty, new.last == 0x20, new.first != 0x20, range.lowerBound > 0,
      text.bytes[range.lowerBound - 1] == 0x20
    {
      new = [0x20] + new.dropLast()
      range = (range.lowerBound - 1)..<(range.lowerBound - 1)
    } else if new.isEmpty, range.lowerBound > 0, text.bytes[range.lowerBound - 1] == 0x20,
      text.bytes[range.upperBound - 1] == 0x20
    {
      range = (range.lowerBound - 1)..<(range.upperBound - 1)
    }
    append(.words(text.source(of: range)), node: node, supplied: Array(new))
  }

  // MARK: - Words

  mutating func changeWords(_ operation: Operation) throws(Refusal) {
    let old = try needed(operation.old)
    let new = Array((operation.kind == .deleteText ? "" : operation.new ?? "").utf8)
    let hit: Hit
    do throws(Refusal) {
      hit = try self.hit(operation, old)
    } catch {
      if error.code == "words-not-found", !new.isEmpty, let there = try? hits(operation.new ?? "", operation.path),
        there.count == 1
      {
        place = there.first?.node
        return
      }
      throw error
    }
    let text = text(hit.node)
    if new.isEmpty {
      change(text, Spacing.whole(deleting: hit.range, from: text.bytes), to: [], in: hit.node)
    } else {
      let fitted = Spacing.replacing(hit.range, of: text.bytes, with: Spacing.oneLine(new))
      change(text, fitted.range, to: fitted.new, in: hit.node)
    }
  }

  mutating func insertWords(_ operation: Operation) throws(Refusal) {
    let new = Spacing.oneLine(Array(try needed(operation.new).utf8))
    if let old = operation.old {
      let hit = try hit(operation, old)
      let text = text(hit.node)
      let point: Int
      switch operation.placement ?? .after {
      case .before, .start: point = hit.range.lowerBound
      case .after, .end: point = hit.range.upperBound
      }
      change(text, point..<point, to: Spacing.fitted(new, into: text.bytes, at: point), in: hit.node)
      return
    }
    guard let node = try node(operation.path) else {
      return try insertClauses(operation)
    }
    let text = text(node)
    let point = operation.placement == .start || operation.placement == .before ? 0 : text.bytes.count
    change(text, point..<point, to: Spacing.fitted(new, into: text.bytes, at: point), in: node)
  }

  mutating func replaceThroughout(_ operation: Operation) throws(Refusal) {
    let old = try needed(operation.old)
    let new = Spacing.oneLine(Array((operation.new ?? "").utf8))
    let scope = try scopes(operation.path).last ?? []
    let confines = try node(operation.path)
    var found: [Hit] = []
    for likeness in Anchor.Likeness.allCases where found.isEmpty {
      found = scope.flatMap { node in
        Anchor(old).places(in: text(node).bytes, likeness: likeness).map { Hit(node: node, range: $0) }
      }
    }
    if found.isEmpty { _ = try hits(old, operation.path) }
    var capitals: Set<Hit> = []
    if !new.isEmpty {
      for node in scope {
        for range in CapitalsFollow.places(of: Array(old.utf8), in: text(node).bytes) {
          capitals.insert(Hit(node: node, range: range))
        }
      }
      found = (found + capitals.filter { !found.contains($0) }).sorted {
        ($0.node, $0.range.lowerBound) < ($1.node, $1.range.lowerBound)
      }
    }
    for hit in found {
      let text = text(hit.node)
      let before = hunks.count
      let new = capitals.contains(hit) ? CapitalsFollow.capitalised(new) : new
      if new.isEmpty {
        change(text, Spacing.whole(deleting: hit.range, from: text.bytes), to: [], in: hit.node)
      } else {
        change(text, hit.range, to: new, in: hit.node)
      }
      if hunks.count > before {
        hunks[before].isThroughout = true
        hunks[before].sought = Array(old.utf8)
        hunks[before].scope = confines
      }
    }
  }

  mutating func setHeading(_ operation: Operation) throws(Refusal) {
    var new = Spacing.oneLine(Array(try needed(operation.new).utf8))
    guard let node = try node(operation.path) else {
      throw refusal("no-such-clause", "Say which heading.", path: operation.path)
    }
    let text = text(node)
    if text.bytes.last == UInt8(ascii: ":"), new.last != UInt8(ascii: ":") { new.append(UInt8(ascii: ":")) }
    change(text, 0..<text.bytes.count, to: new, in: node)
  }

  // MARK: - The title

  mutating func retitle(_ operation: Operation) throws(Refusal) {
    guard let text = document.titleText else {
      throw refusal("no-title", "This text has no title to change.", path: .title)
    }
    let new = Spacing.oneLine(Array((operation.new ?? "").utf8))
    switch operation.kind {
    case .setTitle, .replaceBlock, .setHeading:
      if let title = document.title, title.utf8.elementsEqual(new) { return }
      change(text, 0..<text.bytes.count, to: new, in: document.titleIsNode, trims: !document.titleIsEscaped)
    case .replaceText, .deleteText, .insertText, .globalReplace:
      guard let old = operation.old else {
        return change(text, text.bytes.count..<text.bytes.count, to: new, in: document.titleIsNode)
      }
      var places: [Range<Int>] = []
      for likeness in Anchor.Likeness.allCases where places.isEmpty {
        places = Anchor(old).places(in: text.bytes, likeness: likeness)
      }
      guard let place = places.first else {
        throw refusal("words-not-found", "The words “\(old)” are not in the title.", path: .title)
      }
      switch operation.kind {
      case .insertText:
        let point = operation.placement == .before ? place.lowerBound : place.upperBound
        change(text, point..<point, to: Spacing.fitted(new, into: text.bytes, at: point), in: document.titleIsNode)
      case .deleteText: change(text, Spacing.whole(deleting: place, from: text.bytes), to: [], in: document.titleIsNode)
      default: change(text, place, to: new, in: document.titleIsNode)
      }
    default: throw refusal("no-title", "A title cannot be changed like that.", path: .title)
    }
  }
}
