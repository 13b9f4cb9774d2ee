/// The words of an amendment as written, counted as a body counts them.
///
/// It is told from its own text what it adds and what it takes out; of clauses that it only names ("delete clause 3")
/// the words are not known here.
struct AmendmentWords {
  private(set) var added = 0
  private(set) var deleted = 0
  /// All words of its text, instructions and new words and old ones.
  private(set) var all = 0

  init(_ document: Document, _ counting: WordCounting) {
    all = document.words(.init(title: false))
    let text = Array(document.bytes[document.body])
    let nothing = LaidOutText(Document(parsing: ""))
    for piece in InstructionPieces.of(text) {
      if piece.isShortLine {
        count(short: String(decoding: text[piece.range], as: UTF8.self))
        continue
      }
      let words = Array(text[piece.range])
      let tokens = InstructionLexer.tokens(of: words)
      let places = PlaceReader(tokens: tokens, base: nothing, headings: [])
      var reader = ActReader(PhraseReader.phrases(of: tokens, places: places), source: words)
      for act in reader.read() { count(act, counting) }
    }
  }

  private mutating func count(_ act: Act, _ counting: WordCounting) {
    if let new = act.new { added += Document(parsing: new.text).words(counting) }
    let isPosition = act.verb?.action == .insert
    for words in act.words where !isPosition { deleted += WordCounting.words(in: words.text) }
    if let instead = act.insteadOf { deleted += WordCounting.words(in: instead.text) }
  }

  /// `2.1 s/old/new/`, `+2.1 New text`, `=3 New text`.
  private mutating func count(short line: String) {
    let parts = line.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count >= 3 {
      deleted += WordCounting.words(in: String(Substring(parts[1])))
      added += WordCounting.words(in: String(Substring(parts[2])))
    } else if let first = line.utf8.first, first != UInt8(ascii: "-") {
      // The first word is the place.
      added += max(0, WordCounting.words(in: line) - 1)
    }
  }

  /// What counts by the rules of a body.
  func counted(_ rules: WordRules) -> Int {
    let written = rules.countsInstructions ? all - deleted : added
    return max(0, written) + (rules.countsDeleted ? deleted : 0)
  }
}
