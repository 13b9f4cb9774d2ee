/// What a word may name by a number, and whether that can be a part of this text.
enum NumberedThing {
  /// A clause, point or paragraph: surely of this text, unless another was named.
  case part
  /// A section or part: laws and rule books have them as often, so only headings are meant, and a missing one is no
  /// error.
  case heading
  /// "Resolution 3" is what this text resolves, "Ordinary Resolution 3" and "resolution 72/1" are what others decided.
  case resolution
  /// An Act, the rule book, another motion: the numbers after it are its own.
  case otherText

  /// - Parameter isCapital: "to act (see 2)" names no Act.
  init?(_ word: String, isCapital: Bool) {
    if Self.parts.contains(word) {
      self = .part
    } else if Self.headings.contains(word) {
      self = .heading
    } else if word == "resolution" || word == "resolutions" {
      self = .resolution
    } else if Self.otherTexts.contains(word), word != "act" || isCapital {
      self = .otherText
    } else {
      return nil
    }
  }

  static let parts: Set<String> = [
    "clause", "clauses", "paragraph", "paragraphs", "para", "paras", "point", "points", "item", "items", "sub-clause",
    "subclause", "sub-clauses", "subclauses", "sub-paragraph", "subparagraph", "sub-paragraphs", "subparagraphs",
    "recital", "recitals",
  ]
  private static let headings: Set<String> = ["section", "sections", "part", "parts"]
  /// Texts that have clauses of their own.
  static let otherTexts: Set<String> = [
    "act", "acts", "schedule", "schedules", "book", "rulebook", "constitution", "orders", "agreement", "treaty",
    "convention", "charter", "regulations", "regulation", "directive", "statute", "bill", "code", "handbook", "policy",
    "report", "contract", "appendix", "annex", "statement", "amendment", "article", "articles", "rule", "rules",
    "agenda", "minutes", "manifesto",
  ]
  /// Of these, what a motion may call itself or its subject before it names a clause.
  static let ownTexts: Set<String> = ["policy", "report", "statement", "amendment", "contract", "code"]
  /// With a number of their own these are other texts; without one, this text: "motion 40, paragraph 3".
  static let decisions: Set<String> = ["motion", "motions", "composite", "composites"]

  /// "clause" of "clauses".
  static func singular(_ word: String) -> String {
    word.utf8.last == UInt8(ascii: "s") ? String(word.dropLast()) : word
  }

  /// What may stand before "resolution 3" without making it the decision of somebody who is named: "the AGM's".
  static let plainBefore: Set<String> = [
    "", "in", "see", "and", "or", "to", "of", "by", "under", "as", "with", "per", "from", "cf", "the", "our", "at",
    "for",
    "than", "both", "this",
  ]
}
