/// What a line of an instruction looks like before it is read: needed to see where new text ends and the next
/// instruction begins.
enum InstructionLine {
  /// Whether a line begins an instruction of its own, such as `In 2, delete …`, `3. Delete clause 4` or `-3`.
  static func begins(_ line: String) -> Bool {
    let words = self.words(line)
    if ShortLine.looksLikeOne(line) { return true }
    var at = 0
    if at < words.count, words[at] == "-" || words[at] == "*" || words[at] == "•" { at += 1 }
    while at < words.count, skippable.contains(words[at]) { at += 1 }
    guard at < words.count else { return false }
    if isVerb(words[at]) { return isStructured(words, after: at) }
    let verbs = words[at...].filter(isVerb)
    if introductions.contains(words[at]) {
      return !verbs.isEmpty && isStructured(words, after: at)
    }
    let nounFirst = PlaceVocabulary.nounRows[words[at]] != nil
    if nounFirst, at + 1 < words.count, LabelWord.isOne(Array(words[at + 1].utf8)) || words[at + 1] == "of" {
      return !verbs.isEmpty || words.contains { InstructionLine.participles.contains($0) }
        || words.dropFirst(at + 2).isEmpty || line.utf8.contains(0x3A)
    }
    if LabelWord.isOne(Array(words[at].utf8)) {
      if at + 1 < words.count, isVerb(words[at + 1]) { return isStructured(words, after: at + 1) }
      if at + 1 < words.count, introductions.contains(words[at + 1]), !verbs.isEmpty {
        return isStructured(words, after: at + 1)
      }
    }
    if PlaceVocabulary.sections.contains(where: { $0.0 == words[at] }), at + 1 < words.count,
      LabelWord.isOne(Array(words[at + 1].utf8)), !verbs.isEmpty
    {
      return true
    }
    if words[at] == "that" || words[at] == "word" || words[at] == "words" {
      return words.contains { participles.contains($0) } && line.utf8.contains { $0 == 0x22 || $0 == 0xE2 }
    }
    return false
  }

  /// Whether words after a quotation go on with the instruction.
  static func goesOn(_ text: String) -> Bool {
    guard let word = words(text).first else { return true }
    return InstructionVocabulary.afterQuotation.contains(word)
  }

  /// A verb alone is not enough ("Add bicycle lanes …" is a clause): something that instructions speak of must follow.
  private static func isStructured(_ words: [String], after index: Int) -> Bool {
    for word in words.dropFirst(index + 1).prefix(7) {
      if word.hasPrefix("\"") || structure.contains(word) { return true }
      if PlaceVocabulary.nounRows[word] != nil, word != "number", word != "part", word != "parts" { return true }
      if LabelWord.isOne(Array(word.utf8)) { return true }
      if PlaceVocabulary.ordinals[word] != nil { return true }
    }
    return false
  }

  private static let skippable: Set<String> = [
    "please", "and", "then", "also", "i", "we", "move", "propose", "to", "would", "like", "beg", "that", "amendment",
  ]

  private static let introductions: Set<String> = [
    "in", "after", "before", "at", "from", "under", "between", "for", "on", "page", "line", "lines", "p", "if",
    "consequential", "subject", "immediately", "throughout", "by", "insert", "to",
  ]

  private static let structure: Set<String> = [
    "all", "everything", "throughout", "end", "start", "beginning", "after", "before", "believes", "notes", "resolves",
    "new", "following", "words", "word", "rest", "about",
  ]

  static let participles: Set<String> = Set(
    InstructionVocabulary.verbs.compactMap { $0.3.split(separator: " ").first.map(String.init) })

  private static func isVerb(_ word: String) -> Bool {
    InstructionVocabulary.imperatives.contains(word) || gerunds.contains(word)
  }

  private static let gerunds: Set<String> = Set(
    InstructionVocabulary.verbs.compactMap { $0.2.split(separator: " ").first.map(String.init) })

  /// Lower-cased words without the punctuation after them; a quotation mark before a word becomes `"`.
  private static func words(_ line: String) -> [String] {
    var result: [String] = []
    for piece in Array(line.utf8.prefix(400)).split(whereSeparator: { Letters.isBlank($0) }) {
      var bytes = Array(piece)
      if QuotationMark.at(0, in: bytes) != nil { bytes = [0x22] + bytes }
      while let last = bytes.last, last == 0x2C || last == 0x3B || last == 0x3A || last == 0x2E { bytes.removeLast() }
      if !bytes.isEmpty { result.append(Letters.folded(String(decoding: bytes, as: UTF8.self))) }
      if result.count == 24 { break }
    }
    return result
  }

  private static let asking: Set<String> = {
    var words: Set<String> = ["with", "by", "read", "reads", "say", "says", "new", "following", "put"]
    for (action, plain, going, done, _) in InstructionVocabulary.verbs where action != .delete && action != .move {
      for form in [plain, going, done] {
        if let first = form.split(separator: " ").first { words.insert(String(first)) }
      }
    }
    words.remove("amend")
    words.remove("amended")
    words.remove("renumber")
    return words
  }()

  /// Whether a word announces new text, so that a colon after it introduces it.
  static func asksForText(_ word: String) -> Bool { asking.contains(word) }

  static func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.last == 0x2E else { return false }
    return ["para.", "paras.", "cl.", "no.", "nos.", "l.", "ll.", "p.", "pp.", "op.", "art.", "sec.", "s."].contains(
      Letters.folded(String(decoding: word, as: UTF8.self)))
  }

  /// Whether a line of new text begins with a label or a bullet.
  static func hasLabel(_ line: [UInt8]) -> Bool {
    let line = Array(line.drop { Letters.isBlank($0) })
    guard let blank = line.firstIndex(where: { Letters.isBlank($0) }) else { return false }
    let first = line[..<blank]
    if first.elementsEqual([0x2D]) || first.elementsEqual([0x2A]) || first.elementsEqual("•".utf8) { return true }
    if first.elementsEqual("–".utf8) || first.allSatisfy({ $0 == 0x23 }) { return true }
    guard let last = first.last, last == 0x2E || last == 0x29 || first.contains(0x2E) else { return false }
    var bare = first
    while let end = bare.last, end == 0x2E || end == 0x29 { bare.removeLast() }
    if bare.first == 0x28 { bare.removeFirst() }
    guard !bare.isEmpty, bare.count <= 8 else { return false }
    let hasDigit = bare.contains(where: Letters.isDigit)
    let allWord = bare.allSatisfy { Letters.isDigit($0) || Letters.isASCIILetter($0) || $0 == 0x2E }
    return allWord && (hasDigit ? bare.filter(Letters.isASCIILetter).count <= 3 : bare.count <= 4)
  }
}
