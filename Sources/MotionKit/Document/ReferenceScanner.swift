/// Reads one line of text for references to clauses.
struct ReferenceScanner {
  let document: Document
  let finder: LabelFinder
  let node: Int
  let span: Range<Int>
  private var found: [CrossReference] = []
  private var at = 0

  init(document: Document, finder: LabelFinder, node: Int, span: Range<Int>) {
    self.document = document
    self.finder = finder
    self.node = node
    self.span = span
  }

  /// Words that a clause of this text may be called by.
  private static let nouns: Set<String> = [
    "clause", "clauses", "paragraph", "paragraphs", "para", "paras", "point", "points", "item", "items", "sub-clause",
    "subclause", "sub-clauses", "subclauses", "sub-paragraph", "subparagraph", "resolution", "resolutions",
  ]
  /// Words that name parts of laws and rule books as often: a missing target is no error.
  private static let looseNouns: Set<String> = ["section", "sections", "part", "parts", "bullet"]

  mutating func scan() -> [CrossReference] {
    at = span.lowerBound
    while at < span.upperBound {
      guard isLetter(document.bytes[at]) else {
        if isDigit(document.bytes[at]) { readPlaced() } else { at += 1 }
        continue
      }
      let word = readWord()
      if Self.nouns.contains(word) {
        readLabels(section: nil, isCertain: true)
      } else if Self.looseNouns.contains(word) {
        readLabels(section: nil, isCertain: false)
      } else if word == "see" {
        readLabels(section: nil, isCertain: false)
      } else if let step = step(of: word) {
        readLabels(section: step, isCertain: false)
      }
    }
    return found
  }

  /// A verb of sections that this text has ("resolves 3").
  private func step(of word: String) -> String? {
    finder.sectionSteps.contains(word) ? word : nil
  }

