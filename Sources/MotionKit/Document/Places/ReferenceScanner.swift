/// Reads one line of text for references to clauses.
struct ReferenceScanner {
  let document: Document
  let finder: LabelFinder
  let node: Int
  let span: Range<Int>
  private var found: [Found] = []
  private var at = 0
  /// The small word before the one at `at`.
  private var lastWord = ""
  /// Whether a text other than this one was named just before ("Schedule 2, paragraph 3").
  private var isElsewhere = false

  /// A reference, and whether its own words say that it is to this text ("clause 2 above").
  struct Found {
    var reference: CrossReference
    var isHere: Bool
  }

  init(document: Document, finder: LabelFinder, node: Int, span: Range<Int>) {
    self.document = document
    self.finder = finder
    self.node = node
    self.span = span
  }

  /// What makes the number before it an amount.
  private static let amounts: Set<String> = ["million", "billion", "thousand", "per", "percent"]
  /// What a sentence goes on with after a reference; a noun there would make the number an amount.
  private static let following: Set<String> = [
    "above", "below", "and", "or", "to", "is", "are", "was", "were", "be", "shall", "should", "must", "may", "has",
    "have", "does", "do", "says", "say", "which", "that", "in", "of", "as", "by", "on", "for", "with", "will", "would",
    "applies", "apply", "refers", "hereof", "herein", "itself", "but", "if", "so", "then", "when", "not",
  ]

