/// One piece of an instruction: a word, a quotation, a block of new text, a mark.
struct PhraseToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word, quotation, block, comma, semicolon, colon, stop, dash, bracket
    /// The start of another instruction on a line of its own.
    case lineEnd
  }

  var kind: Kind
  /// UTF-8 offsets into the instruction as it was typed.
  var span: Range<Int>
  /// As typed; of a quotation and a block, what is inside.
  var text: String
  /// For comparing with the tables: lower case, plain apostrophes.
  var word: String
  /// A quotation whose closing mark is missing.
  var isUnclosed = false
  /// Stands first on its line.
  var startsLine = false

  init(
    _ kind: Kind, _ span: Range<Int>, text: String, isUnclosed: Bool = false, startsLine: Bool = false
  ) {
    self.kind = kind
    self.span = span
    self.text = text
    self.word = kind == .word ? Letters.folded(text) : ""
    self.isUnclosed = isUnclosed
    self.startsLine = startsLine
  }
}
