/// Which parts of a motion change another text: "Replace clause 7 with: …" in a motion speaks of the rule book's clause 7,
/// be there a clause 7 in the motion or not.
///
/// An instruction is told by what its verb is about ("delete the second sentence of rule 4", "clause 4 is amended to
/// read"), not by the verb alone: "to delete the data listed in clause 2" changes no text.
struct ChangeOfText {
  private let document: Document
  /// What is known so far, by node.
  private var known: [Int: Bool] = [:]

  init(_ document: Document) { self.document = document }

  /// Whether a node, or one it stands below, says how another text is to be changed.
  mutating func isMeant(in node: Int) -> Bool {
    var unknown: [Int] = []
    var next: Int? = node
    var isMeant = false
    while let index = next {
      if let answer = known[index] {
        isMeant = answer
        break
      }
      unknown.append(index)
      next = document.nodes[index].parent
    }
    for index in unknown.reversed() {
      isMeant = isMeant || changes(index)
      known[index] = isMeant
    }
    return isMeant
  }

  private func changes(_ index: Int) -> Bool {
    let node = document.nodes[index]
    guard node.kind != .quote, node.kind != .raw else { return false }
    // Long paragraphs argue; instructions are short before the words that they quote.
    var text: [UInt8] = []
    for span in node.textSpans where text.count < Self.length {
      text += document.bytes[span].prefix(Self.length)
      text.append(32)
    }
    return Instruction(text).isOne
  }

  private static let length = 600

  /// One node's words, read for an instruction.
  private struct Instruction {
    private let words: [String]
    private let quotes: Bool

    init(_ text: [UInt8]) {
      words = text.split { !isLetter($0) && !isDigit($0) && $0 < 0x80 }.map { word in
        String(decoding: word.prefix(24).map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      }
      let last = text.last { !isBlank($0) }
      let curly: [[UInt8]] = [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x98]]
      quotes =
        last == UInt8(ascii: ":") || text.contains(UInt8(ascii: "\""))
        || curly.contains { mark in FoldedText.holds(mark, in: text) }
    }

    var isOne: Bool {
      guard let first = words.first, words.contains(where: { form($0) != nil }) || words.contains("read") else {
        return false
      }
      let isPlaced = Self.positions.contains(first) && words.dropFirst().prefix(4).contains(where: isPart)
      for (index, word) in words.enumerated() {
        if let form = form(word) {
          if governsText(after: index) { return true }
          // "In clause 12 delete “may”", "in 4 after the first sentence insert: …"
          if form == .textual, isPlaced || quotes && words.contains(where: isPart) { return true }
        }
        if isPart(word), isChanged(after: index) { return true }
      }
      return false
    }

    private func isPart(_ word: String) -> Bool {
      NumberedThing.parts.contains(word) || Self.partsOfOthers.contains(word)
    }

    private func isOther(_ word: String) -> Bool {
      NumberedThing.otherTexts.contains(word) && !NumberedThing.ownTexts.contains(word)
    }

    /// "amend the standing orders", "delete the whole of clause 7", "insert a new clause".
    private func governsText(after index: Int) -> Bool {
      for word in words.dropFirst(index + 1).prefix(6) {
        if isPart(word) || isOther(word) { return true }
        guard Self.fillers.contains(word) else { return false }
      }
      return false
    }

    /// "clause 4 is amended", "paragraph 2(a) to be replaced by", "clause 4 shall read".
    private func isChanged(after index: Int) -> Bool {
      var links = 0
      for word in words.dropFirst(index + 1).prefix(9) {
        if links > 0, word == "read" || form(word) != nil { return true }
        if Self.links.contains(word) {
          links += 1
        } else if links > 0 || word.utf8.count > 3, word.utf8.first.map({ !isDigit($0) }) ?? true {
          return false
        }
      }
      return false
    }

    private enum Form { case textual, plain }

    /// Verbs that are said of texts, and those that are said of all things.
    private func form(_ word: String) -> Form? {
      if Self.textual.contains(where: { word.utf8.starts(with: $0.utf8) }) { return .textual }
      if Self.plain.contains(where: { word.utf8.starts(with: $0.utf8) }) { return .plain }
      return word == "add" || word == "added" || word == "adding" ? .plain : nil
    }

    private static let textual = ["insert", "delet", "substitut", "renumber", "reword", "omit"]
    private static let plain = ["replac", "amend", "remov", "strik", "revis", "alter", "repeal", "rescind", "chang"]
    private static let positions: Set<String> = ["in", "after", "before", "at", "to", "under", "for"]
    private static let links: Set<String> = ["is", "are", "be", "to", "shall", "should", "being", "hereby", "as", "of"]
    private static let partsOfOthers: Set<String> = ["section", "sections", "article", "articles", "rule", "rules"]
    private static let fillers: Set<String> = [
      "the", "existing", "current", "present", "a", "an", "new", "all", "of", "whole", "following", "word", "words",
      "text",
      "sentence", "sentences", "wording", "in", "to", "at", "from", "end", "start", "beginning", "first", "second",
      "third", "last", "final", "after", "before", "our", "its", "and", "party", "national", "branch", "union", "club",
      "standing", "society", "model", "s",
    ]
  }
}