  mutating func scan() -> [Found] {
    at = span.lowerBound
    while at < span.upperBound {
      let byte = document.bytes[at]
      guard isLetter(byte) else {
        if isDigit(byte) || byte == UInt8(ascii: "(") {
          readPlaced()
        } else {
          if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") {
            isElsewhere = false
            lastWord = ""
          }
          at += 1
        }
        continue
      }
      let start = at
      let word = readWord()
      defer { lastWord = word }
      // The second half of a word such as "sub-clause" is never alone, nor is what joins on to a letter beyond ASCII.
      if start > span.lowerBound, document.bytes[start - 1] >= 0x80, !followsMark(start) { continue }
      read(after: word, from: start)
    }
    return found
  }

  private mutating func read(after word: String, from start: Int) {
    switch NumberedThing(word, isCapital: isUpper(document.bytes[start])) {
    case .otherText: isElsewhere = !NumberedThing.ownTexts.contains(word)
    case .part: readLabels(.sure(word))
    case .heading: readLabels(.heading)
    case .resolution:
      let isOurs = NumberedThing.plainBefore.contains(lastWord) && !isElsewhere
      if isOurs, !namesDecision() {
        readLabels(.unsure(section: finder.sectionSteps.contains("resolves") ? "resolves" : nil))
      } else {
        isElsewhere = namesNumber()
      }
    case nil:
      if NumberedThing.decisions.contains(word), namesNumber() {
        isElsewhere = true
      } else if word == "see" || word == "cf" {
        readLabels(.unsure(section: nil))
      } else if finder.sectionSteps.contains(word) {
        readLabels(.unsure(section: word))
      } else if word != "at" {
        isElsewhere = false
      }
    }
  }

  /// Whether a number follows.
  private func namesNumber() -> Bool {
    var scanner = self
    scanner.skipBlanks()
    return scanner.at < span.upperBound && isDigit(document.bytes[scanner.at])
  }

  /// Whether the number that follows is as decisions of assemblies have them: "72/1", "12 (2019)".
  private func namesDecision() -> Bool {
    var scanner = self
    scanner.skipBlanks()
    guard scanner.readChain(afterNoun: true) != nil else { return false }
    if scanner.at < span.upperBound, document.bytes[scanner.at] == UInt8(ascii: "/") { return true }
    scanner.skipBlanks()
    return scanner.isYear()
  }

  private func isYear() -> Bool { LabelChain.isYear(in: document.bytes, from: at, to: span.upperBound) }

  /// How sure a way of naming is.
  private enum Naming {
    /// By a word such as "clause".
    case sure(String)
    case heading
    case unsure(section: String?)
  }

  private mutating func readWord() -> String {
    let start = at
    while at < span.upperBound, isLetter(document.bytes[at]) || document.bytes[at] == UInt8(ascii: "-") { at += 1 }
    guard at - start <= 16 else { return "" }
    return String(decoding: document.bytes[start..<at].map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// `2.1(a) above`: a label without a noun counts when it says where it is.
  private mutating func readPlaced() {
    let start = at
    if start > span.lowerBound {
      let before = document.bytes[start - 1]
      // Inside £1.50, 3-2 and the like.
      if !isBlank(before), before != UInt8(ascii: "("), before != UInt8(ascii: "["), !followsMark(start) {
        if document.bytes[at] == UInt8(ascii: "(") { at += 1 } else { skipNumber() }
        return
      }
    }
    guard let chain = readChain(afterNoun: false) else {
      if document.bytes[at] == UInt8(ascii: "(") { at += 1 } else { skipNumber() }
      return
    }
    if isFollowed(by: ["above", "below"]), isPlace() {
      add([chain], noun: nil, section: nil, isCertain: true, isHere: true)
    }
  }

  /// Whether "above" ends what is said of a label: "2 above inflation" is an amount.
  private func isPlace() -> Bool {
    var scanner = self
    scanner.skipBlanks()
    _ = scanner.readWord()
    return scanner.endsNaming()
  }

  private mutating func skipNumber() {
    at += 1
    while at < span.upperBound, isDigit(document.bytes[at]) || isLetter(document.bytes[at]) { at += 1 }
  }

  private typealias Piece = LabelChain.Piece

  /// "2", "2 and 3", "2, 3 or 4(a)", "2 to 4", "(b) of clause 2".
  private mutating func readLabels(_ naming: Naming) {
    let start = at
    var chains: [[Piece]] = []
    /// Whether a chain is the end of a range that the one before it begins.
    var endsRange: [Bool] = []
    var back = at
    var joiner = Joiner.list
    while true {
      skipBlanks()
      guard let chain = readChain(afterNoun: true) else {
        at = back
        break
      }
      if joiner == .below {
        // "clause 2 (a)" is one place; "clause 2 (a) to (c)" too, and "clause 2 (b) says" where 2 has no (b) is 2.
        let whole = (chains.last ?? []) + chain
        guard finder.find(whole.map(\.label), from: node).count > 0 else {
          at = back
          break
        }
        chains[chains.count - 1] = whole
      } else {
        chains.append(chain)
        endsRange.append(joiner == .range)
      }
      back = at
      guard let next = readJoiner() else {
        at = back
        break
      }
      joiner = next
    }
    guard !chains.isEmpty, !isElsewhere, !namesItself(from: start) else { return }
    var after = self
    after.skipBlanks()
    if Self.amounts.contains(after.readWord()) { return }
    var section: String?
    var isCertain = false
    switch naming {
    case .sure: isCertain = !(isYearAhead || isSlashAhead)
    case .heading: break
    case .unsure(let step):
      section = step
      // "notes 3 things" counts things.
      guard chains.count > 1 || (chains.first?.count ?? 0) > 1 || endsNaming() else { return }
    }
    var isHere = isFollowed(by: ["above", "below"])
    if isHere { isCertain = true }
    if case .unsure(.some) = naming { isHere = true }
    var outer: [Piece] = []
    if isFollowed(by: ["of", "in", "on"]) {
      switch ahead() {
      case .here:
        isCertain = true
        isHere = true
      case .section(let step): section = step
      case .clause(let chain): outer = chain
      case .elsewhere: return
      case .nothing: break
      }
    }
    if case .heading = naming {
      chains = chains.filter { chain in
        finder.find(chain.map(\.label), from: node).contains { document.nodes[$0].kind == .section }
      }
      isCertain = false
    }
    var noun: String?
    if case .sure(let word) = naming { noun = NumberedThing.singular(word) }
    for (index, chain) in chains.enumerated() {
      // Of "clause 3 and (c) of clause 2" only (c) is below 2.
      let isBelow = chain.first?.label.utf8.first.map { !isDigit($0) } ?? false
      add([isBelow ? outer : [], chain], noun: noun, section: section, isCertain: isCertain, isHere: isHere)
      if endsRange[index], index > 0 { joinRange() }
    }
  }

  /// Makes the last two references the ends of one range.
  private mutating func joinRange() {
    guard found.count > 1 else { return }
    let (first, last) = (found.count - 2, found.count - 1)
    let span = found[first].reference.span.lowerBound..<found[last].reference.span.upperBound
    found[first].reference.range = span
    found[last].reference.range = span
  }

  private var isYearAhead: Bool {
    var scanner = self
    scanner.skipBlanks()
    return scanner.isYear()
  }

  private var isSlashAhead: Bool {
    at + 1 < span.upperBound && document.bytes[at] == UInt8(ascii: "/") && isDigit(document.bytes[at + 1])
  }

  /// Whether a node begins with its own name, as a heading of rules does: "Clause 1: Name", "Clause 2 – Objects".
  private func namesItself(from labels: Int) -> Bool {
    let text = document.nodes[node].textSpans
    guard text.first == span, !document.bytes[span.lowerBound..<labels].contains(where: isBlank) else { return false }
    var scanner = self
    scanner.skipBlanks()
    guard scanner.at < span.upperBound else { return text.count == 1 && document.nodes[node].kind == .section }
    switch document.bytes[scanner.at] {
    case UInt8(ascii: ":"): return true
    case UInt8(ascii: "."), UInt8(ascii: "-"): return document.nodes[node].kind == .section
    case 0xE2:
      return document.bytes[scanner.at..<span.upperBound].starts(with: "–".utf8)
        || document.bytes[scanner.at..<span.upperBound].starts(with: "—".utf8)
    default: return false
    }
  }

  private mutating func skipBlanks() {
    while at < span.upperBound {
      if isBlank(document.bytes[at]) {
        at += 1
      } else if document.bytes[at..<span.upperBound].starts(with: "\u{A0}".utf8) {
        at += 2
      } else if document.bytes[at..<span.upperBound].starts(with: "\u{202F}".utf8) {
        at += 3
      } else {
        return
      }
    }
  }

  /// Whether the sentence goes on in a way that leaves the labels before it what they are.
  private func endsNaming() -> Bool {
    var scanner = self
    scanner.skipBlanks()
    guard scanner.at < span.upperBound, isLetter(document.bytes[scanner.at]) else { return true }
    return Self.following.contains(scanner.readWord())
  }

  /// What stands between two labels.
  private enum Joiner { case list, range, below }

  /// "and", "or", "to", a comma, a dash between two labels.
  private mutating func readJoiner() -> Joiner? {
    let start = at
    var joiner: Joiner?
    skipBlanks()
    if at < span.upperBound, document.bytes[at] == UInt8(ascii: ",") || document.bytes[at] == UInt8(ascii: "-") {
      joiner = document.bytes[at] == UInt8(ascii: ",") ? .list : .range
      at += 1
      skipBlanks()
    }
    for (word, meaning) in Self.joiners where document.bytes[at..<span.upperBound].starts(with: word.utf8) {
      joiner = meaning
      at += word.utf8.count
      break
    }
    skipBlanks()
    guard at < span.upperBound else { return nil }
    // A year behind a number is no label.
    if joiner == nil { return at > start && document.bytes[at] == UInt8(ascii: "(") && !isYear() ? .below : nil }
    return isDigit(document.bytes[at]) || document.bytes[at] == UInt8(ascii: "(") ? joiner : nil
  }

  private static let joiners: [(String, Joiner)] = [
    ("and", .list), ("or", .list), ("to", .range), ("through", .range), ("–", .range), ("—", .range), ("&", .list),
  ]

  private func isFollowed(by words: [String]) -> Bool {
    var scanner = self
    scanner.skipBlanks()
    return scanner.at > at && words.contains(scanner.readWord())
  }

  /// What "of" or "in" after a label speaks of.
  private enum Ahead {
    /// "of this motion".
    case here
    /// "of resolves".
    case section(String)
    /// "of clause 2".
    case clause([Piece])
    /// "of the rule book".
    case elsewhere
    /// "in order to": not of the label at all.
    case nothing
  }

  private func ahead() -> Ahead {
    var scanner = self
    scanner.skipBlanks()
    let isOf = scanner.readWord() == "of"
    var words: [String] = []
    while words.count < 8 {
      scanner.skipBlanks()
      guard scanner.at < span.upperBound, isLetter(document.bytes[scanner.at]) else { break }
      let word = scanner.readWord()
      if words.isEmpty, word == "the" || word == "this" || word == "our" {
        if word == "this" { return scanner.namesOther() ? .elsewhere : .here }
        continue
      }
      if words.isEmpty, NumberedThing.parts.contains(word) {
        scanner.skipBlanks()
        return scanner.readChain(afterNoun: true).map { .clause($0) } ?? .nothing
      }
      if words.isEmpty, finder.sectionSteps.contains(word) { return .section(word) }
      if words.isEmpty, word == "motion" || word == "resolution" { return scanner.namesNumber() ? .elsewhere : .here }
      if NumberedThing.otherTexts.contains(word) { return .elsewhere }
      words.append(word)
    }
    return isOf ? .elsewhere : .nothing
  }

  /// "this Act".
  private func namesOther() -> Bool {
    var scanner = self
    scanner.skipBlanks()
    return NumberedThing.otherTexts.contains(scanner.readWord())
  }

  /// The labels of one place, the outer one first; what was no label is not read.
  private mutating func readChain(afterNoun: Bool) -> [Piece]? {
    var chain = LabelChain(bytes: document.bytes, from: at, to: span.upperBound, finder: finder)
    let pieces = chain.read(afterNoun: afterNoun)
    at = chain.at
    return pieces
  }

  /// Whether a quotation mark or another sign beyond ASCII stands before an offset.
  private func followsMark(_ offset: Int) -> Bool {
    offset >= span.lowerBound + 3 && document.bytes[offset - 3] == 0xE2 && document.bytes[offset - 2] == 0x80
      || offset >= span.lowerBound + 2 && document.bytes[offset - 2] == 0xC2 && document.bytes[offset - 1] == 0xA0
  }

  private static let deepest = 8

  /// The reference that chains of labels, the outer one first, make; its span is that of the last chain.
  private mutating func add(
    _ chains: [[Piece]], noun: String?, section: String?, isCertain: Bool, isHere: Bool
  ) {
    let outer = chains.dropLast().flatMap { $0 }
    guard let chain = chains.last, let first = chain.first, let last = chain.last else { return }
    let labels = outer.map(\.label) + chain.map(\.label)
    // No clause lies as deep as that; each label more would be sought from the first one anew.
    guard labels.count <= Self.deepest else { return }
    var candidates = finder.find(labels, from: node, section: section)
    // In rules, "clause 1" is what is headed "Clause 1: Name", not the first clause of a list.
    let headed = noun.map { finder.headed($0, labels) } ?? []
    if !headed.isEmpty { candidates = headed }
    var steps: [CrossReference.Step] = []
    for (index, piece) in chain.enumerated() {
      let targets =
        headed.isEmpty
        ? finder.find(Array(labels.prefix(outer.count + index + 1)), from: node, section: section) : headed
      var target = targets.count == 1 ? targets.first : nil
      // The labels of a unique target's ancestors are unique with it.
      if target == nil, candidates.count == 1 { target = targets.first { isAbove($0, candidates[0]) } }
      steps.append(CrossReference.Step(span: piece.span, target: target))
    }
    let opened =
      first.span.lowerBound > span.lowerBound && document.bytes[first.span.lowerBound - 1] == UInt8(ascii: "(")
    let closed = last.span.upperBound < span.upperBound && document.bytes[last.span.upperBound] == UInt8(ascii: ")")
    let isLetterAlone = first.label.utf8.first.map { !isDigit($0) } ?? false
    let reference = CrossReference(
      node: node, steps: steps,
      span: (isLetterAlone && opened ? first.span.lowerBound - 1 : first.span.lowerBound)..<(closed
        && last.label.utf8.first.map { !isDigit($0) } ?? false ? last.span.upperBound + 1 : last.span.upperBound),
      candidates: candidates, isCertain: isCertain)
    found.append(Found(reference: reference, isHere: isHere))
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