  private mutating func readWord() -> String {
    let start = at
    while at < span.upperBound, isLetter(document.bytes[at]) || document.bytes[at] == UInt8(ascii: "-") { at += 1 }
    guard at - start <= 16 else { return "" }
    return String(decoding: document.bytes[start..<at].map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// `2.1(a) above`: a label without a noun counts when it says where it is, or is too much of a label to be anything
  /// else.
  private mutating func readPlaced() {
    let start = at
    if start > span.lowerBound {
      let before = document.bytes[start - 1]
      // Inside £1.50, 3-2 and the like.
      if !isBlank(before), before != UInt8(ascii: "("), before != UInt8(ascii: "[") {
        skipNumber()
        return
      }
    }
    guard let chain = readChain() else {
      skipNumber()
      return
    }
    if isFollowed(by: ["above", "below"]) {
      add(chain, section: nil, isCertain: true)
    }
  }

  private mutating func skipNumber() {
    while at < span.upperBound, isDigit(document.bytes[at]) || isLetter(document.bytes[at]) { at += 1 }
  }

  private typealias Piece = (label: String, span: Range<Int>)

  /// "2", "2 and 3", "2, 3 or 4(a)", "2 to 4".
  private mutating func readLabels(section: String?, isCertain: Bool) {
    var section = section
    var chains: [[Piece]] = []
    var back = at
    while true {
      skipBlanks()
      guard let chain = readChain() else {
        at = back
        break
      }
      chains.append(chain)
      back = at
      guard readJoiner() else {
        at = back
        break
      }
    }
    guard !chains.isEmpty else { return }
    var isCertain = isCertain
    if isFollowed(by: ["above", "below"]) { isCertain = true }
    if isFollowed(by: ["of", "in"]) {
      // "point 2 of resolves" is ours; "clause 4 of the rule book" is not.
      guard let step = sectionAhead() else { return }
      if step != "" { section = step }
    }
    // "resolves 3" with nothing there may be "resolves 3 things".
    for chain in chains { add(chain, section: section, isCertain: isCertain) }
  }

  private mutating func skipBlanks() {
    while at < span.upperBound, isBlank(document.bytes[at]) { at += 1 }
  }

  /// "and", "or", "to", a comma, a dash between two labels.
  private mutating func readJoiner() -> Bool {
    skipBlanks()
    if at < span.upperBound, document.bytes[at] == UInt8(ascii: ",") || document.bytes[at] == UInt8(ascii: "-") {
      at += 1
      skipBlanks()
    }
    for word in ["and ", "or ", "to ", "– ", "–", "& "] {
      if document.bytes[at..<span.upperBound].starts(with: word.utf8) {
        at += word.utf8.count
        break
      }
    }
    return at < span.upperBound
      && (isDigit(document.bytes[at]) || document.bytes[at] == UInt8(ascii: "("))
  }

  private func isFollowed(by words: [String]) -> Bool {
    var start = at
    while start < span.upperBound, isBlank(document.bytes[start]) { start += 1 }
    guard start > at else { return false }
    return words.contains { word in
      let end = start + word.utf8.count
      return end <= span.upperBound && document.bytes[start..<end].elementsEqual(word.utf8)
        && (end == span.upperBound || !isLetter(document.bytes[end]))
    }
  }

  /// The section of "of resolves"; "" for "of this motion"; nil for another text.
  private func sectionAhead() -> String? {
    let rest = document.bytes[at..<min(at + 60, span.upperBound)].split { !isLetter($0) }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let words = rest.dropFirst().drop { $0 == "the" }
    guard let first = words.first else { return nil }
    if first == "this" || ["motion", "resolution"].contains(first) { return "" }
    return step(of: first)
  }

  /// `2`, `2A`, `2.1`, `2.1(a)(i)`, `(a)`.
  private mutating func readChain() -> [Piece]? {
    var pieces: [Piece] = []
    let start = at
    if at < span.upperBound, isDigit(document.bytes[at]) {
      var end = at
      while end < span.upperBound {
        let byte = document.bytes[end]
        if isDigit(byte) {
          end += 1
        } else if byte == UInt8(ascii: "."), end + 1 < span.upperBound, isDigit(document.bytes[end + 1]) {
          end += 1
        } else {
          break
        }
      }
      var letters = end
      while letters < span.upperBound, isUpper(document.bytes[letters]) { letters += 1 }
      if letters - end <= 3 { end = letters }
      guard end - at <= 12,
        end == span.upperBound
          || !isLetter(document.bytes[end]) && document.bytes[end] < 0x80
            && document.bytes[end] != UInt8(ascii: "%")
      else { return nil }
      pieces.append((string(at..<end), at..<end))
      at = end
    }
    while at + 2 < span.upperBound, document.bytes[at] == UInt8(ascii: "(") {
      var end = at + 1
      while end < span.upperBound, isLetter(document.bytes[end]) || isDigit(document.bytes[end]) { end += 1 }
      guard end < span.upperBound, document.bytes[end] == UInt8(ascii: ")"), end > at + 1, end - at <= 6 else { break }
      pieces.append((string(at + 1..<end), at + 1..<end))
      at = end + 1
    }
    if pieces.isEmpty {
      at = start
      return nil
    }
    return pieces
  }

  private func string(_ span: Range<Int>) -> String { String(decoding: document.bytes[span], as: UTF8.self) }

  private mutating func add(_ chain: [Piece], section: String?, isCertain: Bool) {
    guard let first = chain.first, let last = chain.last else { return }
    let candidates = finder.find(chain.map(\.label), from: node, section: section)
    var steps: [CrossReference.Step] = []
    for length in 1...chain.count {
      let targets = finder.find(chain.prefix(length).map(\.label), from: node, section: section)
      var target = targets.count == 1 ? targets.first : nil
      // The labels of a unique target's ancestors are unique with it.
      if target == nil, candidates.count == 1 { target = targets.first { isAbove($0, candidates[0]) } }
      steps.append(CrossReference.Step(span: chain[length - 1].span, target: target))
    }
    let opened =
      document.bytes[first.span.lowerBound - 1] == UInt8(ascii: "(") && first.span.lowerBound > span.lowerBound
    let closed = last.span.upperBound < span.upperBound && document.bytes[last.span.upperBound] == UInt8(ascii: ")")
    let isLetterAlone = first.label.utf8.first.map { !isDigit($0) } ?? false
    found.append(
      CrossReference(
        node: node, steps: steps,
        span: (isLetterAlone && opened ? first.span.lowerBound - 1 : first.span.lowerBound)..<(closed
          && last.label.utf8.first.map { !isDigit($0) } ?? false ? last.span.upperBound + 1 : last.span.upperBound),
        candidates: candidates, isCertain: isCertain))
  }

  private func isAbove(_ node: Int, _ below: Int) -> Bool {
    var at: Int? = below
    while let index = at {
      if index == node { return true }
      at = document.nodes[index].parent
    }
    return false
  }
}
